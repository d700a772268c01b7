import type { Element } from './claim.js'
import { keyOf } from './drafts.js'
import { isSentenceEnd } from './ends.js'
import { type Placement, place, type Searched } from './place.js'
import { addWeights, scoreOf, type Weights, weigh } from './score.js'
import type { Step } from './trace.js'
import { weightOf } from './weights.js'

/** A claim’s parts, each with where it stands; the first is that which holds most. */
export interface Pieces {
  readonly placements: readonly Placement[]
  readonly weights: Weights
  /** Its parts come from two or more places. */
  readonly joined: boolean
}

/** A part of a claim is sought elsewhere from so many words on, with so much weight. */
const LEAST_WORDS = 3
const LEAST_WEIGHT = 1.7
/** It is found there only if so much of it is the same. */
const LEAST_SCORE = 0.8
const MOST_PIECES = 5

/** A claim’s best place, and for the parts of it that the place does not hold, theirs. */
export function findPieces(claim: readonly Element[], searched: Searched): Pieces | undefined {
  const first = place(claim, 0, claim.length, searched)
  if (first === undefined) return undefined
  const others: Placement[] = []
  let steps = first.steps
  for (const [from, to] of missing(first.steps, claim)) {
    if (others.length + 1 >= MOST_PIECES) break
    const found = place(claim, from, to, searched)
    if (found === undefined || !isSure(found.weights)) continue
    others.push(found)
    steps = steps.filter(({ kind, i }) => kind !== 'add' || i < from || i >= to)
  }
  const main = { steps, weights: weigh(steps, claim, searched.words) }
  const split = splitFar(main.steps, searched)
  const placements = [
    ...split.map(part => ({ steps: part, weights: weigh(part, claim, searched.words) })),
    ...others,
  ]
  return {
    placements,
    weights: placements.map(({ weights }) => weights).reduce(addWeights),
    joined: placements.length > 1,
  }
}

const isSure = (weights: Weights) =>
  scoreOf(weights) >= LEAST_SCORE && weights.run >= LEAST_WEIGHT && weights.words >= LEAST_WORDS

/** The longer stretches of a claim that a place does not hold, as ranges of elements. */
function missing(steps: readonly Step[], claim: readonly Element[]): [number, number][] {
  const found: [number, number][] = []
  let start: number | undefined
  let end = 0
  const close = () => {
    if (start !== undefined) {
      const keys = claim.slice(start, end).flatMap(element => keyOf(element) ?? [])
      const weight = keys.reduce((sum, key) => sum + weightOf(key), 0)
      if (keys.length >= LEAST_WORDS && weight >= LEAST_WEIGHT) found.push([start, end])
    }
    start = undefined
  }
  for (const { kind, i, i1 } of steps) {
    if (kind === 'add') {
      start ??= i
      end = i1
    } else if (kind !== 'drop') close()
  }
  close()
  return found
}

/** Words passed over without an ellipsis: more than these, with a sentence’s end among them, part two places. */
const DROPPED_OVER_SENTENCE = 12
const DROPPED = 40
/** Words that an ellipsis may stand for in one place. */
const OMITTED = 120

/** One alignment as the places that it spans. What lies between two places is no edit. */
function splitFar(steps: readonly Step[], { text, words }: Searched): (readonly Step[])[] {
  const parts: Step[][] = [[]]
  for (let at = 0; at < steps.length; ) {
    const step = steps[at]!
    let end = at + 1
    if (step.kind === 'drop') while (steps[end]?.kind === 'drop') end++
    const count = steps[end - 1]!.j1 - step.j
    const far =
      step.kind === 'gap'
        ? count > OMITTED
        : step.kind === 'drop' &&
          (count > DROPPED ||
            (count > DROPPED_OVER_SENTENCE && holdsEnd(text, words, step.j, steps[end - 1]!.j1)))
    if (far) parts.push([])
    else parts.at(-1)!.push(...steps.slice(at, end))
    at = end
  }
  return parts.filter(part => part.some(({ kind }) => kind === 'pair'))
}

function holdsEnd(text: string, words: Searched['words'], from: number, to: number): boolean {
  for (let j = from; j <= to; j++) if (isSentenceEnd(text, words, j)) return true
  return false
}
