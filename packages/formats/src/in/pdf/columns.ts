import type { Segment } from './segments.js'

/** Fewer lines than this side by side are no columns: a table's, a heading with its page number. */
const LEAST_LINES = 3

/** Columns hold words: of fewer characters a line they are figures or bullets. */
const LEAST_CHARACTERS = 8

/** How many gutters one region may have, one within another. */
const DEPTH = 4

/** How many places across a region are tried for a gutter. */
const TRIES = 200

/**
 * A page's segments in the order of reading, in runs: what stands over the whole width, then the left column down to its
 * end, then the right one. Columns are there where for three lines or more something stands on either side of a place
 * and nothing across it; what does stand across it (a headline, a picture's caption) parts what is above from what is
 * below.
 *
 * One column, indented blocks, lists with their numbers, tables of figures: one run, from top to bottom.
 */
export function columnsOf(segments: readonly Segment[], depth = DEPTH): Segment[][] {
  const gutter = depth > 0 ? bestGutter(segments) : undefined
  if (gutter === undefined) return segments.length > 0 ? [[...segments]] : []
  const runs: Segment[][] = []
  let plain: Segment[] = []
  for (const band of bandsAt(segments, gutter)) {
    if (!isSideBySide(band)) {
      plain.push(...band.across, ...band.left, ...band.right)
      continue
    }
    if (plain.length > 0) runs.push(plain)
    plain = []
    runs.push(...columnsOf(band.left, depth - 1), ...columnsOf(band.right, depth - 1))
  }
  if (plain.length > 0) runs.push(plain)
  return runs.map(run => run.sort((a, b) => a.y - b.y || a.x - b.x))
}

interface Band {
  readonly across: Segment[]
  readonly left: Segment[]
  readonly right: Segment[]
}

/** Segments from the top down, parted wherever one stands across the gutter; that one is a band of its own. */
function bandsAt(segments: readonly Segment[], gutter: number): Band[] {
  const bands: Band[] = []
  let band: Band | undefined
  for (const segment of segments) {
    if (segment.x < gutter && segment.end > gutter) {
      bands.push({ across: [segment], left: [], right: [] })
      band = undefined
      continue
    }
    if (!band) {
      band = { across: [], left: [], right: [] }
      bands.push(band)
    }
    ;(segment.end <= gutter ? band.left : band.right).push(segment)
  }
  return bands
}

function isSideBySide({ left, right }: Band): boolean {
  if (!isColumn(left) || !isColumn(right)) return false
  // side by side, and not one below the other
  const top = Math.max(left[0]!.y, right[0]!.y)
  const bottom = Math.min(left.at(-1)!.y, right.at(-1)!.y)
  return bottom - top >= left[0]!.size
}

const isColumn = (side: readonly Segment[]): boolean =>
  side.length >= LEAST_LINES &&
  side.reduce((sum, { text }) => sum + text.length, 0) >= LEAST_CHARACTERS * side.length

/** The place with the most lines in columns on either side of it; the middle one of several as good. */
function bestGutter(segments: readonly Segment[]): number | undefined {
  if (segments.length < 2 * LEAST_LINES) return undefined
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  for (const { x, end } of segments) {
    left = Math.min(left, x)
    right = Math.max(right, end)
  }
  const step = (right - left) / TRIES
  let most = 0
  let best: number[] = []
  for (let i = 0.1 * TRIES; i <= 0.9 * TRIES; i++) {
    const gutter = left + i * step
    const lines = bandsAt(segments, gutter)
      .filter(isSideBySide)
      .reduce((sum, band) => sum + band.left.length + band.right.length, 0)
    if (lines === 0 || lines < most) continue
    if (lines > most) best = []
    most = lines
    best.push(gutter)
  }
  return best[best.length >> 1]
}
