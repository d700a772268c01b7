import { ArchiveError } from '../errors.js'
import { firstIdBehind, firstIdOf, HIGHEST, LOWEST } from '../stories/dated-ids.js'

/** From and to, both included: days, months or years, ISO 8601. */
export interface DateRange {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** First and last day, both included; null where that side is open. */
export interface Days {
  readonly first: string | null
  readonly last: string | null
}

/** Throws 'bad-query' for what is no date, and for an end before its beginning. */
export function daysOf({ from, to }: DateRange): Days {
  const days = {
    first: from === undefined ? null : whole(from, '-01', () => '-01'),
    last: to === undefined ? null : whole(to, '-12', lastDayOf),
  }
  if (days.first !== null && days.last !== null && days.first > days.last)
    throw new ArchiveError('bad-query', `No date is from ${from} on and to ${to}: turn them round.`)
  return days
}

/** The ids of rows that were published then. What has no date is in no range, but in the one that is open on both sides. */
export function idsOf({ first, last }: Days): { low: number; high: number } {
  if (first === null && last === null) return { low: LOWEST, high: HIGHEST }
  return {
    low: first === null ? firstIdBehind(null) : firstIdOf(first),
    high: last === null ? HIGHEST : firstIdBehind(last) - 1,
  }
}

function whole(date: string, month: string, dayOf: (month: string) => string): string {
  const valid = /^\d{4}(?:-\d\d){0,2}$/.test(date)
  const inMonth = date.length === 4 ? date + month : date
  const day = date.length === 10 ? date : inMonth + (valid ? dayOf(inMonth) : '')
  const at = Date.parse(`${day}T00:00:00Z`)
  // February 30 would be read as March 2
  if (!valid || Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day)
    throw new ArchiveError(
      'bad-query',
      `"${date}" is no date: give a day, a month or a year, as 2014-03-09, 2014-03 or 2014.`,
    )
  return day
}

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number)
  const day = new Date(Date.UTC(2000, number!, 0))
  day.setUTCFullYear(year!, number!, 0)
  return Number.isNaN(day.getTime()) ? '-00' : `-${String(day.getUTCDate()).padStart(2, '0')}`
}
