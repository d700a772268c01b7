import { findYear, longYear } from './calendar.js'
import { exists, iso, toDay } from './days.js'
import type { Resolved, Surroundings } from './resolved.js'

/**
 * Numbers with strokes or stops in their order. A number above twelve is the day; stops are European, the day first; else
 * what the story shows decides. Where nothing does both readings are kept, first the one near the day of publication (within
 * a month, the other not), else the American one.
 *
 * 15/3/18 is 2018-03-15 and so is 3/15/18; 4/5/18 in a story that has 15/3/18 as well is 2018-05-04.
 */
export function resolveNumeric(
  parts: readonly number[],
  dotted: boolean,
  weekday: number | undefined,
  around: Surroundings,
): Resolved | undefined {
  const [a, b] = parts as [number, number]
  const dayFirst = read(b, a, parts[2], weekday, around)
  const monthFirst = read(a, b, parts[2], weekday, around)
  if (dayFirst === undefined || monthFirst === undefined) return dayFirst ?? monthFirst
  if (dotted && parts.length === 3) return dayFirst
  if (around.order !== undefined || dayFirst.value === monthFirst.value) {
    const chosen = around.order === 'day' ? dayFirst : monthFirst
    return a === b
      ? chosen
      : { ...chosen, inferred: { ...chosen.inferred, order: `${around.order ?? 'day'} first` } }
  }
  const likelier = near(dayFirst, around) && !near(monthFirst, around) ? dayFirst : monthFirst
  const other = likelier === dayFirst ? monthFirst : dayFirst
  return { ...likelier, stated: {}, readings: [likelier.value, other.value] }
}

interface Read extends Resolved {
  readonly value: string
}

function read(
  month: number,
  day: number,
  shortYear: number | undefined,
  weekday: number | undefined,
  around: Surroundings,
): Read | undefined {
  if (!exists(undefined, month, day)) return undefined
  const stated = { month, day }
  if (shortYear === undefined) {
    const found = findYear(month, day, weekday, undefined, around)
    if (found === undefined) return { value: iso(0, month, day).replace(/^0000/, '-'), stated }
    return { value: iso(found.year, month, day), inferred: { ...found }, stated }
  }
  const year = shortYear < 100 ? longYear(shortYear, around.day) : shortYear
  if (!exists(year, month, day)) return undefined
  return shortYear < 100
    ? { value: iso(year, month, day), inferred: { year, basis: 'convention' }, stated }
    : { value: iso(year, month, day), stated: { ...stated, year } }
}

function near({ value }: Read, { day }: Surroundings): boolean {
  if (day === undefined || value.startsWith('-')) return false
  const [year, month, inMonth] = value.split('-').map(Number) as [number, number, number]
  return Math.abs(toDay(year, month, inMonth) - day) <= 31
}
