import { sql } from 'kysely'
import { checkAudit } from '../audit/audit.js'
import type { Database, Db } from '../database/database.js'
import { broken } from './form.js'

/** Rows by table. */
export type Counts = Readonly<Record<string, number>>

export async function countsOf(database: Database, db: Db): Promise<Counts> {
  const counts: Record<string, number> = {}
  for (const { name } of await database.shapes(db)) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(
      db,
    )
    counts[name] = Number(rows[0]!.n)
  }
  return counts
}

/** Is a copy sound in itself, and has it all rows? Rejects with 'broken' and the first fault. */
export async function verify(
  database: Database,
  db: Db,
  path: string,
  expected: Counts = {},
): Promise<void> {
  const [fault] = await database.faults(db)
  if (fault) throw broken(path, fault)
  const seq = await checkAudit(db)
  if (seq !== null) throw broken(path, `its audit log does not hold together at entry ${seq}`)
  const counts = await countsOf(database, db)
  for (const [table, count] of Object.entries(expected)) {
    if (counts[table] !== count)
      throw broken(path, `${table} has ${counts[table]} rows, and should have ${count}`)
  }
}
