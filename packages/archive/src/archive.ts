import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Db } from './database/database.js'
import { migrations } from './database/migrations/index.js'
import { openPostgres } from './database/postgres.js'
import { openSqlite } from './database/sqlite.js'
import { ArchiveError } from './errors.js'

/** An open archive. Everything that is kept or asked takes it as its first argument. */
export interface Archive extends Database {
  /** Its own id, made with it; a backup has the same. */
  readonly id: string
  /** Does it all or nothing. Rejects with an ArchiveError where the database says what is wrong. */
  write<T>(what: (db: Db) => Promise<T>): Promise<T>
}

export interface OpenOptions {
  /** Makes an archive where there is none, and takes an older schema to today's. */
  readonly create?: boolean
  readonly readOnly?: boolean
}

/**
 * Opens the archive at `url`: a path, `sqlite:PATH`, `:memory:`, or postgres://… .
 * Rejects with an ArchiveError: 'no-archive', 'not-an-archive', 'older-schema' (opened read-only, or without `create`),
 * 'newer-schema', 'read-only', 'busy', 'no-connection', 'bad-url'.
 */
export async function openArchive(url: string, options: OpenOptions = {}): Promise<Archive> {
  const database = /^postgres(?:ql)?:\/\//.test(url)
    ? openPostgres(url, options)
    : openSqlite(toPath(url), options)
  try {
    await migrate(database, options)
    const { value: id } = await database.db
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'archive')
      .executeTakeFirstOrThrow()
    return {
      ...database,
      id,
      async write(what) {
        try {
          return await database.db.transaction().execute(what)
        } catch (error) {
          throw database.explain(error)
        }
      },
    }
  } catch (error) {
    await database.close()
    throw database.explain(error)
  }
}

function toPath(url: string): string {
  const path = url.replace(/^sqlite:(?:\/\/(?=\/))?/, '')
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
    throw new ArchiveError(
      'bad-url',
      `"${url}" is not an archive's address. Give a path, or postgres://user@host/database.`,
    )
  }
  if (path === '')
    throw new ArchiveError(
      'bad-url',
      'The archive has no address. Give a path, or postgres://user@host/database.',
    )
  return path
}

async function migrate(database: Database, { create = false, readOnly = false }: OpenOptions) {
  const now = await versionOf(database)
  if (now > migrations.length) {
    throw new ArchiveError(
      'newer-schema',
      `${database.name} was written by a newer Onrecord (schema ${now}; this one knows ${migrations.length}). Install the newer one.`,
    )
  }
  if (now === migrations.length) return
  if (readOnly || !create) {
    throw now === 0
      ? new ArchiveError(
          'no-archive',
          `There is no archive at ${database.name}. Make one with: onrecord add FILE…`,
        )
      : new ArchiveError(
          'older-schema',
          `${database.name} has schema ${now}, this Onrecord writes ${migrations.length}. Take a backup, then run: onrecord migrate`,
        )
  }
  await database.db.transaction().execute(async db => {
    await database.lock(db, 'migrate')
    // Another process may have done it meanwhile.
    const from = await versionOf({ ...database, db } as Database)
    if (from === 0) {
      await sql`create table meta (key text primary key, value text not null)`.execute(db)
      await db
        .insertInto('meta')
        .values([
          { key: 'schema', value: '0' },
          { key: 'archive', value: randomBytes(8).toString('hex') },
          { key: 'created', value: new Date().toISOString() },
        ])
        .execute()
    }
    for (const migration of migrations.slice(from)) {
      for (const statement of migration(database.words)) await sql.raw(statement).execute(db)
    }
    await db
      .updateTable('meta')
      .set({ value: String(migrations.length) })
      .where('key', '=', 'schema')
      .execute()
  })
}

/** How many migrations it has had; 0: it is empty. Throws 'not-an-archive' for somebody else's database. */
async function versionOf({ db, words, name }: Database): Promise<number> {
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
  if (names.has('meta')) {
    const row = await db
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'schema')
      .executeTakeFirst()
    if (row) return Number(row.value)
  }
  throw new ArchiveError(
    'not-an-archive',
    `${name} holds something else (${[...names].sort().slice(0, 3).join(', ')} …). Give the archive a place of its own.`,
  )
}
