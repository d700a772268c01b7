import type { TimeUnit } from '../../../lexicon/en/calendar.js'
import type { DateMeaning } from '../candidate.js'
import { boundsOf } from './bounds.js'
import { resolveDate } from './dates.js'
import { daysIn, isoDay, toDay, toYmd } from './days.js'
import type { Resolved, Surroundings } from './resolved.js'
import { MONTHS } from './unit-months.js'

const DAYS: Readonly<Partial<Record<TimeUnit, number>>> = {
  day: 1,
  night: 1,
  week: 7,
  fortnight: 14,
}

/** Can a date be counted in this unit? Not in hours and less: the time of day is not known. */
export const isDated = (unit: TimeUnit): boolean =>
  DAYS[unit] !== undefined || MONTHS[unit] !== undefined

/** A day so many units on from another, or back: a month on from 31 January is the last of February. */
export function addUnits(day: number, count: number, unit: TimeUnit): number | undefined {
  const days = DAYS[unit]
  if (days !== undefined) return day + Math.round(days * count)
  const months = MONTHS[unit]
  if (months === undefined) return undefined
  const at = toYmd(day)
  const month = at.month + Math.round(months * count)
  const first = toYmd(toDay(at.year, month, 1))
  if (first.year < 1 || first.year > 9999) return undefined
  return toDay(first.year, first.month, Math.min(at.day, daysIn(first.year, first.month)))
}

/** "3 days after January 12th", "two months ago". A day, whatever the unit. */
export function resolveShifted(
  { of, steps, direction, lasting }: Extract<DateMeaning, { form: 'shifted' }>,
  around: Surroundings,
): Resolved | undefined {
  const from = resolveDate(of, around)
  const start = from && boundsOf(from.value)?.start
  let day: number | undefined = start
  for (const [count, unit] of steps)
    day = day === undefined ? undefined : addUnits(day, direction * count, unit)
  if (day === undefined) return undefined
  if (lasting && start !== undefined)
    return {
      ...from,
      value: { start: isoDay(Math.min(start, day)), end: isoDay(Math.max(start, day)) },
    }
  return { value: isoDay(day), inferred: { ...toYmd(day), basis: around.basis } }
}
