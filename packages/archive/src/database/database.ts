import type { Kysely, Transaction } from 'kysely'
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
  /** Holds other writers off for the length of a transaction (PostgreSQL; SQLite has one writer anyway). */
  lock(db: Db, what: string): Promise<void>
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

export type WordTable = 'quote_words' | 'passage_words'

export interface WordRow {
  readonly id: number
  /** As `foldedWords` gives them, joined by single spaces. */
  readonly words: string
  /** As `text/tags.ts` makes them. */
  readonly tags: readonly string[]
}
