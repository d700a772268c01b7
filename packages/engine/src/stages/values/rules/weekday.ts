import {
  DAYPARTS,
  MONTHS,
  NAMED_DAYS,
  NEWSPAPERS,
  WEEKDAY_NAMES,
  WEEKDAYS,
} from '../../../lexicon/en/calendar.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { dayAt, isSign, isTightDash, lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'
import { wordDayAt } from './month.js'

const SHORT = /^(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)$/

/**
 * A day of the week: "Thursday", "Friday's" (without the 's), "tues the 4th", "wednesday the thirty first". "last",
 * "next" before it are the relative rule's; a date behind it is joined by a refiner.
 *
 * None: "the Sunday Times", "Black Friday", "the following Friday" (counted from what was told), "Fridays" (a habit), "sat", "sun", "Mon" alone: an abbreviation needs a stop, a comma or a number behind it.
 */
export const weekday: Rule = {
  name: 'weekday',
  starts: CLASS.weekday,
  read: (at, { pieces }) => {
    const { lower, capital } = pieces[at]!
    const weekday = WEEKDAYS[lower]!
    if (isPartOfName(pieces, at)) return undefined
    const before = lowerAt(pieces, at - 1)
    if (lowerAt(pieces, at - 2) === 'the' && /^(?:following|previous|same)$/.test(before))
      return undefined
    let to = at + 1
    if (SHORT.test(lower)) {
      if (isSign(pieces, to, '.') && !pieces[to]!.gap) to++
      const next = pieces[isSign(pieces, to, ',') ? to + 1 : to]!
      const dated = next.kind === 'number' || CALENDAR_NEXT.test(next.lower)
      if (!dated || (!capital && !/^(?:tues|weds?|thurs?)$/.test(lower))) return undefined
    } else if (!capital && isTightDash(pieces, at - 1)) return undefined
    const stated = { weekday: WEEKDAY_NAMES[weekday]! }
    if (lowerAt(pieces, to) === 'the') {
      const day = dayAt(pieces, to + 1) ?? wordDayAt(pieces, to + 1)
      if (day?.ordinal) {
        return {
          to: day.to,
          meaning: { type: 'date', date: { form: 'calendar', weekday, day: day.day } },
          stated: { ...stated, day: day.day },
        }
      }
    }
    return { to, meaning: { type: 'date', date: { form: 'calendar', weekday } }, stated }
  },
}

/** "the Sunday Times", "Saturday Night Live", "Black Friday": a capital behind where an article stands before. */
function isPartOfName(pieces: readonly Piece[], at: number): boolean {
  if (NAMED_DAYS.has(lowerAt(pieces, at - 1)) && pieces[at - 1]!.capital) return true
  const next = pieces[at + 1]!
  if (next.kind !== 'word' || !next.capital) return false
  if (NEWSPAPERS.has(next.lower)) return true
  if (DAYPARTS.has(next.lower)) return pieces[at + 2]!.kind === 'word' && pieces[at + 2]!.capital
  return lowerAt(pieces, at - 1) === 'the' && MONTHS[next.lower] === undefined
}

const CALENDAR_NEXT = /^(?:the|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/
