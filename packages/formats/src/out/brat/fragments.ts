import type { Span } from '@onrecord/engine'
import { whole } from '../whole.js'

/**
 * What ends a line to any program (Python ends one at more characters than most) and the tab, which parts columns: none of them can stand in an .ann file's text.
 */
export const BREAKS = /[\t\n\v\f\r\x1c-\x1e\u0085\u2028\u2029]+/g

/**
 * Spans as brat can hold them: in order, none over or touching another, broken where a line ends. "one⏎two" is the two
 * fragments "one" and "two". Nothing is left of spans that hold white space only, which brat refuses.
 */
export function fragmentsOf(text: string, spans: readonly Span[]): readonly Span[] {
  const fragments = merged(spans.map(span => whole(text, span))).flatMap(span => broken(text, span))
  return fragments.some(({ start, end }) => text.slice(start, end).trim() !== '') ? fragments : []
}

function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
  const result: { start: number; end: number }[] = []
  for (const { start, end } of sorted) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

function broken(text: string, { start, end }: Span): readonly Span[] {
  const fragments: Span[] = []
  let from = start
  const take = (to: number) => {
    if (to > from) fragments.push({ start: from, end: to })
  }
  for (const match of text.slice(start, end).matchAll(BREAKS)) {
    take(start + match.index)
    from = start + match.index + match[0].length
  }
  take(end)
  return fragments
}
