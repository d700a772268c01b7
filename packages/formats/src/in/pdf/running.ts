import type { Segment } from './segments.js'

/** Running heads and page numbers stand in this part of a page's height, at the top and at the bottom. */
const MARGIN = 0.13

/** On how many of the pages a line has to stand again: heads of left and right pages differ. */
const SHARE = 0.3

export interface PageText {
  readonly height: number
  /** From the top down. */
  readonly segments: readonly Segment[]
}

/**
 * Takes out what pages repeat in their upper and lower margins: the paper's name, a running head, page numbers. Figures
 * count as alike ("Page 3 of 8"). A line that stands on one page only is left, and so is a page that would be empty.
 */
export function withoutRunning(pages: readonly PageText[]): PageText[] {
  const count = new Map<string, number>()
  for (const page of pages) {
    const keys = new Set(page.segments.filter(segment => isMargin(segment, page)).map(keyOf))
    for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1)
  }
  const least = Math.max(2, Math.ceil(pages.length * SHARE))
  return pages.map(page => {
    const segments = page.segments.filter(
      segment => !isMargin(segment, page) || (count.get(keyOf(segment)) ?? 0) < least,
    )
    return segments.length > 0 ? { ...page, segments } : page
  })
}

const isMargin = ({ y, size }: Segment, { height }: PageText): boolean =>
  y < height * MARGIN || y - size > height * (1 - MARGIN)

const keyOf = ({ text }: Segment): string => text.toLowerCase().replace(/\d+/g, '#')
