import { pageOf } from '../database/page-of.js'
import { fromCursor, toCursor } from '../people/seen.js'
import { seenSources, type View } from '../rights/view.js'

/** A story in a list. */
export interface ListedStory {
  readonly key: string
  readonly title: string | null
  readonly outlet: string
  readonly kind: 'story' | 'transcript'
  readonly published: string | null
  readonly addedAt: string
  readonly quotes: number
  /** Quotes of which it, or whose it is, is less sure than `unsure`. */
  readonly doubtful: number
}

export interface StoriesAsked {
  /** Only those with doubtful quotes. */
  readonly doubtful?: boolean | undefined
  /** A confidence below this is doubtful. */
  readonly unsure: number
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The stories of an archive that are shown, the latest added first. */
export async function listStories(
  { archive: { db }, sight }: View,
  { doubtful = false, unsure, limit, cursor }: StoriesAsked,
): Promise<{ stories: ListedStory[]; next: string | null }> {
  const sources = seenSources(sight)
  const [before] = cursor === undefined ? [] : (fromCursor(cursor, 1) as [number])
  const rows = await db
    .selectFrom('story')
    .innerJoin('version', 'version.id', 'story.version_id')
    .innerJoin('source', 'source.id', 'story.source_id')
    .select([
      'story.id as id',
      'story.key as key',
      'version.title as title',
      'source.name as outlet',
      'version.kind as kind',
      'version.published as published',
      'story.added_at as addedAt',
    ])
    .where('story.state', '=', 'shown')
    .$if(sources !== undefined, some => some.where('story.source_id', 'in', sources!))
    .$if(before !== undefined, some => some.where('story.id', '<', before!))
    .$if(doubtful, some => some.where('story.id', 'in', doubtfulQuotes().select('story_id')))
    .orderBy('story.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { page: shown, last } = pageOf(rows, limit)
  const ids = [0, ...shown.map(({ id }) => id)]
  const [all, unsureOnes] = await Promise.all([
    countOf(db.selectFrom('quote').where('hidden', '=', 0)),
    countOf(doubtfulQuotes()),
  ])
  return {
    stories: shown.map(({ id, ...story }) => ({
      ...story,
      quotes: all.get(id) ?? 0,
      doubtful: unsureOnes.get(id) ?? 0,
    })),
    next: last ? toCursor([last.id]) : null,
  }

  function doubtfulQuotes() {
    return db
      .selectFrom('quote')
      .where('hidden', '=', 0)
      .where(({ eb, or }) =>
        or([eb('confidence', '<', unsure), eb('speaker_confidence', '<', unsure)]),
      )
  }

  async function countOf(quotes: ReturnType<typeof doubtfulQuotes>): Promise<Map<number, number>> {
    const counted = await quotes
      .where('story_id', 'in', ids)
      .groupBy('story_id')
      .select(({ fn }) => ['story_id as story', fn.countAll<number>().as('count')])
      .execute()
    return new Map(counted.map(({ story, count }) => [story, Number(count)]))
  }
}
