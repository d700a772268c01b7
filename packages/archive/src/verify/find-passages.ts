import { sql } from 'kysely'
import type { WordTable } from '../database/database.js'
import type { Match } from '../database/match.js'
import { seenSources, type View } from '../rights/view.js'
import { dayOfId, HIGHEST, LOWEST } from '../stories/dated-ids.js'
import { tags } from '../text/tags.js'

/** A passage that may hold the words, as far as the index of words tells. */
export interface Candidate {
  readonly id: number
  readonly storyId: number
  readonly number: number
  readonly start: number
  readonly end: number
  readonly published: string | null
  /** Code units of its story's text. */
  readonly length: number
  /** Words of the claim that it is known to hold; it may hold more. */
  readonly words: ReadonlySet<string>
  /** What these tell, in bits: a word that one passage in a thousand holds tells ten. */
  readonly weight: number
}

export interface Found {
  /** Those that tell most first; of those that tell the same, the earliest. */
  readonly candidates: readonly Candidate[]
  /** What a word tells, in bits. */
  readonly weightOf: (word: string) => number
}

/** A set of words held by more passages than these is asked for with one more word. */
const MOST = 100
/** Words of a claim that are asked for; of a longer one, stretches spread over it. */
const WORDS = 48
const STRETCH = 8
/** Words of a set at most. */
const LARGEST = 6
/** Queries at most, probes of single words apart. */
const ASKED = 120
/** A word in more passages than this share is asked for only in phrases, where a stretch has few others. */
const COMMON = 0.05
const FEW = 3
/** Phrases of common words at most, and of those that few rows hold: for these the index is walked to its end. */
const PHRASES = 6
const WALKED = 2
/** With so many words that few rows hold, sets need not begin at these. */
const ENOUGH = 3
/** Up to so many words, sets pass over one. */
const SHORT = 8
/** Rows whose ids are looked at to tell how close rows lie. */
const MEASURED = 4_000
/** Passages of a story, or quotes, about. */
const PER_STORY = 12

/** A row of an index of words that may hold those of a claim, as far as the index tells. */
export type Ranked = Pick<Candidate, 'id' | 'words' | 'weight'>

/**
 * Rows of an index that hold words of a claim, those first that hold the rarest. Each word alone; then, for words that
 * many rows hold, sets of them as they follow each other in the claim, each growing to the right until few rows hold it;
 * where a stretch has hardly any but common words, phrases in the place of sets. Sets begin at every word and, in a
 * short claim, pass over one, so that a word changed, dropped or added breaks only those that it is in.
 *
 * The work is bounded: at most WORDS + `asked` queries of `most` rows each. `stretches`: the claim's folded words.
 */
export async function findRows(
  view: View,
  table: WordTable,
  stretches: readonly (readonly string[])[],
  { most = MOST, asked: left = ASKED }: { most?: number; asked?: number } = {},
): Promise<{ readonly ranked: readonly Ranked[]; readonly weightOf: (word: string) => number }> {
  const { last } = await view.archive.db
    .selectFrom('story')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  const total = Math.max(Number(last ?? 0), 1) * PER_STORY
  const densityAt = densities(view, table)
  const held = new Map<number, Set<string>>()
  const shares = new Map<string, number>()
  /** Words held by so few rows that all of these are known. */
  const few = new Set<string>()
  const asked = new Set<string>()
  let [phrases, walks] = [PHRASES, WALKED]

  const ask = (match: Match) => idsHolding(view, table, match, most + 1)
  const note = (ids: readonly number[], words: readonly string[]) => {
    for (const id of ids) {
      const known = held.get(id) ?? new Set()
      for (const word of words) known.add(word)
      held.set(id, known)
    }
  }
  const probe = async (word: string) => {
    const ids = await ask(each([word]))
    if (ids.length > most) {
      shares.set(word, await shareOf(ids, densityAt))
    } else {
      shares.set(word, Math.min(1, Math.max(ids.length, 0.5) / total))
      few.add(word)
      note(ids, [word])
    }
  }
  /** Grows a set along the stretch from `start`, the second word `step` on, until few rows hold it. */
  const grow = async (keys: readonly string[], start: number, step: number) => {
    const words = [keys[start]!]
    for (let k = start + step; k < keys.length && words.length < LARGEST && left > 0; k++) {
      words.push(keys[k]!)
      const set = [...new Set(words)]
      const name = set.join(' ')
      if (asked.has(name)) return
      asked.add(name)
      left -= 1
      const ids = await ask(each(set))
      const last = k === keys.length - 1 || words.length === LARGEST
      if (ids.length <= most || last) note(ids, set)
      if (ids.length <= most) return
    }
  }
  /** Grows a phrase from a word of the stretch on, until few rows hold it. */
  const growPhrase = async (stretch: readonly string[], start: number) => {
    const shortest = Math.min(start + FEW, stretch.length)
    for (let end = shortest; end <= stretch.length && phrases > 0 && walks > 0; end++) {
      const words = stretch.slice(start, end)
      phrases -= 1
      const ids = await ask({ words })
      if (ids.length <= most || end === stretch.length || phrases === 0) note(ids, words)
      if (ids.length > most) continue
      walks -= 1
      return
    }
  }

  for (const stretch of spread(stretches)) {
    for (const word of new Set(stretch)) if (!shares.has(word)) await probe(word)
    const keys = stretch.filter(word => shares.get(word)! <= COMMON)
    if (keys.length < FEW) {
      for (const start of startsOf(stretch.length)) await growPhrase(stretch, start)
      for (const key of keys) {
        const others = [key, ...stretch.filter(word => word !== key)]
        for (const step of [1, 2, 3]) await grow(others, 0, step)
      }
    }
    const alone = new Set(keys.filter(word => few.has(word)))
    for (let start = 0; start < keys.length; start++) {
      if (alone.size >= ENOUGH && alone.has(keys[start]!)) continue
      await grow(keys, start, 1)
      if (keys.length <= SHORT && start + 2 < keys.length) await grow(keys, start, 2)
    }
  }
  const weightOf = (word: string) => -Math.log2(shares.get(word) ?? 1)
  const ranked = Array.from(held, ([id, words]) => ({
    id,
    words,
    weight: [...words].reduce((sum, word) => sum + weightOf(word), 0),
  }))
  ranked.sort((a, b) => b.weight - a.weight || a.id - b.id)
  return { ranked, weightOf }
}

/** Where phrases of a stretch begin: at its start, at its end, which one word changed leaves one of, and between them. */
function startsOf(length: number): number[] {
  const last = Math.max(0, length - FEW)
  const between = Array.from({ length: Math.max(0, last - 1) }, (_, k) => k + 1)
  return [...new Set([0, last, ...between])]
}

/** Passages that hold words of a claim: `most` of those that `findRows` puts first. */
export async function findPassages(
  view: View,
  stretches: readonly (readonly string[])[],
  most: number,
): Promise<Found> {
  const { ranked, weightOf } = await findRows(view, 'passage_words', stretches)
  const candidates = await withPlaces(view, ranked.slice(0, most))
  return { candidates: candidates.sort(tellingFirst), weightOf }
}

const tellingFirst = (a: Candidate, b: Candidate) =>
  b.weight - a.weight || byDate(a.published, b.published) || a.id - b.id

/** Earlier dates first, those without one last. */
export const byDate = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1

/** All words of a claim, or stretches of some words spread evenly over a long one. */
function spread(stretches: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const count = stretches.reduce((sum, words) => sum + words.length, 0)
  if (count <= WORDS) return stretches
  const cut = stretches.flatMap(words =>
    Array.from({ length: Math.ceil(words.length / STRETCH) }, (_, k) =>
      words.slice(k * STRETCH, (k + 1) * STRETCH),
    ),
  )
  const wanted = Math.min(cut.length, Math.floor(WORDS / STRETCH))
  return Array.from(
    { length: wanted },
    (_, k) => cut[Math.round((k * (cut.length - 1)) / Math.max(1, wanted - 1))]!,
  )
}

/** All of these words, in any order. */
export const each = (words: readonly string[]): Match => ({
  all: words.map(word => ({ words: [word] })),
})

/** No more than `most`. */
async function idsHolding(
  view: View,
  table: WordTable,
  match: Match,
  most: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from ${holding(view, table, match)} as held limit ${most}`.execute(view.archive.db)
  return rows.map(row => row.id)
}

/** The rows of an index of words that match and that may be seen, as far as sources tell. */
export function holding({ archive, sight }: View, table: WordTable, match: Match) {
  const sources = seenSources(sight)?.map(id => ({ words: [tags.outlet(id)] }))
  const seen = sources ? { all: [match, { any: sources }] } : match
  return archive.matching(table, seen, LOWEST, HIGHEST)
}

/** The share of rows that hold a word held by many: how close the first ones lie, beside how close rows lie there. */
async function shareOf(
  ids: readonly number[],
  densityAt: (id: number) => Promise<number>,
): Promise<number> {
  let [low, high] = [ids[0]!, ids[0]!]
  for (const id of ids) {
    if (id < low) low = id
    if (id > high) high = id
  }
  return Math.min(1, ids.length / (high - low + 1) / (await densityAt(low)))
}

/** How many rows there are for one id, from an id on; measured once for a day, of all sources. */
function densities({ archive: { db } }: View, table: WordTable): (id: number) => Promise<number> {
  const known = new Map<string | null, number>()
  return async id => {
    const day = dayOfId(id)
    const measured = known.get(day)
    if (measured !== undefined) return measured
    const { count, last } = await db
      .selectFrom(
        db
          .selectFrom(table === 'quote_words' ? 'quote' : 'passage')
          .select('id')
          .where('id', '>=', id)
          .orderBy('id')
          .limit(MEASURED)
          .as('following'),
      )
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('id').as('last')])
      .executeTakeFirstOrThrow()
    const density = Number(count) / (Number(last) - id + 1)
    known.set(day, density)
    return density
  }
}

/** The candidates that may be seen, with their places. */
async function withPlaces(
  view: View,
  ranked: readonly Pick<Candidate, 'id' | 'words' | 'weight'>[],
): Promise<Candidate[]> {
  if (ranked.length === 0) return []
  const rows = await placesOf(view)
    .where('passage.id', 'in', view.archive.numbers(ranked.map(({ id }) => id)))
    .execute()
  const places = new Map(rows.map(row => [row.id, row]))
  return ranked.flatMap(one => {
    const place = places.get(one.id)
    return place === undefined ? [] : [{ ...place, ...one }]
  })
}

/** Passages that may be seen, as candidates have them. */
export function placesOf({ archive: { db }, sight }: View) {
  const sources = seenSources(sight)
  return db
    .selectFrom('passage')
    .innerJoin('story', 'story.id', 'passage.story_id')
    .innerJoin('version', 'version.id', 'story.version_id')
    .select([
      'passage.id as id',
      'passage.story_id as storyId',
      'passage.number as number',
      'passage.start as start',
      'passage.end as end',
      'passage.published as published',
      'version.length as length',
    ])
    .where('passage.hidden', '=', 0)
    .where('story.state', '=', 'shown')
    .$if(sources !== undefined, all => all.where('passage.source_id', 'in', sources!))
}
