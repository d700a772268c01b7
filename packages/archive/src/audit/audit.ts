import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import { inChunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'
import type { AuditTable } from '../database/schema.js'
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
    const sealed = seal(JSON.stringify(detail), randomBytes(9).toString('base64url'))
    const entry = { seq, at, who, action, subject, ...sealed, previous }
    const row = { ...entry, hash: hashOf(entry) }
    previous = row.hash
    return row
  })
  await inChunks(rows, some => db.insertInto('audit').values(some).execute())
}

const seal = (detail: string, salt: string) => ({ detail, salt, seal: sha256(salt + detail) })

/** What the hash of an entry covers: its fields in this order, as JSON, the detail by its seal. */
const hashOf = (e: Omit<Selectable<AuditTable>, 'detail' | 'salt' | 'hash'>) =>
  sha256(JSON.stringify([e.seq, e.at, e.who, e.action, e.subject, e.seal, e.previous]))

const ERASED = JSON.stringify({ erased: true })

/**
 * Erases what entries say in detail, where it may not be kept; that they are there, and who did what when, stays and is
 * still covered by the hashes. Gives the numbers of those that it changed: say them in a deed.
 */
export async function eraseDetails(
  db: Db,
  is: (entry: { readonly subject: string; readonly detail: string }) => boolean,
): Promise<number[]> {
  const erased: number[] = []
  for (let seq = 0; ; ) {
    const rows = await db
      .selectFrom('audit')
      .select(['seq', 'subject', 'detail'])
      .where('seq', '>', seq)
      .where('salt', 'is not', null)
      .orderBy('seq')
      .limit(5000)
      .execute()
    if (rows.length === 0) return erased
    for (const row of rows) {
      if (!is(row)) continue
      const set = { detail: ERASED, salt: null }
      await db.updateTable('audit').set(set).where('seq', '=', row.seq).execute()
      erased.push(row.seq)
    }
    seq = rows.at(-1)!.seq
  }
}

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
      const { detail, salt } = row
      const sound = salt === null ? detail === ERASED : seal(detail, salt).seal === row.seal
      if (!sound || row.seq !== seq + 1 || row.previous !== previous || row.hash !== hashOf(row))
        return row.seq
      previous = row.hash
      seq = row.seq
    }
  }
}
