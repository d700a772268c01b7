import { ArchiveError } from '../errors.js'
import type { Licence } from '../rights/licence.js'
import { seenSources, type View } from '../rights/view.js'

/** A story as it stands in the archive, without text and record. */
export interface StoryEntry {
  readonly id: number
  readonly key: string
  readonly versionId: number
  readonly version: number
  readonly sourceId: number
  readonly outlet: string
  readonly licence: Licence
  readonly state: 'shown' | 'hidden' | 'withdrawn'
  readonly title: string | null
  readonly byline: readonly string[]
  readonly url: string | null
  readonly published: string | null
  readonly kind: 'story' | 'transcript'
  /** How often its record in force was changed. */
  readonly revision: number
}

/**
 * `ref` is a key, or KEY@VERSION. Rejects with 'not-found', also for a story that the view does not reach, or 'withdrawn'
 * with the reason that is kept.
 */
export async function findStory(
  { archive: { db }, sight }: View,
  ref: string,
): Promise<StoryEntry> {
  const [key = '', number] = ref.split('@')
  let query = db
    .selectFrom('story')
    .innerJoin('source', 'source.id', 'story.source_id')
    .innerJoin('version', 'version.story_id', 'story.id')
    .select([
      'story.id as id',
      'story.key as key',
      'version.id as versionId',
      'version.number as version',
      'source.id as sourceId',
      'source.name as outlet',
      'source.licence as licence',
      'source.snippet_words as licenceWords',
      'story.state as state',
      'version.title as title',
      'version.byline as byline',
      'story.url as url',
      'version.published as published',
      'version.kind as kind',
      'story.revision as revision',
    ])
    .where('story.key', '=', key)
  query =
    number === undefined
      ? query.whereRef('version.id', '=', 'story.version_id')
      : query.where('version.number', '=', Number(number) || 0)
  const sources = seenSources(sight)
  if (sources) query = query.where('source.id', 'in', sources)
  const row = await query.executeTakeFirst()
  if (row) {
    const { licence: kind, licenceWords: words, byline, ...entry } = row
    return { ...entry, licence: { kind, words }, byline: byline ? JSON.parse(byline) : [] }
  }
  const gone = await db
    .selectFrom('tombstone')
    .selectAll()
    .where('subject', '=', 'story')
    .where('key', '=', key)
    .executeTakeFirst()
  if (gone)
    throw new ArchiveError(
      'withdrawn',
      `The story ${key} was withdrawn on ${gone.at.slice(0, 10)}: ${gone.reason}`,
    )
  throw new ArchiveError('not-found', `There is no story ${ref} in the archive.`)
}
