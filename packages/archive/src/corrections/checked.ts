import type { StoryRecord } from '@onrecord/engine'
import { pageOf } from '../database/page-of.js'
import { seenSources, type View } from '../rights/view.js'
import { recordInForce } from '../stories/record.js'
import { placeInList } from './place-in-list.js'

/** A story that an editor has checked whole. */
export interface CheckedStory {
  readonly key: string
  readonly version: number
  /** Who checked it. */
  readonly who: string
  /** In force. */
  readonly record: StoryRecord
}

/**
 * Stories that an editor has checked whole (a `check` that fits the record in force): what the model learns from. A
 * story with single corrections is left out: where nobody looked, the model would learn that nobody speaks. Only of outlets whose licence is full, and of stories that are shown.
 */
export async function checkedStories(
  view: View,
  { limit = 1000, after }: { limit?: number; after?: string | undefined } = {},
): Promise<{ stories: CheckedStory[]; next: string | null }> {
  const { db } = view.archive
  const sources = seenSources(view.sight)
  const from = after === undefined ? 0 : await placeInList(db, 'story', after)
  const rows = await db
    .selectFrom('story')
    .innerJoin('source', 'source.id', 'story.source_id')
    .innerJoin('version', 'version.id', 'story.version_id')
    .innerJoin('correction', 'correction.story_id', 'story.id')
    .select(({ fn }) => [
      'story.id as id',
      'story.key as key',
      'version.id as versionId',
      'version.number as version',
      fn.max('correction.number').as('last'),
    ])
    .where('correction.kind', '=', 'check')
    .where('correction.state', 'in', ['applied', 'fulfilled'])
    .where('story.state', '=', 'shown')
    .where('source.licence', '=', 'full')
    .where('story.id', '>', from)
    .$if(sources !== undefined, some => some.where('source.id', 'in', sources!))
    .groupBy(['story.id', 'story.key', 'version.id', 'version.number'])
    .orderBy('story.id')
    .limit(limit + 1)
    .execute()
  const { page, last: end } = pageOf(rows, limit)
  const stories: CheckedStory[] = []
  for (const { id, key, versionId, version, last } of page) {
    const { who } = await db
      .selectFrom('correction')
      .select('who')
      .where('story_id', '=', id)
      .where('number', '=', Number(last))
      .executeTakeFirstOrThrow()
    stories.push({ key, version, who, record: await recordInForce(db, versionId) })
  }
  return { stories, next: end?.key ?? null }
}
