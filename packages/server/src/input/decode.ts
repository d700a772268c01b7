import { InputError } from '../errors.js'

export const encodings = ['utf-8', 'latin1', 'utf-16le'] as const
export type Encoding = (typeof encodings)[number]

/**
 * Bytes to text. A byte order mark in front belongs to the encoding and is left out; nothing else is changed, line
 * ends included. Throws an InputError where the bytes are not of the encoding.
 */
export function decode(bytes: Uint8Array, encoding: Encoding = 'utf-8'): string {
  if (encoding === 'latin1') return decodeWindows1252(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new InputError(
      'bad-encoding',
      encoding === 'utf-8' ? notUtf8(bytes) : 'It is not UTF-16. Try it without --encoding.',
    )
  }
}

/** What Windows put where Latin-1 has control characters: above all the curly quotation marks. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** "latin1" as the web means it, windows-1252: old press files have their quotation marks there. */
const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, char => HIGH[char.charCodeAt(0) - 0x80]!)

function notUtf8(bytes: Uint8Array): string {
  const starts = (...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)
  if (starts(0xff, 0xfe)) return 'It is UTF-16, not UTF-8. Add --encoding utf-16le.'
  if (starts(0xfe, 0xff)) return 'It is UTF-16 (big-endian), not UTF-8. Convert it to UTF-8 first.'
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'It is a PDF, not text. Take its text out first.'
  if (starts(0x50, 0x4b, 3, 4)) {
    return 'It is a zip archive or an office document, not text. Save it as plain text first.'
  }
  const at = firstInvalid(bytes)
  const line = bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1)
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return `It is not UTF-8: byte 0x${byte} at ${at}, line ${line}. If it is an old Windows or Latin-1 file, add --encoding latin1.`
}

/** Where the first bytes that are not UTF-8 start. */
function firstInvalid(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let offset = 0
  let from = 0
  for (;;) {
    const at = text.indexOf('\ufffd', from)
    if (at < 0) return offset
    offset += Buffer.byteLength(text.slice(from, at))
    const real = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd
    if (!real) return offset
    offset += 3
    from = at + 1
  }
}
