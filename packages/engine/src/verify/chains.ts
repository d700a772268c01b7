import type { Element } from './claim.js'
import type { Run } from './runs.js'

/** Runs that follow one another in claim and text: a first guess of where a claim stands. */
export interface Chain {
  readonly runs: readonly Run[]
  readonly weight: number
}

/** Words of the text that may stand between two runs beyond those of the claim, without and with an ellipsis there. */
const NEAR = 45
const FAR = 160
/** Each word too many or too few between two runs costs this much. */
const GAP_COST = 0.04
/** Earlier runs that may come before a run are sought among so many. */
const LOOK_BACK = 120

/**
 * The best chains, at most `most`, heaviest first; no run is in two. Quadratic in the number of runs at worst, of
 * which there are some hundreds at most.
 */
export function findChains(
  runs: readonly Run[],
  elements: readonly Element[],
  most: number,
): Chain[] {
  const gapsBefore = countGaps(elements)
  const used = new Uint8Array(runs.length)
  const chains: Chain[] = []
  while (chains.length < most) {
    const chain = bestChain(runs, used, gapsBefore)
    if (chain === undefined) break
    chains.push(chain)
  }
  return chains
}

function bestChain(
  runs: readonly Run[],
  used: Uint8Array,
  gapsBefore: readonly number[],
): Chain | undefined {
  const score = new Float64Array(runs.length)
  const from = new Int32Array(runs.length).fill(-1)
  let best = -1
  for (let b = 0; b < runs.length; b++) {
    if (used[b] === 1) continue
    const run = runs[b]!
    score[b] = run.weight
    for (let a = b - 1; a >= 0 && a >= b - LOOK_BACK; a--) {
      if (used[a] === 1) continue
      const value = score[a]! + linked(runs[a]!, run, gapsBefore)
      if (value > score[b]!) {
        score[b] = value
        from[b] = a
      }
    }
    if (best < 0 || score[b]! > score[best]!) best = b
  }
  if (best < 0) return undefined
  const found: Run[] = []
  for (let at = best; at >= 0; at = from[at]!) {
    used[at] = 1
    found.push(runs[at]!)
  }
  return { runs: found.reverse(), weight: score[best]! }
}

/** What a run adds behind another; nothing (minus infinity) where it does not follow it, or too far off. */
function linked(a: Run, b: Run, gapsBefore: readonly number[]): number {
  const overlap = Math.max(0, a.i + a.length - b.i, a.j + a.length - b.j)
  if (overlap >= b.length) return Number.NEGATIVE_INFINITY
  const inClaim = b.i + overlap - (a.i + a.length)
  const inText = b.j + overlap - (a.j + a.length)
  const ellipsis = gapsBefore[b.i + overlap]! > gapsBefore[a.i + a.length - 1]!
  if (inText > inClaim + (ellipsis ? FAR : NEAR)) return Number.NEGATIVE_INFINITY
  const cost = GAP_COST * Math.abs(inText - inClaim) * (ellipsis ? 0.2 : 1)
  return b.weight * (1 - overlap / b.length) - cost
}

function countGaps(elements: readonly Element[]): number[] {
  let count = 0
  return elements.map(({ kind }) => (kind === 'gap' ? ++count : count))
}

/** Which places of the text's words (from `lo` to `hi`, inclusive) each place of the claim may be aligned with. */
export interface Band {
  readonly lo: Int32Array
  readonly hi: Int32Array
  /** It is a whole table: every row has all of the columns. */
  readonly whole: boolean
}

const SLACK = 24
/** Up to so many cells the whole table is filled. */
const SMALL_TABLE = 120_000

/**
 * The band round a chain: of a slack on both sides of its runs, and all that lies between two of them. Its size is
 * bounded by the claim's length times slack and widest gap.
 */
export function bandOf(chain: Chain, claimLength: number, textLength: number): Band {
  const { runs } = chain
  const first = runs[0]!
  const last = runs.at(-1)!
  const from = Math.max(0, first.j - first.i - SLACK)
  const left = claimLength - (last.i + last.length)
  const to = Math.min(textLength, last.j + last.length + left + SLACK)
  const lo = new Int32Array(claimLength + 1).fill(from)
  const hi = new Int32Array(claimLength + 1).fill(to)
  if ((to - from + 1) * (claimLength + 1) <= SMALL_TABLE) return { lo, hi, whole: true }
  const clamp = (j: number) => Math.max(from, Math.min(to, j))
  for (let i = 0; i <= first.i; i++) {
    lo[i] = clamp(first.j - first.i + i - SLACK)
    hi[i] = clamp(first.j - first.i + i + SLACK)
  }
  runs.forEach((run, index) => {
    for (let k = 0; k <= run.length; k++) {
      lo[run.i + k] = clamp(run.j + k - SLACK)
      hi[run.i + k] = clamp(run.j + k + SLACK)
    }
    const next = runs[index + 1]
    const end = run.i + run.length
    const limit = next === undefined ? claimLength : next.i
    for (let i = end; i <= limit; i++) {
      lo[i] = clamp(run.j + run.length - SLACK)
      hi[i] = clamp((next === undefined ? run.j + run.length + i - end : next.j) + SLACK)
    }
  })
  // what overlaps may step back; rows only ever move on
  for (let i = 1; i <= claimLength; i++) hi[i] = Math.max(hi[i]!, hi[i - 1]!)
  for (let i = claimLength - 1; i >= 0; i--) lo[i] = Math.min(lo[i]!, lo[i + 1]!)
  return { lo, hi, whole: false }
}

/** The band that holds the whole table. */
export const wholeBand = (claimLength: number, textLength: number): Band => ({
  lo: new Int32Array(claimLength + 1),
  hi: new Int32Array(claimLength + 1).fill(textLength),
  whole: true,
})
