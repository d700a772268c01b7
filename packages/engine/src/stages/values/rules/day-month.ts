import type { CalendarDate, Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { dayAt, isDash, isTightDash, lowerAt, yearAt } from '../look.js'
import { readNumeral } from '../numerals.js'
import type { Piece } from '../pieces.js'
import { monthAt, wordDayAt, yearBehind } from './month.js'

/**
 * A day before its month: "23 March", "23rd of March, 2018", "05-Aug-2016", "3-5 May", "3 to 5 May 2018",
 * "30 April and" (one date; the next is another).
 *
 * None: "10 may go" (a month in small letters that is another word needs a year).
 */
export const dayMonth: Rule = {
  name: 'day-month',
  starts: CLASS.digits | CLASS.ordinal | CLASS.numberWord,
  read: (at, { pieces }) => {
    const full = yearFirst(pieces, at)
    if (full) return full
    const first = dayAt(pieces, at) ?? wordDayAt(pieces, at) ?? cardinalDay(pieces, at)
    if (first === undefined || lowerAt(pieces, at - 1) === '.') return undefined
    const second = secondDay(pieces, first.to)
    const days = second && second.day > first.day ? second : first
    const from = afterOf(pieces, days.to)
    const named = monthAt(pieces, from)
    if (named === undefined) return undefined
    const year = yearBehind(pieces, named.to)
    const { lower, capital } = pieces[from]!
    // "the 1st of march"
    const sure = days.ordinal && lowerAt(pieces, from - 1) === 'of'
    if (
      !capital &&
      !sure &&
      year === undefined &&
      (lower === 'may' || lower === 'march' || named.short)
    )
      return undefined
    const rest = { month: named.month, ...(year === undefined ? {} : { year: year.year }) }
    const date: CalendarDate = { form: 'calendar', ...rest, day: days.day }
    return {
      to: year?.to ?? named.to,
      meaning: {
        type: 'date',
        date:
          days === first ? date : { form: 'range', from: { ...date, day: first.day }, to: date },
      },
      stated: {
        ...rest,
        day: first.day,
        ...(days === first ? {} : { 'last day': days.day }),
      },
    }
  },
}

/** "2019-Aug-01". */
function yearFirst(pieces: readonly Piece[], at: number) {
  const year = yearAt(pieces, at)
  const named = isTightDash(pieces, at + 1) ? monthAt(pieces, at + 2) : undefined
  if (named === undefined || Number.isNaN(year) || !isTightDash(pieces, named.to)) return undefined
  const day = dayAt(pieces, named.to + 1)
  if (day === undefined) return undefined
  const parts = { year, month: named.month, day: day.day }
  return {
    to: day.to,
    meaning: { type: 'date', date: { form: 'calendar', ...parts } },
    stated: parts,
  } as const
}

/** The second of two days: "-5", " to 5th", "and the 5th". */
function secondDay(pieces: readonly Piece[], at: number) {
  const joint = lowerAt(pieces, at)
  if (
    !isDash(pieces, at) &&
    joint !== 'to' &&
    joint !== 'and' &&
    joint !== 'through' &&
    joint !== 'till' &&
    joint !== 'until'
  )
    return undefined
  const from = lowerAt(pieces, at + 1) === 'the' ? at + 2 : at + 1
  return dayAt(pieces, from) ?? wordDayAt(pieces, from)
}

/** "twenty five" right before a month. */
function cardinalDay(pieces: readonly Piece[], at: number) {
  if (pieces[at]!.kind !== 'word') return undefined
  const number = readNumeral(pieces, at)
  return number && number.value >= 1 && number.value <= 31 && monthAt(pieces, number.to)
    ? { day: number.value, to: number.to, ordinal: false }
    : undefined
}

/** Behind "of", "day of" or a dash. */
function afterOf(pieces: readonly Piece[], at: number): number {
  const of = lowerAt(pieces, at) === 'day' ? at + 1 : at
  return lowerAt(pieces, of) === 'of' || (of === at && isDash(pieces, at)) ? of + 1 : at
}
