import { TIME_UNITS, type TimeUnit } from '../../../lexicon/en/calendar.js'
import type { DateMeaning, RelativeUnit, Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { compound, lowerAt } from '../look.js'
import { readNumeral } from '../numerals.js'
import type { Piece } from '../pieces.js'
import { directionAt } from '../resolve/tense.js'

/**
 * A time counted back or on from now: "two years ago", "a decade ago", "three days from now", "two days after today",
 * "three weeks from tomorrow", "will open in three weeks". As exact as its unit: years ago are a year; all others are counted to the day.
 *
 * None: "two years later", "a year before" (from when, is not told; a duration).
 */
export const distance: Rule = {
  name: 'distance',
  starts: CLASS.digits | CLASS.numberWord | CLASS.article,
  read: (at, { pieces }) => {
    const number = countAt(pieces, at)
    if (number === undefined) return undefined
    const unitAt = compound(pieces, number.to)
    const unit = TIME_UNITS[lowerAt(pieces, unitAt)]
    if (unit === undefined) return undefined
    const anchor = anchorAt(pieces, unitAt + 1) ?? ahead(pieces, at, unitAt + 1)
    const steps = STEPS[unit]
    if (anchor === undefined || steps === undefined) return undefined
    const offset = Math.round(number.value * steps.factor) * anchor.direction
    if (Math.abs(offset) > 9999) return undefined
    const stated = {
      number: number.value,
      unit,
      direction: anchor.direction < 0 ? 'back' : 'on',
      ...(anchor.days === 0 ? {} : { anchor: anchor.days }),
    }
    // years ago are told by the year; all else is counted from a day
    if (steps.unit === 'month' || (steps.unit === 'year' && anchor.direction > 0)) {
      const of: DateMeaning = { form: 'relative', unit: 'day', offset: anchor.days }
      return {
        to: anchor.to,
        meaning: {
          type: 'date',
          date: {
            form: 'shifted',
            of,
            steps: [[Math.abs(offset), steps.unit]],
            direction: anchor.direction,
          },
        },
        stated,
      }
    }
    return {
      to: anchor.to,
      meaning: {
        type: 'date',
        date: {
          form: 'relative',
          unit: steps.unit,
          offset: offset + (steps.unit === 'day' ? anchor.days : 0),
        },
      },
      stated,
    }
  },
}

/** A number before a unit; "a" and "an" are one, "a couple of" is two. */
export function countAt(
  pieces: readonly Piece[],
  at: number,
): { value: number; to: number } | undefined {
  const lower = lowerAt(pieces, at)
  if (pieces[at]!.kind === 'word' && (lower === 'a' || lower === 'an')) {
    const numeral = readNumeral(pieces, at)
    if (numeral) return numeral
    if (lowerAt(pieces, at + 1) === 'couple' && lowerAt(pieces, at + 2) === 'of')
      return { value: 2, to: at + 3 }
    return { value: 1, to: at + 1 }
  }
  return readNumeral(pieces, at)
}

const STEPS: Readonly<Partial<Record<TimeUnit, { unit: RelativeUnit; factor: number }>>> = {
  day: { unit: 'day', factor: 1 },
  night: { unit: 'day', factor: 1 },
  week: { unit: 'day', factor: 7 },
  fortnight: { unit: 'day', factor: 14 },
  month: { unit: 'month', factor: 1 },
  year: { unit: 'year', factor: 1 },
  decade: { unit: 'year', factor: 10 },
  century: { unit: 'year', factor: 100 },
}

/** "in three weeks" (the value begins behind "in") where the clause looks ahead: "will open in three weeks". */
function ahead(pieces: readonly Piece[], at: number, to: number) {
  if (lowerAt(pieces, at - 1) !== 'in' || lowerAt(pieces, to) === 'of') return undefined
  if (RANKED.test(lowerAt(pieces, at - 2)) || RANKED.test(lowerAt(pieces, at - 3))) return undefined
  // "in one year" is how long more often than when
  if (lowerAt(pieces, at) === 'one' || lowerAt(pieces, at - 2) === 'not') return undefined
  const direction = directionAt(pieces, at - 1, to)
  const open = pieces[to]!.kind === 'break' || /^[?!.,;'’]/.test(lowerAt(pieces, to))
  return direction === 'future' || (direction === undefined && open)
    ? ({ direction: 1, days: 0, to } as const)
    : undefined
}

/** "the first time in three years", "the worst flood in a century" look back. */
const RANKED =
  /^(?:first|time|only|best|worst|most|least|.{3,}est|lowest|highest|low|high|record|once|twice|times)$/

const DAYS: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1, now: 0 }

/** "ago", "from now", "after tomorrow", "before today". */
function anchorAt(
  pieces: readonly Piece[],
  at: number,
): { direction: 1 | -1; days: number; to: number } | undefined {
  const word = lowerAt(pieces, at)
  if (word === 'hence') return { direction: 1, days: 0, to: at + 1 }
  if (word === 'ago') return { direction: -1, days: 0, to: at + 1 }
  const days = DAYS[lowerAt(pieces, at + 1)]
  if (days === undefined) return undefined
  if (word === 'from' || word === 'after') return { direction: 1, days, to: at + 2 }
  return word === 'before' ? { direction: -1, days, to: at + 2 } : undefined
}
