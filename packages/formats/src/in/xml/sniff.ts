import { decodeAs } from '../text/decode.js'
import { encodingOf } from './gate.js'

/**
 * The name of the root element as written, prefix included, by the first bytes of a document: `nitf`, `rdf:RDF`.
 * Nothing where they are not XML or the root lies further on.
 */
export function rootOf(head: Uint8Array): string | undefined {
  const text = decodeStart(head)
  let at = 0
  for (;;) {
    while (at < text.length && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 0xfeff)) at++
    const close = text.startsWith('<?', at)
      ? '?>'
      : text.startsWith('<!--', at)
        ? '-->'
        : text.startsWith('<!', at)
          ? '>'
          : ''
    if (close === '') break
    const end = text.indexOf(close, at + 2)
    if (end < 0) return undefined
    at = end + close.length
  }
  return /^<([\p{L}_][\p{L}\p{N}_.:-]{0,80})[\s/>]/u.exec(text.slice(at, at + 100))?.[1]
}

/** The text of the first bytes, whatever is cut off at their end. */
function decodeStart(head: Uint8Array): string {
  const label = encodingOf(head)
  if (decodeAs(label, new Uint8Array(0)) === undefined) return ''
  return new TextDecoder(label).decode(head)
}
