import { ADJECTIVES, NAMES_TOO, NOT_NAMES } from '../../lexicon/en/capitals.js'
import { CALENDAR } from '../../lexicon/en/names.js'
import type { Word } from './words.js'

/** What the story's own use of capitals says. */
export interface Capitals {
  /** Words seen in lower case where their case tells something. */
  readonly small: ReadonlySet<string>
  /** Words seen with a capital inside a sentence of running text. */
  readonly large: ReadonlySet<string>
  /** Paragraphs whose capitals say nothing: title case, or capitals throughout. */
  readonly headlines: ReadonlySet<number>
}

/** Reads the use of capitals in a story. */
export function readCapitals(words: readonly Word[]): Capitals {
  const headlines = findHeadlines(words)
  const small = new Set<string>()
  const large = new Set<string>()
  for (const word of words) {
    if (!word.word || headlines.has(word.paragraph)) continue
    if (!word.capital) small.add(word.lower)
    else if (!word.first) large.add(word.lower)
  }
  return { small, large, headlines }
}

/** Paragraphs without a full stop in which nearly every long word has a capital. */
function findHeadlines(words: readonly Word[]): Set<number> {
  const headlines = new Set<number>()
  let from = 0
  while (from < words.length) {
    let to = from
    while (to < words.length && words[to]!.paragraph === words[from]!.paragraph) to++
    if (isHeadline(words.slice(from, to))) headlines.add(words[from]!.paragraph)
    from = to
  }
  return headlines
}

const VERB = /^(?:said|says|say|told|tells|is|are|was|were|has|had|have|will|would|can|did|does)$/

function isHeadline(paragraph: readonly Word[]): boolean {
  const long = paragraph.filter(
    word => word.word && word.text.length > 3 && /\p{L}/u.test(word.text),
  )
  if (paragraph.at(-1)!.text === '.') return false
  if (long.length > 0 && long.length < 8 && paragraph.every(word => !/\p{Ll}|:/u.test(word.text)))
    return true
  // title case spares prepositions, not verbs
  if (paragraph.some(word => !word.capital && VERB.test(word.lower))) return false
  if (long.length < 4 || long.length > 30) return false
  return long.filter(word => word.capital).length >= 0.8 * long.length
}

/** May this word be a name, or part of one, by its capital? */
export function isNameWord(word: Word, capitals: Capitals): boolean {
  if (!word.word || !word.capital || CALENDAR.has(word.lower) || isContraction(word)) return false
  if (NOT_NAMES.has(word.lower)) return !word.first && NAMES_TOO.has(word.lower)
  if (!word.first) return true
  return capitals.large.has(word.lower) || !capitals.small.has(word.lower)
}

/** “Don’t”, “That’ll”; “O’Hara” is none. */
const isContraction = (word: Word) =>
  /^(?:don|didn|can|won|isn|wasn|doesn|aren|there|that|what|here|let)'\p{L}+$/u.test(word.lower)

/** Does a name of this one word, first in its sentence, need more evidence than its capital? */
export const isDoubtful = (word: Word, capitals: Capitals): boolean =>
  word.first && !capitals.large.has(word.lower)

/** “American”, “Democratic”: no name by itself. */
export const isAdjective = (word: Word): boolean => ADJECTIVES.has(word.lower)
