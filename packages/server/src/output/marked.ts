import type { StoryRecord } from '@onrecord/engine'
import { visibleLine } from './visible.js'

/** A line of the story with its quotes marked. */
export interface MarkedLine {
  readonly runs: readonly Run[]
  /** Is it the title, at the head of the story? */
  readonly title: boolean
  /** Does the story leave a blank line behind it? */
  readonly gap: boolean
  /** The quotes that begin in it, by index. */
  readonly quotes: readonly number[]
}

/** Words that stand alike: in how many contents, in a cue, in a source; or the sign of a content's edge. */
export interface Run {
  readonly text: string
  readonly depth: number
  readonly cue: boolean
  readonly source: boolean
  readonly sign: boolean
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

const FIGURES = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const smallFigures = (n: number) => String(n).replace(/\d/g, figure => FIGURES[Number(figure)]!)
/** A quote's number in small figures. */
export const numberOf = (index: number) => smallFigures(index + 1)

interface Piece {
  readonly start: number
  readonly end: number
  readonly kind: 'content' | 'cue' | 'source'
  readonly quote: number
}

/** The story line by line, blank lines left out. Everything is found in one pass. */
export function markLines({ story, quotes }: StoryRecord): MarkedLine[] {
  const pieces = quotes
    .flatMap((quote, index) =>
      (['content', 'cue', 'source'] as const).flatMap(kind =>
        quote[kind].map(({ start, end }): Piece => ({ start, end, kind, quote: index })),
      ),
    )
    .filter(piece => piece.end > piece.start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const firsts = quotes
    .map((quote, index) => ({ start: quote.content[0]?.start ?? 0, index }))
    .sort((a, b) => a.start - b.start)

  const lines: MarkedLine[] = []
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
    const begun: number[] = []
    while (nextFirst < firsts.length && firsts[nextFirst]!.start < until) {
      begun.push(firsts[nextFirst++]!.index)
    }
    const title =
      lines.length === 0 &&
      story.title !== undefined &&
      squeeze(story.title) === squeeze(story.text.slice(start, end))
    lines.push({ runs: runsOf(story.text, start, end, open), title, gap, quotes: begun })
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
