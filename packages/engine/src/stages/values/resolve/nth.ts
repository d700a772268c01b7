import type { DateMeaning } from '../candidate.js'
import { boundsOf } from './bounds.js'
import { resolveDate } from './dates.js'
import { iso, isoDay, toDay, toYmd, weekdayOf } from './days.js'
import type { Resolved, Surroundings } from './resolved.js'

type Nth = Extract<DateMeaning, { form: 'nth' }>

/**
 * One or several of the days, weeks or months of a month or a year: "first Tuesday of March", "the last four months of
 * 2021". A month's or year's first week is the one with its first Thursday (ISO 8601). Undefined where there are not so many.
 */
export function resolveNth(date: Nth, around: Surroundings): Resolved | undefined {
  const whole = resolveDate(date.of, around)
  const bounds = whole && boundsOf(whole.value)
  if (whole === undefined || bounds === undefined) return undefined
  const value = within(date, bounds.start, bounds.end)
  if (value === undefined) return undefined
  return { value, ...(whole.inferred ? { inferred: whole.inferred } : {}) }
}

function within({ nth, unit, weekday = 0, count }: Nth, start: number, end: number) {
  if (unit === 'weekday') {
    const first = start + ((weekday - weekdayOf(start) + 7) % 7)
    const last = end - 1 - ((weekdayOf(end - 1) - weekday + 7) % 7)
    const at = nth > 0 ? first + 7 * (nth - 1) : last + 7 * (nth + 1)
    return at >= start && at < end ? isoDay(at) : undefined
  }
  if (unit === 'day') {
    const at = nth > 0 ? start + nth - 1 : end - count + nth + 1
    if (at < start || at + count > end) return undefined
    return count === 1 ? isoDay(at) : { start: isoDay(at), end: isoDay(at + count) }
  }
  if (unit === 'week') {
    const at =
      nth > 0
        ? weekOfThursday(start, 0) + 7 * (nth - 1)
        : weekOfThursday(end, -1) + 7 * (nth - count + 2)
    return at < end && at > start - 7
      ? { start: isoDay(at), end: isoDay(at + 7 * count) }
      : undefined
  }
  const from = toYmd(start)
  const months = Math.round((end - start) / 30.44)
  const at = nth > 0 ? nth - 1 : months - count + nth + 1
  if (at < 0 || at + count > months) return undefined
  const first = toYmd(toDay(from.year, from.month + at, 1))
  const behind = toYmd(toDay(from.year, from.month + at + count, 1))
  return count === 1
    ? iso(first.year, first.month)
    : { start: iso(first.year, first.month), end: iso(behind.year, behind.month) }
}

/** The Monday of the week whose Thursday is the first from a day, or (`shift` -1) the last before it. */
const weekOfThursday = (day: number, shift: 0 | -1): number =>
  day + ((3 - weekdayOf(day) + 7) % 7) + 7 * shift - 3
