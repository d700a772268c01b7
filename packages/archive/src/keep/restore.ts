import { open } from 'node:fs/promises'
import { sql } from 'kysely'
import { isPostgres, pathOf } from '../archive.js'
import { type Database, type Db, WORD_TABLES } from '../database/database.js'
import { LATEST, migrateFrom, schemaOf } from '../database/migrate.js'
import { openPostgres } from '../database/postgres.js'
import { openSqlite } from '../database/sqlite.js'
import { ArchiveError } from '../errors.js'
import { chunksOf } from './chunks.js'
import { fill, type Source } from './fill.js'
import { broken, openExport } from './form.js'
import { explainFile, placeFile, setAside } from './place.js'
import { type Counts, countsOf, verify } from './verify.js'

export interface Restored {
  /** The new archive's address, without secrets. */
  readonly name: string
  readonly rows: Counts
  /** Where the archive is that was there before; null: there was none, or it was in PostgreSQL. */
  readonly aside: string | null
}

/**
 * Makes the archive at `url` from a backup or an export, whole or not at all: it is looked over before it takes its
 * place. Rejects with 'conflict' where there is one and `replace` is not set, 'broken' with the reason where the copy is
 * damaged, cut short or none, 'newer-schema'. An older schema is taken to today's.
 */
export async function restoreArchive(
  copy: string,
  url: string,
  { replace = false, now = new Date() }: { replace?: boolean; now?: Date } = {},
): Promise<Restored> {
  const source = await openCopy(copy)
  try {
    if (source.schema > LATEST)
      throw new ArchiveError(
        'newer-schema',
        `${copy} was written by a newer Onrecord (schema ${source.schema}; this one knows ${LATEST}). Install the newer one.`,
      )
    return isPostgres(url)
      ? await restoreToPostgres(source, url, replace)
      : await restoreToFile(source, pathOf(url), replace, now)
  } catch (error) {
    throw source.file?.explain(error) ?? error
  } finally {
    await source.file?.close()
  }
}

/** A backup that is an archive itself, or an export. */
async function openCopy(path: string): Promise<Source> {
  const head = Buffer.alloc(16)
  try {
    const file = await open(path)
    await file.read(head, 0, 16, 0).finally(() => file.close())
  } catch (error) {
    throw explainFile(error, path)
  }
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const { header, chunks } = await openExport(path)
    return { path, schema: header.schema, chunks }
  }
  if (head.toString('latin1') !== 'SQLite format 3\0')
    throw broken(path, 'it is neither a backup nor an export of an archive')
  const file = openSqlite(path, { readOnly: true })
  try {
    const schema = await schemaOf(file, file.db)
    if (schema === 0) throw broken(path, 'it is empty')
    return { path, schema, chunks: chunksOf(file, file.db), file }
  } catch (error) {
    await file.close()
    const known = file.explain(error)
    throw known instanceof ArchiveError && known.code === 'broken'
      ? broken(path, 'it is damaged')
      : known
  }
}

async function restoreToFile(
  source: Source,
  path: string,
  replace: boolean,
  now: Date,
): Promise<Restored> {
  let aside: string | null = null
  const clear = async () => {
    aside = await setAside(path, now)
  }
  const rows = await placeFile(path, { replace, clear }, async draft => {
    if (source.file?.copyTo) await source.file.copyTo(draft)
    const database = openSqlite(draft, { draft: true })
    try {
      return await database.db.transaction().execute(async db => {
        if (!source.file) return fill(database, db, source)
        await migrateFrom(database, db, source.schema)
        await verify(database, db, source.path)
        return countsOf(database, db)
      })
    } finally {
      await database.close()
    }
  })
  return { name: path, rows, aside }
}

async function restoreToPostgres(source: Source, url: string, replace: boolean): Promise<Restored> {
  const database = openPostgres(url)
  try {
    const rows = await database.db.transaction().execute(async db => {
      await database.makePlace(db)
      await database.lock(db, 'migrate')
      if ((await schemaOf(database, db)) > 0) {
        if (!replace)
          throw new ArchiveError(
            'conflict',
            `${database.name} holds an archive already. Give another place, or --replace.`,
          )
        await dropTables(database, db)
      }
      return fill(database, db, source)
    })
    // else its first questions are planned as if it were empty
    await sql`analyze`.execute(database.db)
    return { name: database.name, rows, aside: null }
  } catch (error) {
    throw database.explain(error)
  } finally {
    await database.close()
  }
}

async function dropTables(database: Database, db: Db): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db)
  const kept = (await database.shapes(db)).map(({ name }) => name)
  for (const name of [...WORD_TABLES, ...kept.reverse()])
    await sql`drop table if exists ${sql.table(name)}`.execute(db)
}
