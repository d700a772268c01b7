import type { Word } from '../text/words.js'
import { occurrences, type Term } from './terms.js'

/** BM25's constants; b is below the usual 0.75, since short quotes are not the better for being short. */
const K1 = 1.2
const B = 0.4

/** What scores depend on beside a text: kept with a cursor, so that the same text has the same score on every page. */
export interface Statistics {
  /** Texts that were counted. */
  readonly texts: number
  /** Words of one, on average. */
  readonly length: number
  /** In how many texts each feature is. */
  readonly having: readonly number[]
}

/** Of a text: how often it has each feature. */
export interface Counts {
  readonly length: number
  readonly features: readonly number[]
}

/**
 * How often each term is in a text, and then how often each term stands directly behind the one before it in the query:
 * texts that have the words together come first (the ordered bigrams of Metzler and Croft, "A Markov random field model
 * for term dependencies", SIGIR 2005).
 */
export function countsOf(terms: readonly Term[], words: readonly Word[]): Counts {
  const features = new Array<number>(Math.max(0, terms.length * 2 - 1)).fill(0)
  const ends = new Map<number, number[]>()
  for (const { term, first, end } of occurrences(terms, words)) {
    features[term]!++
    for (const before of ends.get(first) ?? [])
      if (before === term - 1) features[terms.length + before]!++
    ends.set(end, [...(ends.get(end) ?? []), term])
  }
  return { length: words.length, features }
}

export function statisticsOf(counts: readonly Counts[]): Statistics {
  const having = new Array<number>(counts[0]?.features.length ?? 0).fill(0)
  let length = 0
  for (const one of counts) {
    length += one.length
    for (const [k, n] of one.features.entries()) if (n > 0) having[k]!++
  }
  return { texts: counts.length, length: length / Math.max(1, counts.length), having }
}

/**
 * Okapi BM25 over the features (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). How rare a
 * feature is counts among the texts that match: what they all have tells them apart only by how often they have it.
 */
export function score(
  { length, features }: Counts,
  { texts, length: mean, having }: Statistics,
): number {
  const norm = K1 * (1 - B + (B * length) / Math.max(1, mean))
  let sum = 0
  for (const [k, n] of features.entries()) {
    if (n === 0) continue
    const rarity = Math.log(1 + (texts - having[k]! + 0.5) / (having[k]! + 0.5))
    sum += (rarity * n * (K1 + 1)) / (n + norm)
  }
  return sum
}
