import type { StoryRecord } from '@onrecord/engine'
import { lookUp } from '@onrecord/formats/tables'
import { type MarkedLine, markLines } from './marked.js'
import { count } from './page/count.js'
import { type PageFinding, pageFindings } from './page/findings.js'
import { ALL, type Limits, SHORT, type Some } from './page/limits.js'
import { type PageQuote, pageQuote } from './page/quotes.js'
import { type PageSection, pageSections } from './page/sections.js'
import { type PageDate, pageTimeline } from './page/timeline.js'
import { visibleLine } from './visible.js'

/**
 * A record as a page to read, before it is set for a terminal or as Markdown: the story line by line with its quotes
 * marked and numbered, beneath each line who said what begins there; then who and what is in it with what is told of
 * them, what happened when, and what does not add up. All words in it are safe to show on one line (`visibleLine`).
 */
export interface Page {
  readonly title?: string
  /** Outlet, date, byline, as far as known; else empty. */
  readonly credits: string
  readonly lines: readonly PageLine[]
  readonly sections: readonly PageSection[]
  readonly timeline: Some<PageDate>
  readonly findings: Some<PageFinding>
  /** What was found, in numbers. */
  readonly sum: string
  /** Was anything left out, to be shown with --all? */
  readonly shortened: boolean
}

export interface PageLine extends MarkedLine {
  /** Who said what begins in it. */
  readonly notes: readonly PageQuote[]
}

export interface PageOptions {
  /** Everything, however long. */
  readonly all?: boolean
}

export function toPage(record: StoryRecord, { all = false }: PageOptions = {}): Page {
  const limits: Limits = all ? ALL : SHORT
  const { story } = record
  const lookup = lookUp(record)
  const quotes = record.quotes.map((quote, i) => pageQuote(lookup, quote, i))
  const lines = markLines(record).map(line => ({
    ...line,
    notes: line.quotes.map(index => quotes[index]!),
  }))
  const title = story.title === undefined ? undefined : visibleLine(story.title).trim()
  const titleFirst = title !== undefined && lines[0]?.title === true
  const lists = {
    sections: pageSections(lookup, quotes, limits),
    timeline: pageTimeline(lookup, limits),
    findings: pageFindings(record, limits),
  }
  return {
    ...(!titleFirst && { title: title || visibleLine(story.id) }),
    credits: credits(record),
    lines,
    ...lists,
    sum: sum(record),
    shortened: leavesOut(lists),
  }
}

const leavesOut = ({
  sections,
  timeline,
  findings,
}: Pick<Page, 'sections' | 'timeline' | 'findings'>) =>
  [
    timeline,
    ...timeline.shown.map(({ events }) => events),
    findings,
    ...findings.shown.map(({ excerpts }) => excerpts),
    ...sections.flatMap(({ items, unresolved, also }) => [
      items,
      also,
      ...(unresolved ? [...items.shown, unresolved] : items.shown).flatMap(({ lines, quotes }) => [
        lines,
        quotes,
      ]),
    ]),
  ].some(({ more }) => more > 0)

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

function sum({ quotes, facts }: StoryRecord): string {
  const speakers = new Set(quotes.flatMap(quote => quote.speakers)).size
  const unresolved = quotes.filter(quote => quote.speakers.length === 0).length
  const parts =
    quotes.length === 0 ? [] : [count(quotes.length, 'quote'), count(speakers, 'speaker')]
  if (unresolved > 0) parts.push(`${unresolved} with no speaker resolved`)
  const found = [
    quotes.length === 0 ? 'No quotes heard.' : `${parts.join(', ')}.`,
    facts.length === 0 ? '' : `${count(facts.length, 'fact')}.`,
  ]
  return found.filter(Boolean).join(' ')
}
