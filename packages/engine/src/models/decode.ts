import type { WordRange } from './attributions.js'
import type { QuoteConfig } from './runtime.js'

/** A cue in a block's words, and the probability of its first word being one. */
export interface HeardCue extends WordRange {
  readonly kind: 'cue' | 'sign'
  readonly heard: number
}

const CUE_LABELS = 4
const NONE = 0
const BEGIN = 1
const INSIDE = 2
const SIGN = 3

/**
 * The cues of one block from four scores a word (no cue, first word, later word, the sign behind the word), by the
 * best path in which a later word follows a first or a later one. `bias` is added to the score of "no cue".
 */
export function decodeCues(scores: Float32Array, words: number, bias: number): HeardCue[] {
  if (words === 0) return []
  const back = new Uint8Array(words * CUE_LABELS)
  let best = new Float64Array(CUE_LABELS)
  const logs = new Float64Array(words * CUE_LABELS)
  for (let word = 0; word < words; word++) {
    const at = word * CUE_LABELS
    let top = Number.NEGATIVE_INFINITY
    for (let k = 0; k < CUE_LABELS; k++) top = Math.max(top, scores[at + k]!)
    let sum = 0
    for (let k = 0; k < CUE_LABELS; k++) sum += Math.exp(scores[at + k]! - top)
    for (let k = 0; k < CUE_LABELS; k++) logs[at + k] = scores[at + k]! - top - Math.log(sum)
    const next = new Float64Array(CUE_LABELS)
    for (let k = 0; k < CUE_LABELS; k++) {
      let from = 0
      let score = Number.NEGATIVE_INFINITY
      for (let j = 0; j < CUE_LABELS; j++) {
        if (k === INSIDE && (word === 0 || j === NONE || j === SIGN)) continue
        const reached = word === 0 ? 0 : best[j]!
        if (reached > score) {
          score = reached
          from = j
        }
      }
      back[at + k] = from
      next[k] = score + logs[at + k]! + (k === NONE ? bias : 0)
    }
    best = next
  }
  const path = new Uint8Array(words)
  path[words - 1] = best.indexOf(Math.max(...best))
  for (let word = words - 1; word > 0; word--) {
    path[word - 1] = back[word * CUE_LABELS + path[word]!]!
  }
  const cues: HeardCue[] = []
  for (let word = 0; word < words; word++) {
    const label = path[word]!
    if (label !== BEGIN && label !== SIGN) continue
    const from = word
    if (label === BEGIN) while (word + 1 < words && path[word + 1] === INSIDE) word++
    const heard = Math.exp(logs[from * CUE_LABELS + label]!)
    cues.push({ from, to: word + 1, kind: label === SIGN ? 'sign' : 'cue', heard })
  }
  return cues
}

/** Content and source of one trigger, and the probability of exactly these given the trigger. */
export interface Labelled {
  readonly content: readonly WordRange[]
  readonly source: readonly WordRange[]
  readonly labelled: number
}

const LABELS = 9

/** The best path of the CRF over one row of role scores (words × 9), and its share of all paths. */
export function decodeRoles(
  scores: Float32Array,
  offset: number,
  words: number,
  config: QuoteConfig,
): Labelled {
  const { transition, start, end } = config
  const back = new Uint8Array(words * LABELS)
  let best = new Float64Array(LABELS)
  // forward sums, scaled so that the greatest is 1: `scale` is the logarithm of what was taken out
  let forward = new Float64Array(LABELS)
  let scale = 0
  for (let word = 0; word < words; word++) {
    const nextBest = new Float64Array(LABELS)
    const nextForward = new Float64Array(LABELS)
    for (let k = 0; k < LABELS; k++) {
      const score = scores[offset + word * LABELS + k]!
      if (word === 0) {
        nextBest[k] = start[k]! + score
        nextForward[k] = start[k]! + score
        continue
      }
      let from = 0
      let top = Number.NEGATIVE_INFINITY
      let sum = 0
      for (let j = 0; j < LABELS; j++) {
        const move = transition[j]![k]!
        const reached = best[j]! + move
        if (reached > top) {
          top = reached
          from = j
        }
        if (move > -1000) sum += forward[j]! * Math.exp(move)
      }
      back[word * LABELS + k] = from
      nextBest[k] = top + score
      nextForward[k] = Math.log(sum) + score
    }
    const peak = Math.max(...nextForward)
    for (let k = 0; k < LABELS; k++) nextForward[k] = Math.exp(nextForward[k]! - peak)
    scale += peak
    best = nextBest
    forward = nextForward
  }
  let last = 0
  let sum = 0
  for (let k = 0; k < LABELS; k++) {
    if (best[k]! + end[k]! > best[last]! + end[last]!) last = k
    sum += forward[k]! * Math.exp(end[k]!)
  }
  const labelled = Math.min(1, Math.exp(best[last]! + end[last]! - Math.log(sum) - scale))
  const path = new Uint8Array(words)
  path[words - 1] = last
  for (let word = words - 1; word > 0; word--) path[word - 1] = back[word * LABELS + path[word]!]!
  return {
    content: runs(path, 1),
    source: runs(path, 5),
    labelled: Number.isFinite(labelled) ? labelled : 0,
  }
}

/** Runs of begin, inside, end and single: labels [base, base + 4). Neighbouring runs stay apart. */
function runs(path: Uint8Array, base: number): WordRange[] {
  const found: WordRange[] = []
  let from = -1
  path.forEach((label, word) => {
    const part = label - base
    if (part < 0 || part > 3) return
    if (part === 0 || part === 3) from = word
    if (part === 2 || part === 3) found.push({ from, to: word + 1 })
  })
  return found
}

/** Distance in words from a trigger to one of 69 buckets: exact to 24, then by quarters of an octave. */
export function distanceBucket(distance: number): number {
  const size = Math.abs(distance)
  // in 32-bit floats, as in training, so that the edges of buckets fall on the same words
  const far = Math.min(34, 24 + Math.floor(Math.fround(Math.log2(Math.fround(size / 24))) * 4) + 1)
  return Math.sign(distance) * (size <= 24 ? size : far) + 34
}
