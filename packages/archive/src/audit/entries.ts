import { sql } from 'kysely'
import type { Archive } from '../archive.js'
import { pageOf } from '../database/page-of.js'
import { ArchiveError } from '../errors.js'

export interface AuditQuery {
  /** story:KEY (all its versions), story:KEY@2, person:KEY, archive … */
  readonly subject?: string | undefined
  readonly who?: string | undefined
  readonly action?: string | undefined
  /** Done at this time or later; at this time or earlier. ISO 8601, in UTC with milliseconds. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** `next` of the answer before. */
  readonly cursor?: string | undefined
  readonly limit?: number
}

export interface AuditEntry {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly action: string
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly hash: string
}

/** Entries of the audit log, the latest first; `next` goes on behind them, and new entries do not move it. */
export async function auditEntries(
  { db }: Archive,
  { subject, who, action, from, to, cursor, limit = 50 }: AuditQuery = {},
): Promise<{ entries: AuditEntry[]; next: string | null }> {
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
    throw new ArchiveError('bad-query', `"${cursor}" is no cursor. Give "next" of an answer.`)
  const rows = await db
    .selectFrom('audit')
    .select(['seq', 'at', 'who', 'action', 'subject', 'detail', 'hash'])
    .$if(subject !== undefined, all =>
      all.where(eb =>
        eb.or([
          eb('subject', '=', subject!),
          eb(sql`substr(subject, 1, ${subject!.length + 1})`, '=', `${subject}@`),
        ]),
      ),
    )
    .$if(who !== undefined, all => all.where('who', '=', who!))
    .$if(action !== undefined, all => all.where('action', '=', action!))
    .$if(from !== undefined, all => all.where('at', '>=', from!))
    .$if(to !== undefined, all => all.where('at', '<=', to!))
    .$if(cursor !== undefined, all => all.where('seq', '<', Number(cursor)))
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const { page, last } = pageOf(rows, limit)
  const entries = page.map(row => ({ ...row, detail: JSON.parse(row.detail) }))
  return { entries, next: last ? String(last.seq) : null }
}
