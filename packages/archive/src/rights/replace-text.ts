import type { Span } from '@onrecord/engine'

/** A text with some of its spans replaced, and the way from spans of the old one to spans of the new one. */
export interface Replaced {
  readonly text: string
  /** How many spans were replaced; overlapping ones are one. */
  readonly count: number
  /**
   * Where a span of the old text is in the new one. A span that begins or ends within a replaced one then holds all that
   * stands in its place; the order of spans, and which holds which, stay.
   */
  at(span: Span): Span
}

/** Puts `by` in the place of each of the spans; `by` is not empty. */
export function replaceSpans(text: string, spans: readonly Span[], by: string): Replaced {
  const cuts = united(spans)
  // how much later what stands behind the k-th cut is
  const shifts: number[] = []
  let made = ''
  let from = 0
  for (const { start, end } of cuts) {
    made += text.slice(from, start) + by
    from = end
    shifts.push(made.length - end)
  }
  made += text.slice(from)
  function place(position: number, side: 'start' | 'end'): number {
    const k = lastBefore(cuts, position)
    if (k < 0) return position
    const { end } = cuts[k]!
    if (position >= end) return position + shifts[k]!
    return end + shifts[k]! - (side === 'start' ? by.length : 0)
  }
  return {
    text: made,
    count: cuts.length,
    at: ({ start, end }) => ({ start: place(start, 'start'), end: place(end, 'end') }),
  }
}

/**
 * JSON about the old text as JSON about the new one: whatever has `start` and `end` is moved, and its `text`, if it has
 * one, is the new text's; every other string is what `say` makes of it.
 */
export function rebase<T>(value: T, replaced: Replaced, say: (words: string) => string): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return say(one)
    if (Array.isArray(one)) return one.map(walk)
    if (one === null || typeof one !== 'object') return one
    const { start, end, text } = one as { start?: unknown; end?: unknown; text?: unknown }
    const moved: Record<string, unknown> = {}
    if (typeof start === 'number' && typeof end === 'number') {
      Object.assign(moved, replaced.at({ start, end }))
      if (typeof text === 'string')
        moved.text = replaced.text.slice(moved.start as number, moved.end as number)
    }
    return Object.fromEntries(
      Object.entries(one).map(([key, inner]) => [key, moved[key] ?? walk(inner)]),
    )
  }
  return walk(value) as T
}

/** Sorted; spans that overlap are one. */
function united(spans: readonly Span[]): Span[] {
  const all: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = all.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else if (start < end) all.push({ start, end })
  }
  return all
}

/** The last that starts before `position`, or -1. */
function lastBefore(spans: readonly Span[], position: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < position) low = middle + 1
    else high = middle
  }
  return low - 1
}
