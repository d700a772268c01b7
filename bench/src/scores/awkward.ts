import type { Span } from '@onrecord/engine'
import type { ReadQuote } from '../predict.js'
import { plainName } from './names.js'
import { indexWords, jaccard, sharedWords, type Words, wordsIn } from './words.js'

/** A quote of the awkward cases: its content (over several paragraphs in one piece) and one form of its speaker. */
export interface AwkwardQuote {
  readonly content: readonly Span[]
  readonly speaker: string
}

export interface AwkwardCounts {
  readonly n: number
  readonly found: number
  /** Found, and all that was read of it is given to one that the story calls by that form. */
  readonly speaker: number
  /** Quotes read without a word of any of these. */
  readonly false: number
}

/** A content is found by the quotes that lie at least half within it, taken together (one a paragraph, say). */
export function scoreAwkward(
  text: string,
  quotes: readonly AwkwardQuote[],
  read: readonly ReadQuote[],
): AwkwardCounts {
  const index = indexWords(text)
  const given = read.map(quote => ({ quote, words: wordsIn(index, quote.content) }))
  const wanted = quotes.map(quote => ({ quote, words: wordsIn(index, quote.content) }))
  let found = 0
  let speaker = 0
  for (const { quote, words } of wanted) {
    const parts = given.filter(other => sharedWords(other.words, words) > other.words.size / 2)
    if (jaccard(words, union(parts.map(part => part.words))) < 0.5) continue
    found++
    const form = plainName(quote.speaker)
    if (parts.every(part => part.quote.forms.some(other => plainName(other) === form))) speaker++
  }
  const wrong = given.filter(other => !wanted.some(({ words }) => sharedWords(words, other.words)))
  return { n: quotes.length, found, speaker, false: wrong.length }
}

const union = (sets: readonly Words[]): Words => new Set(sets.flatMap(set => [...set]))
