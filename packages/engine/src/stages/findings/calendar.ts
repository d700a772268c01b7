import { MONTHS, WEEKDAY_NAMES, WEEKDAYS } from '../../lexicon/en/calendar.js'
import { toDay, weekdayOf as weekdayOfNumber } from '../values/resolve/days.js'

/** 1 to 12 for the name of a month or its abbreviation without the stop, in any case; undefined for any other word. */
export const monthNumber = (word: string): number | undefined => own(MONTHS, word.toLowerCase())

/** 0 (Monday) to 6 for a day of the week, by name or abbreviation, in any case; undefined for any other word. */
export const weekdayNumber = (word: string): number | undefined => own(WEEKDAYS, word.toLowerCase())

const own = (of: Readonly<Record<string, number>>, word: string) =>
  Object.hasOwn(of, word) ? of[word] : undefined

/** “Monday” for 0. */
export const weekdayName = (day: number): string =>
  WEEKDAY_NAMES[day]!.replace(/^./, letter => letter.toUpperCase())

/** Days of a month (1 to 12); of February in a leap year if the year is not known. */
export function daysInMonth(month: number, year?: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
  return leap ? 29 : 28
}

/** A day of the calendar. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Days since 1 January 1970. The day must exist; the year has four digits. */
export const dayNumber = ({ year, month, day }: Day): number => toDay(year, month, day)

/** 0 is Monday. Gregorian. */
export const weekdayOf = (day: Day): number => weekdayOfNumber(dayNumber(day))

/** The day that an ISO date begins with ("2026-03-16T09:00:00Z"); undefined for less, and for a day that is none. */
export function parseDay(iso: string | undefined): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '')
  if (parts === null) return
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(month, year) || year < 1000) return
  return { year, month, day }
}
