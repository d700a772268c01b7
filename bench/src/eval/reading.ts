import type { Reader, StoryRecord } from '@onrecord/engine'
import { type ReadQuote, readQuotes } from '../predict.js'

export interface ReadableStory {
  readonly id: string
  readonly text: string
  readonly published?: string
}

/** Reads stories for the scorers: each text once, however many sets it is in. */
export interface Reading {
  read(story: ReadableStory): Promise<readonly ReadQuote[]>
  /** The whole record; undefined where the reader failed. */
  record(story: ReadableStory): Promise<StoryRecord | undefined>
  /** Stories that the reader failed on; they count as read with nothing found. */
  readonly failures: readonly string[]
  /** The last record read, for what it says of the reader. */
  readonly last: StoryRecord | undefined
}

export function reading(reader: Reader): Reading {
  const done = new Map<string, StoryRecord | undefined>()
  const failures: string[] = []
  let last: StoryRecord | undefined
  return {
    failures,
    get last() {
      return last
    },
    async read(story) {
      const read = await record(story)
      return read === undefined ? [] : readQuotes(read)
    },
    record,
  }

  async function record({ id, text, published }: ReadableStory) {
    const key = `${published ?? ''} ${text}`
    if (done.has(key)) return done.get(key)
    let read: StoryRecord | undefined
    try {
      read = await reader.read({ id, text, ...(published === undefined ? {} : { published }) })
      last = read
    } catch (error) {
      failures.push(`${id}: ${(error as Error).message}`)
    }
    done.set(key, read)
    progress(`read ${done.size}: ${id}`)
    return read
  }
}

/** One line that is written over, on a terminal only. */
function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line.slice(0, 78)}\r`)
}
