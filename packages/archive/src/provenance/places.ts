import { sql } from 'kysely'
import type { Licence } from '../rights/licence.js'
import { seenSources, type View } from '../rights/view.js'
import { quoteLink } from '../stories/quote-ref.js'
import { attribute, quotesOf, type Speaker } from '../verify/attribute.js'
import { compare } from '../verify/compare.js'
import { byDate, findPassages, findRows } from '../verify/find-passages.js'
import { stretchesOf } from '../verify/stretches.js'

/** A place where words are that may be those asked for. */
export interface Place {
  readonly storyId: number
  /** stories/KEY */
  readonly story: string
  readonly quote: string | null
  readonly in: 'quote' | 'turn' | 'story'
  readonly outlet: string
  readonly licence: Licence
  readonly published: string | null
  readonly content: string
  readonly source: string
  readonly speakers: readonly string[]
}

/** Quotes that are looked at; of more, those that hold most, the earliest first. */
const QUOTES = 3_000
/** They tell at least this much of what the one that tells most does. */
const LEAST = 0.3
/** Passages where no quote was read. */
const PASSAGES = 60

/** Quotes that hold words of the claim, and passages that do and whose words were not read as a quote; by date. */
export async function placesOf(
  view: View,
  seed: string,
  stretches: readonly (readonly string[])[],
): Promise<{ readonly places: readonly Place[]; readonly more: boolean }> {
  const { ranked } = await findRows(view, 'quote_words', stretches, { most: QUOTES, asked: 40 })
  const least = LEAST * (ranked[0]?.weight ?? 0)
  const likely = ranked.filter(({ weight }) => weight >= least).map(({ id }) => id)
  const quotes = await quotePlaces(view, likely.slice(0, QUOTES))
  const known = new Set(quotes.map(({ storyId }) => storyId))
  const others = await passagePlaces(view, seed, stretches, known)
  const places = [...quotes, ...others].sort(
    (a, b) => byDate(a.published, b.published) || a.storyId - b.storyId,
  )
  return { places, more: likely.length > QUOTES }
}

async function quotePlaces({ archive, sight }: View, ids: readonly number[]): Promise<Place[]> {
  if (ids.length === 0) return []
  const { db } = archive
  const sources = seenSources(sight)
  const rows = await db
    .selectFrom('quote')
    .innerJoin('story', 'story.id', 'quote.story_id')
    .innerJoin('source', 'source.id', 'quote.source_id')
    .select([
      'quote.id as id',
      'quote.story_id as storyId',
      'story.key as key',
      'quote.item as item',
      'quote.content as content',
      'quote.source as words',
      'quote.published as published',
      'source.name as outlet',
      'source.licence as licence',
      'source.snippet_words as snippet',
    ])
    .where('quote.id', 'in', archive.numbers(ids))
    .where('quote.hidden', '=', 0)
    .where('story.state', '=', 'shown')
    .$if(sources !== undefined, all =>
      all.where('quote.source_id', 'in', archive.numbers(sources!)),
    )
    .execute()
  const named = await db
    .selectFrom('quote_speaker')
    .innerJoin('entity', 'entity.id', 'quote_speaker.entity_id')
    .leftJoin('person', 'person.id', 'entity.person_id')
    .select([
      'quote_speaker.quote_id as quoteId',
      sql<string>`coalesce(person.name, entity.name)`.as('name'),
    ])
    .where('quote_speaker.quote_id', 'in', archive.numbers(ids))
    .orderBy('entity.id')
    .execute()
  const speakers = new Map<number, string[]>()
  for (const { quoteId, name } of named)
    speakers.set(quoteId, [...(speakers.get(quoteId) ?? []), name])
  return rows.map(
    ({ id, key, item, words, licence: kind, snippet, ...row }): Place => ({
      ...row,
      story: `stories/${key}`,
      quote: quoteLink(key, item),
      in: 'quote',
      licence: { kind, words: snippet },
      source: words,
      speakers: speakers.get(id) ?? [],
    }),
  )
}

async function passagePlaces(
  view: View,
  seed: string,
  claim: readonly (readonly string[])[],
  known: ReadonlySet<number>,
): Promise<Place[]> {
  const { db } = view.archive
  const { candidates, weightOf } = await findPassages(view, claim, QUOTES)
  const unread = candidates.filter(({ storyId }) => !known.has(storyId)).slice(0, PASSAGES)
  const stretches = await stretchesOf(db, unread, new Set(claim.flat()), weightOf)
  const total = [...new Set(claim.flat())].reduce((sum, word) => sum + weightOf(word), 0)
  const found = stretches
    .filter(({ weight }) => weight > total / 2)
    .map(one => compare(seed, [one]))
    .filter(({ verdict }) => verdict.kind !== 'absent' && verdict.kind !== 'joined')
  const quotes = await quotesOf(
    db,
    found.map(({ stretches }) => stretches[0]!.story.id),
  )
  const nameOf = ({ name, person }: Speaker) => person?.name ?? name
  return found.flatMap(({ pieces }): Place[] => {
    const { story } = pieces[0]!
    const own = attribute(pieces[0]!, quotes.get(story.id) ?? [])[0]!
    if (own.quote?.hidden) return []
    return [
      {
        storyId: story.id,
        story: `stories/${story.key}`,
        quote: own.quote ? quoteLink(story.key, own.quote.item) : null,
        in: own.in,
        outlet: story.outlet,
        licence: story.licence,
        published: story.published,
        content: pieces.map(({ text }) => text).join(' … '),
        source: own.quote?.source ?? '',
        speakers: own.speakers.map(nameOf),
      },
    ]
  })
}
