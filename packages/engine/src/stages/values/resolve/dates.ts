import type { CalendarDate, DateMeaning, Edge, Part } from '../candidate.js'
import { boundsOf } from './bounds.js'
import { resolveCalendar } from './calendar.js'
import { iso, isoDay, toDay, toYmd, weekdayOf } from './days.js'
import { resolveHoliday } from './holidays.js'
import { resolveNth } from './nth.js'
import { resolveNumeric } from './numeric.js'
import { resolveMonths, resolveRelative, resolveWindow, resolveYears } from './periods.js'
import type { Resolved, Surroundings } from './resolved.js'
import { resolveShifted } from './shifted.js'

/** What a date comes to in its surroundings; undefined where it cannot be known or does not exist. */
export function resolveDate(date: DateMeaning, around: Surroundings): Resolved | undefined {
  switch (date.form) {
    case 'calendar':
      return resolveCalendar(date, around)
    case 'numeric':
      return resolveNumeric(date.parts, date.dotted, date.weekday, around)
    case 'relative':
      return resolveRelative(date.unit, date.offset, around)
    case 'window':
      return resolveWindow(date.unit, date.count, date.direction, around)
    case 'years':
      return resolveYears(date, around)
    case 'months':
      return resolveMonths(date, around)
    case 'holiday':
      return resolveHoliday(date, around)
    case 'week':
      return resolveWeekOf(date.of, around)
    case 'week-day':
      return resolveWeekDay(date.weekday, date.offset, around)
    case 'edge':
      return resolveEdge(date.edge, date.of, around)
    case 'shifted':
      return resolveShifted(date, around)
    case 'nth':
      return resolveNth(date, around)
    case 'part':
      return resolvePart(date.part, date.of, around)
    case 'until-now':
      return around.day === undefined
        ? undefined
        : { value: { end: isoDay(around.day) }, inferred: { basis: around.basis } }
    case 'range':
      return resolveRange(date.from, date.to, around)
  }
}

/** The week of a day, from Monday. */
function resolveWeekOf(of: CalendarDate, around: Surroundings): Resolved | undefined {
  const day = resolveDate(of, around)
  const start = day && boundsOf(day.value)?.start
  if (start === undefined) return undefined
  const monday = start - weekdayOf(start)
  return { ...day, value: { start: isoDay(monday), end: isoDay(monday + 7) } }
}

/** A day of the week that is so many weeks from that of publication. */
function resolveWeekDay(
  weekday: number,
  offset: number,
  { day, basis }: Surroundings,
): Resolved | undefined {
  if (day === undefined) return undefined
  const at = day - weekdayOf(day) + 7 * offset + weekday
  return { value: isoDay(at), inferred: { ...toYmd(at), basis } }
}

/** The first or last day of a year, a month or a week. */
function resolveEdge(edge: Edge, of: DateMeaning, around: Surroundings): Resolved | undefined {
  const whole = resolveDate(of, around)
  const bounds = whole && boundsOf(whole.value)
  if (bounds === undefined) return undefined
  const value = isoDay(edge === 'start' ? bounds.start : bounds.end - 1)
  return { value, ...(whole!.inferred ? { inferred: whole!.inferred } : {}) }
}

/** The part of a month or a year that is meant by convention: PARTS. */
function resolvePart(part: Part, of: DateMeaning, around: Surroundings): Resolved | undefined {
  const whole = resolveDate(of, around)
  const bounds = whole && boundsOf(whole.value)
  if (bounds === undefined) return undefined
  const { year, month } = toYmd(bounds.start)
  const days = bounds.end - bounds.start
  const [start, end] =
    days < 8
      ? PARTS_OF_WEEK[part].map(at => bounds.start + at)
      : days > 31
        ? PARTS_OF_YEAR[part].map(at => toDay(year, at, 1))
        : PARTS_OF_MONTH[part].map(at => (at === 0 ? bounds.end : toDay(year, month, at)))
  return {
    ...whole,
    value: { start: isoDay(start!), end: isoDay(end!) },
    inferred: { basis: 'convention', ...whole?.inferred },
  }
}

/** Days from Monday: up to Wednesday, Wednesday and Thursday, from Friday. */
const PARTS_OF_WEEK = { early: [0, 3], mid: [2, 4], late: [4, 7] } as const
/** First day and the day behind the last; 0 is the end of the month. As Recognizers-Text has them. */
const PARTS_OF_MONTH = { early: [1, 16], mid: [11, 21], late: [16, 0] } as const
/** First month and the month behind the last. */
const PARTS_OF_YEAR = { early: [1, 5], mid: [5, 9], late: [9, 13] } as const

/**
 * From one month to where another begins, or from one day to the end of another; the year is the second's, or found for the first. One that looks ahead and
 * is not over yet has begun: "from May to September" in June.
 */
function resolveRange(
  from: CalendarDate,
  to: CalendarDate,
  around: Surroundings,
): Resolved | undefined {
  const backwards =
    to.month! < from.month! || (to.month === from.month && (to.day ?? 0) < (from.day ?? 0))
  const year = to.year ?? from.year
  const found = resolveCalendar(
    year === undefined
      ? from
      : { ...from, year: backwards && from.year === undefined ? year - 1 : year },
    around,
  )
  const bounds = found && boundsOf(found.value)
  if (found === undefined || bounds === undefined) return undefined
  const inferred = year === undefined ? toYmd(bounds.start).year : undefined
  const running =
    inferred !== undefined &&
    around.direction !== 'past' &&
    around.day !== undefined &&
    bounds.start > around.day &&
    (boundsOf(iso(backwards ? inferred : inferred - 1, to.month, to.day))?.end ?? 0) > around.day
  const first = running
    ? {
        value: iso(inferred - 1, from.month, from.day),
        inferred: { ...found.inferred, year: inferred - 1 },
      }
    : found
  const start = boundsOf(first.value)?.start
  if (start === undefined) return undefined
  const startYear = toYmd(start).year
  const end = iso(to.year ?? (backwards ? startYear + 1 : startYear), to.month, to.day)
  const last = boundsOf(end)
  if (last === undefined || last.start <= start) return undefined
  return {
    value: { start: String(first.value), end: to.day === undefined ? end : isoDay(last.end) },
    ...(first.inferred ? { inferred: first.inferred } : {}),
  }
}
