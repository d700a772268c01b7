import type { Archive } from '../archive.js'
import type { Db } from '../database/database.js'

/** A place in the archive that is changed. */
export interface Change {
  /** Table and column, as "version.text"; "quote" where whole rows go. */
  readonly place: string
  /** Key of the story, where the place belongs to one. */
  readonly story: string | null
  readonly version: number | null
  /** How many rows, or how many times in the text. */
  readonly count: number
  /** A few of the words with what stands around them; only to be looked at, never kept. */
  readonly words: readonly string[]
}

/** What an act on the archive changes. */
export interface Changes {
  readonly all: readonly Change[]
  /** Nothing is noted where `count` is 0. */
  note(
    place: string,
    count: number,
    of?: Partial<Pick<Change, 'story' | 'version' | 'words'>>,
  ): void
  /** For the audit log: counts by place, no words. */
  counts(): Readonly<Record<string, number>>
}

export function noteChanges(): Changes {
  const all: Change[] = []
  return {
    all,
    note(place, count, { story = null, version = null, words = [] } = {}) {
      if (count > 0) all.push({ place, story, version, count, words })
    },
    counts() {
      const counts: Record<string, number> = {}
      for (const { place, count } of all) counts[place] = (counts[place] ?? 0) + count
      return counts
    },
  }
}

const UNDONE = new Error('tried out')

/** Does it, or, where it is not confirmed, does it and takes all of it back: what it gives is true of both. */
export async function tryOut<T>(
  archive: Archive,
  confirm: boolean,
  what: (db: Db) => Promise<T>,
): Promise<T> {
  const gives: T[] = []
  try {
    await archive.write(async db => {
      await archive.lock(db, 'add')
      gives.push(await what(db))
      if (!confirm) throw UNDONE
    })
  } catch (error) {
    if (error !== UNDONE) throw error
  }
  return gives[0]!
}
