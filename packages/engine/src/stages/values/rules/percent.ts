import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { compound, isDash, isSign, lowerAt } from '../look.js'
import { readNumeral } from '../numerals.js'
import type { Piece } from '../pieces.js'

/**
 * Shares: "4.5%", "4.5 percent", "four per cent", "3-4%", "5 to 10 percent", "-2%", "2 percentage points" (with the unit
 * stated: it is a difference, no share).
 *
 * None: "the 1 percenters", "% of them".
 */
export const percent: Rule = {
  name: 'percent',
  starts: CLASS.digits | CLASS.numberWord,
  read: (at, { pieces }) => {
    if (!pieces[at]!.gap && /^[$£€/.]/.test(lowerAt(pieces, at - 1))) return undefined
    const first = readNumeral(pieces, at)
    if (first === undefined) return undefined
    const whole = percentAt(pieces, first.to)
    const joint = whole?.sign && isDash(pieces, whole.to) ? whole.to : first.to
    const second =
      isDash(pieces, joint) || lowerAt(pieces, joint) === 'to'
        ? readNumeral(pieces, joint + 1)
        : undefined
    const last = second && second.value > first.value ? percentAt(pieces, second.to) : undefined
    if (second && last) {
      return {
        to: last.to,
        meaning: { type: 'percent', value: { min: first.value, max: second.value } },
        stated: { min: first.value, max: second.value, ...last.unit },
      }
    }
    if (whole === undefined) return undefined
    const minus = isMinus(pieces, at) ? -1 : 1
    return {
      to: whole.to,
      meaning: { type: 'percent', value: first.value * minus },
      stated: { number: first.value * minus, ...whole.unit },
    }
  },
}

/** "%", "percent", "per cent", "pct", "percentage points" and the piece behind. */
function percentAt(pieces: readonly Piece[], at: number) {
  if (isSign(pieces, at, '%')) return { to: at + 1, unit: {}, sign: true }
  const from = compound(pieces, at)
  const word = lowerAt(pieces, from)
  if (word === 'percent' || word === 'pct') return { to: from + 1, unit: {}, sign: false }
  if (word === 'per' && lowerAt(pieces, from + 1) === 'cent')
    return { to: from + 2, unit: {}, sign: false }
  const point = lowerAt(pieces, compound(pieces, from + 1))
  if (word === 'percentage' && /^points?$/.test(point))
    return { to: compound(pieces, from + 1) + 1, unit: { unit: 'percentage point' }, sign: false }
  return undefined
}

/** A minus sign joined before a number and apart from what comes before it, or the word. */
export function isMinus(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1]!
  if (before.lower === 'minus') return true
  return (before.lower === '-' || before.lower === '−') && before.gap && !pieces[at]!.gap
}
