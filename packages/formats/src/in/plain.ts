import type { Found, InFormat } from './incoming.js'
import { gather, tooLarge } from './text/bytes.js'
import { decodeText } from './text/decode.js'
import { toFound, unforeseen } from './text/found.js'

/**
 * Plain text, one story a file; Markdown is read as it is. UTF-8, or UTF-16 where a byte order mark says so, or the
 * charset of the media type; the mark is left out and nothing else changed, line ends included. Problems: 'too-large',
 * 'bad-encoding' (with where, and what to do), 'not-text', 'no-text'. Metadata from an index.json is the caller's.
 */
export const plain: InFormat = {
  name: 'plain',
  summary: 'plain text: one story a file',
  extensions: ['txt', 'text', 'md'],
  mediaTypes: ['text/plain', 'text/markdown'],
  sniff: head => isText(head),
  async *read(source, limits) {
    const bytes = await gather(source, limits.documentBytes)
    yield bytes === undefined
      ? { problem: tooLarge('The text', limits.documentBytes) }
      : readText(bytes, source.mediaType)
  },
}

function readText(bytes: Uint8Array, mediaType: string | undefined): Found {
  try {
    const decoded = decodeText(bytes, mediaType)
    if ('problem' in decoded) return decoded
    return toFound({ text: decoded.text, kind: 'story', mediaType: 'text/plain' })
  } catch (error) {
    return unforeseen(error)
  }
}

/** Is it text, as far as its first bytes tell? A character cut off at their end counts. */
function isText(head: Uint8Array): boolean {
  if (head.length === 0) return false
  for (let cut = 0; cut <= Math.min(3, head.length - 1); cut++) {
    const decoded = decodeText(head.subarray(0, head.length - cut))
    if ('text' in decoded) return true
    if (decoded.problem.code !== 'bad-encoding') return false
  }
  return false
}
