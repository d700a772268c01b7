import type { StoryRecord } from '@onrecord/engine'
import type { Run } from './marked.js'
import type { PageFinding } from './page/findings.js'
import type { PageItem } from './page/items.js'
import { moreWords, type Some } from './page/limits.js'
import type { Phrase } from './page/phrase.js'
import type { PageQuote } from './page/quotes.js'
import type { PageSection } from './page/sections.js'
import type { PageDate } from './page/timeline.js'
import { type Page, type PageOptions, toPage } from './page.js'
import { openSheet, type Sheet } from './sheet.js'
import { stylesOf } from './styles.js'
import { columnsOf, shorten } from './width.js'
import type { Writer } from './writer.js'

export interface TextOptions extends PageOptions {
  /** Columns to set the page in. */
  readonly columns: number
  /** With colour? Without, cues stand in _underscores_ and sources in *asterisks*. */
  readonly color: boolean
}

/** A record as a page to read. Whatever the story holds, its words are all that reaches the terminal. */
export function textWriter({ columns, color, ...options }: TextOptions): Writer {
  const styles = stylesOf(color)
  let first = true
  return {
    start: '',
    record(record) {
      const parting = first ? '' : `\n${styles.tones.faint('═'.repeat(columns))}\n\n`
      first = false
      const sheet = openSheet(columns, styles)
      setPage(toPage(record, options), sheet)
      return parting + sheet.text()
    },
    end: '',
  }
}

/** Sets a record's page on a sheet. */
export const setRecord = (record: StoryRecord, sheet: Sheet, options: PageOptions): void =>
  setPage(toPage(record, options), sheet)

function setPage(page: Page, sheet: Sheet): void {
  const { styles, columns } = sheet
  const { faint } = styles.tones
  if (page.title !== undefined) sheet.say(page.title, styles.head)
  if (page.credits) sheet.say(page.credits, faint)
  if (!sheet.empty()) {
    sheet.line(faint('─'.repeat(columns)))
    sheet.gap()
  }
  for (const line of page.lines) {
    sheet.set(line.runs.flatMap(run => styledRun(run, line.title, sheet)))
    for (const note of line.notes) sheet.phrase(noteOf(note), '    ', '      ')
    if (line.gap || line.notes.length > 0) sheet.gap()
  }
  sheet.gap()
  for (const section of page.sections) setSection(section, sheet)
  setTimeline(page.timeline, sheet)
  setFindings(page.findings, sheet)
  sheet.say(page.sum, faint)
  if (page.shortened) sheet.say('Shortened; --all shows everything.', faint)
}

/** A run of the story; without colour its cue and source get signs of their own. */
function styledRun(run: Run, title: boolean, { styles }: Sheet) {
  const style = styles.words(run, title)
  if (styles.color || !(run.cue || run.source)) return [{ text: run.text, style }]
  const sign = run.source ? '*' : '_'
  return [{ text: sign + run.text + sign, style }]
}

/** Who said it, to whom, where and when, and how sure that is. */
function noteOf({ number, speaker, source, setting, detail }: PageQuote): Phrase {
  return [
    { text: `${number} `, tone: 'faint' },
    speaker === undefined
      ? { text: 'speaker not resolved', tone: 'plain' }
      : { text: speaker, tone: 'name' },
    ...(source === undefined
      ? []
      : [{ text: ` (${shorten(source, 60)})`, tone: 'faint' } as const]),
    ...(setting.length === 0 ? [] : [{ text: ' · ', tone: 'faint' } as const, ...setting]),
    { text: ' · ', tone: 'faint' },
    ...detail,
  ]
}

function setSection(section: PageSection, sheet: Sheet): void {
  const { heading, items, unresolved, also } = section
  sheet.say(heading, sheet.styles.head)
  for (const item of items.shown) setItem(item, sheet)
  setMore(items, '  ', sheet)
  if (unresolved) setItem(unresolved, sheet)
  if (also.shown.length > 0) {
    const names = also.shown.join(', ') + (also.more > 0 ? ` ${moreWords(also.more)}` : '')
    const before = items.shown.length > 0 || unresolved ? 'Also named: ' : ''
    sheet.phrase([{ text: before + names, tone: 'plain' }], '  ', '    ')
  }
  sheet.gap()
}

function setItem({ head, lines, quotes }: PageItem, sheet: Sheet): void {
  sheet.phrase(head, '  ', '    ')
  for (const line of lines.shown) sheet.phrase(line, '    ', '      ')
  setMore(lines, '    ', sheet)
  for (const quote of quotes.shown) setQuote(quote, sheet)
  setMore(quotes, '    ', sheet)
}

/** One line: its number leads to it in the story. */
function setQuote({ number, content, doubt }: PageQuote, { columns, styles, line }: Sheet): void {
  const { faint, doubt: warn } = styles.tones
  const behind = doubt === undefined ? '' : ` (${doubt})`
  const room = columns - 6 - columnsOf(number)
  // On a very narrow page the words matter more than how sure they are.
  const both = behind !== '' && room - behind.length >= 10
  const words = shorten(content, both ? room - behind.length : room)
  line(`    ${faint(number)} ${words}${both ? warn(behind) : ''}`)
}

/** The dates in a column of their own, what happened beside it; a long date stands above. */
function setTimeline({ shown, more }: Some<PageDate>, sheet: Sheet): void {
  if (shown.length === 0) return
  const { styles, columns } = sheet
  sheet.say('Timeline', styles.head)
  const widths = shown.map(({ date }) => columnsOf(date)).filter(width => width <= columns / 4)
  const column = widths.reduce((most, width) => Math.max(most, width), 0)
  const indent = ' '.repeat(2 + column + 2)
  for (const { date, inferred, events } of shown) {
    const style = inferred ? styles.tones.faint : styles.tones.plain
    const fits = columnsOf(date) <= column
    if (!fits) sheet.say(date, style, '  ')
    const label = `  ${style(date)}${' '.repeat(Math.max(0, column - columnsOf(date)) + 2)}`
    for (const [i, event] of events.shown.entries()) {
      sheet.phrase(event, i === 0 && fits ? label : indent, indent)
    }
    setMore(events, indent, sheet)
  }
  setMore({ more }, '  ', sheet)
  sheet.gap()
}

function setFindings({ shown, more }: Some<PageFinding>, sheet: Sheet): void {
  if (shown.length === 0) return
  const { styles, columns } = sheet
  sheet.say('Findings', styles.head)
  for (const { severity, message, excerpts } of shown) {
    const label = `${severity[0]!.toUpperCase()}${severity.slice(1)}: `
    sheet.set(
      [
        { text: label, style: styles.severities[severity] },
        { text: message, style: styles.tones.plain },
      ],
      '  ',
      '    ',
    )
    for (const { line, words } of excerpts.shown) {
      const at = `line ${line}  `
      const excerpt = shorten(at + words, columns - 4)
      sheet.line(`    ${styles.tones.faint(excerpt)}`)
    }
    setMore(excerpts, '    ', sheet)
  }
  setMore({ more }, '  ', sheet)
  sheet.gap()
}

function setMore({ more }: { readonly more: number }, indent: string, sheet: Sheet): void {
  if (more > 0) sheet.say(moreWords(more), sheet.styles.tones.faint, indent)
}
