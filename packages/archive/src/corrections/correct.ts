import type { StoryRecord } from '@onrecord/engine'
import { type Deed, log } from '../audit/audit.js'
import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import { keyOf } from '../pack.js'
import type { View } from '../rights/view.js'
import { machineRecord } from '../stories/record.js'
import { findStory, type StoryEntry } from '../stories/story.js'
import { applyCorrections, makeCorrection, readCorrection } from './apply.js'
import { putInForce } from './in-force.js'
import type { Edit } from './kinds/index.js'
import { meanwhile } from './meanwhile.js'
import { Misfit } from './misfit.js'
import { correctionsOf } from './of.js'

export interface Hand {
  readonly who: string
  readonly at?: string
  readonly why?: string | undefined
  /** The revision of the story that the editor saw. Left out: whatever it is now. */
  readonly base?: number | undefined
}

export interface Corrected {
  readonly story: StoryEntry
  readonly revision: number
  readonly corrections: readonly { readonly key: string; readonly state: 'applied' | 'fulfilled' }[]
  /** In force from now on. */
  readonly record: StoryRecord
}

/**
 * Corrects a story's record: all edits or none, each done to what the ones before it gave. Rejects with 'bad-query'
 * where an edit makes no sense, with 'conflict' where somebody changed the story since `base`, or `ref` names an earlier
 * text of it; with 'not-found' and 'withdrawn' as `findStory`.
 */
export async function correct(
  { archive, sight }: View,
  ref: string,
  edits: readonly Edit[],
  { who, at = new Date().toISOString(), why, base }: Hand,
): Promise<Corrected> {
  return archive.write(async db => {
    await archive.lock(db, 'add')
    const story = await storyToWrite({ archive: { ...archive, db }, sight }, db, ref, base)
    const machine = await machineRecord(db, story.versionId)
    const before = (await correctionsOf(db, story.versionId)).map(readCorrection)
    let { record } = applyCorrections(machine, before)
    const first = await nextNumber(db, story.id)
    const keys: string[] = []
    const deeds: Deed[] = []
    for (const [k, edit] of edits.entries()) {
      const number = first + k
      const key = keyOf('correction', story.key, String(number))
      const made = make(k, edit, () => makeCorrection({ key, number }, edit, record, machine))
      record = made.record
      const { edit: whole, anchors } = made.correction
      await db
        .insertInto('correction')
        .values({
          key,
          story_id: story.id,
          version_id: story.versionId,
          number,
          revision: story.revision + 1,
          kind: edit.do,
          target: JSON.stringify(anchors),
          change: JSON.stringify(whole),
          who,
          at,
          why: why ?? null,
          state: 'applied',
        })
        .execute()
      keys.push(key)
      deeds.push({
        who,
        action: 'correct',
        subject: `story:${story.key}@${story.version}`,
        detail: { correction: key, kind: edit.do },
      })
    }
    await log(db, deeds, at)
    const inForce = await putInForce(archive, db, story.id, 'reading')
    const states = await db
      .selectFrom('correction')
      .select(['key', 'state'])
      .where('key', 'in', keys)
      .execute()
    const corrections = keys.map(key => {
      const state = states.find(one => one.key === key)!.state
      if (state !== 'applied' && state !== 'fulfilled')
        throw new Error(`The correction ${key} is not found again in the record it was made on.`)
      return { key, state } as const
    })
    return { story, revision: story.revision + 1, corrections, record: inForce.record }
  })
}

function make<T>(k: number, edit: Edit, what: () => T): T {
  try {
    return what()
  } catch (error) {
    if (!(error instanceof Misfit)) throw error
    throw new ArchiveError('bad-query', `Edit ${k + 1} (${edit.do}): ${error.message}`)
  }
}

/** The story, if its text in force is the one named and nobody changed it since `base`. */
export async function storyToWrite(
  view: View,
  db: Db,
  ref: string,
  base: number | undefined,
): Promise<StoryEntry> {
  const story = await findStory(view, ref)
  if (story.state === 'withdrawn')
    throw new ArchiveError(
      'withdrawn',
      `The story ${story.key} was withdrawn: nothing is left to correct.`,
    )
  const { version_id: inForce } = await db
    .selectFrom('story')
    .select('version_id')
    .where('id', '=', story.id)
    .executeTakeFirstOrThrow()
  if (inForce !== story.versionId)
    throw new ArchiveError(
      'conflict',
      `${ref} is an earlier text of the story. Correct the one in force: ${story.key}`,
    )
  if (base !== undefined && base !== story.revision)
    throw new ArchiveError('conflict', await meanwhile(db, story, base))
  return story
}

async function nextNumber(db: Db, storyId: number): Promise<number> {
  const { last } = await db
    .selectFrom('correction')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('story_id', '=', storyId)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}
