import type { RecordStory, Span } from '@onrecord/engine'
import type { Links } from '../links.js'
import { codePointOffsets } from '../offsets.js'
import type { Piece } from './model.js'

/** Code points of text that a quote selector shows before and after. */
export const BESIDE = 32

/**
 * Makes spans of a story's text into pieces of it that others find again, in their order.
 *
 * The state says which version of the source is meant: a `cached` copy named by its digest (RFC 6920: `ni:`), and the
 * same digest in hexadecimal. The day of publication is no state: a story may have changed since.
 */
export function targets(
  story: Pick<RecordStory, 'id' | 'text' | 'sha256'>,
  links: Links,
): (spans: readonly Span[]) => readonly Piece[] {
  const { text, sha256 } = story
  const { from, to } = codePointOffsets(text)
  const source = links.story(story.id)
  const state = /^[0-9a-f]{64}$/.test(sha256)
    ? { type: 'TimeState', cached: namedBy(sha256), 'onrecord:sha256': sha256 }
    : undefined
  return spans =>
    spans.map(span => {
      const [first, last] = [from(span.start), from(span.end)]
      // whole characters, also where a span cuts one
      const [start, end] = [to(first), to(last)]
      return {
        type: 'SpecificResource',
        source,
        ...(state && { state }),
        selector: [
          { type: 'TextPositionSelector', start: first, end: last },
          {
            type: 'TextQuoteSelector',
            exact: text.slice(start, end),
            prefix: [...text.slice(Math.max(0, start - 2 * BESIDE), start)].slice(-BESIDE).join(''),
            suffix: [...text.slice(end, end + 2 * BESIDE)].slice(0, BESIDE).join(''),
          },
        ],
      }
    })
}

/** A digest as a name, RFC 6920: `ni:///sha-256;` and base64url without padding. */
function namedBy(sha256: string): string {
  const bytes = sha256.match(/../g)!.map(pair => String.fromCharCode(Number.parseInt(pair, 16)))
  const base64 = btoa(bytes.join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
  return `ni:///sha-256;${base64}`
}
