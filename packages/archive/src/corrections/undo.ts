import { type Deed, log } from '../audit/audit.js'
import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import { seenSources, type View } from '../rights/view.js'
import type { Hand } from './correct.js'
import { storyToWrite } from './correct.js'
import { putInForce } from './in-force.js'

/** Which corrections: by their keys, or all of a story that can be undone (or done again). */
export type Which = { readonly keys: readonly string[] } | { readonly story: string }

export interface Undone {
  /** Undone, or done again, in this order. */
  readonly keys: readonly string[]
  /** Other corrections whose state is another now: those that rested on an undone one are in conflict. */
  readonly others: readonly {
    readonly key: string
    readonly state: 'applied' | 'fulfilled' | 'conflict' | 'undone'
    readonly conflict: string | null
  }[]
  /** The stories' new revisions. */
  readonly stories: readonly { readonly key: string; readonly revision: number }[]
}

/**
 * Undoes corrections, any of them, all or none. What was done to the record since stays; a correction that rests on an
 * undone one does not fit any more and is kept as a conflict. Rejects with 'not-found', with 'conflict' where one is
 * undone already, or a story was changed since `base`.
 */
export const undo = (view: View, which: Which, hand: Hand): Promise<Undone> =>
  turn(view, which, hand, 'undo')

/** Does undone corrections again, where they were in the order of the others. Rejects as `undo`. */
export const redo = (view: View, which: Which, hand: Hand): Promise<Undone> =>
  turn(view, which, hand, 'redo')

async function turn(
  { archive, sight }: View,
  which: Which,
  { who, at = new Date().toISOString(), why, base }: Hand,
  action: 'undo' | 'redo',
): Promise<Undone> {
  return archive.write(async db => {
    await archive.lock(db, 'add')
    const view = { archive: { ...archive, db }, sight }
    const rows =
      'keys' in which
        ? await byKeys(view, db, which.keys, action)
        : await all(view, db, which.story, action)
    const stories = [...new Set(rows.map(row => row.story))]
    const deeds: Deed[] = []
    const answer: { others: Undone['others'][number][]; stories: Undone['stories'][number][] } = {
      others: [],
      stories: [],
    }
    const done = new Set(rows.map(row => row.key))
    for (const key of stories) {
      const story = await storyToWrite(view, db, key, base)
      const revision = story.revision + 1
      const its = rows.filter(row => row.story === key).map(row => row.key)
      await db
        .updateTable('correction')
        .set(
          action === 'undo'
            ? { state: 'undone', conflict: null, undone_by: who, undone_at: at, revision }
            : { state: 'applied', undone_by: null, undone_at: null, revision },
        )
        .where('key', 'in', its)
        .execute()
      const before = await statesOf(db, story.id)
      await putInForce(archive, db, story.id, 'reading')
      for (const row of await statesOf(db, story.id))
        if (!done.has(row.key) && before.find(one => one.key === row.key)?.state !== row.state)
          answer.others.push(row)
      answer.stories.push({ key, revision })
      for (const correction of its)
        deeds.push({
          who,
          action,
          subject: `story:${key}@${story.version}`,
          detail: { correction, ...(why !== undefined && { why }) },
        })
    }
    await log(db, deeds, at)
    return { keys: [...done], ...answer }
  })
}

const statesOf = (db: Db, storyId: number) =>
  db
    .selectFrom('correction')
    .select(['key', 'state', 'conflict'])
    .where('story_id', '=', storyId)
    .orderBy('number')
    .execute()

async function byKeys(view: View, db: Db, keys: readonly string[], action: 'undo' | 'redo') {
  const sources = seenSources(view.sight)
  const wanted = [...new Set(keys)]
  const rows = await db
    .selectFrom('correction')
    .innerJoin('story', 'story.id', 'correction.story_id')
    .select([
      'correction.key as key',
      'correction.state as state',
      'correction.undone_by as undoneBy',
      'correction.undone_at as undoneAt',
      'story.key as story',
    ])
    .where('correction.key', 'in', wanted)
    .$if(sources !== undefined, some => some.where('story.source_id', 'in', sources!))
    .execute()
  return wanted.map(key => {
    const row = rows.find(one => one.key === key)
    if (!row)
      throw new ArchiveError(
        'not-found',
        `There is no correction ${key} of a story in the archive.`,
      )
    if (action === 'undo' && row.state === 'undone')
      throw new ArchiveError(
        'conflict',
        `The correction ${key} was undone already, by ${row.undoneBy} at ${row.undoneAt}. To do it again: onrecord redo ${key}`,
      )
    if (action === 'redo' && row.state !== 'undone')
      throw new ArchiveError('conflict', `The correction ${key} is not undone.`)
    return row
  })
}

async function all(view: View, db: Db, ref: string, action: 'undo' | 'redo') {
  const story = await storyToWrite(view, db, ref, undefined)
  const rows = await db
    .selectFrom('correction')
    .select('key')
    .where('story_id', '=', story.id)
    .where('state', action === 'undo' ? '!=' : '=', 'undone')
    .orderBy('number')
    .execute()
  return rows.map(({ key }) => ({ key, story: story.key }))
}
