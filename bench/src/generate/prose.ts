import { below, logNormal, type Rng } from './random.js'
import type { Vocabulary } from './vocabulary.js'

/** How often a word of grammar follows another. */
const AGAIN = 0.35
/** How often a word of matter is one of the story's own. */
const OWN = 0.2
const COMMA = 0.06

/** The words that a story keeps coming back to: drawn like any other, so that the law of all words stays as it is. */
export const topicOf = (rng: Rng, words: Vocabulary): readonly string[] =>
  Array.from({ length: 24 }, () => words.contentWord(rng))

/**
 * `n` words in a row, some with a comma. Words of grammar and of matter take turns as a Markov chain whose long-run shares
 * are those of the vocabulary: pairs of words look like English ones, and each word keeps its frequency. The last is a word
 * of matter.
 */
export function run(
  rng: Rng,
  words: Vocabulary,
  topic: readonly string[],
  n: number,
): readonly string[] {
  const share = words.functionShare
  const afterContent = (share * (1 - AGAIN)) / (1 - share)
  const out: string[] = []
  let grammar = rng() < share
  for (let k = 1; k <= n; k++) {
    if (k === n) grammar = false
    const word = grammar
      ? words.functionWord(rng)
      : rng() < OWN
        ? topic[below(rng, topic.length)]!
        : words.contentWord(rng)
    out.push(!grammar && k < n && rng() < COMMA ? `${word},` : word)
    grammar = rng() < (grammar ? AGAIN : afterContent)
  }
  return out
}

/** Words of a quote, 5 to 40. */
export const quoteLength = (rng: Rng): number =>
  logNormal(rng, { median: 15, sigma: 0.5, least: 5, most: 40 })

/** Words of a sentence of the story's own. */
export const sentenceLength = (rng: Rng): number =>
  logNormal(rng, { median: 19, sigma: 0.4, least: 6, most: 45 })

/** With its first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A word without the comma behind it. */
export const bare = (word: string): string => (word.endsWith(',') ? word.slice(0, -1) : word)
