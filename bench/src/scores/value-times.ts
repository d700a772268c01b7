/** Times as `score_values.py` understands them: milliseconds, half open. */

/** From one time to another; null where an end is open. */
export type Interval = readonly [start: number | null, end: number | null]

/** What a gold answer or a prediction says. */
export interface TimeValue {
  readonly type?: string
  readonly value?: unknown
  readonly start?: string | null
  readonly end?: string | null
  readonly timex?: string | null
  readonly end_inclusive?: boolean
}

const DAY = 86_400_000

/** The stretch of "2015", "2015-03", "2015-W10", "2015-03-02" or (without length) "2015-03-02T10:00"; null for anything else. */
export function timesOf(written: unknown): Interval | null {
  if (written === null || written === undefined) return null
  let text = String(written).trim()
  if (/^\d{4}-\d\d-\d\d \d/.test(text)) text = text.replace(' ', 'T')
  if (text.includes('T')) text = text.replace(/(?:Z|[+-]\d\d:?\d\d)$/, '')
  const year = /^(\d{4})$/.exec(text)
  if (year) return both(day(+year[1]!, 1, 1), day(+year[1]! + 1, 1, 1))
  const month = /^(\d{4})-(\d\d)$/.exec(text)
  if (month) {
    const [y, m] = [+month[1]!, +month[2]!]
    return both(day(y, m, 1), m === 12 ? day(y + 1, 1, 1) : day(y, m + 1, 1))
  }
  const week = /^(\d{4})-W(\d\d)$/.exec(text)
  if (week) return ofWeek(+week[1]!, +week[2]!)
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (date) {
    const at = day(+date[1]!, +date[2]!, +date[3]!)
    return at === null ? null : [at, at + DAY]
  }
  const time = /^(\d{4})-(\d\d)-(\d\d)T(\d\d)(?::(\d\d))?(?::(\d\d))?(?:\.\d+)?$/.exec(text)
  if (time === null) return null
  const at = day(+time[1]!, +time[2]!, +time[3]!)
  if (at === null) return null
  const ms = at + (+time[4]! * 3600 + +(time[5] ?? 0) * 60 + +(time[6] ?? 0)) * 1000
  return [ms, ms]
}

const both = (start: number | null, end: number | null): Interval | null =>
  start === null || end === null ? null : [start, end]

/** A day that exists, years 1 to 9999; null otherwise, as Python's datetime raises. */
function day(year: number, month: number, inMonth: number): number | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, inMonth)
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === inMonth
  return exists && year >= 1 && year <= 9999 ? date.getTime() : null
}

function ofWeek(year: number, week: number): Interval | null {
  const fourth = day(year, 1, 4)
  if (fourth === null || week < 1 || week > 53) return null
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY
  const start = monday + (week - 1) * 7 * DAY
  // week 53 only where the year has one: its Thursday is in the year
  if (new Date(start + 3 * DAY).getUTCFullYear() !== year) return null
  return [start, start + 7 * DAY]
}

/** The stretch of an answer: its start and end where it has them, else its value, else its timex. */
export function intervalOf(value: TimeValue, inclusive = false): Interval | null {
  const { start, end } = value
  if ((start !== null && start !== undefined) || (end !== null && end !== undefined)) {
    const last = timesOf(end)
    return [
      timesOf(start)?.[0] ?? null,
      last && (inclusive || value.end_inclusive === true ? last[1] : last[0]),
    ]
  }
  return timesOf(value.value) ?? timesOf(value.timex)
}

const DURATION =
  /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const SECONDS = [31_536_000, 2_592_000, 604_800, 86_400, 3600, 60, 1]

/** Seconds of an ISO duration, or of plain seconds; null for anything else. */
export function secondsOf(value: TimeValue): number | null {
  for (const written of [value.timex, value.value]) {
    const text = written ? String(written) : ''
    const parts = DURATION.exec(text)?.slice(1)
    if (parts?.some(part => part !== undefined && part !== ''))
      return parts.reduce((sum, part, i) => sum + Number(part ?? 0) * SECONDS[i]!, 0)
    if (/^\d+(?:\.\d+)?$/.test(text) && value.type === 'duration') return Number(text)
  }
  return null
}
