import type { Span } from '@onrecord/engine'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** How far around a place words are looked for. */
const REACH = 400

/** The stops that an edge of a span can have: before and behind each word and each mark near a place. */
function stopsNear(text: string, at: number): number[] {
  const from = Math.max(0, at - REACH)
  const stops = new Set<number>()
  for (const { segment, index } of segmenter.segment(text.slice(from, at + REACH))) {
    if (segment.trim() === '') continue
    stops.add(from + index)
    stops.add(from + index + segment.length)
  }
  return [...stops].sort((a, b) => a - b)
}

/** The next stop behind a place, or before it, that is the end of a word or mark, or with `edge` start the beginning. */
export function nextStop(text: string, at: number, edge: keyof Span, way: 1 | -1): number {
  const blank = (char: string | undefined) => char === undefined || /\s/.test(char)
  const fits = (stop: number) => !blank(edge === 'end' ? text[stop - 1] : text[stop])
  const stops = stopsNear(text, at).filter(fits)
  const found = way > 0 ? stops.find(stop => stop > at) : stops.findLast(stop => stop < at)
  return found ?? at
}

/** The sentence behind the one that a place is in, or before it (`way` 0: that one itself), within the paragraphs given. */
export function sentenceFrom(
  text: string,
  paragraphs: readonly Span[],
  at: number,
  way: 1 | 0 | -1,
): Span | undefined {
  const here = Math.max(
    0,
    paragraphs.findLastIndex(({ start }) => start <= at),
  )
  const near = paragraphs.slice(Math.max(0, here - 1), here + 2)
  const spans = near.flatMap(({ start, end }) =>
    [...sentences.segment(text.slice(start, end))].map(({ segment, index }) => {
      const from = start + index
      return { start: from, end: from + segment.trimEnd().length }
    }),
  )
  const current = spans.findLastIndex(({ start }) => start <= at)
  return spans[Math.max(0, current) + way]
}
