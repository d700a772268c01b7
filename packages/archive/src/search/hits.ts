import type { Span } from '@onrecord/engine'
import { excerpt, type Licence } from '../rights/licence.js'
import type { View } from '../rights/view.js'
import { quoteLink } from '../stories/quote-ref.js'
import { type Word, wordsOf } from '../text/words.js'
import type { Found } from './found.js'
import type { QuoteKind } from './query.js'
import { occurrences, type Term } from './terms.js'

/** A quote or passage that was found, as far as its outlet's licence lets it be shown. */
export interface Hit {
  /** For ever: stories/KEY/quotes/q3, or stories/KEY@VERSION#START-END of a passage. */
  readonly link: string
  readonly story: {
    readonly key: string
    readonly version: number
    readonly kind: 'story' | 'transcript'
    readonly title: string | null
    readonly outlet: string
    readonly published: string | null
    /** When the archive got its first text: an ISO moment. */
    readonly added: string
    readonly url: string | null
    readonly licence: Licence['kind']
  }
  /** The passage that was found, or that the quote stands in; a stretch of it, or null, where the licence says so. */
  readonly passage: {
    readonly text: string
    /** In the story's text. */
    readonly start: number
    readonly end: number
    /** It is not all that stands there: the licence allows no more. */
    readonly cut: boolean
    /** In the passage's text: what was searched for. */
    readonly highlights: readonly Span[]
    /** In the passage's text: the quote's content. */
    readonly quoted: readonly Span[]
  } | null
  /** Of a quote; null of a passage. */
  readonly quote: {
    readonly id: string
    readonly kind: QuoteKind
    readonly said: string | null
    readonly confidence: number
    /** None where the story does not tell, or the licence lets nothing be shown. */
    readonly speakers: readonly {
      readonly name: string
      /** Key in the register; null where nobody knows yet who it is. */
      readonly person: string | null
    }[]
  } | null
}

/** The rows as they are shown, in their order. A story that was hidden meanwhile has none. */
export async function hitsOf(
  view: View,
  table: 'quote' | 'passage',
  found: readonly Found[],
  terms: readonly Term[],
): Promise<Hit[]> {
  if (found.length === 0) return []
  const ids = found.map(row => row.id)
  const quotes = table === 'quote' ? await quotesOf(view, ids) : null
  const rows: ReadonlyMap<number, Row> = quotes ?? (await passagesOf(view, ids))
  const stories = await storiesOf(view, [...new Set([...rows.values()].map(row => row.story))])
  const speakers = quotes ? await speakersOf(view, ids) : null
  return ids.flatMap(id => {
    const row = rows.get(id)
    const story = row && stories.get(row.story)
    if (!story) return []
    const { text, licence, ...about } = story
    const silent = licence.kind === 'link'
    const { quote } = row
    return [
      {
        link: quote
          ? quoteLink(about.key, quote.item)
          : `stories/${about.key}@${about.version}#${row.start}-${row.end}`,
        story: { ...about, licence: licence.kind },
        passage: passageOf(text, row, licence, terms),
        quote: quote && {
          id: quote.item,
          kind: quote.kind,
          said: silent ? null : quote.said,
          confidence: quote.confidence,
          speakers: silent ? [] : (speakers?.get(id) ?? []),
        },
      },
    ]
  })
}

/** A passage, and the quote in it that was found. */
interface Row extends Span {
  readonly story: number
  readonly quote: QuoteOfRow | null
}

interface QuoteOfRow extends Span {
  readonly item: string
  readonly kind: QuoteKind
  readonly content: string
  readonly said: string | null
  readonly confidence: number
}

function passageOf(
  text: string,
  { quote, ...passage }: Row,
  licence: Licence,
  terms: readonly Term[],
): Hit['passage'] {
  const content = quote ? piecesOf(text, quote) : []
  const words = (quote ? content : [passage]).flatMap(span => wordsIn(text, span))
  const marked = occurrences(terms, words).map(({ first, end }) => ({
    start: words[first]!.start,
    end: words[end - 1]!.end,
  }))
  // a quote that goes on in the next paragraph is shown whole
  const whole = { start: passage.start, end: Math.max(passage.end, quote?.end ?? 0) }
  const shown = excerpt(text, whole, licence, marked[0] ?? content[0] ?? whole)
  if (!shown) return null
  const inside = (spans: readonly Span[]) =>
    spans.flatMap(span => {
      const start = Math.max(span.start, shown.start) - shown.start
      const end = Math.min(span.end, shown.end) - shown.start
      return start < end ? [{ start, end }] : []
    })
  return {
    text: text.slice(shown.start, shown.end),
    start: shown.start,
    end: shown.end,
    cut: shown.start > whole.start || shown.end < whole.end,
    highlights: inside(apart(marked)),
    quoted: inside(content),
  }
}

const wordsIn = (text: string, { start, end }: Span): Word[] =>
  Array.from(wordsOf(text.slice(start, end)), word => ({
    ...word,
    start: word.start + start,
    end: word.end + start,
  }))

/** The pieces of a content, which its row has joined by ' … ', where they stand in the text. */
function piecesOf(text: string, { content, start, end }: QuoteOfRow): Span[] {
  const spans: Span[] = []
  let from = start
  for (const piece of content.split(' … ')) {
    const at = text.indexOf(piece, from)
    if (at < 0 || at + piece.length > end) return [{ start, end }]
    from = at + piece.length
    spans.push({ start: at, end: from })
  }
  return spans
}

/** Spans in order, those that overlap as one. */
function apart(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** By row id. */
async function storiesOf({ archive: { db, numbers } }: View, ids: readonly number[]) {
  const rows = await db
    .selectFrom('story')
    .innerJoin('source', 'source.id', 'story.source_id')
    .innerJoin('version', 'version.id', 'story.version_id')
    .select([
      'story.id as id',
      'story.key as key',
      'story.url as url',
      'story.added_at as added',
      'source.name as outlet',
      'source.licence as licence',
      'source.snippet_words as words',
      'version.number as version',
      'version.kind as kind',
      'version.title as title',
      'version.published as published',
      'version.text as text',
    ])
    .where('story.id', 'in', numbers(ids))
    .where('story.state', '=', 'shown')
    .execute()
  return new Map(
    rows.map(({ id, licence, words, ...story }) => [
      id,
      { ...story, licence: { kind: licence, words } },
    ]),
  )
}

/** By quote: its row, and the passage that it begins in. */
async function quotesOf({ archive: { db, numbers } }: View, ids: readonly number[]) {
  const rows = await db
    .selectFrom('quote')
    .innerJoin('passage', join =>
      join
        .onRef('passage.story_id', '=', 'quote.story_id')
        .onRef('passage.start', '<=', 'quote.start')
        .onRef('passage.end', '>', 'quote.start'),
    )
    .select([
      'quote.id as id',
      'quote.story_id as story',
      'quote.item as item',
      'quote.kind as kind',
      'quote.content as content',
      'quote.said as said',
      'quote.confidence as confidence',
      'quote.start as from',
      'quote.end as to',
      'passage.start as start',
      'passage.end as end',
    ])
    .where('quote.id', 'in', numbers(ids))
    .execute()
  return new Map(
    rows.map(({ id, story, start, end, from, to, ...quote }): [number, Row] => [
      id,
      { story, start, end, quote: { ...quote, start: from, end: to } },
    ]),
  )
}

async function passagesOf({ archive: { db, numbers } }: View, ids: readonly number[]) {
  const rows = await db
    .selectFrom('passage')
    .select(['id', 'story_id as story', 'start', 'end'])
    .where('id', 'in', numbers(ids))
    .execute()
  return new Map(rows.map(({ id, ...row }): [number, Row] => [id, { ...row, quote: null }]))
}

/** By quote. */
async function speakersOf({ archive: { db, numbers } }: View, ids: readonly number[]) {
  const speakers = new Map<number, { name: string; person: string | null }[]>()
  const rows = await db
    .selectFrom('quote_speaker')
    .innerJoin('entity', 'entity.id', 'quote_speaker.entity_id')
    .leftJoin('person', 'person.id', 'entity.person_id')
    .select(['quote_speaker.quote_id as quote', 'entity.name as name', 'person.key as person'])
    .where('quote_speaker.quote_id', 'in', numbers(ids))
    .orderBy('entity.id')
    .execute()
  for (const { quote, ...speaker } of rows)
    speakers.set(quote, [...(speakers.get(quote) ?? []), speaker])
  return speakers
}
