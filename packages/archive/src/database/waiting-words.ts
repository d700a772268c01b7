import type { DatabaseSync } from '@photostructure/sqlite'
import { WORD_TABLES, type WordRow, type WordTable } from './database.js'

/** Rows that wait at most: of passages, some megabytes. */
const MOST = 10_000

/**
 * Words that wait for the end of their transaction to be put into FTS5's indexes, in the order of their ids. FTS5 gathers
 * what it is given, but writes it out as a segment of its own, to be merged with others later, before every statement
 * that may be undone alone and wherever an id is lower than the one before: that would be two segments a story.
 */
export function waitingWords(file: InstanceType<typeof DatabaseSync>) {
  const waiting = new Map(WORD_TABLES.map(table => [table, new Map<number, string>()]))
  /** Puts in all that wait. */
  function write() {
    for (const [table, rows] of waiting) {
      if (rows.size === 0) continue
      const put = file.prepare(`insert or replace into ${table} (rowid, words) values (?, ?)`)
      for (const id of [...rows.keys()].sort((a, b) => a - b)) put.run(id, rows.get(id)!)
      rows.clear()
    }
  }
  return {
    write,
    put(table: WordTable, rows: readonly WordRow[]) {
      const all = waiting.get(table)!
      for (const { id, words, tags } of rows) all.set(id, [words, ...tags].join(' '))
      if (all.size > MOST || !file.isTransaction) write()
    },
    drop(table: WordTable, ids: readonly number[]) {
      const drop = file.prepare(`delete from ${table} where rowid = ?`)
      for (const id of ids) {
        waiting.get(table)!.delete(id)
        drop.run(id)
      }
    },
    /** The transaction is undone. */
    forget() {
      for (const rows of waiting.values()) rows.clear()
    },
  }
}
