/** Days of the Gregorian calendar counted from 1970-01-01, which is 0. */

const DAY = 86_400_000

export interface Ymd {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The day of a date; a day behind the month's end runs on into the next month. */
export function toDay(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / DAY
}

export function toYmd(day: number): Ymd {
  const date = new Date(day * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

export const daysIn = (year: number, month: number): number =>
  toDay(year, month + 1, 1) - toDay(year, month, 1)

/** Is there such a day? Without a year 29 February is one. */
export const exists = (year: number | undefined, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year ?? 2000, month)

const pad = (number: number, width = 2) => String(number).padStart(width, '0')

/** "2018", "2018-03", "2018-03-15". */
export const iso = (year: number, month?: number, day?: number): string =>
  pad(year, 4) +
  (month === undefined ? '' : `-${pad(month)}`) +
  (month === undefined || day === undefined ? '' : `-${pad(day)}`)

export const isoDay = (day: number): string => {
  const { year, month, day: inMonth } = toYmd(day)
  return iso(year, month, inMonth)
}

/** "T09:00". */
export const isoTime = ({
  hour,
  minute = 0,
  second,
}: {
  hour: number
  minute?: number
  second?: number
}): string => `T${pad(hour)}:${pad(minute)}${second === undefined ? '' : `:${pad(second)}`}`
