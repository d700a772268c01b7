import { joinLines } from './join.js'
import { linesOf, type Segment } from './segments.js'

/** A paragraph, and what is needed to tell whether the next column goes on with it. */
export interface Paragraph {
  readonly lines: readonly Segment[]
  /** Does its first line begin further in than the column does? */
  readonly indented: boolean
  /** Does its last line reach the end of the column? */
  readonly full: boolean
}

/** Type that differs by more than this share is another text: a headline, a caption. */
const SIZE = 0.12

/** A line further in than this, in heights of type, begins a paragraph. */
const INDENT = 0.6

/** Lines further apart than this many times the usual are not of one paragraph. */
const APART = 1.3

/**
 * The lines of a column as paragraphs. A new one begins at a wider gap, at another size of type, at a line that is
 * indented, and behind a line that ends a sentence so early that the next word would have fitted.
 */
export function paragraphsOf(run: readonly Segment[]): Paragraph[] {
  const lines = linesOf(run)
  const column = columnOf(lines)
  const groups: Segment[][] = []
  for (const [i, line] of lines.entries()) {
    const group = groups.at(-1)
    if (group && !isNew(line, lines[i - 1]!, group.length, column)) group.push(line)
    else groups.push([line])
  }
  return groups.map(group => ({
    lines: group,
    indented: group[0]!.x - column.left > INDENT * group[0]!.size,
    full: column.right - group.at(-1)!.end < 0.12 * (column.right - column.left),
  }))
}

/** Paragraphs of all columns and pages, those that go on over the end of one joined; as text. */
export function textOf(paragraphs: readonly Paragraph[][]): string {
  const texts: { lines: Segment[]; last: Paragraph }[] = []
  for (const run of paragraphs) {
    for (const [i, paragraph] of run.entries()) {
      const before = texts.at(-1)
      if (before && i === 0 && goesOn(before.last, paragraph)) {
        before.lines.push(...paragraph.lines)
        before.last = paragraph
      } else texts.push({ lines: [...paragraph.lines], last: paragraph })
    }
  }
  return texts.map(({ lines }) => joinLines(lines.map(({ text }) => text))).join('\n\n')
}

const ENDS_SENTENCE = /[.!?…:]["'”’»)\]]*$/

function goesOn(before: Paragraph, next: Paragraph): boolean {
  const last = before.lines.at(-1)!
  const first = next.lines[0]!
  if (!isSameSize(last, first) || ENDS_SENTENCE.test(last.text)) return false
  return /^\p{Ll}/u.test(first.text) || (before.full && !next.indented && before.lines.length > 1)
}

interface Column {
  readonly left: number
  readonly right: number
  /** The usual distance of base lines, in heights of type. */
  readonly leading: number
}

function columnOf(lines: readonly Segment[]): Column {
  const leadings = lines
    .slice(1)
    .map((line, i) => (line.y - lines[i]!.y) / line.size)
    .sort((a, b) => a - b)
  const lefts = lines.map(({ x }) => x).sort((a, b) => a - b)
  const rights = lines.map(({ end }) => end).sort((a, b) => a - b)
  return {
    // one line that hangs out, or runs over, moves neither edge of a longer column
    left: lefts[Math.floor(lines.length * 0.1)] ?? 0,
    right: rights[Math.ceil(lines.length * 0.95) - 1] ?? 0,
    // of two or three lines the nearest: the middle one may be a gap already
    leading: leadings[Math.floor((leadings.length - 1) * 0.4)] ?? 1.2,
  }
}

function isNew(line: Segment, before: Segment, soFar: number, column: Column): boolean {
  const { size } = line
  if (!isSameSize(line, before)) return true
  const gap = (line.y - before.y) / size
  if (gap > Math.min(2.5, column.leading * APART)) return true
  if (line.x - column.left > INDENT * size && line.x - before.x > INDENT * size) return true
  if (soFar > 1 && before.x - line.x > INDENT * size) return true
  const room = column.right - before.end
  const width = column.right - column.left
  if (room > 0.5 * width) return true
  return ENDS_SENTENCE.test(before.text) && room > firstWord(line) + 0.5 * size
}

/** About how wide a line's first word is. */
function firstWord({ text, x, end }: Segment): number {
  const length = text.search(/ |$/)
  return ((end - x) * length) / text.length
}

const isSameSize = (a: Segment, b: Segment): boolean =>
  Math.abs(a.size - b.size) <= SIZE * Math.max(a.size, b.size)
