import type { Run } from './worker.js'

/** Characters that stand side by side on one base line, without a gap as wide as those between columns. */
export interface Segment {
  readonly text: string
  readonly x: number
  /** Where it ends, to the right. */
  readonly end: number
  readonly y: number
  readonly size: number
}

/** Wider than this, in heights of type, and a gap may be one between columns. */
const GAP = 0.9

/** Narrower than this, and a gap is none: kerning. */
const SPACE = 0.12

/** Base lines that differ by less than this, in heights of type, are one: raised figures. */
const SAME_LINE = 0.5

/** A page's runs as segments, from top to bottom and from left to right. */
export function segmentsOf(runs: readonly Run[]): Segment[] {
  const items = runs.map(({ text, x, y, width, size }) => ({ text, x, y, end: x + width, size }))
  return rowsOf(items).flatMap(row => join(row, (gap, size) => gap > GAP * size))
}

/** Segments of one column as its lines: those of one base line become one. */
export const linesOf = (segments: readonly Segment[]): Segment[] =>
  rowsOf(segments).flatMap(row => join(row, () => false))

/** What stands on one base line, from the top down, each from the left. */
function rowsOf(items: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  let first: Segment | undefined
  for (const item of [...items].sort((a, b) => a.y - b.y || a.x - b.x)) {
    if (first && item.y - first.y < SAME_LINE * Math.max(first.size, item.size)) {
      rows.at(-1)!.push(item)
    } else {
      rows.push([item])
      first = item
    }
  }
  return rows.map(row => row.sort((a, b) => a.x - b.x))
}

function join(row: readonly Segment[], isGap: (gap: number, size: number) => boolean): Segment[] {
  const groups: Segment[][] = []
  for (const item of row) {
    const before = groups.at(-1)?.at(-1)
    if (before && !isGap(item.x - before.end, Math.max(before.size, item.size))) {
      groups.at(-1)!.push(item)
    } else groups.push([item])
  }
  return groups.map(merged).filter(({ text }) => text !== '')
}

function merged(group: readonly Segment[]): Segment {
  const parts: string[] = []
  let largest = group[0]!
  let end = Number.NEGATIVE_INFINITY
  for (const item of group) {
    if (parts.length > 0 && item.x - end > SPACE * item.size) parts.push(' ')
    parts.push(item.text)
    end = Math.max(end, item.end)
    if (item.size > largest.size) largest = item
  }
  const text = parts.join('').replace(/\s+/g, ' ').trim()
  return { text, x: group[0]!.x, end, y: largest.y, size: largest.size }
}
