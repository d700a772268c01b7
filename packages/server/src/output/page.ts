import type { RecordEntity, RecordQuote, StoryRecord, TextSpan } from '@onrecord/engine'
import { type MarkedLine, markLines, numberOf } from './marked.js'
import { visibleLine } from './visible.js'

/**
 * A record as a page to read, before it is set for a terminal or as Markdown: the story line by line with its quotes
 * marked and numbered, beneath each line who said what begins there, then everyone who spoke. All words in it are
 * safe to show on one line (`visibleLine`).
 */
export interface Page {
  readonly title?: string
  /** Outlet, date, byline, as far as known; else empty. */
  readonly credits: string
  readonly lines: readonly PageLine[]
  readonly people: readonly PagePerson[]
  /** Quotes whose speaker is not resolved. */
  readonly unresolved: readonly PageQuote[]
  readonly findings: readonly PageFinding[]
  /** What was found, in numbers. */
  readonly sum: string
}

export interface PageLine extends MarkedLine {
  /** Who said what begins in it. */
  readonly notes: readonly PageQuote[]
}

export interface PageQuote {
  /** The number in small figures. */
  readonly number: string
  readonly content: string
  /** The speaker's name or names; undefined where not resolved. */
  readonly speaker?: string
  /** The story's words for them, where they are not the name. */
  readonly source?: string
  /** Kind and confidence in words. */
  readonly detail: string
}

export interface PagePerson {
  readonly name: string
  readonly quotes: readonly PageQuote[]
}

export interface PageFinding {
  readonly severity: string
  readonly message: string
  /** The words it is about. */
  readonly excerpts: readonly string[]
}

export function toPage(record: StoryRecord): Page {
  const { story } = record
  const quotes = record.quotes.map((quote, i) => pageQuote(record, quote, i))
  const lines = markLines(record).map(line => ({
    ...line,
    notes: line.quotes.map(index => quotes[index]!),
  }))
  const title = story.title === undefined ? undefined : visibleLine(story.title).trim()
  const titleFirst = title !== undefined && lines[0]?.title === true
  const { people, unresolved } = bySpeaker(record, quotes)
  return {
    ...(!titleFirst && { title: title || visibleLine(story.id) }),
    credits: credits(record),
    lines,
    people,
    unresolved,
    findings: record.findings.map(({ severity, message, spans }) => ({
      severity,
      message: visibleLine(message),
      excerpts: spans.map(span => visibleLine(story.text.slice(span.start, span.end))),
    })),
    sum: sum(record, people.length, unresolved.length),
  }
}

function credits({ story }: StoryRecord): string {
  const parts = [
    story.outlet,
    story.published && longDate(story.published),
    story.byline?.join(', '),
  ]
  return visibleLine(parts.filter(Boolean).join(' · '))
}

/** "9 March 2026": the day as written, whatever the time zone. */
function longDate(published: string): string {
  const day = new Date(`${published.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return published
  return day.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

function sum(record: StoryRecord, speakers: number, unresolved: number): string {
  const quotes = record.quotes.length
  if (quotes === 0) return 'No quotes heard.'
  const parts = [count(quotes, 'quote'), count(speakers, 'speaker')]
  if (unresolved > 0) parts.push(`${unresolved} with no speaker resolved`)
  return `${parts.join(', ')}.`
}

function pageQuote(record: StoryRecord, quote: RecordQuote, index: number): PageQuote {
  const names = quote.speakers.map(id => entity(record, id)?.name ?? id)
  const speaker = visibleLine(names.join(' and '))
  const source = visibleLine(words(quote.source))
  return {
    number: numberOf(index),
    content: visibleLine(words(quote.content)),
    ...(names.length > 0 && { speaker }),
    ...(source !== '' && source !== speaker && { source }),
    detail: detail(record, quote),
  }
}

function detail(record: StoryRecord, quote: RecordQuote): string {
  const parts = [`${quote.kind}, ${percent(quote.confidence)} sure`]
  if (quote.speakers.length > 0 && quote.speakerConfidence !== undefined) {
    parts.push(`speaker ${percent(quote.speakerConfidence)}`)
  }
  const other = (id: string) => numberOf(record.quotes.findIndex(quote => quote.id === id))
  if (quote.continues !== undefined) parts.push(`goes on from ${other(quote.continues)}`)
  if (quote.within !== undefined) parts.push(`within ${other(quote.within)}`)
  return parts.join('; ')
}

const percent = (confidence: number) =>
  confidence > 0.99 && confidence < 1 ? 'over 99%' : `${Math.round(confidence * 100)}%`

const entity = (record: StoryRecord, id: string): RecordEntity | undefined =>
  record.entities.find(entity => entity.id === id)

const words = (pieces: readonly TextSpan[]) => pieces.map(piece => piece.text).join(' … ')

/** Everyone who spoke, who spoke most first; and what nobody is known to have said. */
function bySpeaker(record: StoryRecord, quotes: readonly PageQuote[]) {
  const people = new Map<string, PageQuote[]>()
  const unresolved: PageQuote[] = []
  for (const [i, quote] of record.quotes.entries()) {
    if (quote.speakers.length === 0) unresolved.push(quotes[i]!)
    for (const id of quote.speakers) {
      const said = people.get(id)
      if (said) said.push(quotes[i]!)
      else people.set(id, [quotes[i]!])
    }
  }
  return {
    unresolved,
    people: [...people]
      .map(([id, said]) => ({ name: visibleLine(entity(record, id)?.name ?? id), quotes: said }))
      .sort((a, b) => b.quotes.length - a.quotes.length),
  }
}
