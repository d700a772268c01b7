import { CLOSED_WORDS } from '../../lexicon/en/closed-words.js'
import type { Word } from './words.js'

const OBJECTS = /^(?:him|her|them|it)$/
/** A new clause begins: what stands before it is no subject of the verb. */
const JOINTS =
  /^(?:and|or|but|to|that|who|whom|which|when|where|while|if|as|because|after|before|since|until|whether|how|why|what|so|than|said|says)$/
const REACH = 5

/**
 * Is the pronoun that is word `at` the object of the verb whose subject ends with word `subject` (the next mention before
 * it)? Then it stands for another: “Hume offered her a part”, “whom she married” (not whom she married).
 *
 * Not: “Hume and her son”, “Hume said he liked her” (another clause), “wrote to
 * Hume to tell him” (another subject), “Hume sold her house” (whose, not whom).
 */
export function isObjectOf(words: readonly Word[], at: number, subject: number): boolean {
  const { sentence, lower } = words[at]!
  if (words[subject]!.sentence !== sentence) return false
  if (words[at - 1]?.lower === 'whom') return true
  const between = words.slice(subject + 1, at)
  if (between.length === 0 || between.length > REACH || !OBJECTS.test(lower)) return false
  if (between.some(word => !word.word || JOINTS.test(word.lower))) return false
  return lower !== 'her' || isWhole(words[at + 1], sentence)
}

/** Does “her” end here, and is no determiner of what follows? */
const isWhole = (next: Word | undefined, sentence: number): boolean =>
  next === undefined ||
  next.sentence !== sentence ||
  !next.word ||
  next.capital ||
  CLOSED_WORDS.has(next.lower) ||
  /^(?:the|a|an|his|my|\d+|one|two|three|four|five|six|seven|eight|nine|ten|so|over|back|today|yesterday|again)$/.test(
    next.lower,
  )
