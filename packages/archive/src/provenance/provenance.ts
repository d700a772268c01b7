import type { Archive } from '../archive.js'
import { excerpt, shownWords } from '../rights/licence.js'
import type { View } from '../rights/view.js'
import { checkedWords } from '../verify/claim.js'
import { byDate } from '../verify/find-passages.js'
import { type Copies, type Derived, descents } from './descent.js'
import { type Place, placesOf } from './places.js'
import { seedOf } from './seed.js'
import type { Descent, Group, Occurrence, Provenance, Variant } from './types.js'
import { type Wording, wordingsOf } from './wordings.js'

export interface ProvenanceQuery {
  /** Words, or a quote's link: stories/KEY/quotes/q3, KEY#q3. */
  readonly of: string
  /** Occurrences listed of a variant; 20 unless told. */
  readonly limit?: number | undefined
}

/** Variants that are put into trees. */
const VARIANTS = 60
/** Outlets that are counted by name. */
const OUTLETS = 50

/**
 * The way of words through the stories that the view reaches: where they appeared first, what became of them, and who
 * copied whom as far as dates and wordings show. Places are counted once each; the work is bounded: see `more`. Rejects
 * with 'bad-query' for words that are too few or too many, 'not-found' for a quote that is not there.
 */
export async function provenance(
  view: View,
  { of, limit = 20 }: ProvenanceQuery,
): Promise<Provenance> {
  const seed = await seedOf(view, of)
  const { places, more } = await placesOf(view, seed.words, checkedWords(seed.words))
  const all = wordingsOf(seed.words, places)
  const wordings = all.wordings
    .slice(0, VARIANTS)
    .sort(
      (a, b) =>
        byDate(a.places[0].published, b.places[0].published) || b.places.length - a.places.length,
    )
  const copies = await copiesOf(
    view.archive,
    wordings.flatMap(wording => wording.places.map(({ storyId }) => storyId)),
  )
  const derived = descents(wordings, copies, wording => wording.places.some(isFull))
  return {
    words: seed.words,
    quote: seed.quote,
    groups: treesOf(derived)
      .map(tree => toGroup(tree, copies, limit))
      .sort((a, b) => b.count - a.count || byDate(a.first.published, b.first.published)),
    more: more || all.more || all.wordings.length > VARIANTS,
  }
}

const isFull = ({ licence }: Place) => licence.kind === 'full'

/** For each of the stories those of them that it is a copy of. */
async function copiesOf(archive: Archive, storyIds: readonly number[]): Promise<Copies> {
  const ids = archive.numbers([...new Set(storyIds)])
  const rows = await archive.db
    .selectFrom('copy')
    .select(['story_id as later', 'of_story_id as earlier'])
    .where('story_id', 'in', ids)
    .where('of_story_id', 'in', ids)
    .execute()
  const copies = new Map<number, Set<number>>()
  for (const { later, earlier } of rows)
    copies.set(later, (copies.get(later) ?? new Set()).add(earlier))
  return copies
}

/** Each tree's wordings in the order of first appearance. */
function treesOf(derived: readonly Derived[]): Derived[][] {
  const trees: Derived[][] = []
  const treeOf = new Map<Wording, Derived[]>()
  for (const one of derived) {
    let tree = one.parent && treeOf.get(one.parent)
    if (!tree) {
      tree = []
      trees.push(tree)
    }
    tree.push(one)
    treeOf.set(one.wording, tree)
  }
  return trees
}

function toGroup(tree: readonly Derived[], copies: Copies, limit: number): Group {
  const ids = new Map(tree.map(({ wording }, k) => [wording, `v${k + 1}`]))
  const places = tree.flatMap(({ wording }) => wording.places)
  const links = new Map(places.map(({ storyId, story }) => [storyId, story]))
  const occurrence = (place: Place): Occurrence => {
    const model = [...(copies.get(place.storyId) ?? [])].find(id => links.has(id))
    return {
      story: place.story,
      quote: place.quote,
      in: place.in,
      speakers: place.speakers,
      source: shownWords(place.source, place.licence) ?? '',
      outlet: place.outlet,
      published: place.published,
      copyOf: model === undefined ? null : links.get(model)!,
    }
  }
  const variants = tree.map(
    ({ wording }): Variant => ({
      id: ids.get(wording)!,
      words: wordsOf(wording),
      count: wording.places.length,
      speakers: counted(wording.places.flatMap(({ speakers }) => speakers)).map(
        ([name, count]) => ({
          name,
          count,
        }),
      ),
      occurrences: wording.places.slice(0, limit).map(occurrence),
    }),
  )
  return {
    count: places.length,
    first: variants[0]!.occurrences[0]!,
    variants,
    descents: tree.flatMap(({ wording, parent, descent }): Descent[] =>
      parent && descent ? [{ from: ids.get(parent)!, to: ids.get(wording)!, ...descent }] : [],
    ),
    outlets: counted(places.map(({ outlet }) => outlet))
      .slice(0, OUTLETS)
      .map(([outlet, count]) => ({ outlet, count })),
    months: counted(places.map(({ published }) => published?.slice(0, 7) ?? null))
      .map(([month, count]) => ({ month, count }))
      .sort((a, b) => byDate(a.month, b.month)),
  }
}

/** What of a wording may be shown: all of it where one place's licence lets it, else what the first one does. */
function wordsOf({ places }: Wording): string | null {
  const full = places.find(isFull)
  if (full) return full.content
  for (const { content, licence } of places) {
    const span = excerpt(content, { start: 0, end: content.length }, licence)
    if (span) return content.slice(span.start, span.end)
  }
  return null
}

/** The most frequent first. */
function counted<T>(items: readonly T[]): [T, number][] {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
