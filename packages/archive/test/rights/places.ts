import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Archive } from '../../src/index.js'

/** Every cell of every table, packed ones unpacked, as TABLE.COLUMN and text. */
export async function cells(archive: Archive): Promise<[string, string][]> {
  const all: [string, string][] = []
  for (const { name } of await archive.shapes(archive.db)) {
    if (/_words(?:_|$)/.test(name) || name === 'sqlite_sequence') continue
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
      archive.db,
    )
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        all.push([`${name}.${column}`, textOf(value)])
  }
  return all
}

function textOf(value: unknown): string {
  if (!(value instanceof Uint8Array)) return String(value)
  try {
    return inflateRawSync(value).toString('utf8')
  } catch {
    return Buffer.from(value).toString('latin1')
  }
}

/** Places that hold the words, letters' case left out. */
export async function placesWith(archive: Archive, words: string): Promise<string[]> {
  const sought = words.toLowerCase()
  const all = (await cells(archive)).filter(([, text]) => text.toLowerCase().includes(sought))
  return [...new Set(all.map(([place]) => place))].sort()
}

/** Words in the indexes of words that begin with `word`, or that a tag ends with. */
export async function indexed(archive: Archive, word: string): Promise<string[]> {
  const found: string[] = []
  for (const table of ['quote_words', 'passage_words']) {
    if (archive.words.engine === 'sqlite') {
      await sql`create virtual table temp.${sql.raw(`${table}_terms`)} using fts5vocab(main, ${sql.raw(table)}, row)`.execute(
        archive.db,
      )
      const { rows } = await sql<{
        term: string
      }>`select term from temp.${sql.raw(`${table}_terms`)}`.execute(archive.db)
      await sql`drop table temp.${sql.raw(`${table}_terms`)}`.execute(archive.db)
      found.push(...rows.map(row => row.term))
    } else {
      const { rows } = await sql<{
        term: string
      }>`select distinct unnest(tsvector_to_array(words)) as term from ${sql.table(table)}`.execute(
        archive.db,
      )
      found.push(...rows.map(row => row.term))
    }
  }
  return [...new Set(found.filter(term => term.endsWith(word)))]
}

/** The bytes of a SQLite archive's files, '' for PostgreSQL. */
export const bytesOf = (archive: Archive): string =>
  archive.words.engine === 'postgres'
    ? ''
    : ['', '-wal', '-shm']
        .map(end => {
          try {
            return readFileSync(archive.name + end).toString('latin1')
          } catch {
            return ''
          }
        })
        .join('')
