import type { Span } from '@onrecord/engine'

/** A span as the corpora write it: code points, half open. */
export type PointSpan = readonly [start: number, end: number]

const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/

/** From the corpora's code points to UTF-16. A bound behind the text becomes its end. */
export function toUnits(text: string): (spans: readonly PointSpan[]) => Span[] {
  const unit = units(text)
  const at = (point: number) => (unit ? unit[Math.min(point, unit.length - 1)]! : point)
  return spans => spans.map(([start, end]) => ({ start: at(start), end: at(end) }))
}

/** From UTF-16 to the corpora's code points. A bound inside a pair of surrogates becomes the pair's start. */
export function toPoints(text: string): (spans: readonly Span[]) => PointSpan[] {
  const unit = units(text)
  const at = (position: number) => (unit ? lastAtOrBefore(unit, position) : position)
  return spans => spans.map(({ start, end }) => [at(start), at(end)])
}

/** The UTF-16 position of each code point and of the end; undefined where the two units agree. */
function units(text: string): number[] | undefined {
  if (!ASTRAL.test(text)) return undefined
  const starts: number[] = []
  let at = 0
  for (const point of text) {
    starts.push(at)
    at += point.length
  }
  starts.push(at)
  return starts
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sorted[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}
