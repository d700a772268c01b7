import { SMALL_NUMBERS, TENS } from '../../../lexicon/en/numbers.js'
import { isTightDash, lowerAt } from '../look.js'
import { readNumeral } from '../numerals.js'
import type { Piece } from '../pieces.js'

/**
 * A year in words at a piece: "nineteen eighty-six", "twenty ten", "nineteen oh five", "two thousand and five". `sure` where
 * the words are no plain number. Undefined for other numbers.
 */
export function wordYearAt(
  pieces: readonly Piece[],
  at: number,
): { year: number; to: number; sure: boolean } | undefined {
  const first = lowerAt(pieces, at)
  const hundreds = first === 'twenty' ? 20 : SMALL_NUMBERS[first]
  if (hundreds !== undefined && hundreds > 9) {
    const next = at + 1
    const word = lowerAt(pieces, next)
    if (word === 'oh') {
      const unit = SMALL_NUMBERS[lowerAt(pieces, next + 1)]
      return unit && unit < 10
        ? { year: hundreds * 100 + unit, to: next + 2, sure: true }
        : undefined
    }
    const small = SMALL_NUMBERS[word]
    if (small !== undefined && small > 9)
      return { year: hundreds * 100 + small, to: next + 1, sure: true }
    const tens = TENS[word]
    if (tens === undefined) return undefined
    const unitAt = isTightDash(pieces, next + 1) ? next + 2 : next + 1
    const unit = SMALL_NUMBERS[lowerAt(pieces, unitAt)]
    return unit && unit < 10
      ? { year: hundreds * 100 + tens + unit, to: unitAt + 1, sure: true }
      : { year: hundreds * 100 + tens, to: next + 1, sure: true }
  }
  if (first !== 'two' || lowerAt(pieces, at + 1) !== 'thousand') return undefined
  const number = readNumeral(pieces, at)
  return number && number.value >= 2000 && number.value < 2100
    ? { year: number.value, to: number.to, sure: false }
    : undefined
}
