import type { Archive } from '../archive.js'
import { log } from '../audit/audit.js'
import type { Db } from '../database/database.js'
import { pageOf } from '../database/page-of.js'
import { ArchiveError } from '../errors.js'
import { keyOf } from '../pack.js'
import { refreshHidden } from './hidden.js'
import { personRows, type Subject, storyRow } from './subject.js'

/** What was decided about a story or person. */
export interface RestrictionEntry extends Subject {
  readonly restriction: string
  readonly state: 'hidden' | 'replaced' | 'withdrawn'
  readonly replacement: string | null
  readonly reason: string
  readonly who: string
  readonly at: string
  readonly liftedBy: string | null
  readonly liftedAt: string | null
}

/** Who does something, when (ISO 8601). */
export interface Doer {
  readonly who: string
  readonly at: string
}

/** Restrictions, the latest first; only those in force unless `all`. `before` is the last key of the page before. */
export async function restrictionsOf(
  { db }: Archive,
  {
    all = false,
    limit = 100,
    before,
  }: { all?: boolean; limit?: number; before?: string | undefined } = {},
): Promise<{ restrictions: RestrictionEntry[]; next: string | null }> {
  const from = before === undefined ? undefined : await restrictionRow(db, before)
  const rows = await db
    .selectFrom('restriction')
    .select([
      'key as restriction',
      'subject',
      'subject_key as key',
      'state',
      'replacement',
      'reason',
      'who',
      'at',
      'lifted_by as liftedBy',
      'lifted_at as liftedAt',
    ])
    .$if(!all, some => some.where('lifted_at', 'is', null))
    .$if(from !== undefined, some => some.where('id', '<', from!.id))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { page, last } = pageOf(rows, limit)
  return { restrictions: page, next: last?.restriction ?? null }
}

/** Writes down a restriction in the caller's transaction. Gives its key and row. */
export async function restrict(
  db: Db,
  { subject, key: subjectKey }: Subject,
  {
    state,
    replacement = null,
    reason,
  }: { state: RestrictionEntry['state']; replacement?: string | null; reason: string },
  { who, at }: Doer,
): Promise<{ key: string; id: number }> {
  const key = keyOf(subject, subjectKey, state, at, who)
  const { id } = await db
    .insertInto('restriction')
    .values({ key, subject, subject_key: subjectKey, state, replacement, reason, who, at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { key, id }
}

/** Is there such a restriction of the subject that is not lifted? */
export async function inForce(
  db: Db,
  { subject, key }: Subject,
  state: RestrictionEntry['state'],
): Promise<boolean> {
  const row = await db
    .selectFrom('restriction')
    .select('id')
    .where('subject', '=', subject)
    .where('subject_key', '=', key)
    .where('state', '=', state)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Lifts a restriction. What was hidden is found again. Words that were replaced or withdrawn do not come back, but from
 * now on stories may come in with them again. Rejects with 'not-found', or 'conflict' where it is lifted.
 */
export async function lift(
  archive: Archive,
  restriction: string,
  { who, at }: Doer,
): Promise<RestrictionEntry> {
  return archive.write(async db => {
    await archive.lock(db, 'add')
    const row = await restrictionRow(db, restriction)
    if (row.lifted_at !== null)
      throw new ArchiveError(
        'conflict',
        `The restriction ${restriction} was lifted on ${row.lifted_at.slice(0, 10)} by ${row.lifted_by}.`,
      )
    await db
      .updateTable('restriction')
      .set({ lifted_by: who, lifted_at: at })
      .where('id', '=', row.id)
      .execute()
    await db.deleteFrom('withheld').where('restriction_id', '=', row.id).execute()
    if (row.state === 'hidden') await showAgain(db, { subject: row.subject, key: row.subject_key })
    if (row.state === 'withdrawn') {
      const tombstones = db
        .selectFrom('tombstone')
        .select('id')
        .where('subject', '=', row.subject)
        .where('key', '=', row.subject_key)
      await db.deleteFrom('mark').where('tombstone_id', 'in', tombstones).execute()
    }
    const subject = `${row.subject}:${row.subject_key}`
    await log(db, [{ who, action: 'lift', subject, detail: { restriction } }], at)
    const { id: _, key, subject_key, lifted_at, lifted_by, ...rest } = row
    return { ...rest, key: subject_key, restriction: key, liftedBy: who, liftedAt: at }
  })
}

async function showAgain(db: Db, { subject, key }: Subject) {
  const rows = await rowsOf(db, { subject, key })
  const others = await db
    .selectFrom('restriction')
    .select(['state', 'lifted_at'])
    .where('subject', '=', subject)
    .where('subject_key', 'in', [key, ...rows.map(row => row.key)])
    .where('state', '!=', 'withdrawn')
    .execute()
  // two who were hidden each, and are one since
  if (others.some(one => one.state === 'hidden' && one.lifted_at === null)) return
  const replaced = others.some(one => one.state === 'replaced')
  for (const { id } of rows) {
    await db
      .updateTable(subject as 'person')
      .set({ state: replaced ? 'replaced' : 'shown' })
      .where('id', '=', id)
      .where('state', '=', 'hidden')
      .execute()
  }
  await refreshHidden(db, await storiesOf(db, subject, rows))
}

/** The rows that a restriction is about. Rejects with 'not-found' or 'withdrawn'. */
export const rowsOf = async (
  db: Db,
  { subject, key }: Subject,
): Promise<readonly { id: number; key: string }[]> =>
  subject === 'story' ? [await storyRow(db, key)] : personRows(db, key)

/** Row ids of the stories that they are, or are in. */
export async function storiesOf(
  db: Db,
  subject: Subject['subject'],
  rows: readonly { readonly id: number }[],
): Promise<number[]> {
  const ids = rows.map(row => row.id)
  if (subject === 'story') return ids
  const stories = await db
    .selectFrom('entity')
    .select('story_id as id')
    .distinct()
    .where('person_id', 'in', ids)
    .execute()
  return stories.map(story => story.id)
}

async function restrictionRow(db: Db, key: string) {
  const row = await db
    .selectFrom('restriction')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst()
  if (row) return row
  throw new ArchiveError(
    'not-found',
    `There is no restriction ${key}. List them with: onrecord restrictions --all`,
  )
}
