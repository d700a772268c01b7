/**
 * A stretch of a story's text: half open, in UTF-16 code units from zero into the untouched text.
 * `text.slice(span.start, span.end)` is always the words it stands for; an empty span has start = end.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span that carries its own words: `story.text.slice(start, end) === text`. */
export interface TextSpan extends Span {
  readonly text: string
}

/** The span with its words. */
export const withText = (text: string, s: Span): TextSpan => ({
  start: s.start,
  end: s.end,
  text: text.slice(s.start, s.end),
})

/** Does `outer` hold all of `inner`? A span contains itself. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** Order of reading: by start, and the longer first where two start together. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** How many code units the two share. */
export const sharedLength = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** The span without the white space at its edges. A blank span becomes empty at its start. */
export function trim(text: string, s: Span): Span {
  let { start, end } = s
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** White space, the zero-width and direction marks included: what a reader does not see as a letter. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  )
}

/**
 * Index of the last of `sorted` (by start, not overlapping) that starts at or before `position`; -1 if none does.
 * Logarithmic in the number of spans.
 */
export function lastStartingBy(sorted: readonly Span[], position: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.start <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}
