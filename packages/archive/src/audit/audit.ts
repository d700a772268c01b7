import type { Db } from '../database/database.js'
import { sha256 } from '../pack.js'

export interface Deed {
  /** Who did it: an account, or 'local'. */
  readonly who: string
  /** 'add', 'correct', 'merge', 'withdraw', 'export' … */
  readonly action: string
  /** What it was done to: story:KEY, person:KEY, archive. */
  readonly subject: string
  readonly detail?: Readonly<Record<string, unknown>>
}

const FIRST = '0'.repeat(64)

/**
 * Writes deeds into the audit log, in the caller's transaction. The hash of an entry covers the entry before it, so that
 * none can be changed, left out or moved without all after it telling. In PostgreSQL take the lock 'audit' first.
 */
export async function log(
  db: Db,
  deeds: readonly Deed[],
  at = new Date().toISOString(),
): Promise<void> {
  if (deeds.length === 0) return
  const last = await db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  let seq = last?.seq ?? 0
  let previous = last?.hash ?? FIRST
  const rows = deeds.map(({ who, action, subject, detail = {} }) => {
    seq += 1
    const entry = { seq, at, who, action, subject, detail: JSON.stringify(detail), previous }
    const row = { ...entry, hash: hashOf(entry) }
    previous = row.hash
    return row
  })
  for (let k = 0; k < rows.length; k += 200) {
    await db
      .insertInto('audit')
      .values(rows.slice(k, k + 200))
      .execute()
  }
}

/** What the hash of an entry covers: its fields in this order, as JSON. */
const hashOf = (e: {
  seq: number
  at: string
  who: string
  action: string
  subject: string
  detail: string
  previous: string
}) => sha256(JSON.stringify([e.seq, e.at, e.who, e.action, e.subject, e.detail, e.previous]))

/** The number of the first entry that does not fit the one before it; null where the whole log is sound. */
export async function checkAudit(db: Db): Promise<number | null> {
  let previous = FIRST
  let seq = 0
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(1000)
      .execute()
    if (rows.length === 0) return null
    for (const row of rows) {
      if (row.seq !== seq + 1 || row.previous !== previous || row.hash !== hashOf(row))
        return row.seq
      previous = row.hash
      seq = row.seq
    }
  }
}
