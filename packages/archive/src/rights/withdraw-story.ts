import type { Archive } from '../archive.js'
import { eraseDetails, log } from '../audit/audit.js'
import type { Db } from '../database/database.js'
import { type Change, type Changes, noteChanges, tryOut } from './changes.js'
import { forgetTold, toldIn } from './forget-told.js'
import { markWithdrawn } from './mark.js'
import { type Doer, restrict } from './restrictions.js'
import { storyRow } from './subject.js'

/** What was done, or, where it was not confirmed, what would be. */
export interface Withdrawn {
  readonly done: boolean
  readonly restriction: string | null
  readonly changes: readonly Change[]
  /** Stories of other outlets with (nearly) its words: they stay until somebody withdraws them, too. */
  readonly copies: readonly {
    readonly key: string
    readonly outlet: string
    readonly kind: 'same' | 'near'
    readonly similarity: number
  }[]
  /** What stays readable outside of the archive's tables, and what to do about it; null: nothing known. */
  readonly remains: string | null
}

/**
 * Takes a story out of the archive for good: its texts, original bytes, records, quotes, corrections, where it was
 * found, every word of it in the indexes, and what the register knew from it alone. Its key stays with a tombstone that says why, so that its link says so, and so
 * that the story is refused when it comes again. It cannot be undone. Rejects with 'not-found' or 'withdrawn'.
 */
export async function withdrawStory(
  archive: Archive,
  key: string,
  { reason, confirm = false }: { reason: string; confirm?: boolean },
  doer: Doer,
): Promise<Withdrawn> {
  const { who, at } = doer
  const gone = await tryOut(archive, confirm, async db => {
    const changes = noteChanges()
    const story = await storyRow(db, key)
    const copies = await copiesOf(db, story.id)
    const versions = await db
      .selectFrom('version')
      .select(['id', 'number', 'sha256', 'original_id as originalId'])
      .where('story_id', '=', story.id)
      .execute()
    const subject = { subject: 'story', key } as const
    const tombstone = await db
      .insertInto('tombstone')
      .values({ ...subject, source_id: story.source_id, reason, who, at })
      .returning('id')
      .executeTakeFirstOrThrow()
    await markWithdrawn(db, tombstone.id, {
      texts: versions.map(version => version.sha256),
      ownId: story.own_id,
      url: story.url,
    })
    const told = await toldIn(db, story.id)
    await dropRows(archive, db, story.id, changes, key)
    const edits = await forgetTold(db, told, at, changes, key)
    await dropOriginals(
      db,
      versions.flatMap(({ originalId }) => originalId ?? []),
      changes,
    )
    const erased = await eraseDetails(
      db,
      entry =>
        entry.subject === `story:${key}` ||
        entry.subject.startsWith(`story:${key}@`) ||
        edits.some(edit => entry.detail.includes(edit)),
    )
    changes.note('audit.detail', erased.length, { story: key })
    const restriction = await restrict(db, subject, { state: 'withdrawn', reason }, doer)
    const detail = { restriction: restriction.key, changed: changes.counts(), erased }
    await log(db, [{ who, action: 'withdraw', subject: `story:${key}`, detail }], at)
    return { restriction: confirm ? restriction.key : null, changes: changes.all, copies }
  })
  return { done: confirm, ...gone, remains: confirm ? await archive.erase() : null }
}

/** All rows of a story: what refers to it goes with it. */
async function dropRows(
  archive: Archive,
  db: Db,
  storyId: number,
  changes: Changes,
  story: string,
): Promise<void> {
  const versions = db.selectFrom('version').select('id').where('story_id', '=', storyId)
  const found = await db
    .selectFrom('origin')
    .select(['path', 'part'])
    .where('version_id', 'in', versions)
    .execute()
  const note = (place: string, rows: { numDeletedRows: bigint }) =>
    changes.note(place, Number(rows.numDeletedRows), { story })
  for (const { path, part } of found) {
    note(
      'problem',
      await db
        .deleteFrom('problem')
        .where('path', '=', path)
        .where('part', '=', part)
        .executeTakeFirst(),
    )
    note('taken', await db.deleteFrom('taken').where('path', '=', path).executeTakeFirst())
  }
  for (const [table, words] of [
    ['quote', 'quote_words'],
    ['passage', 'passage_words'],
  ] as const) {
    const rows = await db.selectFrom(table).select('id').where('story_id', '=', storyId).execute()
    const ids = rows.map(row => row.id)
    await archive.dropWords(db, words, ids)
    changes.note(words, ids.length, { story })
  }
  for (const table of ['record', 'origin', 'band', 'mark'] as const)
    note(table, await db.deleteFrom(table).where('version_id', 'in', versions).executeTakeFirst())
  const { numDeletedRows } = await db
    .deleteFrom('copy')
    .where(eb => eb.or([eb('story_id', '=', storyId), eb('of_story_id', '=', storyId)]))
    .executeTakeFirst()
  note('copy', { numDeletedRows })
  for (const table of ['correction', 'fact', 'quote', 'entity', 'passage', 'version'] as const)
    note(table, await db.deleteFrom(table).where('story_id', '=', storyId).executeTakeFirst())
  note('story', await db.deleteFrom('story').where('id', '=', storyId).executeTakeFirst())
}

/**
 * Drops original bytes; versions of other stories that were taken from the same ones lose them, too, and with them their
 * way back.
 */
export async function dropOriginals(
  db: Db,
  ids: readonly number[],
  changes: Changes,
): Promise<void> {
  if (ids.length === 0) return
  const others = await db
    .selectFrom('version')
    .innerJoin('story', 'story.id', 'version.story_id')
    .select(['story.key as story', 'version.number as version'])
    .where('original_id', 'in', [...ids])
    .execute()
  for (const of of others) changes.note('version.original_id', 1, of)
  await db
    .updateTable('version')
    .set({ original_id: null, back: null })
    .where('original_id', 'in', [...ids])
    .execute()
  const dropped = await db
    .deleteFrom('original')
    .where('id', 'in', [...ids])
    .executeTakeFirst()
  changes.note('original', Number(dropped.numDeletedRows))
}

const copiesOf = async (db: Db, storyId: number): Promise<Withdrawn['copies']> => {
  const of = (own: 'story_id' | 'of_story_id', other: 'story_id' | 'of_story_id') =>
    db
      .selectFrom('copy')
      .innerJoin('story', 'story.id', `copy.${other}`)
      .innerJoin('source', 'source.id', 'story.source_id')
      .select([
        'story.key as key',
        'source.name as outlet',
        'copy.kind as kind',
        'copy.similarity as similarity',
      ])
      .where(`copy.${own}`, '=', storyId)
      .execute()
  const all = [...(await of('story_id', 'of_story_id')), ...(await of('of_story_id', 'story_id'))]
  return all.sort((a, b) => b.similarity - a.similarity || (a.key < b.key ? -1 : 1))
}
