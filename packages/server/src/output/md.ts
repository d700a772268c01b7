import type { Run } from './marked.js'
import { escapeMd, mdPhrase } from './md-escape.js'
import type { PageFinding } from './page/findings.js'
import type { PageItem } from './page/items.js'
import { moreWords, type Some } from './page/limits.js'
import type { Phrase } from './page/phrase.js'
import type { PageQuote } from './page/quotes.js'
import type { PageSection } from './page/sections.js'
import type { PageDate } from './page/timeline.js'
import { type PageOptions, toPage } from './page.js'
import { shorten } from './width.js'
import type { Writer } from './writer.js'

/** Columns that a quote takes in a list. */
const QUOTE = 120

/**
 * A record as a Markdown page. What the story says is text and nothing else: each sign that CommonMark or its common
 * extensions could read as markup is escaped. Contents stand in ⟨brackets⟩ with their number, cues are set in italics,
 * sources in bold.
 */
export function mdWriter(options: PageOptions = {}): Writer {
  let first = true
  return {
    start: '',
    record(record) {
      const page = toPage(record, options)
      const blocks: string[] = []
      blocks.push(`# ${escapeMd(page.title ?? record.story.title ?? record.story.id)}`)
      if (page.credits) blocks.push(escapeMd(page.credits))
      for (const line of page.lines) {
        if (!line.title || line.notes.length > 0) blocks.push(marked(line.runs))
        if (line.notes.length > 0) blocks.push(line.notes.map(note).join('\n'))
      }
      blocks.push(...page.sections.flatMap(section))
      if (page.timeline.shown.length > 0) blocks.push('## Timeline', timeline(page.timeline))
      if (page.findings.shown.length > 0) blocks.push('## Findings', findings(page.findings))
      blocks.push(page.sum + (page.shortened ? ' Shortened; --all shows everything.' : ''))
      const parting = first ? '' : '\n---\n\n'
      first = false
      return `${parting}${blocks.join('\n\n')}\n`
    },
    end: '',
  }
}

/** Tags, not asterisks: they hold whatever letters stand beside them. */
function marked(runs: readonly Run[]): string {
  return runs
    .map(({ text, cue, source }, i) => {
      const words = escapeMd(text, i === 0)
      if (source) return `<b>${words}</b>`
      return cue ? `<i>${words}</i>` : words
    })
    .join('')
}

function note({ number, speaker, source, setting, detail }: PageQuote): string {
  const phrase: Phrase = [
    { text: `${number} `, tone: 'faint' },
    speaker === undefined
      ? { text: 'speaker not resolved', tone: 'plain' }
      : { text: speaker, tone: 'name' },
    { text: source === undefined ? '' : ` (${source})`, tone: 'faint' },
    ...(setting.length === 0 ? [] : [{ text: ' · ', tone: 'faint' } as const, ...setting]),
    { text: ' · ', tone: 'faint' },
    ...detail,
  ]
  return `> - ${mdPhrase(phrase)}`
}

function section({ heading, items, unresolved, also }: PageSection): string[] {
  const before = items.shown.length > 0 || unresolved ? 'Also named: ' : ''
  const behind = also.more > 0 ? ` ${moreWords(also.more)}` : ''
  return [
    `## ${heading}`,
    ...items.shown.flatMap(item),
    ...(items.more > 0 ? [moreWords(items.more)] : []),
    ...(unresolved ? item(unresolved) : []),
    ...(also.shown.length > 0 ? [escapeMd(before + also.shown.join(', ') + behind)] : []),
  ]
}

function item({ head, lines, quotes }: PageItem): string[] {
  const list = [
    ...lines.shown.map(line => `- ${mdPhrase(line)}`),
    ...more(lines),
    ...quotes.shown.map(quote),
    ...more(quotes),
  ]
  return list.length > 0 ? [mdPhrase(head), list.join('\n')] : [mdPhrase(head)]
}

const quote = ({ number, content, doubt }: PageQuote) =>
  `- ${number} ${escapeMd(shorten(content, QUOTE))}${doubt === undefined ? '' : ` (${doubt})`}`

function timeline(dates: Some<PageDate>): string {
  const items = dates.shown.map(({ date, events }) => {
    const [only] = events.shown
    if (only && events.shown.length === 1) return `- <b>${date}</b>: ${mdPhrase(only, false)}`
    return [
      `- <b>${date}</b>`,
      ...events.shown.map(event => `  - ${mdPhrase(event)}`),
      ...more(events, '  '),
    ].join('\n')
  })
  return [...items, ...more(dates)].join('\n')
}

function findings(findings: Some<PageFinding>): string {
  const items = findings.shown.map(({ severity, message, excerpts }) =>
    [
      `- ${severity}: ${escapeMd(message, false)}`,
      ...excerpts.shown.map(
        ({ line, words }) => `  - line ${line}: ${escapeMd(shorten(words, QUOTE), false)}`,
      ),
      ...more(excerpts, '  '),
    ].join('\n'),
  )
  return [...items, ...more(findings)].join('\n')
}

const more = ({ more }: Some<unknown>, indent = '') =>
  more > 0 ? [`${indent}- ${moreWords(more)}`] : []
