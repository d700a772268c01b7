import { SEASONS } from '../../../lexicon/en/calendar.js'
import { ORDINALS } from '../../../lexicon/en/numbers.js'
import type { DateMeaning, Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { compound, isSuffix, isTightDash, lowerAt, wholeAt, yearAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * Parts of a year: "Q3", "Q3 2018", "2017-Q1", "the third quarter", "the first half of 2018", "summer 2015", "the summer of
 * 2015", "fiscal 2018". A firm's own year may begin in any month; the quarters of the calendar are an inference.
 *
 * None: "the second half" (of a match), "the fourth quarter" in a story of no money: a half needs its year, a quarter
 * its year or a word of business in its sentence; "Summer" as a name; "fall" the verb: a season needs its year.
 */
export const period: Rule = {
  name: 'period',
  starts: CLASS.period | CLASS.ordinal | CLASS.season | CLASS.digits,
  read: (at, { pieces }) =>
    yearFirst(pieces, at) ??
    coded(pieces, at) ??
    worded(pieces, at) ??
    season(pieces, at) ??
    fiscal(pieces, at),
}

type Months = Extract<DateMeaning, { form: 'months' }>

function found(
  to: number,
  date: Omit<Months, 'form'>,
  stated: Readonly<Record<string, string | number>>,
) {
  return {
    to,
    meaning: { type: 'date', date: { form: 'months', ...date } as Months },
    stated: { ...stated, ...(date.year === undefined ? {} : { year: date.year }) },
  } as const
}

/** "2017-Q1", "2019 H2". */
function yearFirst(pieces: readonly Piece[], at: number) {
  const year = yearAt(pieces, at)
  if (Number.isNaN(year)) return undefined
  const code = codeAt(pieces, compound(pieces, at + 1))
  return code && found(code.to, { ...code.months, year }, code.stated)
}

function coded(pieces: readonly Piece[], at: number) {
  const code = codeAt(pieces, at)
  if (code === undefined) return undefined
  const year = yearOf(pieces, code.to)
  return found(
    year?.to ?? code.to,
    { ...code.months, ...(year && { year: year.year }) },
    code.stated,
  )
}

/** "Q3", "H1". */
function codeAt(pieces: readonly Piece[], at: number) {
  const { lower, kind, gap } = pieces[at]!
  if (kind !== 'word' || lower.length !== 2 || (!gap && !isTightDash(pieces, at - 1)))
    return undefined
  const number = lower.charCodeAt(1) - 48
  if (lower[0] === 'q' && number >= 1 && number <= 4)
    return { to: at + 1, months: { month: number * 3 - 2, count: 3 }, stated: { quarter: number } }
  if (lower[0] === 'h' && (number === 1 || number === 2))
    return { to: at + 1, months: { month: number * 6 - 5, count: 6 }, stated: { half: number } }
  return undefined
}

/** "third quarter", "third-quarter", "second half of 2018", "4th quarter 2018". */
function worded(pieces: readonly Piece[], at: number) {
  const digits = wholeAt(pieces, at, 1, 4)
  const isOrdinal =
    !Number.isNaN(digits) &&
    isSuffix(pieces, at + 1) &&
    /^(?:st|nd|rd|th)$/.test(lowerAt(pieces, at + 1))
  const number = isOrdinal ? digits : ORDINALS[lowerAt(pieces, at)]
  if (number === undefined || number > 4) return undefined
  const noun = compound(pieces, isOrdinal ? at + 2 : at + 1)
  const word = lowerAt(pieces, noun)
  const year = yearOf(pieces, noun + 1)
  if (word === 'quarter') {
    const shift = year === undefined ? shiftOf(pieces, noun + 1) : undefined
    if (shift)
      return found(
        shift.to,
        { month: number * 3 - 2, count: 3, yearOffset: shift.offset },
        { quarter: number },
      )
    if (year === undefined && !isBusiness(pieces, at, noun)) return undefined
    return found(
      year?.to ?? noun + 1,
      { month: number * 3 - 2, count: 3, ...(year && { year: year.year }) },
      { quarter: number },
    )
  }
  const halfShift =
    word === 'half' && number < 3 && year === undefined ? shiftOf(pieces, noun + 1) : undefined
  if (halfShift)
    return found(
      halfShift.to,
      { month: number * 6 - 5, count: 6, yearOffset: halfShift.offset },
      { half: number },
    )
  if (word === 'half' && number < 3 && year) {
    return found(year.to, { month: number * 6 - 5, count: 6, year: year.year }, { half: number })
  }
  return undefined
}

const YEAR_SHIFTS: Readonly<Record<string, number>> = { the: 0, this: 0, last: -1, next: 1 }

/** "of the year", "of last year". */
function shiftOf(pieces: readonly Piece[], at: number): { offset: number; to: number } | undefined {
  const offset = YEAR_SHIFTS[lowerAt(pieces, at + 1)]
  return lowerAt(pieces, at) === 'of' && offset !== undefined && lowerAt(pieces, at + 2) === 'year'
    ? { offset, to: at + 3 }
    : undefined
}

function yearOf(pieces: readonly Piece[], at: number): { year: number; to: number } | undefined {
  const from =
    lowerAt(pieces, at) === 'of' || lowerAt(pieces, at) === ',' ? at + 1 : compound(pieces, at)
  const year = yearAt(pieces, from)
  return Number.isNaN(year) ? undefined : { year, to: from + 1 }
}

const BUSINESS =
  /^(?:profits?|revenues?|sales|earnings|economy|economic|gdp|growth|grew|income|loss|losses|results|reported|shares?|analysts?|compan(?:y|ies)|percent|market|inflation|output|spending|exports?|bank|firm|bn|million|billion|[$£€%])$/

/** A word of business within some fifteen pieces on either side. */
function isBusiness(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let i = from - 1; i >= from - 15 && pieces[i]?.kind !== 'break' && i >= 0; i--)
    if (BUSINESS.test(pieces[i]!.lower)) return true
  for (let i = to + 1; i <= to + 15 && i < pieces.length && pieces[i]!.kind !== 'break'; i++)
    if (BUSINESS.test(pieces[i]!.lower)) return true
  return false
}

function season(pieces: readonly Piece[], at: number) {
  const month = SEASONS[lowerAt(pieces, at)]
  const year = month === undefined ? undefined : yearOf(pieces, at + 1)
  if (month === undefined || year === undefined || isTightDash(pieces, at + 1)) return undefined
  return found(year.to, { month, count: 3, year: year.year }, { season: lowerAt(pieces, at) })
}

/** "fiscal 2018", "the financial year 2018", "fiscal year 2016/17" (the year alone). */
function fiscal(pieces: readonly Piece[], at: number) {
  const word = lowerAt(pieces, at)
  if (word !== 'fiscal' && word !== 'financial' && word !== 'fy') return undefined
  const from = lowerAt(pieces, at + 1) === 'year' ? at + 2 : at + 1
  const year = yearAt(pieces, from)
  if (Number.isNaN(year) || isTightDash(pieces, from + 1) || lowerAt(pieces, from + 1) === '/')
    return undefined
  return {
    to: from + 1,
    meaning: { type: 'date', date: { form: 'calendar', year } },
    stated: { year, kind: 'fiscal' },
  } as const
}
