import { coin } from './coin.js'
import { COMMON_WORDS } from './data/english.js'
import { below, type Rng, rngOf } from './random.js'
import { type Draw, drawBy, zipfWeights } from './zipf.js'

/** Words that are listed; behind them words are coined as they are drawn, without end. */
export const LISTED = 65_536
/** Zipf–Mandelbrot, as English text has it: rank r weighs 1 / (r + SHIFT) ** SLOPE. */
export const SLOPE = 1.05
export const SHIFT = 2.7
/** Coined words begin this far on in `coin`'s order, so that none is a listed one. */
const BEYOND = 100_000
const LAST_RANK = 500_000_000
const SUFFIXES = 's ed ing er ers ly al ment ness ation ity able'.split(' ')

export interface Vocabulary {
  /** The listed words by rank, commonest first; all different. */
  readonly words: readonly string[]
  /** Does it carry grammar rather than matter ("the", "because")? */
  isFunction(word: string): boolean
  /** The share of all words drawn that carry grammar. */
  readonly functionShare: number
  functionWord(rng: Rng): string
  /** A word of matter: listed, or (about one in sixteen) from the endless tail of rare ones. */
  contentWord(rng: Rng): string
}

/**
 * The commonest real words of English news at their ranks, then invented ones, two in five of them with the ending of
 * an older one ("slourment"). Behind the listed words the law goes on with slope 2, as word counts of large corpora do, so that
 * words seen once or twice never end, however large the archive. The same for every seed.
 */
export function vocabulary(): Vocabulary {
  const words = COMMON_WORDS.map(word => word.replace('*', ''))
  const functions = new Set(
    COMMON_WORDS.filter(word => word.endsWith('*')).map(word => word.slice(0, -1)),
  )
  const seen = new Set(words)
  const rng = rngOf(0, 0)
  let coined = 0
  while (words.length < LISTED) {
    const derived = coined > 100 && rng() < 0.4
    const word = derived
      ? coin(below(rng, coined)) + SUFFIXES[below(rng, SUFFIXES.length)]!
      : coin(coined++)
    if (seen.has(word)) continue
    seen.add(word)
    words.push(word)
  }
  const weights = zipfWeights(LISTED, SLOPE, SHIFT)
  const ranks = [...words.keys()]
  const functionRanks = ranks.filter(k => functions.has(words[k]!))
  const contentRanks = ranks.filter(k => !functions.has(words[k]!))
  const functionWords = functionRanks.map(k => words[k]!)
  const contentWords = contentRanks.map(k => words[k]!)
  // the density of the tail falls as rank ** -2 from the last listed weight on: its sum is weight times rank
  const tail = weights[LISTED - 1]! * LISTED
  const massOf = (ranks: readonly number[]) => ranks.reduce((sum, k) => sum + weights[k]!, 0)
  const functionMass = massOf(functionRanks)
  const contentMass = massOf(contentRanks)
  const tailShare = tail / (contentMass + tail)
  const drawOf = (ranks: readonly number[]): Draw =>
    drawBy(Float64Array.from(ranks, rank => weights[rank]!))
  const drawFunction = drawOf(functionRanks)
  const drawContent = drawOf(contentRanks)
  return {
    words,
    isFunction: word => functions.has(word),
    functionShare: functionMass / (functionMass + contentMass + tail),
    functionWord: rng => functionWords[drawFunction(rng)]!,
    contentWord: rng => {
      if (rng() >= tailShare) return contentWords[drawContent(rng)]!
      const rank = Math.min(LAST_RANK, Math.floor(LISTED / (1 - rng())))
      return coin(BEYOND + rank - LISTED)
    },
  }
}
