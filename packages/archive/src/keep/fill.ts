import { sql } from 'kysely'
import type { Database, Db } from '../database/database.js'
import { LATEST, makeMeta, migrateFrom } from '../database/migrate.js'
import { ArchiveError } from '../errors.js'
import type { Chunk } from './chunks.js'
import { broken } from './form.js'
import { type Counts, verify } from './verify.js'
import { indexWords } from './words.js'

/** What an archive is made from. */
export interface Source {
  readonly path: string
  readonly schema: number
  readonly chunks: AsyncIterable<Chunk>
  /** Where it is a file that is an archive itself. */
  readonly file?: Database
}

/** Makes the tables of the source's schema in an empty place, fills them, and takes them to today's. Gives its rows. */
export async function fill(database: Database, db: Db, source: Source): Promise<Counts> {
  const { path, schema } = source
  await makeMeta(db)
  await migrateFrom(database, db, 0, schema)
  const shapes = new Map((await database.shapes(db)).map(shape => [shape.name, shape]))
  const counts: Record<string, number> = {}
  for await (const { table, columns, rows } of source.chunks) {
    const shape = shapes.get(table)
    // names reach SQL: they are those of the schema, or nothing is done
    if (!shape || [...columns].sort().join() !== [...shape.columns].sort().join())
      throw broken(path, `its table ${table} is not that of schema ${schema}`)
    try {
      await insert(db, table, columns, rows)
    } catch (error) {
      const known = database.explain(error)
      throw known instanceof ArchiveError
        ? known
        : broken(path, `rows of ${table} do not fit (${(error as Error).message})`)
    }
    counts[table] = (counts[table] ?? 0) + rows.length
  }
  for (const { name, columns } of shapes.values())
    if (columns.includes('id')) await database.continueIds(db, name)
  await migrateFrom(database, db, schema)
  await indexWords(database, db)
  await verify(database, db, path, schema === LATEST ? counts : {})
  return counts
}

/** Values of one statement at most: SQLite takes 32,766, PostgreSQL 65,535; more than this makes it no faster. */
const VALUES = 2000

async function insert(
  db: Db,
  table: string,
  columns: readonly string[],
  rows: Chunk['rows'],
): Promise<void> {
  const names = sql.join(columns.map(column => sql.ref(column)))
  const size = Math.max(1, Math.floor(VALUES / columns.length))
  for (let k = 0; k < rows.length; k += size) {
    const values = rows.slice(k, k + size).map(row => sql`(${sql.join([...row])})`)
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db)
  }
}
