import type { Match } from '../database/match.js'
import type { Word } from '../text/words.js'

/** A word, phrase or prefix that is looked for. */
export interface Term {
  readonly words: readonly string[]
  readonly prefix: boolean
}

/** The terms that a match may find, in the order of the query; what it leaves out is none. */
export function termsOf(match: Match): Term[] {
  if ('words' in match) return [{ words: match.words, prefix: match.prefix === true }]
  return ('any' in match ? match.any : match.all).flatMap(termsOf)
}

/** A term among words: the first of them and the one behind the last. */
export interface Occurrence {
  readonly term: number
  readonly first: number
  readonly end: number
}

/** Every place of every term, in the order of their first words. */
export function occurrences(terms: readonly Term[], words: readonly Word[]): Occurrence[] {
  const found: Occurrence[] = []
  for (let first = 0; first < words.length; first++) {
    for (let term = 0; term < terms.length; term++) {
      const end = endAt(terms[term]!, words, first)
      if (end > 0) found.push({ term, first, end })
    }
  }
  return found
}

/** Where the term that begins at a word ends; 0: it does not begin there. */
function endAt({ words: sought, prefix }: Term, words: readonly Word[], first: number): number {
  const last = sought.length - 1
  for (let k = 0; k <= last; k++) {
    const word = words[first + k]?.folded
    if (word === undefined) return 0
    if (k === last && prefix ? !word.startsWith(sought[k]!) : word !== sought[k]) return 0
  }
  return first + sought.length
}
