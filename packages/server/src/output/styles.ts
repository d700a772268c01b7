import pc from 'picocolors'
import type { Run } from './marked.js'
import type { Tone } from './page/phrase.js'

export type Style = (text: string) => string

/** How a page's words look in a terminal. Equal looks are one function, so that equal runs join. */
export interface Styles {
  readonly color: boolean
  readonly head: Style
  readonly tones: Readonly<Record<Tone, Style>>
  readonly severities: Readonly<Record<'error' | 'warning' | 'note', Style>>
  /** By depth, cue and source. */
  readonly words: (run: Run, title: boolean) => Style
}

export function stylesOf(color: boolean): Styles {
  const colors = pc.createColors(color)
  const known = new Map<string, Style>()
  const plain: Style = text => text
  return {
    color,
    head: colors.bold,
    tones: { plain, name: colors.bold, faint: colors.dim, doubt: colors.yellow },
    severities: { error: colors.red, warning: colors.yellow, note: plain },
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
