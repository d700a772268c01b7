import { SMALL_NUMBERS } from '../../../lexicon/en/numbers.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { compound, lowerAt } from '../look.js'

const DENOMINATORS: Readonly<Record<string, number>> = {
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  eighths: 8,
  tenth: 10,
  tenths: 10,
}

/**
 * Shares in words: "two-thirds", "three quarters", "a third of", "one in five", "nine out of ten". The value is the number:
 * two thirds are 0.6667.
 *
 * None: "a third man" (an ordinal: "a third" and "one fifth" need "of" behind them), "two quarters" of a year.
 */
export const fraction: Rule = {
  name: 'fraction',
  starts: CLASS.numberWord | CLASS.article,
  read: (at, { pieces }) => {
    const lower = lowerAt(pieces, at)
    const top = lower === 'a' ? 1 : SMALL_NUMBERS[lower]
    if (top === undefined || top < 1 || top > 9) return undefined
    const inOf =
      lowerAt(pieces, at + 1) === 'in'
        ? at + 2
        : lowerAt(pieces, at + 1) === 'out' && lowerAt(pieces, at + 2) === 'of'
          ? at + 3
          : 0
    const whole = inOf > 0 && lower !== 'a' ? SMALL_NUMBERS[lowerAt(pieces, inOf)] : undefined
    if (whole !== undefined) return whole > top ? found(top, whole, inOf + 1) : undefined
    const noun = compound(pieces, at + 1)
    const word = lowerAt(pieces, noun)
    const bottom = DENOMINATORS[word]
    if (bottom === undefined || top >= bottom || top > 1 !== word.endsWith('s')) return undefined
    if ((top === 1 || bottom === 4) && noun === at + 1 && !OF.test(lowerAt(pieces, noun + 1)))
      return undefined
    return found(top, bottom, noun + 1)
  },
}

const OF = /^(?:of|the|full)$/

function found(top: number, bottom: number, to: number) {
  return {
    to,
    meaning: { type: 'number', value: Number((top / bottom).toFixed(4)) },
    stated: { numerator: top, denominator: bottom },
  } as const
}
