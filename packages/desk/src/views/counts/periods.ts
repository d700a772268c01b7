import type { Time } from './asked.js'

const SHAPES: Readonly<Record<Time, RegExp>> = {
  day: /^\d{4}-\d\d-\d\d$/,
  week: /^\d{4}-W\d\d$/,
  month: /^\d{4}-\d\d$/,
  quarter: /^\d{4}-Q[1-4]$/,
  year: /^\d{4}$/,
}

export const isPeriod = (time: Time, key: string): boolean => SHAPES[time].test(key)

const DAY = 86_400_000

/** The first day of a period, in UTC. */
export function dayOf(time: Time, key: string): Date {
  const year = Number(key.slice(0, 4))
  if (time === 'week') {
    // the fourth of January is in the first week of ISO 8601
    const fourth = new Date(Date.UTC(year, 0, 4))
    const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY
    return new Date(monday + (Number(key.slice(6)) - 1) * 7 * DAY)
  }
  if (time === 'quarter') return new Date(Date.UTC(year, (Number(key.slice(6)) - 1) * 3, 1))
  return new Date(key)
}

function keyOf(time: Time, date: Date): string {
  const iso = date.toISOString()
  const year = iso.slice(0, 4)
  switch (time) {
    case 'day':
      return iso.slice(0, 10)
    case 'month':
      return iso.slice(0, 7)
    case 'quarter':
      return `${year}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`
    case 'year':
      return year
    case 'week': {
      // a week is of the year that its Thursday is in
      const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY)
      const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
      const week = Math.floor((thursday.getTime() - first) / (7 * DAY)) + 1
      return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
    }
  }
}

function after(time: Time, date: Date): Date {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  switch (time) {
    case 'day':
      return new Date(Date.UTC(year, month, day + 1))
    case 'week':
      return new Date(Date.UTC(year, month, day + 7))
    case 'month':
      return new Date(Date.UTC(year, month + 1, 1))
    case 'quarter':
      return new Date(Date.UTC(year, month + 3, 1))
    case 'year':
      return new Date(Date.UTC(year + 1, 0, 1))
  }
}

/** Periods of a chart at most; of more only those are shown that have something. */
const MOST = 1500

/** Every period from the first of `keys` to the last, also those without anything: a gap is seen as one. */
export function periodsOf(time: Time, keys: readonly string[]): string[] {
  const sorted = [...new Set(keys)].filter(key => isPeriod(time, key)).sort()
  const last = sorted.at(-1)
  if (last === undefined) return []
  const all: string[] = []
  let date = dayOf(time, sorted[0]!)
  for (let key = sorted[0]!; key <= last; date = after(time, date), key = keyOf(time, date)) {
    if (all.push(key) > MOST) return sorted
  }
  return all
}
