import type { InFormat, Problem } from '../incoming.js'
import { startsWith } from './head.js'

/** What people have that is not read, by its first bytes, and the way out. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['{\\rtf', 'It is RTF: save it as plain text.'],
  ['\xd0\xcf\x11\xe0', 'It is an old Office document: save it as plain text or as PDF.'],
  ['\x28\xb5\x2f\xfd', 'It is packed with Zstandard: pack it with gzip instead.'],
  ['BZh', 'It is packed with bzip2: unpack it first.'],
  ['\xfd7zXZ', 'It is packed with xz: unpack it first.'],
  ['\x89PNG', 'It is an image: OCR it first.'],
  ['\xff\xd8\xff', 'It is an image: OCR it first.'],
]

/** A file that no format fits: what it may be, and which formats are known. */
export function unknownFormat(
  name: string,
  head: Uint8Array,
  formats: readonly InFormat[],
): Problem {
  if (head.length === 0) return { code: 'no-text', message: 'It is empty.' }
  const hint = OTHERS.find(([start]) => startsWith(head, start))?.[1]
  const known = formats.map(format => `${format.name} (${format.summary})`).join(', ')
  return {
    code: 'unknown-format',
    message: `${JSON.stringify(name.slice(-100))} is of no format known. ${hint ? `${hint} ` : ''}Known: ${known}.`,
  }
}
