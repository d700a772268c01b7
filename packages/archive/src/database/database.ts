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
