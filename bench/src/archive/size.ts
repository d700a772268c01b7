import type { View } from '@onrecord/archive'
import { sql } from 'kysely'
import type { Table } from '../table.js'

/** Tables and indexes that are told one by one. */
const MOST = 12

/** Bytes on disk: of each story and each quote, and which tables and indexes take them. */
export async function sizeTables({ archive }: View): Promise<Table[]> {
  const { db, words } = archive
  const { rows } =
    words.engine === 'sqlite'
      ? await sql<Part>`select name, sum(pgsize) as bytes from dbstat group by name`.execute(db)
      : await sql<Part>`select relname as name, pg_relation_size(oid) + coalesce(pg_relation_size(nullif(reltoastrelid, 0)), 0) as bytes
          from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'i')`.execute(
          db,
        )
  const parts = rows
    .map(({ name, bytes }) => ({ name, bytes: Number(bytes) }))
    .sort((a, b) => b.bytes - a.bytes)
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  const count = async (table: 'story' | 'quote') => {
    const { n } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Math.max(1, Number(n))
  }
  const [stories, quotes] = [await count('story'), await count('quote')]
  const row = (bytes: number) => ({
    MB: Number((bytes / 1e6).toFixed(1)),
    'bytes a story': Math.round(bytes / stories),
    'bytes a quote': Math.round(bytes / quotes),
  })
  return [
    {
      key: 'size',
      title: 'size',
      columns: ['MB', 'bytes a story', 'bytes a quote'],
      rows: {
        all: row(total),
        ...Object.fromEntries(parts.slice(0, MOST).map(({ name, bytes }) => [name, row(bytes)])),
      },
    },
  ]
}

interface Part {
  readonly name: string
  readonly bytes: number | string
}
