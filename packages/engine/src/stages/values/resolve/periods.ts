import type { TimeUnit } from '../../../lexicon/en/calendar.js'
import type { DateMeaning, RelativeUnit } from '../candidate.js'
import { longYear } from './calendar.js'
import { iso, isoDay, isoTime, toDay, toYmd, weekdayOf } from './days.js'
import type { Resolved, Surroundings } from './resolved.js'
import { MONTHS } from './unit-months.js'

/** A unit counted from the day of publication; undefined without one. Weeks begin on Monday. */
export function resolveRelative(
  unit: RelativeUnit,
  offset: number,
  around: Surroundings,
): Resolved | undefined {
  const { day, direction } = around
  if (day === undefined) return undefined
  const { year, month } = toYmd(day)
  const inferred = { basis: around.basis }
  const monday = day - weekdayOf(day)
  switch (unit) {
    case 'day':
      return { value: isoDay(day + offset), inferred: { ...toYmd(day + offset), ...inferred } }
    case 'week':
      return { value: interval(monday + 7 * offset, 7), inferred }
    case 'workweek':
      return { value: interval(monday + 7 * offset, 5), inferred }
    case 'weekend': {
      // "this weekend" before Friday, of something past, is the one that is over
      const over = offset === 0 && direction !== 'future' && weekdayOf(day) < 4
      return { value: interval(monday + 5 + 7 * (over ? -1 : offset), 2), inferred }
    }
    case 'month': {
      const at = toYmd(toDay(year, month + offset, 1))
      return {
        value: iso(at.year, at.month),
        inferred: { year: at.year, month: at.month, ...inferred },
      }
    }
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1 + 3 * offset
      return { value: monthsFrom(year, first, 3), inferred }
    }
    case 'year':
      return year + offset < 1
        ? undefined
        : { value: iso(year + offset), inferred: { year: year + offset, ...inferred } }
    case 'decade':
      return { value: years(Math.floor(year / 10) * 10 + 10 * offset, 10), inferred }
    case 'century':
      return { value: years(Math.floor(year / 100) * 100 + 100 * offset, 100), inferred }
  }
}

const interval = (day: number, count: number) => ({ start: isoDay(day), end: isoDay(day + count) })

const years = (from: number, count: number) => ({ start: iso(from), end: iso(from + count) })

/** Months from the first of one, counted on into other years. */
function monthsFrom(year: number, month: number, count: number) {
  const start = toYmd(toDay(year, month, 1))
  const end = toYmd(toDay(year, month + count, 1))
  return { start: iso(start.year, start.month), end: iso(end.year, end.month) }
}

/** "the past two weeks" up to the day of publication, "the next three days" from the day after it. */
export function resolveWindow(
  unit: TimeUnit,
  count: number,
  direction: -1 | 1,
  around: Surroundings,
): Resolved | undefined {
  const { day } = around
  if (day === undefined) return undefined
  const inferred = { basis: around.basis }
  const minutes = unit === 'hour' ? 60 : unit === 'minute' ? 1 : undefined
  if (minutes !== undefined) {
    if (around.minute === undefined || minutes * count > 60 * 24 * 366) return undefined
    const now = day * DAY_MINUTES + around.minute
    const other = now + direction * minutes * count
    return {
      value: { start: isoMinute(Math.min(now, other)), end: isoMinute(Math.max(now, other)) },
      inferred,
    }
  }
  const end = direction < 0 ? day : day + 1
  const length = DAYS[unit]
  if (length !== undefined) {
    const other = end + direction * length * count
    return {
      value: { start: isoDay(Math.min(end, other)), end: isoDay(Math.max(end, other)) },
      inferred,
    }
  }
  // quarters are those of the calendar: the past two are over
  if (unit === 'quarter') {
    const now = toYmd(day)
    const first = Math.floor((now.month - 1) / 3) * 3 + 1
    const from = direction < 0 ? first - 3 * count : first + 3
    return { value: monthsFrom(now.year, from, 3 * count), inferred }
  }
  const length2 = MONTHS[unit]
  if (length2 === undefined) return undefined
  const at = toYmd(end)
  const other = toDay(at.year, at.month + direction * length2 * count, at.day)
  return {
    value: { start: isoDay(Math.min(end, other)), end: isoDay(Math.max(end, other)) },
    inferred,
  }
}

const DAYS: Readonly<Partial<Record<TimeUnit, number>>> = { day: 1, week: 7, fortnight: 14 }

/** Decades, centuries and years in a row. Those of a decade of two digits are of the latest century that is not ahead. */
export function resolveYears(
  date: Extract<DateMeaning, { form: 'years' }>,
  around: Surroundings,
): Resolved {
  const { from, to, short } = date
  if (!short) return { value: { start: iso(from), end: iso(to) } }
  const decade = Math.floor(from / 10) * 10
  const latest = around.day === undefined ? 2025 : toYmd(around.day).year
  const full =
    longYear(decade, around.day) > latest
      ? longYear(decade, around.day) - 100
      : longYear(decade, around.day)
  return {
    value: { start: iso(full + from - decade), end: iso(full + to - decade) },
    inferred: { century: Math.floor(full / 100) + 1, basis: 'convention' },
  }
}

/**
 * Quarters, halves and seasons. One without a year is the latest that has begun (or, looking ahead, the next that has not
 * ended); "last" is the latest that is over, "next" the first that has not begun. Seasons are the northern ones.
 */
export function resolveMonths(
  date: Extract<DateMeaning, { form: 'months' }>,
  around: Surroundings,
): Resolved | undefined {
  const { month, count, year, shift } = date
  if (year !== undefined) return { value: monthsFrom(year, month, count) }
  if (around.day === undefined) return undefined
  const now = toYmd(around.day)
  if (date.yearOffset !== undefined) {
    const of = now.year + date.yearOffset
    return { value: monthsFrom(of, month, count), inferred: { year: of, basis: around.basis } }
  }
  // months since year 0, so that winters run over the new year
  const today = now.year * 12 + now.month
  const near = [-2, -1, 0, 1, 2].map(offset => (now.year + offset) * 12 + month)
  const begun = near.filter(start => start <= today)
  const over = near.filter(start => start + count <= today)
  const ahead = near.filter(start => start > today)
  const open = near.filter(start => start + count > today)
  const found =
    shift === 'last' || shift === 'past'
      ? over.at(-1)
      : shift === 'next' || shift === 'coming'
        ? ahead[0]
        : shift === 'this'
          ? thisOne(near, today, count, around)
          : around.direction === 'future'
            ? open[0]
            : begun.at(-1)
  if (found === undefined) return undefined
  const start = found - 1
  return {
    value: monthsFrom(Math.floor(start / 12), (start % 12) + 1, count),
    inferred: { year: Math.floor(start / 12), basis: around.basis },
  }
}

/** "this summer": the one that runs, else the one of this year, else the next or the last as the clause looks. */
function thisOne(
  near: readonly number[],
  today: number,
  count: number,
  { direction }: Surroundings,
): number | undefined {
  const running = near.find(start => start <= today && today < start + count)
  if (running !== undefined) return running
  const last = near.filter(start => start + count <= today).at(-1)!
  const next = near.find(start => start > today)!
  if (direction !== undefined) return direction === 'past' ? last : next
  return today - last <= next - today ? last : next
}

const DAY_MINUTES = 1440

/** Minutes from 1970: "2018-03-15T19:00". */
const isoMinute = (minute: number): string =>
  isoDay(Math.floor(minute / DAY_MINUTES)) +
  isoTime({
    hour: Math.floor((minute % DAY_MINUTES) / 60),
    minute: minute % 60,
  })
