import type { StoryRecord } from '@onrecord/engine'
import type { Archive } from '../archive.js'
import type { Db } from '../database/database.js'
import { joinStories } from '../people/join.js'
import { anyHidden, refreshHidden } from '../rights/hidden.js'
import { project } from '../stories/project.js'
import { machineRecord } from '../stories/record.js'
import { applyCorrections, type Outcome, readCorrection } from './apply.js'
import { correctionsOf } from './of.js'

/** How many of a story's corrections changed its record, were right in it already, or do not fit it. */
export interface CorrectionCounts {
  readonly applied: number
  readonly fulfilled: number
  readonly conflicts: number
}

/**
 * Puts the record of a story's version in force into its rows, with its corrections, and notes what became of each of
 * them; in the caller's transaction. `same`: what did not change since, see `project`.
 */
export async function putInForce(
  archive: Archive,
  db: Db,
  storyId: number,
  same?: 'text' | 'reading',
): Promise<CorrectionCounts & { readonly record: StoryRecord }> {
  const { revision: _, ...story } = await db
    .updateTable('story')
    .set(eb => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', storyId)
    .returning(['version_id', 'source_id', 'state', 'revision'])
    .executeTakeFirstOrThrow()
  const versionId = story.version_id!
  const { published } = await db
    .selectFrom('version')
    .select('published')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  const { record, outcomes } = await settle(db, versionId)
  const joined = await project(archive, db, [
    {
      record,
      storyId,
      sourceId: story.source_id,
      published,
      hidden: story.state !== 'shown',
      fresh: false,
      ...(same && { same }),
    },
  ])
  await joinStories(db, joined, new Date().toISOString())
  if (await anyHidden(db)) await refreshHidden(db, [storyId])
  const count = (state: Outcome['state']) => outcomes.filter(one => one.state === state).length
  return {
    record,
    applied: count('applied'),
    fulfilled: count('fulfilled'),
    conflicts: count('conflict'),
  }
}

async function settle(db: Db, versionId: number) {
  const machine = await machineRecord(db, versionId)
  const rows = await correctionsOf(db, versionId)
  const { record, outcomes } = applyCorrections(machine, rows.map(readCorrection))
  for (const { id, key, state, conflict } of rows) {
    const outcome = outcomes.get(key)!
    const reason = outcome.state === 'conflict' ? outcome.reason : null
    if (state !== outcome.state || conflict !== reason)
      await db
        .updateTable('correction')
        .set({ state: outcome.state, conflict: reason })
        .where('id', '=', id)
        .execute()
  }
  return { record, outcomes: [...outcomes.values()] }
}
