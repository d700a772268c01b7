import { findParagraphs, type RecordQuote, type Span } from '@onrecord/engine'
import { ArchiveError } from '../errors.js'
import { recordShown } from '../rights/record-shown.js'
import type { View } from '../rights/view.js'
import { quoteLink } from './quote-ref.js'

/** A quote by itself, as it is cited. */
export interface QuotePage {
  /** For ever, as long as the story is not read anew: stories/KEY/quotes/q3. */
  readonly link: string
  readonly story: {
    readonly key: string
    readonly version: number
    readonly title: string | null
    readonly outlet: string
    readonly byline: readonly string[]
    readonly published: string | null
    readonly url: string | null
    /** Of the text that the offsets count in. */
    readonly sha256: string
  }
  /** As the record in force has it, as far as its source's licence goes. */
  readonly quote: RecordQuote
  readonly speakers: readonly {
    readonly entity: string
    readonly name: string
    /** Their key in the register; null where nobody joined them with it. */
    readonly person: string | null
  }[]
  /** The paragraphs that the quote stands in; null where the licence does not let them be shown. */
  readonly passage: (Span & { readonly text: string }) | null
  /** In a line, to be pasted. */
  readonly citation: string
}

/** Rejects with 'not-found', also for a quote that is hidden, or 'withdrawn'. */
export async function quotePage(view: View, storyRef: string, item: string): Promise<QuotePage> {
  const { entry, record } = await recordShown(view, storyRef)
  const quote = record.quotes.find(one => one.id === item)
  const { db } = view.archive
  const row = await db
    .selectFrom('quote')
    .select('hidden')
    .where('story_id', '=', entry.id)
    .where('item', '=', item)
    .executeTakeFirst()
  if (!quote || row?.hidden === 1 || entry.state !== 'shown')
    throw new ArchiveError('not-found', `There is no quote ${item} in the story ${storyRef}.`)
  const persons = await db
    .selectFrom('entity')
    .innerJoin('person', 'person.id', 'entity.person_id')
    .select(['entity.item as item', 'person.key as key'])
    .where('entity.story_id', '=', entry.id)
    .where('person.state', '=', 'shown')
    .execute()
  const keys = new Map(persons.map(person => [person.item, person.key]))
  const speakers = quote.speakers.map(entity => ({
    entity,
    name: record.entities.find(one => one.id === entity)?.name ?? '',
    person: keys.get(entity) ?? null,
  }))
  const { title, outlet, byline, published, url, key, version } = entry
  const link = quoteLink(key, item)
  return {
    link,
    story: { key, version, title, outlet, byline, published, url, sha256: record.story.sha256 },
    quote,
    speakers,
    passage: entry.licence.kind === 'full' ? passageOf(record.story.text, quote) : null,
    citation: citationOf(
      quote,
      speakers.map(one => one.name),
      [title && `“${title}”`, outlet, published?.slice(0, 10), link],
    ),
  }
}

function passageOf(text: string, quote: RecordQuote): Span & { text: string } {
  const spans = [...quote.content, ...quote.cue, ...quote.source]
  const first = Math.min(...spans.map(span => span.start))
  const last = Math.max(...spans.map(span => span.end))
  const around = findParagraphs(text).filter(({ start, end }) => start < last && end > first)
  const start = around[0]?.start ?? first
  const end = around.at(-1)?.end ?? last
  return { start, end, text: text.slice(start, end) }
}

/** Who, the words, where. An indirect quote's words are not set in marks: they are the story's. */
function citationOf(
  { content, source }: RecordQuote,
  speakers: readonly string[],
  where: readonly (string | null | undefined)[],
): string {
  const who = speakers.join(', ') || source.map(span => span.text).join(' … ')
  const words = content.map(span => span.text).join(' … ')
  return `${who && `${who}: `}${words} (${where.filter(Boolean).join(', ')})`
}
