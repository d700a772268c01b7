import { sql } from 'kysely'
import { chunks } from './chunks.js'
import type { Db } from './database.js'
import type { Tables } from './schema.js'

type Sort = 'bigint' | 'double precision' | 'text'

/**
 * Sets columns of many rows, each to values of its own, in few statements. `columns` tells the sorts of the values, which
 * PostgreSQL cannot see; no row may be given twice.
 */
export async function setMany<C extends string>(
  db: Db,
  table: keyof Tables,
  columns: Readonly<Record<C, Sort>>,
  rows: readonly (Readonly<Record<NoInfer<C>, string | number | null>> & { readonly id: number })[],
): Promise<void> {
  const own = Object.keys(columns) as C[]
  // what VALUES calls its columns in both databases
  const sets = own.map((column, k) => sql`${sql.ref(column)} = given.${sql.ref(`column${k + 2}`)}`)
  for (const some of chunks(rows)) {
    const values = some.map(row => {
      const cells = own.map(column => sql`cast(${row[column]} as ${sql.raw(columns[column])})`)
      return sql`(${sql.join([sql`cast(${row.id} as bigint)`, ...cells])})`
    })
    await sql`update ${sql.table(table)} set ${sql.join(sets)} from (values ${sql.join(values)}) as given
      where ${sql.table(table)}.id = given.column1`.execute(db)
  }
}
