import { pageOf } from '../database/page-of.js'
import type { QuoteTable } from '../database/schema.js'
import { excerpt, type Licence } from '../rights/licence.js'
import type { View } from '../rights/view.js'
import { type DateRange, daysOf, idsOf } from '../search/dates.js'
import { quoteLink } from '../stories/quote-ref.js'
import { fromCursor, seenMentions, toCursor } from './seen.js'

/** `from` and `to`: published then. */
export interface QuotesQuery extends DateRange {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly outlet?: string | undefined
}

export interface PersonQuote {
  /** stories/KEY/quotes/q3 */
  readonly link: string
  readonly story: string
  readonly outlet: string
  readonly published: string | null
  readonly said: string | null
  readonly kind: QuoteTable['kind']
  /** As much of its words as the outlet's licence lets show; null where that is none. */
  readonly words: string | null
  /** Is that not all? */
  readonly cut: boolean
  readonly confidence: number
}

/** Somebody who speaks in or is named by a story. */
export interface Other {
  readonly name: string
  /** Null where the register does not know them. */
  readonly key: string | null
}

export interface QuoteAbout extends PersonQuote {
  readonly speakers: readonly Other[]
}

export interface QuotesPage<Q = PersonQuote> {
  readonly quotes: readonly Q[]
  readonly next: string | null
}

/** A person's quotes, the latest first. */
export const quotesBy = (view: View, person: number, query: QuotesQuery): Promise<QuotesPage> =>
  quotesOf(view, person, 'quote_speaker', query).then(({ rows, next }) => ({
    quotes: rows.map(({ quote }) => quote),
    next,
  }))

/** Quotes of others in which a person is named, the latest first. */
export async function quotesAbout(
  view: View,
  person: number,
  query: QuotesQuery,
): Promise<QuotesPage<QuoteAbout>> {
  const { rows, next } = await quotesOf(view, person, 'quote_about', query)
  const speakers = await speakersOf(
    view,
    rows.map(row => row.id),
  )
  return {
    quotes: rows.map(({ id, quote }) => ({ ...quote, speakers: speakers.get(id) ?? [] })),
    next,
  }
}

async function quotesOf(
  view: View,
  person: number,
  link: 'quote_speaker' | 'quote_about',
  { limit, cursor, from, to, outlet }: QuotesQuery,
) {
  let query = seenMentions(view)
    .innerJoin(`${link} as link`, 'link.entity_id', 'entity.id')
    .innerJoin('quote', 'quote.id', 'link.quote_id')
    .innerJoin('source', 'source.id', 'story.source_id')
    .select([
      'quote.id as id',
      'story.key as story',
      'quote.item as item',
      'source.name as outlet',
      'source.licence as licence',
      'source.snippet_words as licenceWords',
      'quote.published as published',
      'quote.said as said',
      'quote.kind as kind',
      'quote.content as content',
      'quote.confidence as confidence',
    ])
    .select(({ fn, val }) => fn.coalesce('quote.published', val('')).as('day'))
    .distinct()
    .where('entity.person_id', '=', person)
    .where('quote.hidden', '=', 0)
  if (from !== undefined || to !== undefined) {
    const { low, high } = idsOf(daysOf({ from, to }))
    query = query.where('quote.id', '>=', low).where('quote.id', '<=', high)
  }
  if (outlet !== undefined) query = query.where('source.name', '=', outlet)
  if (cursor !== undefined) {
    const [day, id] = fromCursor(cursor, 2) as [string, number]
    query = query.where(({ eb, fn, val, or, and }) => {
      const published = fn.coalesce('quote.published', val(''))
      return or([
        eb(published, '<', String(day)),
        and([eb(published, '=', String(day)), eb('quote.id', '<', Number(id))]),
      ])
    })
  }
  const all = await query
    .orderBy('day', 'desc')
    .orderBy('quote.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { page, last } = pageOf(all, limit)
  return {
    rows: page.map(({ id, item, content, licence, licenceWords, day: _, ...row }) => ({
      id,
      quote: {
        link: quoteLink(row.story, item),
        ...row,
        ...shown(content, { kind: licence, words: licenceWords }),
      },
    })),
    next: last ? toCursor([last.day, last.id]) : null,
  }
}

function shown(content: string, licence: Licence) {
  const part = excerpt(content, { start: 0, end: content.length }, licence)
  return {
    words: part && content.slice(part.start, part.end),
    cut: part === null || part.end - part.start < content.length,
  }
}

/** By the quote's id; without those whom nobody is to find. */
export async function speakersOf(
  { archive: { db } }: View,
  quotes: readonly number[],
): Promise<Map<number, Other[]>> {
  if (quotes.length === 0) return new Map()
  const rows = await db
    .selectFrom('quote_speaker')
    .innerJoin('entity', 'entity.id', 'quote_speaker.entity_id')
    .leftJoin('person', 'person.id', 'entity.person_id')
    .select([
      'quote_speaker.quote_id as quote',
      'entity.name as name',
      'person.key as key',
      'person.name as called',
      'person.state as state',
    ])
    .where('quote_speaker.quote_id', 'in', quotes)
    .orderBy('entity.id')
    .execute()
  const speakers = new Map<number, Other[]>()
  for (const { quote, name, key, called, state } of rows) {
    if (state === 'hidden' || state === 'withdrawn') continue
    const some = speakers.get(quote) ?? []
    speakers.set(quote, [...some, { name: called ?? name, key }])
  }
  return speakers
}
