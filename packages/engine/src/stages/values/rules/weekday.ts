import { WEEKDAY_NAMES, WEEKDAYS } from '../../../lexicon/en/calendar.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { dayAt, isSign, isTightDash, lowerAt } from '../look.js'
import { wordDayAt } from './month.js'

const SHORT = /^(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)$/

/**
 * A day of the week: "Thursday", "Friday's" (without the 's), "tues the 4th", "wednesday the thirty first". "last",
 * "next" before it are the relative rule's; a date behind it is joined by a refiner.
 *
 * None: "Fridays" (a habit), "sat", "sun", "Mon" alone: an abbreviation needs a stop, a comma or a number behind it.
 */
export const weekday: Rule = {
  name: 'weekday',
  starts: CLASS.weekday,
  read: (at, { pieces }) => {
    const { lower, capital } = pieces[at]!
    const weekday = WEEKDAYS[lower]!
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

const CALENDAR_NEXT = /^(?:the|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/
