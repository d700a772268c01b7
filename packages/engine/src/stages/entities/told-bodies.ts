import type { Word } from './words.js'

const FOUNDED =
  /^(?:founded|co-founded|cofounded|established|formed|incorporated|nationalised|nationalized|delisted)$/
/** Before a person's name it is an office in a body, not in a place. */
const OFFICE =
  /^(?:founder|co-founder|cofounder|boss|executive|ceo|chairman|chairwoman|spokesman|spokeswoman)$/
const FOUNDS = /^(?:founded|cofounded|founding|cofounding|founds)$/
/** What only a body has. */
const HAS =
  /^(?:takeover|acquisition|founder|co-founder|cofounder|chairman|chairwoman|boss|executive|ceo|directors?|shareholders?|employees|subsidiary|headquarters|flotation|board|spokesman|spokeswoman|spokesperson)$/

/**
 * Do the words beside a name of one word say that it is a body's, whatever it was heard as: “Torvane was founded in 1971”,
 * “who founded Torvane”, “the takeover of Torvane”, “Torvane founder Ada Fenn”, “shares in Torvane”?
 *
 * Not: a name of two words, which is a person's as well (“the founder of Ada Fenn's firm”); “Torvane was formed by it”.
 */
export function isToldBody(words: readonly Word[], from: number, to: number): boolean {
  if (to - from !== 1) return false
  const { sentence, possessive } = words[from]!
  const inside = (at: number) => words[at]?.sentence === sentence
  const lower = (at: number) => (inside(at) ? words[at]!.lower : '')
  if (!possessive && /^(?:was|were)$/.test(lower(to))) {
    if (FOUNDED.test(lower(to + 1)) || (lower(to + 1) === 'set' && lower(to + 2) === 'up'))
      return true
  }
  if (FOUNDS.test(lower(from - 1)) || (lower(from - 1) === 'up' && lower(from - 2) === 'set'))
    return true
  if (lower(from - 1) === 'of' && HAS.test(lower(from - 2))) return !possessive
  if (lower(from - 1) === 'in' && /^(?:shares?|stake|shareholding)$/.test(lower(from - 2)))
    return true
  // “Torvane founder Ada Fenn”, “Torvane chief executive Ada Fenn”
  if (possessive) return false
  const office = /^(?:chief|managing|finance)$/.test(lower(to)) ? to + 1 : to
  return (
    OFFICE.test(lower(office)) &&
    inside(office + 2) &&
    words[office + 1]!.capital &&
    words[office + 2]!.capital
  )
}
