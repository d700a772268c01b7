import { ArchiveError } from '../errors.js'

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

/** A year, a month or a day. Throws 'bad-query' for anything else. */
export function checkDate(date: string): void {
  if (!DATE.test(date))
    throw new ArchiveError(
      'bad-query',
      `"${date}" is no date: give a year, a month or a day, as 2026, 2026-03 or 2026-03-16.`,
    )
}

/** The first year, month or day behind it: what is before that is up to and with it. "2026-12" gives "2027-01". */
export function until(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (year === 9999) return '9999-99'
  if (month === undefined) return String(year + 1).padStart(4, '0')
  const next = new Date(0)
  next.setUTCFullYear(year, day === undefined ? month : month - 1, day === undefined ? 1 : day + 1)
  const iso = next.toISOString()
  return iso.slice(0, day === undefined ? 7 : 10)
}

/** The week of ISO 8601 that begins on a Monday: "2026-03-16" gives "2026-W12". */
export function weekOf(monday: string): string {
  const thursday = new Date(`${monday}T00:00:00Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 3)
  const year = thursday.getUTCFullYear()
  const first = Date.UTC(year, 0, 1)
  const week = Math.floor((thursday.getTime() - first) / (7 * 86_400_000)) + 1
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`
}

/** The Monday that a week of ISO 8601 begins on; null where it is no such week. */
export function mondayOf(week: string): string | null {
  const [, year, number] = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/.exec(week) ?? []
  if (year === undefined) return null
  // the fourth of January is in the first week
  const monday = new Date(`${year}-01-04T00:00:00Z`)
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7) + (Number(number) - 1) * 7)
  return monday.toISOString().slice(0, 10)
}
