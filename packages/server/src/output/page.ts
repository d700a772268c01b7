import type { RecordEntity, RecordQuote, StoryRecord, TextSpan } from '@onrecord/engine'
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

export interface PageLine {
  readonly runs: readonly Run[]
  /** Is it the title, at the head of the story? */
  readonly title: boolean
  /** Does the story leave a blank line behind it? */
  readonly gap: boolean
  readonly notes: readonly PageQuote[]
}

/** Words that stand alike: in how many contents, in a cue, in a source; or the sign of a content's edge. */
export interface Run {
  readonly text: string
  readonly depth: number
  readonly cue: boolean
  readonly source: boolean
  readonly sign: boolean
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

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

export function toPage(record: StoryRecord): Page {
  const { story } = record
  const quotes = record.quotes.map((quote, i) => pageQuote(record, quote, i))
  const lines = pageLines(record, quotes)
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

const FIGURES = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const smallFigures = (n: number) => String(n).replace(/\d/g, figure => FIGURES[Number(figure)]!)
const numberOf = (index: number) => smallFigures(index + 1)

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

interface Piece {
  readonly start: number
  readonly end: number
  readonly kind: 'content' | 'cue' | 'source'
  readonly quote: number
}

function pageLines({ story, quotes }: StoryRecord, pageQuotes: readonly PageQuote[]): PageLine[] {
  const pieces = quotes
    .flatMap((quote, index) =>
      (['content', 'cue', 'source'] as const).flatMap(kind =>
        quote[kind].map(({ start, end }): Piece => ({ start, end, kind, quote: index })),
      ),
    )
    .filter(piece => piece.end > piece.start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const firsts = quotes
    .map((quote, index) => ({ start: quote.content[0]?.start ?? 0, note: pageQuotes[index]! }))
    .sort((a, b) => a.start - b.start)

  const lines: PageLine[] = []
  let open: Piece[] = []
  let nextPiece = 0
  let nextFirst = 0
  const spans = textLines(story.text)
  for (const [i, { start, end, gap }] of spans.entries()) {
    const until = spans[i + 1]?.start ?? Number.POSITIVE_INFINITY
    open = open.filter(piece => piece.end > start)
    while (nextPiece < pieces.length && pieces[nextPiece]!.start < end) {
      open.push(pieces[nextPiece++]!)
    }
    const notes: PageQuote[] = []
    while (nextFirst < firsts.length && firsts[nextFirst]!.start < until) {
      notes.push(firsts[nextFirst++]!.note)
    }
    const title =
      lines.length === 0 &&
      story.title !== undefined &&
      squeeze(story.title) === squeeze(story.text.slice(start, end))
    lines.push({ runs: runsOf(story.text, start, end, open), title, gap, notes })
  }
  return lines
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Lines that hold something, without the white space at their edges. */
function textLines(text: string): { start: number; end: number; gap: boolean }[] {
  const lines: { start: number; end: number; gap: boolean }[] = []
  const add = (from: number, to: number) => {
    const line = text.slice(from, to)
    const words = line.trim()
    if (words !== '') {
      const start = from + line.indexOf(words)
      lines.push({ start, end: start + words.length, gap: false })
    } else if (lines.length > 0) lines.at(-1)!.gap = true
  }
  let from = 0
  for (const match of text.matchAll(LINE_END)) {
    add(from, match.index)
    from = match.index + match[0].length
  }
  if (from < text.length) add(from, text.length)
  return lines
}

/** A line cut where a piece starts or ends, with a bracket at each edge of a content and its number behind it. */
function runsOf(text: string, start: number, end: number, pieces: readonly Piece[]): Run[] {
  const cuts = new Set([start, end])
  for (const piece of pieces) {
    if (piece.start > start && piece.start < end) cuts.add(piece.start)
    if (piece.end > start && piece.end < end) cuts.add(piece.end)
  }
  const runs: Run[] = []
  let open: Piece[] = []
  let next = 0
  const edges = [...cuts].sort((a, b) => a - b)
  for (const [i, from] of edges.entries()) {
    const closing = open.filter(piece => piece.end <= from).reverse()
    open = open.filter(piece => piece.end > from)
    for (const piece of closing) {
      if (piece.kind === 'content') runs.push(sign(`⟩${numberOf(piece.quote)}`))
    }
    const to = edges[i + 1]
    // A content that goes on in the next line leaves its bracket open, as in print.
    if (to === undefined) break
    while (next < pieces.length && pieces[next]!.start <= from) {
      const piece = pieces[next++]!
      if (piece.end <= from) continue
      open.push(piece)
      if (piece.kind === 'content') runs.push(sign('⟨'))
    }
    const run = {
      text: text.slice(from, to),
      depth: open.filter(piece => piece.kind === 'content').length,
      cue: open.some(piece => piece.kind === 'cue'),
      source: open.some(piece => piece.kind === 'source'),
      sign: false,
    }
    const last = runs.at(-1)
    if (last && alike(last, run)) runs.push({ ...runs.pop()!, text: last.text + run.text })
    else runs.push(run)
  }
  return runs.map(run => ({ ...run, text: visibleLine(run.text) }))
}

const alike = (a: Run, b: Run) =>
  a.depth === b.depth && a.cue === b.cue && a.source === b.source && a.sign === b.sign

const sign = (text: string): Run => ({ text, depth: 0, cue: false, source: false, sign: true })
