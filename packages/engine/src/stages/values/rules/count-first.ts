import { TIME_UNITS } from '../../../lexicon/en/calendar.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { lowerAt } from '../look.js'
import { readNumeral } from '../numerals.js'

const DIRECTIONS: Readonly<Record<string, 1 | -1 | undefined>> = {
  next: 1,
  coming: 1,
  upcoming: 1,
  following: 1,
  last: -1,
  past: -1,
  previous: -1,
}

/**
 * Several units before or behind now with their number first: "3 next weeks", "the two coming months".
 *
 * None: "two last weeks of May" (of which, is told), "one last year".
 */
export const countFirst: Rule = {
  name: 'count-first',
  starts: CLASS.digits | CLASS.numberWord,
  read: (at, { pieces }) => {
    const number = readNumeral(pieces, at)
    const direction = number && DIRECTIONS[lowerAt(pieces, number.to)]
    if (number === undefined || direction === undefined) return undefined
    const word = lowerAt(pieces, number.to + 1)
    const unit = TIME_UNITS[word]
    const count = number.value
    if (unit === undefined || !Number.isInteger(count) || count < 2 || count > 999) return undefined
    if (!word.endsWith('s') || lowerAt(pieces, number.to + 2) === 'of') return undefined
    return {
      to: number.to + 2,
      meaning: { type: 'date', date: { form: 'window', unit, count, direction } },
      stated: { number: count, unit, shift: lowerAt(pieces, number.to) },
    }
  },
}
