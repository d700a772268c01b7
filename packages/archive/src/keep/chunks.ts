import { sql } from 'kysely'
import type { Database, Db, TableShape } from '../database/database.js'

export type Cell = string | number | null | Uint8Array
export type Row = readonly Cell[]

/** Some rows of a table. */
export interface Chunk {
  readonly table: string
  readonly columns: readonly string[]
  /** Those of the columns that hold bytes. */
  readonly blobs: readonly string[]
  readonly rows: readonly Row[]
}

/** Rows of a chunk at most, and what they should weigh together: memory holds a chunk or two, however large the archive. */
const MOST_ROWS = 500
const WEIGHT = 2_000_000

/**
 * All rows of all tables, parents before what refers to them; none of the indexes of words. Every table gives a chunk,
 * if an empty one. Within a transaction that sees one state (`readSnapshot`), the rows fit each other.
 */
export async function* chunksOf(database: Database, db: Db): AsyncGenerator<Chunk> {
  for (const shape of await database.shapes(db)) {
    const { name: table, columns, blobs } = shape
    let after: Row | undefined
    let limit = 50
    for (;;) {
      const rows = await rowsBehind(db, shape, after, limit)
      if (rows.length > 0 || !after) yield { table, columns, blobs, rows }
      if (rows.length < limit) break
      const last = rows.at(-1)!
      after = shape.primaryKey.map(column => last[columns.indexOf(column)]!)
      limit = nextLimit(rows)
    }
  }
}

async function rowsBehind(
  db: Db,
  { name, columns, primaryKey }: TableShape,
  after: Row | undefined,
  limit: number,
): Promise<Row[]> {
  const key = sql.join(primaryKey.map(column => sql.ref(column)))
  const { rows } = await sql<Record<string, Cell>>`
    select ${sql.join(columns.map(column => sql.ref(column)))} from ${sql.table(name)}
    ${after ? sql`where (${key}) > (${sql.join(after)})` : sql``} order by ${key} limit ${limit}`.execute(
    db,
  )
  return rows.map(row => columns.map(column => row[column]!))
}

function nextLimit(rows: readonly Row[]): number {
  let weight = 1
  for (const row of rows)
    for (const cell of row)
      weight += typeof cell === 'string' || cell instanceof Uint8Array ? cell.length : 8
  return Math.max(1, Math.min(MOST_ROWS, Math.floor((rows.length * WEIGHT) / weight)))
}
