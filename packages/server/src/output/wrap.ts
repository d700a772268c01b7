import { charactersOf, columnsOfCharacter } from './width.js'

/** Words of one style. */
export interface Styled<S> {
  readonly text: string
  readonly style: S
}

/**
 * Runs set in lines of `columns` at most: broken at spaces, between wide characters, and within a word only where the
 * word alone is too long. Spaces at a break are dropped; words of several styles keep together.
 */
export function wrap<S>(runs: readonly Styled<S>[], columns: number): Styled<S>[][] {
  const lines: Cell<S>[][] = []
  let line: Cell<S>[] = []
  let lineWidth = 0
  let spaces: Cell<S>[] = []
  let word: Cell<S>[] = []
  let wordWidth = 0

  const breakLine = () => {
    lines.push(line)
    line = []
    lineWidth = 0
    spaces = []
  }
  const endWord = () => {
    if (word.length === 0) return
    if (line.length > 0 && lineWidth + spaces.length + wordWidth > columns) breakLine()
    if (line.length > 0) {
      line.push(...spaces)
      lineWidth += spaces.length
    }
    spaces = []
    for (const cell of word) {
      if (line.length > 0 && lineWidth + cell.columns > columns) breakLine()
      line.push(cell)
      lineWidth += cell.columns
    }
    word = []
    wordWidth = 0
  }

  let wideBefore = false
  for (const cell of cellsOf(runs)) {
    const wide = cell.columns === 2
    if (cell.text === ' ' || (wide && wideBefore)) endWord()
    wideBefore = wide
    if (cell.text === ' ') spaces.push(cell)
    else {
      word.push(cell)
      wordWidth += cell.columns
    }
  }
  endWord()
  if (line.length > 0) lines.push(line)
  return lines.map(join)
}

interface Cell<S> extends Styled<S> {
  readonly columns: number
}

function* cellsOf<S>(runs: readonly Styled<S>[]): Generator<Cell<S>> {
  for (const { text, style } of runs) {
    for (const character of charactersOf(text)) {
      yield { text: character, style, columns: columnsOfCharacter(character) }
    }
  }
}

/** Neighbours of one style as one run. */
function join<S>(cells: readonly Cell<S>[]): Styled<S>[] {
  const runs: { text: string; style: S }[] = []
  for (const { text, style } of cells) {
    const last = runs.at(-1)
    if (last && last.style === style) last.text += text
    else runs.push({ text, style })
  }
  return runs
}
