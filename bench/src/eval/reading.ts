import type { Reader, StoryRecord } from '@onrecord/engine'
import { type ReadQuote, readQuotes } from '../predict.js'

/** Reads stories for the scorers: each text once, however many sets it is in. */
export interface Reading {
  read(story: { readonly id: string; readonly text: string }): Promise<readonly ReadQuote[]>
  /** Stories that the reader failed on; they count as read with nothing found. */
  readonly failures: readonly string[]
  /** The last record read, for what it says of the reader. */
  readonly last: StoryRecord | undefined
}

export function reading(reader: Reader): Reading {
  const done = new Map<string, readonly ReadQuote[]>()
  const failures: string[] = []
  let last: StoryRecord | undefined
  return {
    failures,
    get last() {
      return last
    },
    async read({ id, text }) {
      const before = done.get(text)
      if (before) return before
      let quotes: readonly ReadQuote[] = []
      try {
        last = await reader.read({ id, text })
        quotes = readQuotes(last)
      } catch (error) {
        failures.push(`${id}: ${(error as Error).message}`)
      }
      done.set(text, quotes)
      progress(`read ${done.size}: ${id}`)
      return quotes
    },
  }
}

/** One line that is written over, on a terminal only. */
function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line.slice(0, 78)}\r`)
}
