import { TIME_UNITS, WEEKDAYS } from '../../../lexicon/en/calendar.js'
import { ORDINALS } from '../../../lexicon/en/numbers.js'
import type { DateMeaning, RelativeUnit, Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { compound, isSuffix, lowerAt, wholeAt, yearAt } from '../look.js'
import { readNumeral } from '../numerals.js'
import type { Piece } from '../pieces.js'
import { monthAt, yearBehind } from './month.js'

/**
 * Some of the days, weeks or months of a month or a year: "the first Tuesday of March", "last Monday in October 2015", "the
 * first week of 2021", "the last four months of 2021", "3rd week of 2018", "first ten days of last year", "the 15th day of
 * next month", "20th of this month".
 *
 * None: "the first week of the trial", "the last days of May" (how many?), "first half of 2018" (another rule's).
 */
export const nth: Rule = {
  name: 'nth',
  starts: CLASS.relative | CLASS.ordinal | CLASS.digits,
  read: (at, { pieces }) => {
    const first = nthAt(pieces, lowerAt(pieces, at) === 'the' ? at + 1 : at)
    if (first === undefined) return undefined
    const counted = readNumeral(pieces, first.to)
    const count = counted?.value ?? 1
    if (!Number.isInteger(count) || count < 1 || count > 99) return undefined
    const noun = compound(pieces, counted?.to ?? first.to)
    const word = lowerAt(pieces, noun)
    const weekday = word.length > 5 ? WEEKDAYS[word] : undefined
    const unit = weekday === undefined ? UNITS[TIME_UNITS[word] ?? ''] : 'weekday'
    const plain = unit === undefined && first.ordinal && counted === undefined
    const joint = lowerAt(pieces, plain ? first.to : noun + 1)
    if ((unit === undefined && !plain) || (joint !== 'of' && joint !== 'in')) return undefined
    // "the last days of May" does not tell how many; a weekday is one
    if (unit !== undefined && unit !== 'weekday' && word.endsWith('s') !== count > 1)
      return undefined
    const of = wholeAtPiece(pieces, (plain ? first.to : noun + 1) + 1, plain)
    if (of === undefined) return undefined
    return {
      to: of.to,
      meaning: {
        type: 'date',
        date: {
          form: 'nth',
          nth: first.nth,
          unit: unit ?? 'day',
          count,
          of: of.date,
          ...(weekday === undefined ? {} : { weekday }),
        },
      },
      stated: { nth: first.nth, unit: unit === 'weekday' ? word : (unit ?? 'day'), number: count },
    }
  },
}

const UNITS: Readonly<Record<string, 'day' | 'week' | 'month' | undefined>> = {
  day: 'day',
  week: 'week',
  month: 'month',
}

/** "first", "3rd", "last" (-1), "second last" (-2). */
function nthAt(pieces: readonly Piece[], at: number) {
  const lower = lowerAt(pieces, at)
  if (lower === 'last' || lower === 'final') return { nth: -1, to: at + 1, ordinal: false }
  const digits = wholeAt(pieces, at, 1, 53)
  const isDigits =
    !Number.isNaN(digits) &&
    isSuffix(pieces, at + 1) &&
    /^(?:st|nd|rd|th)$/.test(lowerAt(pieces, at + 1))
  const number = isDigits ? digits : ORDINALS[lower]
  if (number === undefined || Number.isNaN(number)) return undefined
  const to = at + (isDigits ? 2 : 1)
  return lowerAt(pieces, to) === 'last'
    ? { nth: -number, to: to + 1, ordinal: false }
    : { nth: number, to, ordinal: true }
}

const SHIFTS: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  this: 0,
  next: 1,
  following: 1,
}

/** A month, a year, or one counted from now; `relative`: only the last ("20th of March" is a day's own rule). */
function wholeAtPiece(
  pieces: readonly Piece[],
  at: number,
  relative: boolean,
): { date: DateMeaning; to: number } | undefined {
  const the = lowerAt(pieces, at) === 'the'
  const shiftAt = the ? at + 1 : at
  const offset = SHIFTS[lowerAt(pieces, shiftAt)]
  const unitAt = offset === undefined ? shiftAt : shiftAt + 1
  const unit = lowerAt(pieces, unitAt)
  if ((unit === 'month' || unit === 'year') && (the || offset !== undefined))
    return {
      date: { form: 'relative', unit: unit as RelativeUnit, offset: offset ?? 0 },
      to: unitAt + 1,
    }
  if (relative || the) return undefined
  const month = monthAt(pieces, at)
  if (month) {
    const year = yearBehind(pieces, month.to)
    return {
      date: { form: 'calendar', month: month.month, ...(year && { year: year.year }) },
      to: year?.to ?? month.to,
    }
  }
  const year = yearAt(pieces, at)
  return Number.isNaN(year) ? undefined : { date: { form: 'calendar', year }, to: at + 1 }
}
