import { TIME_UNITS, type TimeUnit } from '../../../lexicon/en/calendar.js'
import type { DateMeaning, Shift } from '../candidate.js'
import { isTightDash, lowerAt } from '../look.js'
import { readNumeral } from '../numerals.js'
import type { Piece } from '../pieces.js'
import { isDated } from '../resolve/shifted.js'
import type { Parts } from '../types.js'

/** Where "last", "this" and "next" point. */
export const OFFSETS: Readonly<Record<Shift, number>> = {
  last: -1,
  past: -1,
  this: 0,
  next: 1,
  coming: 1,
}

/** A relative date as rules give it. */
export function found(to: number, date: DateMeaning, stated: Parts) {
  return { to, meaning: { type: 'date', date }, stated } as const
}

/** "the past two weeks": as many units up to, or from, the day of publication. */
export function windowOf(pieces: readonly Piece[], at: number, shift: Shift) {
  if (shift === 'this') return undefined
  const number = readNumeral(pieces, at)
  if (
    number === undefined ||
    !Number.isInteger(number.value) ||
    number.value < 1 ||
    number.value > 9999
  )
    return undefined
  const unit =
    TIME_UNITS[lowerAt(pieces, isTightDash(pieces, number.to) ? number.to + 1 : number.to)]
  if (unit === undefined || unit === 'night' || unit === 'second') return undefined
  const to = (isTightDash(pieces, number.to) ? number.to + 1 : number.to) + 1
  const more = moreUnits(pieces, to, unit)
  if (more !== undefined && isDated(unit)) {
    return found(
      more.to,
      {
        form: 'shifted',
        of: { form: 'relative', unit: 'day', offset: 0 },
        steps: [[number.value, unit], ...more.steps],
        direction: OFFSETS[shift] < 0 ? -1 : 1,
        lasting: true,
      },
      { number: number.value, unit, shift },
    )
  }
  // "the last four months of 2021" are not counted from now
  if (lowerAt(pieces, to) === 'of') return undefined
  return found(
    to,
    { form: 'window', unit, count: number.value, direction: OFFSETS[shift] < 0 ? -1 : 1 },
    {
      number: number.value,
      unit,
      shift,
    },
  )
}

/** "and 2 weeks and 2 days" behind "the last 3 months"; none in "the last 3 months and 2 days ago they met". */
function moreUnits(pieces: readonly Piece[], at: number, above: TimeUnit) {
  const steps: [number, TimeUnit][] = []
  let to = at
  for (let i = 0; i < 3 && lowerAt(pieces, to) === 'and'; i++) {
    const number = readNumeral(pieces, to + 1)
    const unit = number && TIME_UNITS[lowerAt(pieces, number.to)]
    if (number === undefined || unit === undefined || !isDated(unit) || unit === above) break
    if (!Number.isInteger(number.value) || number.value > 999) break
    if (/^(?:ago|later|before|after|from)$/.test(lowerAt(pieces, number.to + 1))) return undefined
    steps.push([number.value, unit])
    to = number.to + 1
  }
  return steps.length === 0 ? undefined : { steps, to }
}
