import type { Found, InFormat } from './incoming.js'
import { jsonHead, parseJson } from './json/parse.js'
import { placeOf } from './json/scan.js'
import { storyOf } from './json/story.js'
import { decodeText } from './text/decode.js'
import { found, unforeseen } from './text/found.js'
import { type Line, splitLines } from './text/lines.js'

/**
 * One JSON story or StoryRecord a line. Lines end in LF or CRLF, the last may go without; blank lines are passed over but
 * counted. `part` is the line's number. Never more than one line is held. A line that is no story is a problem, and the
 * next goes on: 'too-long', 'bad-encoding', 'bad-json', and what storyOf names.
 */
export const jsonl: InFormat = {
  name: 'jsonl',
  summary: 'JSON lines: one story a line, {"id","text","title",…}',
  extensions: ['jsonl', 'ndjson'],
  mediaTypes: [
    'application/jsonl',
    'application/x-ndjson',
    'application/ndjson',
    'application/x-jsonlines',
  ],
  sniff: head => {
    const [first = '', second = ''] = jsonHead(head).split('\n', 2)
    return isJson(first) && (second.trim() === '' || second.trim().startsWith('{'))
  },
  async *read(source, limits) {
    for await (const line of splitLines(source.bytes(), limits.documentBytes)) {
      const result = readLine(line, limits.documentBytes)
      if (result) yield result
    }
  },
}

function readLine({ number, bytes }: Line, limit: number): Found | undefined {
  const part = String(number)
  if (!bytes) {
    return found('too-long', `The line is longer than ${limit} bytes, the limit of a story.`, part)
  }
  try {
    if (isBlank(bytes)) return undefined
    const parsed = parseJson(bytes, 'The line')
    if ('problem' in parsed) return { problem: { ...parsed.problem, part } }
    const { source, value } = parsed
    return storyOf(value, { source, place: placeOf(source), original: bytes, part })
  } catch (error) {
    return { problem: { ...unforeseen(error).problem, part } }
  }
}

function isBlank(bytes: Uint8Array): boolean {
  if (bytes.some(byte => byte > 32 && byte < 0x80)) return false
  const decoded = decodeText(bytes)
  return 'text' in decoded && decoded.text.trim() === ''
}

/** A whole object on the first line: else it is JSON over several lines. */
function isJson(line: string): boolean {
  if (!line.trim().startsWith('{')) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
