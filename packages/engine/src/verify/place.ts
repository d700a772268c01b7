import { contains, type Span } from '../span.js'
import { align } from './align.js'
import { type Band, bandOf, findChains } from './chains.js'
import type { Element } from './claim.js'
import { withEnds } from './ends.js'
import { findInterruptions } from './interruptions.js'
import { findRuns } from './runs.js'
import { scoreOf, type Weights, weigh } from './score.js'
import { tidy } from './tidy.js'
import type { Step } from './trace.js'
import type { NormalWord } from './types.js'

/** Where (a part of) a claim was put in a text. `i` in the steps counts from the whole claim’s first element. */
export interface Placement {
  readonly steps: readonly Step[]
  readonly weights: Weights
}

/** A text as it is searched: its words, those to be skipped left out. */
export interface Searched {
  readonly text: string
  readonly words: readonly NormalWord[]
}

/** Chains that are aligned in full. */
const TRIES = 4

/**
 * The best place for elements [from, to) of a claim: seeds, chains of them, and the best of a few chains aligned in
 * full. Undefined where no word is shared.
 */
export function place(
  claim: readonly Element[],
  from: number,
  to: number,
  { text, words }: Searched,
): Placement | undefined {
  const part = claim.slice(from, to)
  const asWords = part.map(element =>
    element.kind === 'word' || element.kind === 'partial' ? element.word : undefined,
  )
  const runs = findRuns(asWords, words)
  let best: Placement | undefined
  const seen: Span[] = []
  for (const chain of findChains(runs, part, TRIES)) {
    // a chain that weighs much less than the best cannot win
    if (best !== undefined && chain.weight < 0.6 * best.weights.shared) break
    const band = bandOf(chain, part.length, words.length)
    const window = { start: band.lo[0]!, end: band.hi[part.length]! }
    if (band.whole && seen.some(span => contains(span, window))) continue
    if (band.whole) seen.push(window)
    const found = alignAt(band, part, text, words)
    if (found === undefined) continue
    const weights = weigh(found, part, words)
    if (best === undefined || scoreOf(weights) > scoreOf(best.weights)) {
      best = { steps: shift(found, from), weights }
    }
    if (scoreOf(weights) === 1) break
  }
  return best
}

function alignAt(
  band: Band,
  part: readonly Element[],
  text: string,
  words: readonly NormalWord[],
): readonly Step[] | undefined {
  const start = band.lo[0]!
  const end = band.hi[part.length]!
  const window = words.slice(start, end)
  const moved = {
    ...band,
    lo: band.lo.map(j => j - start),
    hi: band.hi.map(j => j - start),
  }
  const zones = findInterruptions(text, words, start, end)
    .filter(zone => zone.from >= start && zone.to <= end)
    .map(zone => ({ from: zone.from - start, to: zone.to - start }))
  const steps = align(part, window, moved, { zones })?.map(step => ({
    ...step,
    j: step.j + start,
    j1: step.j1 + start,
  }))
  if (steps === undefined) return undefined
  const tidied = tidy(steps, part, words)
  return tidied.some(({ kind }) => kind === 'pair')
    ? withEnds(tidied, { claim: part, text, words })
    : undefined
}

const shift = (steps: readonly Step[], by: number): Step[] =>
  steps.map(step => ({ ...step, i: step.i + by, i1: step.i1 + by }))
