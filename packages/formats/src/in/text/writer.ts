import type { Piece } from '../incoming.js'

/** Text taken out of something, with its way back. */
export interface Written {
  readonly text: string
  readonly back: readonly Piece[]
}

/** Writes paragraphs out of pieces of a source, with white space as a browser shows it. */
export interface Writer {
  /**
   * Adds words. `at` is where `value` stands in the source, character for character; without it they have no way
   * back. A run of white space counts as one space, and none stands at the ends of a line.
   */
  put(value: string, at?: number): void
  /** What comes next begins a new line of the same paragraph. */
  line(): void
  /** What comes next begins a new paragraph, a blank line below the last. */
  paragraph(): void
  /** How long the text is so far; what is still to come may put a break before itself. */
  length(): number
  take(): Written
}

export function createWriter(): Writer {
  const parts: string[] = []
  const back: { start: number; end: number; at: number }[] = []
  let length = 0
  let gap: '' | ' ' | '\n' | '\n\n' = ''
  let gapAt: number | undefined

  const add = (value: string, at: number | undefined) => {
    parts.push(value)
    const start = length
    length += value.length
    if (at === undefined) return
    const last = back.at(-1)
    if (last && last.end === start && last.at + (last.end - last.start) === at) last.end = length
    else back.push({ start, end: length, at })
  }
  const widen = (wider: '\n' | '\n\n') => {
    if (gap.length < wider.length || gap === ' ') gap = wider
    gapAt = undefined
  }

  return {
    put(value, at) {
      for (const { 0: run, index } of value.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
        const first = run.charCodeAt(0)
        if (first === 32 || (first >= 9 && first <= 13 && first !== 11)) {
          if (gap !== '') continue
          gap = ' '
          gapAt = first === 32 && at !== undefined ? at + index : undefined
          continue
        }
        if (length > 0 && gap !== '') add(gap, gapAt)
        gap = ''
        gapAt = undefined
        add(run, at === undefined ? undefined : at + index)
      }
    },
    line: () => widen('\n'),
    paragraph: () => widen('\n\n'),
    length: () => length,
    take: () => ({ text: parts.join(''), back }),
  }
}

/**
 * The way back through two steps: `inner` leads from a text to a middle one, `outer` from the middle one to the source.
 * Both in order; linear in the number of pieces, whatever is in the middle and not in the source is left out.
 */
export function compose(inner: readonly Piece[], outer: readonly Piece[]): readonly Piece[] {
  const back: Piece[] = []
  let o = 0
  for (const { start, end, at } of inner) {
    const to = at + (end - start)
    // pieces of a text may lie out of order in the middle one: then look from the beginning
    if (o > 0 && outer[o - 1]!.end > at) o = firstBehind(outer, at)
    while (o < outer.length && outer[o]!.end <= at) o++
    for (let i = o; i < outer.length && outer[i]!.start < to; i++) {
      const piece = outer[i]!
      const from = Math.max(at, piece.start)
      const until = Math.min(to, piece.end)
      back.push({
        start: start + (from - at),
        end: start + (until - at),
        at: piece.at + (from - piece.start),
      })
      if (piece.end <= to) o = i + 1
    }
  }
  return back
}

/** The first piece that ends behind a position. */
function firstBehind(pieces: readonly Piece[], at: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The same pieces, counted from another place in the source. */
export const shift = (back: readonly Piece[], by: number): readonly Piece[] =>
  back.map(piece => ({ ...piece, at: piece.at + by }))
