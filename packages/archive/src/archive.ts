import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Db } from './database/database.js'
import { LATEST, makeMeta, migrateFrom, schemaOf } from './database/migrate.js'
import { openPostgres } from './database/postgres.js'
import { openSqlite } from './database/sqlite.js'
import { ArchiveError } from './errors.js'

/** An open archive. Everything that is kept or asked takes it as its first argument. */
export interface Archive extends Database {
  /** Its own id, made with it; a backup has the same. */
  readonly id: string
  /** Asks several things of one state of the archive, whatever others write meanwhile. */
  read<T>(what: (db: Db) => Promise<T>): Promise<T>
  /** Does it all or nothing. Rejects with an ArchiveError where the database says what is wrong. */
  write<T>(what: (db: Db) => Promise<T>): Promise<T>
}

export interface OpenOptions {
  /** Makes an archive where there is none. */
  readonly create?: boolean
  /** Takes an older schema to today's. */
  readonly migrate?: boolean
  readonly readOnly?: boolean
}

/**
 * Opens the archive at `url`: a path, `sqlite:PATH`, `:memory:`, or postgres://… .
 * Rejects with an ArchiveError: 'no-archive', 'not-an-archive', 'older-schema' (opened read-only, or without `migrate`),
 * 'newer-schema', 'read-only', 'busy', 'no-connection', 'bad-url'.
 */
export async function openArchive(url: string, options: OpenOptions = {}): Promise<Archive> {
  const database = isPostgres(url) ? openPostgres(url, options) : openSqlite(pathOf(url), options)
  try {
    await ready(database, options)
    const { value: id } = await database.db
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'archive')
      .executeTakeFirstOrThrow()
    return {
      ...database,
      id,
      async read(what) {
        try {
          return await readSnapshot(database, what)
        } catch (error) {
          throw database.explain(error)
        }
      },
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

/** Runs `what` in a transaction that sees one state of the database. */
export function readSnapshot<T>(
  { db, beginSnapshot }: Database,
  what: (db: Db) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async db => {
    await sql.raw(beginSnapshot).execute(db)
    try {
      return await what(db)
    } finally {
      // nothing was written; a connection that is lost says so in what it was asked
      await sql`rollback`.execute(db).catch(() => {})
    }
  })
}

export const isPostgres = (url: string): boolean => /^postgres(?:ql)?:\/\//.test(url)

/** The path of an archive in a file. */
export function pathOf(url: string): string {
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

async function ready(
  database: Database,
  { create = false, migrate = false, readOnly = false }: OpenOptions,
) {
  const { db, name } = database
  const now = await schemaOf(database, db)
  if (now > LATEST) {
    throw new ArchiveError(
      'newer-schema',
      `${name} was written by a newer Onrecord (schema ${now}; this one knows ${LATEST}). Install the newer one.`,
    )
  }
  if (now === LATEST) return
  if (now === 0 && (!create || readOnly)) {
    throw new ArchiveError(
      'no-archive',
      `There is no archive at ${name}. Make one with: onrecord add FILE…`,
    )
  }
  if (now > 0 && (!migrate || readOnly)) {
    throw new ArchiveError(
      'older-schema',
      `${name} has schema ${now}, this Onrecord writes ${LATEST}. Copy it first, then run: onrecord archive migrate`,
    )
  }
  await db.transaction().execute(async db => {
    await database.makePlace(db)
    await database.lock(db, 'migrate')
    // Another process may have done it meanwhile.
    const from = await schemaOf(database, db)
    if (from === 0) {
      await makeMeta(db)
      await db
        .insertInto('meta')
        .values([
          { key: 'schema', value: '0' },
          { key: 'archive', value: randomBytes(8).toString('hex') },
          { key: 'created', value: new Date().toISOString() },
        ])
        .execute()
    }
    await migrateFrom(database, db, from)
  })
}
