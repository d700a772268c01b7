import pc from 'picocolors'
import type { Run } from './marked.js'
import { count, type Page, type PageQuote, toPage } from './page.js'
import { columnsOf, shorten } from './width.js'
import { type Styled, wrap } from './wrap.js'
import type { Writer } from './writer.js'

export interface TextOptions {
  /** Columns to set the page in. */
  readonly columns: number
  /** With colour? Without, cues stand in _underscores_ and sources in *asterisks*. */
  readonly color: boolean
}

type Style = (text: string) => string

/** A record as a page to read. Whatever the story holds, its words are all that reaches the terminal. */
export function textWriter({ columns, color }: TextOptions): Writer {
  const styles = stylesOf(color)
  let first = true
  return {
    start: '',
    record(record) {
      const parting = first ? '' : `\n${styles.faint('═'.repeat(columns))}\n\n`
      first = false
      return parting + setPage(toPage(record), columns, styles)
    },
    end: '',
  }
}

interface Styles {
  readonly color: boolean
  readonly plain: Style
  readonly head: Style
  readonly faint: Style
  readonly name: Style
  readonly warning: Style
  /** By depth, cue and source; one function a combination, so that equal runs have equal styles. */
  readonly words: (run: Run, title: boolean) => Style
}

function stylesOf(color: boolean): Styles {
  const colors = pc.createColors(color)
  const known = new Map<string, Style>()
  return {
    color,
    plain: text => text,
    head: colors.bold,
    faint: colors.dim,
    name: colors.bold,
    warning: colors.yellow,
    words(run, title) {
      if (run.sign) return colors.dim
      const key = `${Math.min(run.depth, 2)}${run.cue}${run.source}${title}`
      const style = known.get(key) ?? chain(run, title, colors)
      known.set(key, style)
      return style
    },
  }
}

function chain(run: Run, title: boolean, colors: ReturnType<typeof pc.createColors>): Style {
  const styles: Style[] = []
  if (run.source) styles.push(colors.bold, colors.green)
  if (run.cue) styles.push(colors.italic, colors.yellow)
  if (run.depth > 0) styles.push(colors.underline)
  if (run.depth > 0 && !run.source && !run.cue) {
    styles.push(run.depth > 1 ? colors.magenta : colors.cyan)
  }
  if (title && !run.source) styles.push(colors.bold)
  return text => styles.reduce((styled, style) => style(styled), text)
}

function setPage(page: Page, columns: number, styles: Styles): string {
  const { plain, head, faint } = styles
  const lines: string[] = []
  const set = (runs: readonly Styled<Style>[], indent = '', hang = indent) => {
    const width = Math.max(10, columns - columnsOf(hang))
    for (const [i, line] of wrap(runs, width).entries()) {
      lines.push((i === 0 ? indent : hang) + line.map(({ text, style }) => style(text)).join(''))
    }
  }
  const say = (text: string, style: Style, indent = '', hang = indent) =>
    set([{ text, style }], indent, hang)

  if (page.title !== undefined) say(page.title, head)
  if (page.credits) say(page.credits, faint)
  if (lines.length > 0) lines.push(faint('─'.repeat(columns)), '')

  for (const line of page.lines) {
    set(line.runs.flatMap(run => styledRun(run, line.title, styles)))
    for (const note of line.notes) set(noteRuns(note, styles), '    ', '      ')
    if (line.gap || line.notes.length > 0) lines.push('')
  }
  if (lines.at(-1) !== '') lines.push('')

  const list = (quotes: readonly PageQuote[]) => {
    for (const { number, content } of quotes) {
      lines.push(`    ${faint(number)} ${shorten(content, columns - 6 - columnsOf(number))}`)
    }
  }
  if (page.people.length > 0 || page.unresolved.length > 0) say('People', head)
  for (const { name, quotes } of page.people) {
    set(
      [
        { text: name, style: styles.name },
        { text: ` · ${count(quotes.length, 'quote')}`, style: plain },
      ],
      '  ',
    )
    list(quotes)
  }
  if (page.unresolved.length > 0) {
    say(`Speaker not resolved · ${count(page.unresolved.length, 'quote')}`, plain, '  ')
    list(page.unresolved)
  }
  if (page.people.length > 0 || page.unresolved.length > 0) lines.push('')

  if (page.findings.length > 0) {
    say('Findings', head)
    for (const { severity, message, excerpts } of page.findings) {
      const style = severity === 'note' ? plain : styles.warning
      const label = `${severity[0]!.toUpperCase()}${severity.slice(1)}: `
      set(
        [
          { text: label, style },
          { text: message, style: plain },
        ],
        '  ',
        '    ',
      )
      for (const excerpt of excerpts) lines.push(`    ${faint(shorten(excerpt, columns - 4))}`)
    }
    lines.push('')
  }
  say(page.sum, faint)
  return `${lines.join('\n')}\n`
}

/** A run of the story; without colour its cue and source get signs of their own. */
function styledRun(run: Run, title: boolean, styles: Styles): Styled<Style>[] {
  const style = styles.words(run, title)
  if (styles.color || !(run.cue || run.source)) return [{ text: run.text, style }]
  const sign = run.source ? '*' : '_'
  return [{ text: sign + run.text + sign, style }]
}

function noteRuns(note: PageQuote, { plain, faint, name }: Styles): Styled<Style>[] {
  const source = note.source === undefined ? '' : ` (${shorten(note.source, 60)})`
  return [
    { text: `${note.number} `, style: faint },
    note.speaker === undefined
      ? { text: 'speaker not resolved', style: plain }
      : { text: note.speaker, style: name },
    { text: `${source} · ${note.detail}`, style: faint },
  ]
}
