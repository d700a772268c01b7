import { sql } from 'kysely'
import { ArchiveError } from '../errors.js'
import type { Database, Db } from './database.js'
import { migrations } from './migrations/index.js'

/** The schema that this version writes. */
export const LATEST = migrations.length

/** The table that tells what an archive is; its rows are the caller's. */
export async function makeMeta(db: Db): Promise<void> {
  await sql`create table meta (key text primary key, value text not null)`.execute(db)
}

/** Takes tables of the schema `from` to the schema `to`, in the caller's transaction. */
export async function migrateFrom(
  { words }: Pick<Database, 'words'>,
  db: Db,
  from: number,
  to = LATEST,
): Promise<void> {
  for (const migration of migrations.slice(from, to)) {
    for (const statement of migration(words)) await sql.raw(statement).execute(db)
  }
  await db
    .updateTable('meta')
    .set({ value: String(to) })
    .where('key', '=', 'schema')
    .execute()
}

/** How many migrations it has had; 0: it is empty. Throws 'not-an-archive' for somebody else's database. */
export async function schemaOf({ words, name }: Database, db: Db): Promise<number> {
  const { rows: tables } =
    words.engine === 'sqlite'
      ? await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)
      : await sql<{
          name: string
        }>`select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(
          db,
        )
  if (tables.length === 0) return 0
  const names = new Set(tables.map(table => table.name))
  const meta =
    names.has('meta') && names.has('tombstone')
      ? await db.selectFrom('meta').select('value').where('key', '=', 'schema').executeTakeFirst()
      : undefined
  if (meta) return Number(meta.value)
  throw new ArchiveError(
    'not-an-archive',
    `${name} holds something else (${[...names].sort().slice(0, 3).join(', ')} …). Give the archive a place of its own.`,
  )
}
