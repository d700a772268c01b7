import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely'
import { ArchiveError } from '../errors.js'
import { queueOfRows } from '../jobs/queue-of-rows.js'
import { type Database, type Db, shapesFrom, type TableShape } from './database.js'
import { toFts5 } from './match.js'
import type { Tables } from './schema.js'
import { waitingWords } from './waiting-words.js'

type File = InstanceType<typeof DatabaseSync>
type Statement = ReturnType<File['prepare']>

interface Prepared {
  readonly prepared: Statement
  /** Does it give rows? */
  readonly reader: boolean
}

/** Prepared statements kept at once. */
const KEPT = 500
/** Bytes that the write-ahead log keeps on disk when it is empty again, after an import that made it long. */
const LOG_KEPT = 64 * 1024 * 1024
/** Milliseconds that another process's write is waited for. */
const PATIENCE = 10_000

/**
 * An archive in a file; ':memory:' for one that is gone with the process. Write-ahead log, every commit synced to disk.
 * Throws ArchiveError: 'no-archive' where there is none and `create` is not set, 'not-an-archive', 'read-only', 'busy'.
 */
export function openSqlite(
  path: string,
  {
    create = false,
    readOnly = false,
    draft = false,
  }: {
    create?: boolean
    readOnly?: boolean
    /** Nobody else sees the file, and it is thrown away unless it is finished: nothing is synced, nothing undone. */
    draft?: boolean
  } = {},
): Database {
  const memory = path === ':memory:'
  const there = memory ? undefined : statSync(path, { throwIfNoEntry: false })
  if (there?.isDirectory())
    throw new ArchiveError('not-an-archive', `${path} is a folder. Give a file in it.`)
  if (!memory && !there) {
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
    if (draft) file.exec('pragma journal_mode = off')
    else if (!readOnly && !memory) toLog(file)
    file.exec(
      `pragma journal_size_limit = ${LOG_KEPT}; pragma synchronous = ${draft ? 'off' : 'full'}; pragma foreign_keys = on; pragma cache_size = -65536; pragma temp_store = memory`,
    )
    file.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    throw explainSqlite(error, path)
  }
  const waiting = waitingWords(file)
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: bridge(file, { waiting, logged: !readOnly && !memory && !draft }),
    }),
  })
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
    async putWords(_, table, rows) {
      waiting.put(table, rows)
    },
    async dropWords(_, table, ids) {
      waiting.drop(table, ids)
    },
    beginSnapshot: 'begin deferred',
    shapes: shapesOf,
    async continueIds() {},
    wordIds: table => `${table}_docsize`,
    async makePlace() {},
    async faults(db) {
      const { rows } = await sql<{ fault: string }>`
        select integrity_check as fault from pragma_integrity_check where integrity_check <> 'ok'
        union all select 'row ' || rowid || ' of ' || "table" || ' refers to a row of ' || parent || ' that is not there'
        from pragma_foreign_key_check`.execute(db)
      return rows.map(row => row.fault)
    },
    async copyTo(copy) {
      await sql`vacuum into ${copy}`.execute(db)
    },
    matching(table, match, low, high) {
      waiting.write()
      return sql`(select rowid as id from ${sql.table(table)} where ${sql.table(table)} match ${toFts5(match)} and rowid between ${low} and ${high})`
    },
    lock: async () => {},
    openQueue: async () => queueOfRows(db),
    numbers: all => sql`(select value from json_each(${JSON.stringify(all)}))`,
    monday: day => sql`date(${day}, '-6 days', 'weekday 1')`,
    async erase() {
      try {
        // rows deleted from an index of words stay in its segments until these are merged
        for (const table of ['quote_words', 'passage_words'])
          file.exec(`insert into ${table}(${table}) values ('optimize')`)
        file.exec('pragma temp_store = file; vacuum; pragma temp_store = memory')
        const { busy } = file.prepare('pragma wal_checkpoint(truncate)').get() as { busy: number }
        if (busy === 0) return null
        return `${path}-wal still holds what was there before, since another process reads the archive. It is emptied when the last process closes it.`
      } catch (error) {
        const { message } = explainSqlite(error, path) as Error
        return `Free parts of ${path} may still hold what was deleted: ${message} Then run: sqlite3 ${path} vacuum`
      }
    },
    explain: error => explainSqlite(error, path),
    close: () => db.destroy(),
  }
}

/** Into the mode of the write-ahead log. SQLite does not wait for others here, as it does everywhere else. */
function toLog(file: File) {
  for (let tries = 1; ; tries++) {
    try {
      file.exec('pragma journal_mode = wal')
      return
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== 5 || tries * 50 > PATIENCE) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
}

/**
 * Brings what is in the write-ahead log into the archive's file, unless others use it now. SQLite does so when it closes,
 * but not while a statement lives, and the driver has no way to end one: the log would stay for the next to read.
 */
function emptyLog(file: File) {
  try {
    file.exec('pragma busy_timeout = 0; pragma wal_checkpoint(truncate)')
  } catch {
    // it is as safe in the log
  }
}

async function shapesOf(db: Db): Promise<TableShape[]> {
  // not the virtual tables of the indexes of words, nor those under them
  const { rows } = await sql<{ name: string; column: string; type: string; pk: number }>`
    select l.name, c.name as "column", c.type, c.pk
    from pragma_table_list l, pragma_table_info(l.name) c
    where l.schema = 'main' and l.type = 'table' and l.name not like 'sqlite!_%' escape '!'
    order by l.name, c.cid`.execute(db)
  const { rows: references } = await sql<{ name: string; parent: string }>`
    select distinct l.name, f."table" as parent from pragma_table_list l, pragma_foreign_key_list(l.name) f
    where l.schema = 'main' and l.type = 'table'`.execute(db)
  return shapesFrom(rows, references)
}

const NOTHING = { changes: 0, lastInsertRowid: 0 }

/** The interface of node:sqlite as the one that Kysely asks for. */
function bridge(
  file: File,
  { waiting, logged }: { waiting: ReturnType<typeof waitingWords>; logged: boolean },
): SqliteDatabase {
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
      if (logged) emptyLog(file)
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
          if (text === 'commit') waiting.write()
          if (text === 'rollback') waiting.forget()
          // SQLite has done so itself where the disk is full; to be refused here would hide that
          if (text === 'rollback' && !file.isTransaction) return NOTHING
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
    return as('broken', `${path} is damaged. Restore a backup: onrecord archive restore BACKUP.`)
  }
  if (code === 10) {
    return as(
      'no-connection',
      `${path} cannot be read or written: the disk fails, or has no room (${message}). Nothing confirmed is lost; look at the disk, then run the same command again.`,
    )
  }
  if (code === 14 || /unable to open database/.test(message)) {
    return as(
      'no-archive',
      `${path} cannot be opened: check that it is a file and that it may be read.`,
    )
  }
  return error
}
