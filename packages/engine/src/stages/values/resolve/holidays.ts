import type { DayRule } from '../../../lexicon/en/calendar.js'
import type { DateMeaning } from '../candidate.js'
import { daysIn, isoDay, toDay, toYmd, weekdayOf } from './days.js'
import type { Resolved, Surroundings } from './resolved.js'

/**
 * A day with a name in its stated year, else the nearest one on the side where the clause looks, or that "last" and "next"
 * tell ("this" is that of the year of publication). Its weekend goes with a Monday or a Friday.
 */
export function resolveHoliday(date: Holiday, around: Surroundings): Resolved | undefined {
  const found = dayFor(date, around)
  if (found === undefined) return undefined
  const { day, inferred } = found
  const rest = inferred === undefined ? {} : { inferred }
  if (!date.weekend) return { value: isoDay(day), ...rest }
  const weekday = weekdayOf(day)
  if (weekday === 1 || weekday === 2) return undefined
  const saturday = weekday === 0 ? day - 2 : day + 5 - weekday
  const start = weekday === 0 ? saturday : Math.min(day, saturday)
  return {
    value: { start: isoDay(start), end: isoDay(weekday === 0 ? day + 1 : saturday + 2) },
    ...rest,
  }
}

type Holiday = Extract<DateMeaning, { form: 'holiday' }>

function dayFor({ rule, year, shift }: Holiday, around: Surroundings) {
  if (year !== undefined) return { day: dayOf(rule, year) }
  const { day, near } = around
  if (day === undefined) {
    return near === undefined
      ? undefined
      : { day: dayOf(rule, near.year), inferred: { year: near.year, basis: 'story' } }
  }
  const now = toYmd(day).year
  if (shift === 'this')
    return { day: dayOf(rule, now), inferred: { year: now, basis: around.basis } }
  const direction = shift === undefined ? around.direction : shift === 'past' ? 'past' : 'future'
  const [found] = [now - 1, now, now + 1]
    .map(of => dayOf(rule, of))
    .filter(at => (direction === 'past' ? at <= day : direction === 'future' ? at >= day : true))
    .filter(at => shift === undefined || at !== day)
    .sort((a, b) => Math.abs(a - day) - Math.abs(b - day))
  return found === undefined
    ? undefined
    : { day: found, inferred: { ...toYmd(found), basis: around.basis } }
}

function dayOf(rule: DayRule, year: number): number {
  if ('easter' in rule) return easter(year) + rule.easter
  if ('day' in rule) return toDay(year, rule.month, rule.day)
  const first =
    rule.nth > 0
      ? toDay(year, rule.month, 1)
      : toDay(year, rule.month, daysIn(year, rule.month)) - 6
  const offset = (rule.weekday - weekdayOf(first) + 7) % 7
  return first + offset + 7 * Math.max(0, rule.nth - 1) + (rule.plus ?? 0)
}

/** Easter Sunday of the western churches: the anonymous Gregorian algorithm (Nature, 1876; J. Meeus 1991, chapter 8). */
function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return toDay(year, Math.floor(n / 31), (n % 31) + 1)
}
