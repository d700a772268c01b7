import type { CalendarDate, DateMeaning, Edge } from '../candidate.js'
import { resolveCalendar } from './calendar.js'
import { iso, isoDay, toDay, toYmd, weekdayOf } from './days.js'
import { resolveHoliday } from './holidays.js'
import { resolveNumeric } from './numeric.js'
import { resolveMonths, resolveRelative, resolveWindow, resolveYears } from './periods.js'
import type { Resolved, Surroundings } from './resolved.js'

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
      return resolveHoliday(date.rule, date.year, around)
    case 'week':
      return resolveWeekOf(date.of, around)
    case 'week-day':
      return resolveWeekDay(date.weekday, date.offset, around)
    case 'edge':
      return resolveEdge(date.edge, date.of, around)
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

/** First day and the day behind the last of "2018", "2018-03", "2018-03-15" or an interval of days. */
function boundsOf(value: Resolved['value']): { start: number; end: number } | undefined {
  if (typeof value === 'object') {
    if (!('start' in value) || value.start === undefined || value.end === undefined)
      return undefined
    const start = boundsOf(value.start)?.start
    const end = boundsOf(value.end)?.start
    return start === undefined || end === undefined ? undefined : { start, end }
  }
  const parts = typeof value === 'string' ? /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) : null
  if (parts === null) return undefined
  const [year, month, day] = [
    Number(parts[1]),
    parts[2] && Number(parts[2]),
    parts[3] && Number(parts[3]),
  ]
  if (!month) return { start: toDay(year, 1, 1), end: toDay(year + 1, 1, 1) }
  if (!day) return { start: toDay(year, month, 1), end: toDay(year, month + 1, 1) }
  return { start: toDay(year, month, day), end: toDay(year, month, day) + 1 }
}

/** From one month or day to another, both included; the year is the second's, or found for the first. */
function resolveRange(
  from: CalendarDate,
  to: CalendarDate,
  around: Surroundings,
): Resolved | undefined {
  const backwards =
    to.month! < from.month! || (to.month === from.month && (to.day ?? 0) < (from.day ?? 0))
  const year = to.year ?? from.year
  const first = resolveCalendar(
    year === undefined
      ? from
      : { ...from, year: backwards && from.year === undefined ? year - 1 : year },
    around,
  )
  const firstBounds = first && boundsOf(first.value)
  if (first === undefined || firstBounds === undefined) return undefined
  const start = toYmd(firstBounds.start)
  const lastYear = to.year ?? (backwards ? start.year + 1 : start.year)
  const last = boundsOf(iso(lastYear, to.month, to.day))
  if (last === undefined || last.end <= firstBounds.start) return undefined
  const end = toYmd(last.end)
  const days = from.day !== undefined
  return {
    value: days
      ? { start: isoDay(firstBounds.start), end: isoDay(last.end) }
      : { start: iso(start.year, start.month), end: iso(end.year, end.month) },
    ...(first.inferred ? { inferred: first.inferred } : {}),
  }
}
