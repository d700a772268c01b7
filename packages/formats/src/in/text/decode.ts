import type { Problem } from '../incoming.js'

export type Decoded = { readonly text: string } | { readonly problem: Problem }

/**
 * Bytes to text. What a byte order mark says comes first, then the charset of the media type, else it is UTF-8; the
 * mark is left out and nothing else is changed. Bytes that are not of their encoding are a problem 'bad-encoding',
 * what is no text at all (a PDF, a ZIP, a picture; anything with NUL characters) is one of 'not-text'.
 */
export function decodeText(bytes: Uint8Array, mediaType?: string): Decoded {
  const kind = SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0]
  if (kind) return refuse('not-text', `It is ${kind}, not text.`)
  const mark = markOf(bytes)
  const label = mark ?? charsetOf(mediaType) ?? 'utf-8'
  const text = decodeAs(label, bytes)
  if (text === undefined) return refuse('bad-encoding', explain(label, bytes))
  if (text.includes('\0')) {
    return refuse(
      'not-text',
      'It holds NUL characters: it is no text, or UTF-16 without its byte order mark. Save it as UTF-8.',
    )
  }
  return { text }
}

/** The encoding that a byte order mark tells. */
export function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  return undefined
}

/** The charset parameter of a media type: `text/plain; charset="latin1"` gives latin1. */
export const charsetOf = (mediaType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*["']?([^\s;"']{1,40})/i.exec(mediaType ?? '')?.[1]

/** The text in an encoding that the web knows by this label; nothing where it is not known or the bytes are not of it. */
export function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    return decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** What Windows put where Latin-1 has control characters: above all the curly quotation marks. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** "latin1" as the web means it. By a table, since some releases of Node decode it as bare Latin-1. */
const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, char => HIGH[char.charCodeAt(0) - 0x80]!)

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a zip archive or an office document', [0x50, 0x4b, 3, 4]],
  ['a gzip file', [0x1f, 0x8b]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte)

const refuse = (code: string, message: string): Decoded => ({ problem: { code, message } })

function explain(label: string, bytes: Uint8Array): string {
  if (!/^utf-?8$/i.test(label)) return `It is not of the encoding that it states, ${label}.`
  const at = firstInvalid(bytes)
  let line = 1
  for (let i = 0; i < at; i++) if (bytes[i] === 10) line++
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return `It is not UTF-8: byte 0x${byte} at ${at}, line ${line}. If it is an old Windows or Latin-1 file, save it as UTF-8 (iconv -f windows-1252 -t utf-8).`
}

/** Where the first bytes that are not UTF-8 start: the longest beginning that is, found by halves. */
function firstInvalid(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8Start(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  // a sequence cut short counts as good so far: step back to its first byte
  let at = good
  for (let back = 1; back <= 3 && back <= good; back++) {
    const byte = bytes[good - back]!
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      if (wanted > back) at = good - back
      break
    }
  }
  return at
}

function isUtf8Start(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
