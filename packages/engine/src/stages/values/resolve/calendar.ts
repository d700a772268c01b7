import type { CalendarDate, Shift } from '../candidate.js'
import { exists, iso, toDay, toYmd, weekdayOf } from './days.js'
import type { Resolved, Surroundings } from './resolved.js'
import { resolveNumberedDay, resolveWeekday } from './weekdays.js'

/**
 * A date as far as it is stated, with what has to be inferred. A year that is missing is that of the nearest such date before or
 * after publication, as the clause looks back or ahead (the nearest of all where it does neither), else a year that
 * the story states near. Without any year the value is open: "--03-15" and "--03" (as in XML Schema).
 *
 * Undefined for a day that does not exist (30 February).
 */
export function resolveCalendar(date: CalendarDate, around: Surroundings): Resolved | undefined {
  const { month, day, weekday, shift } = date
  const year =
    date.year ?? (date.shortYear === undefined ? undefined : longYear(date.shortYear, around.day))
  if (month === undefined) {
    if (year !== undefined) return { value: iso(year), ...inferredYear(date, year, 'convention') }
    if (weekday === undefined) return undefined
    return day === undefined
      ? resolveWeekday(weekday, shift, around)
      : resolveNumberedDay(weekday, day, around)
  }
  if (day !== undefined && !exists(year, month, day)) return undefined
  if (year !== undefined)
    return { value: iso(year, month, day), ...inferredYear(date, year, 'convention') }
  const found = findYear(month, day, weekday, shift, around)
  if (found === undefined) return { value: open(month, day) }
  return { value: iso(found.year, month, day), inferred: { year: found.year, basis: found.basis } }
}

const inferredYear = (date: CalendarDate, year: number, basis: string) =>
  date.year === undefined ? { inferred: { year, basis } } : {}

const open = (month: number, day: number | undefined): string =>
  iso(0, month, day).replace(/^0000/, '-')

/** The full year of two digits: not more than five years ahead of publication. */
export function longYear(short: number, day: number | undefined): number {
  const latest = day === undefined ? 2030 : toYmd(day).year + 5
  const year = Math.floor(latest / 100) * 100 + short
  return year > latest ? year - 100 : year
}

/**
 * "On August 20, 2012, … On September 1 …": the day goes on from a month of a year that the paragraph has just told, where that
 * is not the year of publication.
 */
function toldYear(
  month: number,
  day: number | undefined,
  weekday: number | undefined,
  { near, day: published }: Surroundings,
): number | undefined {
  if (!near?.close || near.month === undefined || day === undefined || weekday !== undefined)
    return undefined
  return published !== undefined && near.year < toYmd(published).year && near.month <= month
    ? near.year
    : undefined
}

/** Of a story of no known day: the year told just before, unless the weekday is another in it. */
function storyYear(
  month: number,
  day: number | undefined,
  weekday: number | undefined,
  { near }: Surroundings,
): { year: number; basis: string } | undefined {
  if (!near?.close) return undefined
  const { year } = near
  const fits =
    weekday === undefined ||
    day === undefined ||
    (exists(year, month, day) && weekdayOf(toDay(year, month, day)) === weekday)
  return fits ? { year, basis: 'story' } : undefined
}

const NEAR = 30

/** The year of a month, or of a day of it, for which none is stated. */
export function findYear(
  month: number,
  day: number | undefined,
  weekday: number | undefined,
  shift: Shift | undefined,
  around: Surroundings,
): { year: number; basis: string } | undefined {
  if (around.day === undefined) return storyYear(month, day, weekday, around)
  const told = toldYear(month, day, weekday, around)
  if (told !== undefined && shift === undefined) return { year: told, basis: 'story' }
  const now = toYmd(around.day)
  if (day === undefined) {
    return { year: yearOfMonth(month, shift, around.direction, now), basis: around.basis }
  }
  const years = [now.year - 1, now.year, now.year + 1].filter(year => exists(year, month, day))
  const near = years
    .map(year => ({ year, distance: toDay(year, month, day) - around.day! }))
    .filter(({ distance }) => Math.abs(distance) <= 366)
    .sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance))
  if (near.length === 0) return undefined
  const wanted = near.filter(({ distance }) =>
    around.direction === 'future'
      ? distance >= 0
      : around.direction === 'past'
        ? distance <= 0
        : true,
  )
  // a day of the week that fits decides between two years about as far
  const fits = (year: number) =>
    weekday !== undefined && weekdayOf(toDay(year, month, day)) === weekday
  const [first, second] = near
  if (weekday !== undefined) {
    const fitting =
      second && Math.abs(first!.distance) > 120 && !fits(first!.year) && fits(second.year)
    return { year: (fitting ? second : first)!.year, basis: around.basis }
  }
  // a date this near keeps its year even today, whatever the tense seems to be: the year is left out for its own year
  const nearest = Math.abs(first!.distance) <= NEAR ? first : (wanted[0] ?? first)
  return { year: nearest!.year, basis: around.basis }
}

function yearOfMonth(
  month: number,
  shift: Shift | undefined,
  direction: 'past' | 'future' | undefined,
  now: { year: number; month: number },
): number {
  if (shift === 'this') return now.year
  if (shift === 'last' || shift === 'past') return month < now.month ? now.year : now.year - 1
  if (shift === 'next' || shift === 'coming') return month > now.month ? now.year : now.year + 1
  if (direction === 'past') return month <= now.month ? now.year : now.year - 1
  if (direction === 'future') return month >= now.month ? now.year : now.year + 1
  const ahead = (month - now.month + 12) % 12
  if (ahead === 0) return now.year
  return ahead < 6
    ? month > now.month
      ? now.year
      : now.year + 1
    : month < now.month
      ? now.year
      : now.year - 1
}
