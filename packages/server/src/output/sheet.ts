import type { Phrase } from './page/phrase.js'
import type { Style, Styles } from './styles.js'
import { visibleLine } from './visible.js'
import { columnsOf } from './width.js'
import { type Styled, wrap } from './wrap.js'

/** Lines of a page as they are set, none wider than its columns. */
export interface Sheet {
  readonly columns: number
  readonly styles: Styles
  empty(): boolean
  /** A line as it is. */
  line(line: string): void
  /** One blank line, however often it is asked for. */
  gap(): void
  /** Runs, wrapped; `indent` stands before the first line and may hold words, `hang` before the others. */
  set(runs: readonly Styled<Style>[], indent?: string, hang?: string): void
  say(text: string, style: Style, indent?: string, hang?: string): void
  phrase(phrase: Phrase, indent?: string, hang?: string): void
  text(): string
}

export function openSheet(columns: number, styles: Styles): Sheet {
  const lines: string[] = []
  const set = (runs: readonly Styled<Style>[], indent = '', hang = indent) => {
    const width = Math.max(10, columns - columnsOf(hang))
    // whatever a story holds, its letters are all that reaches a terminal
    const safe = runs.map(({ text, style }) => ({ text: visibleLine(text), style }))
    for (const [i, line] of wrap(safe, width).entries()) {
      lines.push((i === 0 ? indent : hang) + line.map(({ text, style }) => style(text)).join(''))
    }
  }
  return {
    columns,
    styles,
    empty: () => lines.length === 0,
    line: line => lines.push(line),
    gap() {
      if (lines.at(-1) !== '') lines.push('')
    },
    set,
    say: (text, style, indent, hang) => set([{ text, style }], indent, hang),
    phrase: (phrase, indent, hang) =>
      set(
        phrase.map(({ text, tone }) => ({ text, style: styles.tones[tone] })),
        indent,
        hang,
      ),
    text: () => `${lines.join('\n')}\n`,
  }
}
