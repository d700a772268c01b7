import { DOUBTFUL_MONTHS, MONTHS } from '../../../lexicon/en/calendar.js'
import { ORDINALS, TENS } from '../../../lexicon/en/numbers.js'
import type { CalendarDate, Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { dayAt, isDash, isSign, isTightDash, lowerAt, wholeAt, yearAt } from '../look.js'
import type { Piece } from '../pieces.js'
import { wordYearAt } from './year-words.js'

/**
 * A month by name with what stands around it: "March 23", "March 23, 2018", "Sept. 30", "March 3-5", "July 2003",
 * "Dec-2018", "January first", "in May", "last March" (its "last" is another rule's).
 *
 * None: "Theresa May", "the march", "may 10 people": a doubtful month alone needs a capital and a preposition.
 */
export const month: Rule = {
  name: 'month',
  starts: CLASS.month,
  read: (at, { pieces }) => {
    const named = monthAt(pieces, at)
    if (named === undefined) return undefined
    const { month, to } = named
    const hasDay = behindMonth(pieces, to)
    if (hasDay) {
      if (
        !pieces[at]!.capital &&
        /^(?:may|march)$/.test(pieces[at]!.lower) &&
        hasDay.year === undefined
      )
        return undefined
      const date: CalendarDate = { form: 'calendar', month, ...yearPart(hasDay), day: hasDay.day }
      if (hasDay.last !== undefined)
        return {
          to: hasDay.to,
          meaning: {
            type: 'date',
            date: {
              form: 'range',
              from: { form: 'calendar', month, ...yearPart(hasDay), day: hasDay.day },
              to: { ...date, day: hasDay.last },
            },
          },
          stated: { month, day: hasDay.day, 'last day': hasDay.last, ...yearPart(hasDay) },
        }
      return {
        to: hasDay.to,
        meaning: { type: 'date', date },
        stated: { month, day: hasDay.day, ...yearPart(hasDay) },
      }
    }
    const year = yearBehind(pieces, to)
    if (year) {
      return {
        to: year.to,
        meaning: { type: 'date', date: { form: 'calendar', month, year: year.year } },
        stated: { month, year: year.year },
      }
    }
    const offset = lowerAt(pieces, to) === 'of' ? YEARS[lowerAt(pieces, to + 1)] : undefined
    if (offset !== undefined && lowerAt(pieces, to + 2) === 'year')
      return {
        to: to + 3,
        meaning: { type: 'date', date: { form: 'months', month, count: 1, yearOffset: offset } },
        stated: { month, shift: lowerAt(pieces, to + 1) },
      }
    const shortYear = lowerAt(pieces, to) === 'of' ? wholeAt(pieces, to + 1, 0, 99) : Number.NaN
    if (!Number.isNaN(shortYear) && lowerAt(pieces, to + 1).length === 2 && pieces[at]!.capital)
      return {
        to: to + 2,
        meaning: { type: 'date', date: { form: 'calendar', month, shortYear } },
        stated: { month, 'short year': shortYear },
      }
    if (!standsAlone(pieces, at, to)) return undefined
    return { to, meaning: { type: 'date', date: { form: 'calendar', month } }, stated: { month } }
  },
}

/** "March of next year". */
const YEARS: Readonly<Record<string, number | undefined>> = { last: -1, this: 0, next: 1 }

const yearPart = ({ year }: { year?: number | undefined }) => (year === undefined ? {} : { year })

/** A month's name and the piece behind it, a stop behind an abbreviation included. */
export function monthAt(
  pieces: readonly Piece[],
  at: number,
): { month: number; to: number; short: boolean } | undefined {
  const piece = pieces[at]
  if (piece?.kind !== 'word') return undefined
  const month = MONTHS[piece.lower]
  if (month === undefined) return undefined
  const short =
    piece.lower.length < 5 &&
    piece.lower !== 'june' &&
    piece.lower !== 'july' &&
    piece.lower !== 'may'
  const stop = short && isSign(pieces, at + 1, '.') && !pieces[at + 1]!.gap
  return { month, to: stop ? at + 2 : at + 1, short }
}

interface Behind {
  readonly day: number
  readonly last?: number
  readonly year?: number
  readonly to: number
}

/** A day, or days, and perhaps a year behind a month: "23", "23rd, 2018", "3-5, 2018", "3 and 4". */
function behindMonth(pieces: readonly Piece[], at: number): Behind | undefined {
  const from = isTightDash(pieces, at) || lowerAt(pieces, at) === 'the' ? at + 1 : at
  const first = dayAt(pieces, from) ?? wordDayAt(pieces, from)
  if (first === undefined) return undefined
  let to = first.to
  let last: number | undefined
  const joint =
    isDash(pieces, to) ||
    lowerAt(pieces, to) === 'to' ||
    /^(?:through|thru|till|until)$/.test(lowerAt(pieces, to))
  if (joint) {
    const second = dayAt(pieces, to + 1) ?? wordDayAt(pieces, to + 1)
    if (
      second &&
      second.day > first.day &&
      !isDash(pieces, second.to) &&
      !/^[ap]m?$/.test(lowerAt(pieces, second.to))
    ) {
      last = second.day
      to = second.to
    }
  }
  const year = yearBehind(pieces, to)
  return {
    day: first.day,
    ...(last === undefined ? {} : { last }),
    ...(year === undefined ? {} : { year: year.year }),
    to: year?.to ?? to,
  }
}

/** A day in ordinal words: "first", "twenty-fourth". */
export function wordDayAt(
  pieces: readonly Piece[],
  at: number,
): { day: number; to: number; ordinal: boolean } | undefined {
  const lower = lowerAt(pieces, at)
  const ordinal = ORDINALS[lower]
  if (ordinal !== undefined) return { day: ordinal, to: at + 1, ordinal: true }
  const tens = TENS[lower]
  if (lower === 'thirtieth') return { day: 30, to: at + 1, ordinal: true }
  if (tens === undefined || tens > 30) return undefined
  const next = isTightDash(pieces, at + 1) ? at + 2 : at + 1
  const unit = ORDINALS[lowerAt(pieces, next)]
  return unit !== undefined && unit < 10 && tens + unit < 32
    ? { day: tens + unit, to: next + 1, ordinal: true }
    : undefined
}

/** ", 2018", " 2018", "-2018", "of 2018", "’98" behind a month or a day. */
export function yearBehind(
  pieces: readonly Piece[],
  at: number,
): { year: number; to: number } | undefined {
  const joint =
    isSign(pieces, at, ',') ||
    isSign(pieces, at, '/') ||
    isTightDash(pieces, at) ||
    lowerAt(pieces, at) === 'of' ||
    lowerAt(pieces, at) === 'in'
  const from = joint ? at + 1 : at
  const year = yearAt(pieces, from)
  if (Number.isNaN(year)) {
    const words = joint && !isSign(pieces, at, ',') ? undefined : wordYearAt(pieces, from)
    return words && { year: words.year, to: words.to }
  }
  return joint && year < 1500 ? undefined : { year, to: from + 1 }
}

const BEFORE = new Set(
  (
    'in of since until till by last next this early late mid from during before after to through between every each ' +
    'for around and or previous past coming following'
  ).split(' '),
)

/** May a month without day and year be one? */
function standsAlone(pieces: readonly Piece[], at: number, to: number): boolean {
  const { lower, capital } = pieces[at]!
  const named = monthAt(pieces, at)!
  const before = pieces[at - 1]!
  const cued = before.kind === 'word' && BEFORE.has(before.lower)
  const hyphen = isTightDash(pieces, at - 1) && lowerAt(pieces, at - 2) === 'mid'
  if (isMonthRange(pieces, to)) return capital || (cued && !MODAL.test(lower))
  if (DOUBTFUL_MONTHS.has(lower)) {
    // "from april to June", "in the april"
    if (lower === 'april' && (cued || (before.lower === 'the' && lowerAt(pieces, at - 2) === 'in')))
      return true
    if (!capital || !(cued || hyphen)) return false
    const next = pieces[to]!
    return !(next.kind === 'word' && next.capital)
  }
  if (named.short && !capital) return CLEAR_SHORT.test(lower) && IN.test(before.lower)
  if (named.short) return capital && (cued || hyphen) && lower !== 'mar' && !isName(pieces, to)
  return true
}

/** Abbreviations that are no words: "in dec". */
const CLEAR_SHORT = /^(?:feb|apr|aug|sept?|oct|nov|dec)$/
const IN = /^(?:in|since|until|till|by|last|next)$/

const MODAL = /^(?:may|march)$/

/** "Jan-Feb", "May to September": another month behind a joint. */
const isMonthRange = (pieces: readonly Piece[], at: number): boolean =>
  (isDash(pieces, at) || /^(?:to|through|until)$/.test(lowerAt(pieces, at))) &&
  monthAt(pieces, at + 1) !== undefined

const isName = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]!.kind === 'word' && pieces[at]!.capital
