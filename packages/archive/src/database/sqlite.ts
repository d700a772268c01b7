import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely'
import { ArchiveError } from '../errors.js'
import { queueOfRows } from '../jobs/queue-of-rows.js'
import type { Database } from './database.js'
import type { Tables } from './schema.js'

type File = InstanceType<typeof DatabaseSync>
type Statement = ReturnType<File['prepare']>

interface Prepared {
  readonly prepared: Statement
  /** Does it give rows? */
  readonly reader: boolean
}

/** Prepared statements kept at once. */
const KEPT = 500
/** Milliseconds that another process's write is waited for. */
const PATIENCE = 10_000

/**
 * An archive in a file; ':memory:' for one that is gone with the process. Write-ahead log, every commit synced to disk.
 * Throws ArchiveError: 'no-archive' where there is none and `create` is not set, 'not-an-archive', 'read-only', 'busy'.
 */
export function openSqlite(
  path: string,
  { create = false, readOnly = false }: { create?: boolean; readOnly?: boolean } = {},
): Database {
  const memory = path === ':memory:'
  if (!memory && !existsSync(path)) {
    if (!create || readOnly) {
      throw new ArchiveError(
        'no-archive',
        `There is no archive at ${path}. Make one with: onrecord add FILE…`,
      )
    }
    mkdirSync(dirname(path), { recursive: true })
  }
  let file: File
  try {
    file = new DatabaseSync(path, { readOnly, timeout: PATIENCE })
    if (!readOnly && !memory) file.exec('pragma journal_mode = wal')
    file.exec(
      'pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -65536; pragma temp_store = memory',
    )
    file.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    throw explainSqlite(error, path)
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: bridge(file) }) })
  return {
    words: {
      engine: 'sqlite',
      id: 'integer primary key',
      wide: 'integer',
      blob: 'blob',
      real: 'real',
    },
    db,
    name: path,
    readOnly,
    async putWords(db, table, rows) {
      for (const { id, words, tags } of rows) {
        await sql`insert or replace into ${sql.table(table)} (rowid, words) values (${id}, ${[words, ...tags].join(' ')})`.execute(
          db,
        )
      }
    },
    async dropWords(db, table, ids) {
      for (const id of ids) {
        await sql`delete from ${sql.table(table)} where rowid = ${id}`.execute(db)
      }
    },
    lock: async () => {},
    openQueue: async () => queueOfRows(db),
    explain: error => explainSqlite(error, path),
    close: () => db.destroy(),
  }
}

/** The interface of node:sqlite as the one that Kysely asks for. */
function bridge(file: File): SqliteDatabase {
  const kept = new Map<string, Prepared>()
  function statement(text: string): Prepared {
    const found = kept.get(text)
    if (found) return found
    const prepared = file.prepare(text)
    const made = { prepared, reader: prepared.columns().length > 0 }
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
    kept.set(text, made)
    return made
  }
  return {
    close() {
      kept.clear()
      file.close()
    },
    prepare(text) {
      // Kysely's begin takes the lock to write only at the first write, and may then find the archive changed.
      const { prepared, reader } = statement(text === 'begin' ? 'begin immediate' : text)
      type Values = Parameters<Statement['all']>
      return {
        reader,
        all: values => prepared.all(...(values as Values)),
        run: values => {
          const { changes, lastInsertRowid } = prepared.run(...(values as Values))
          return { changes, lastInsertRowid }
        },
        iterate: values => prepared.iterate(...(values as Values)) as IterableIterator<unknown>,
      }
    },
  }
}

/** SQLite's result codes: https://sqlite.org/rescode.html */
function explainSqlite(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof ArchiveError) return error
  const { errcode, message } = error as Error & { errcode?: number }
  const code = (errcode ?? 0) & 0xff
  const as = (code: ConstructorParameters<typeof ArchiveError>[0], text: string) =>
    new ArchiveError(code, text, { cause: error })
  if (code === 5 || code === 6 || /database (?:table )?is locked/.test(message)) {
    return as(
      'busy',
      `${path} is being written by another process and stayed so for ${PATIENCE / 1000} seconds. Try again when that is done.`,
    )
  }
  if (code === 8 || /readonly database/.test(message)) {
    return as(
      'read-only',
      `${path} cannot be written: check its permissions and those of its folder.`,
    )
  }
  if (code === 13 || /disk is full/.test(message)) {
    return as(
      'disk-full',
      `There is no room left for ${path}. Nothing confirmed is lost; make room and run the same command again.`,
    )
  }
  if (code === 26 || /file is not a database/.test(message)) {
    return as('not-an-archive', `${path} is not an archive of Onrecord. Check the path.`)
  }
  if (code === 11 || /malformed/.test(message)) {
    return as('broken', `${path} is damaged. Restore a backup: onrecord restore BACKUP.`)
  }
  if (code === 14 || /unable to open database/.test(message)) {
    return as(
      'no-archive',
      `${path} cannot be opened: check that it is a file and that it may be read.`,
    )
  }
  return error
}
