import type { Kysely, RawBuilder, Transaction } from 'kysely'
import type { Match } from './match.js'
import type { Words } from './migrations/migration.js'
import type { Tables } from './schema.js'

/** A database or a transaction in it: what every query is built on. */
export type Db = Kysely<Tables> | Transaction<Tables>

/** What differs between SQLite and PostgreSQL; all else is Kysely's. */
export interface Database {
  readonly words: Words
  readonly db: Kysely<Tables>
  /** The archive's address without secrets, for messages. */
  readonly name: string
  readonly readOnly: boolean
  /** Puts folded words and tags into the index under the ids of their rows; replaces what was there. */
  putWords(db: Db, table: WordTable, rows: readonly WordRow[]): Promise<void>
  dropWords(db: Db, table: WordTable, ids: readonly number[]): Promise<void>
  /** The statement that begins a transaction which sees one state of the archive to its end, while others write. */
  readonly beginSnapshot: string
  /** The tables that hold what is kept, parents first; not the indexes of words, which are made from it. */
  shapes(db: Db): Promise<TableShape[]>
  /** Lets new rows of the table have ids behind those that it has. */
  continueIds(db: Db, table: string): Promise<void>
  /** What the database finds broken in its own files and keys, in its words; nothing: []. */
  faults(db: Db): Promise<string[]>
  /** Table of which the column `id` tells the rows that an index of words has. */
  wordIds(table: WordTable): string
  /** Makes the place where the archive's tables go, if it is not there. */
  makePlace(db: Db): Promise<void>
  /** Writes the archive as it is now into a new file, which is an archive too (SQLite). */
  copyTo?(path: string): Promise<void>
  /** The ids, from `low` to `high`, of the rows whose words match: a query to select from. */
  matching(table: WordTable, match: Match, low: number, high: number): RawBuilder<{ id: number }>
  /** Holds other writers off for the length of a transaction (PostgreSQL; SQLite has one writer anyway). */
  lock(db: Db, what: string): Promise<void>
  /** Many numbers as a query for `in`: one parameter, however many. */
  numbers(all: readonly number[]): RawBuilder<number>
  /** The Monday of the week that a day (YYYY-MM-DD, as text) is in; null for what is no day. */
  monday(day: RawBuilder<string | null>): RawBuilder<string | null>
  /**
   * Makes what was deleted or written over unreadable in the database's own files, outside of a transaction: it rewrites
   * them, which takes as long and as much room as a copy of them. Gives what remains readable and the way out; null:
   * nothing does.
   */
  erase(): Promise<string | null>
  /** What a driver threw, as an ArchiveError where it can be told; else as it was. */
  explain(error: unknown): unknown
  /** Opens the queue of jobs that wait. */
  openQueue(): Promise<Queue>
  close(): Promise<void>
}

/** Which job is next. The rows of `job` say what became of each; the queue deals them out to the processes. */
export interface Queue {
  /** Lets a job wait its turn, in the transaction that makes it wait. */
  put(db: Db, job: { readonly key: string; readonly rank: number }): Promise<void>
  /** The key of the next job, of several processes to one alone; undefined where none waits. */
  take(): Promise<string | undefined>
  /** The job that was taken is not this process's any more: it has ended, or waits again. */
  leave(key: string): Promise<void>
  close(): Promise<void>
}

export const WORD_TABLES = ['quote_words', 'passage_words'] as const
export type WordTable = (typeof WORD_TABLES)[number]

/** A table as its database describes it. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
  /** Those of them that hold bytes. */
  readonly blobs: readonly string[]
  /** In the order of the key. */
  readonly primaryKey: readonly string[]
  /** Names of the tables that it refers to. */
  readonly parents: readonly string[]
}

/** Shapes from what a database says of its columns (in their order) and references; each behind those it refers to. */
export function shapesFrom(
  columns: readonly { name: string; column: string; type: string; pk: number | null }[],
  references: readonly { name: string; parent: string }[],
): TableShape[] {
  const shapes = [...new Set(columns.map(({ name }) => name))].map((name): TableShape => {
    const own = columns.filter(column => column.name === name)
    const key = own.filter(({ pk }) => pk).sort((a, b) => a.pk! - b.pk!)
    if (key.length === 0) throw new Error(`The table ${name} has no primary key.`)
    return {
      name,
      columns: own.map(({ column }) => column),
      blobs: own.filter(({ type }) => /^(?:blob|bytea)$/i.test(type)).map(({ column }) => column),
      primaryKey: key.map(({ column }) => column),
      parents: references.filter(row => row.name === name).map(({ parent }) => parent),
    }
  })
  return parentsFirst(shapes)
}

function parentsFirst(shapes: readonly TableShape[]): TableShape[] {
  const ordered: TableShape[] = []
  let left = [...shapes].sort((a, b) => (a.name < b.name ? -1 : 1))
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name))
    const free = left.filter(({ name, parents }) =>
      parents.every(parent => parent === name || !waiting.has(parent)),
    )
    if (free.length === 0) throw new Error(`Tables refer to each other: ${[...waiting].join(', ')}`)
    ordered.push(...free)
    left = left.filter(shape => !free.includes(shape))
  }
  return ordered
}

export interface WordRow {
  readonly id: number
  /** As `foldedWords` gives them, joined by single spaces. */
  readonly words: string
  /** As `text/tags.ts` makes them. */
  readonly tags: readonly string[]
}
