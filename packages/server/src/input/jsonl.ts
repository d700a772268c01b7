import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { fileError, InputError } from '../errors.js'
import type { Chunks } from './bytes.js'
import { decode } from './decode.js'
import { type Entry, type Input, megabytes, STDIN, STORY_LIMIT, stem } from './entry.js'
import { type Line, splitLines } from './lines.js'
import { toStory } from './story.js'

/**
 * One JSON story a line, as .jsonl or .ndjson. Lines end in LF or CRLF, the last may go without; blank lines are passed
 * over but counted. A story without an id is named after the file and its line. Never more than one line is held.
 */
export const jsonlFile = (file: string): Input => jsonlInput(() => createReadStream(file), file)

/** The same on standard input. */
export const jsonlStream = (stdin: Chunks): Input => jsonlInput(() => stdin, STDIN)

function jsonlInput(open: () => Chunks, file: string): Input {
  return {
    one: false,
    async *entries(): AsyncGenerator<Entry> {
      try {
        for await (const line of splitLines(open(), STORY_LIMIT)) {
          const entry = toEntry(line, file)
          if (entry) yield entry
        }
      } catch (error) {
        yield { place: { file }, one: false, bytes: 0, error: fileError(error) }
      }
    },
  }
}

function toEntry(line: Line, file: string): Entry | undefined {
  const base = { place: { file, line: line.number }, one: false, bytes: line.length }
  try {
    if (!line.bytes) {
      throw new InputError('too-long', `The line is longer than ${megabytes(STORY_LIMIT)}.`)
    }
    // Each line stands alone, so only the first can have a byte order mark; JSON has none elsewhere.
    const text = decode(line.bytes)
    if (text.trim() === '') return undefined
    return { ...base, story: toStory(parse(text, file), `${stem(file)}#${line.number}`) }
  } catch (error) {
    return { ...base, error: error as InputError }
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const plain = extname(file) === '.txt'
    throw new InputError(
      'bad-json',
      `The line is not JSON: ${(error as Error).message.slice(0, 200)}.${plain ? ' For plain text in and JSON lines out use --format jsonl without --jsonl.' : ''}`,
    )
  }
}
