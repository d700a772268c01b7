import type { Span } from '@onrecord/engine'
import type { Db } from '../database/database.js'
import { unpack } from '../pack.js'
import type { Licence } from '../rights/licence.js'
import { wordsOf } from '../text/words.js'
import { byDate, type Candidate } from './find-passages.js'

/** A story with what a citation needs of it. */
export interface ToldStory {
  readonly id: number
  readonly key: string
  readonly versionId: number
  readonly text: string
  readonly title: string | null
  readonly outlet: string
  readonly licence: Licence
  readonly published: string | null
  readonly kind: 'story' | 'transcript'
  readonly turns: readonly Turn[]
}

export interface Turn extends Span {
  /** Seconds. */
  readonly from?: number
  readonly speaker?: string
}

/** Passages of one story that follow each other, as one stretch of its text. */
export interface Stretch extends Span {
  readonly story: ToldStory
  /** The words of the claim that it holds. */
  readonly words: ReadonlySet<string>
  /** What these tell, in bits. */
  readonly weight: number
}

/** Code units of text that are loaded at most: a story is a few thousand, a day in a parliament a million. */
const LOADED = 8_000_000

/**
 * The candidates as stretches, those first that hold most of the claim, by date where they hold the same. Stories past
 * the limit of text are left out. `claim`: its folded words.
 */
export async function stretchesOf(
  db: Db,
  candidates: readonly Candidate[],
  claim: ReadonlySet<string>,
  weightOf: (word: string) => number,
): Promise<Stretch[]> {
  const lengths = new Map(candidates.map(({ storyId, length }) => [storyId, length]))
  let room = LOADED
  const ids: number[] = []
  for (const [id, length] of lengths) {
    if (length > room) continue
    room -= length
    ids.push(id)
  }
  const stories = await storiesOf(db, ids)
  const taken = new Set<Candidate>()
  const stretches = candidates.flatMap((best): Stretch[] => {
    const story = stories.get(best.storyId)
    if (!story || taken.has(best)) return []
    const run = neighbours(
      best,
      candidates.filter(({ storyId }) => storyId === best.storyId),
    )
    for (const passage of run) taken.add(passage)
    const start = Math.min(...run.map(passage => passage.start))
    const end = Math.max(...run.map(passage => passage.end))
    const words = new Set<string>()
    for (const { folded } of wordsOf(story.text.slice(start, end)))
      if (claim.has(folded)) words.add(folded)
    const weight = [...words].reduce((sum, word) => sum + weightOf(word), 0)
    return [{ story, start, end, words, weight }]
  })
  return stretches.sort(
    (a, b) =>
      b.weight - a.weight ||
      byDate(a.story.published, b.story.published) ||
      a.story.id - b.story.id ||
      a.start - b.start,
  )
}

/** The passages that stand beside one without a gap, itself included. */
function neighbours(one: Candidate, all: readonly Candidate[]): Candidate[] {
  const byNumber = new Map(all.map(passage => [passage.number, passage]))
  const run = [one]
  for (const step of [-1, 1]) {
    let number = one.number + step
    for (let next = byNumber.get(number); next; next = byNumber.get(number)) {
      run.push(next)
      number += step
    }
  }
  return run
}

async function storiesOf(db: Db, ids: readonly number[]): Promise<Map<number, ToldStory>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('story')
    .innerJoin('version', 'version.id', 'story.version_id')
    .innerJoin('source', 'source.id', 'story.source_id')
    .select([
      'story.id as id',
      'story.key as key',
      'version.id as versionId',
      'version.text as text',
      'version.title as title',
      'version.published as published',
      'version.kind as kind',
      'version.turns as turns',
      'source.name as outlet',
      'source.licence as licence',
      'source.snippet_words as words',
    ])
    .where('story.id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ licence: kind, words, turns, ...row }) => [
      row.id,
      { ...row, licence: { kind, words }, turns: turns ? unpack<Turn[]>(turns) : [] },
    ]),
  )
}
