import type { EntityType } from '../record.js'
import type { Span } from '../span.js'
import type { Token } from '../text/tokens.js'

/** The types in the order of the model's scores. */
const TYPES: readonly EntityType[] = [
  'person',
  'organisation',
  'place',
  'work',
  'event',
  'group',
  'other',
]
/** None; then begin, inside, end and single of each type. */
const NAME_LABELS = 1 + 4 * TYPES.length
/** None; then each type. */
const NOUN_LABELS = 1 + TYPES.length
/** Scores a word. */
export const TAGS = NAME_LABELS + NOUN_LABELS

/** A proper name, whole words of one block. */
export interface HeardName extends Span {
  readonly type: EntityType
  /** The probability of the labels of all its words. */
  readonly sure: number
}

/** A word that is the head noun of a description: “the former <director>”, “a <woman> in the audience”. */
export interface HeardNoun extends Span {
  readonly type: EntityType
  readonly sure: number
}

/** What the model heard of names and descriptions, in order. */
export interface HeardNames {
  readonly names: readonly HeardName[]
  readonly nouns: readonly HeardNoun[]
}

/** Names by the best path in which begin, inside and end keep their order and type; nouns word by word. */
export function decodeNames(scores: Float32Array, words: readonly Token[]): HeardNames {
  const labels = bestPath(scores, words.length)
  const names: HeardName[] = []
  const nouns: HeardNoun[] = []
  let start = 0
  let sure = 1
  labels.forEach((label, word) => {
    const at = word * TAGS
    const { start: from, end } = words[word]!
    const noun = top(scores, at + NAME_LABELS, NOUN_LABELS)
    if (label === 0) {
      if (noun > 0) {
        const heard = probability(scores, at + NAME_LABELS, NOUN_LABELS, noun)
        nouns.push({ start: from, end, type: TYPES[noun - 1]!, sure: heard })
      }
      return
    }
    const part = (label - 1) % 4
    if (part === 0 || part === 3) {
      start = from
      sure = 1
    }
    sure *= probability(scores, at, NAME_LABELS, label)
    if (part >= 2) names.push({ start, end, type: TYPES[(label - 1) >> 2]!, sure })
  })
  return { names, nouns }
}

/** Labels of words: after none, an end or a single word comes none, a begin or a single; after these the rest of a name. */
function bestPath(scores: Float32Array, words: number): Uint8Array {
  const path = new Uint8Array(words)
  if (words === 0) return path
  const back = new Uint8Array(words * NAME_LABELS)
  let best = new Float64Array(NAME_LABELS).fill(Number.NEGATIVE_INFINITY)
  let closed = 0
  let closedLabel = 0
  for (let word = 0; word < words; word++) {
    const at = word * TAGS
    const norm = logSum(scores, at, NAME_LABELS)
    const next = new Float64Array(NAME_LABELS)
    for (let label = 0; label < NAME_LABELS; label++) {
      const part = label === 0 ? 3 : (label - 1) % 4
      let from = closedLabel
      let score = closed
      if (part === 1 || part === 2) {
        const begin = label - part
        from = best[begin]! >= best[begin + 1]! ? begin : begin + 1
        score = best[from]!
      }
      back[word * NAME_LABELS + label] = from
      next[label] = score + scores[at + label]! - norm
    }
    best = next
    closed = Number.NEGATIVE_INFINITY
    for (let label = 0; label < NAME_LABELS; label++) {
      const open = label > 0 && (label - 1) % 4 < 2
      if (!open && best[label]! > closed) {
        closed = best[label]!
        closedLabel = label
      }
    }
  }
  path[words - 1] = closedLabel
  for (let word = words - 1; word > 0; word--)
    path[word - 1] = back[word * NAME_LABELS + path[word]!]!
  return path
}

function logSum(scores: Float32Array, at: number, count: number): number {
  const most = scores[at + top(scores, at, count)]!
  let sum = 0
  for (let k = 0; k < count; k++) sum += Math.exp(scores[at + k]! - most)
  return most + Math.log(sum)
}

function top(scores: Float32Array, at: number, count: number): number {
  let best = 0
  for (let k = 1; k < count; k++) if (scores[at + k]! > scores[at + best]!) best = k
  return best
}

const probability = (scores: Float32Array, at: number, count: number, label: number) =>
  Math.exp(scores[at + label]! - logSum(scores, at, count))
