import type { StoryRecord } from '@onrecord/engine'
import type { Licence } from '../rights/licence.js'
import { recordShown } from '../rights/record-shown.js'
import { seenSources, type View } from '../rights/view.js'

/** A story as it is shown: its record in force as far as its source's licence goes, its versions, where it was found, and stories of the same words. */
export interface StoryPage {
  readonly key: string
  readonly version: number
  readonly outlet: string
  readonly kind: 'story' | 'transcript'
  readonly state: 'shown' | 'hidden' | 'withdrawn'
  /** How often its record in force was changed: a correction names it as its `base`. */
  readonly revision: number
  readonly versions: readonly {
    readonly number: number
    readonly addedAt: string
    readonly sha256: string
    readonly length: number
  }[]
  readonly origins: readonly {
    readonly path: string
    readonly part: string
    readonly foundAt: string
  }[]
  readonly copies: readonly {
    readonly key: string
    readonly outlet: string
    readonly published: string | null
    readonly kind: 'same' | 'near'
    readonly similarity: number
    /** The other one came first. */
    readonly earlier: boolean
  }[]
  /** What was applied to the record: see `shownRecord`. */
  readonly licence: Licence
  readonly record: StoryRecord
}

/** `ref` is a key, or KEY@VERSION. Rejects with 'not-found' or 'withdrawn'. */
export async function storyPage(view: View, ref: string): Promise<StoryPage> {
  const { entry, record } = await recordShown(view, ref)
  const { db } = view.archive
  const sources = seenSources(view.sight)
  const versions = await db
    .selectFrom('version')
    .select(['number', 'added_at as addedAt', 'sha256', 'length'])
    .where('story_id', '=', entry.id)
    .orderBy('number')
    .execute()
  const origins = await db
    .selectFrom('origin')
    .select(['path', 'part', 'found_at as foundAt'])
    .where('version_id', '=', entry.versionId)
    .orderBy('id')
    .execute()
  const [earlier, later] = await Promise.all([
    others('story_id', 'of_story_id'),
    others('of_story_id', 'story_id'),
  ])
  function others(own: 'story_id' | 'of_story_id', other: 'story_id' | 'of_story_id') {
    return db
      .selectFrom('copy')
      .innerJoin('story', 'story.id', `copy.${other}`)
      .innerJoin('source', 'source.id', 'story.source_id')
      .innerJoin('version', 'version.id', 'story.version_id')
      .select([
        'story.key as key',
        'source.name as outlet',
        'version.published as published',
        'copy.kind as kind',
        'copy.similarity as similarity',
      ])
      .where(`copy.${own}`, '=', entry.id)
      .where('story.state', '=', 'shown')
      .$if(sources !== undefined, all => all.where('source.id', 'in', sources!))
      .orderBy('copy.similarity', 'desc')
      .execute()
  }
  return {
    key: entry.key,
    version: entry.version,
    outlet: entry.outlet,
    kind: entry.kind,
    state: entry.state,
    revision: entry.revision,
    versions,
    origins,
    copies: [
      ...earlier.map(copy => ({ ...copy, earlier: true })),
      ...later.map(copy => ({ ...copy, earlier: false })),
    ],
    licence: entry.licence,
    record,
  }
}
