import type { Word } from './words.js'

const PUT =
  /^(?:asked|questioned|pressed|quizzed|examined|cross-examined|interviewed|challenged|grilled|interrogated|prompted)$/
const PUTTING = /^(?:examination|questioning|interrogation|grilling|probing)$/
const QUESTION = /^(?:questions?|prompting)$/
/** A title and a description may stand between “by” and the name. */
const REACH = 4

/**
 * Does the mention that begins at `word` name who put a question, behind “by” or “from”: “asked by Lund”, “under
 * cross-examination by Miriam Stoll”, “in answer to a question from Berg”? It is another who answers.
 */
export function asksHere(words: readonly Word[], word: number): boolean {
  const { sentence } = words[word]!
  for (let at = word - 1; at >= Math.max(1, word - REACH); at--) {
    const { lower, sentence: own } = words[at]!
    if (own !== sentence) return false
    if (lower !== 'by' && lower !== 'from') continue
    const before = words[at - 1]!.lower
    return lower === 'by'
      ? PUT.test(before) || PUTTING.test(before) || QUESTION.test(before)
      : PUTTING.test(before) || QUESTION.test(before)
  }
  return false
}
