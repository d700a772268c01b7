import type { RecordValue } from '@onrecord/engine'

type Normal = RecordValue['value']

/** A date, a time, or both, as far as it is told. */
interface Moment {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** "19:00", with its zone where told. */
  readonly clock?: string
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(.+))?$/
const CLOCK = /^(\d\d)(?::(\d\d))?(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/

/** ISO 8601 as records have it; undefined where it is anything else. */
function toMoment(iso: string): Moment | undefined {
  if (iso.startsWith('T')) {
    const clock = toClock(iso.slice(1))
    return clock === undefined ? undefined : { clock }
  }
  const [, year, month, day, time] = DATE.exec(iso) ?? []
  if (year === undefined) return
  if (month !== undefined && !MONTHS[Number(month) - 1]) return
  if (time !== undefined && (day === undefined || toClock(time) === undefined)) return
  return {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
    ...(time !== undefined && { clock: toClock(time)! }),
  }
}

function toClock(time: string): string | undefined {
  const [, hour, minute = '00', zone] = CLOCK.exec(time) ?? []
  if (hour === undefined) return
  return `${hour}:${minute}${zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` ${zone}`}`
}

/** "15 March 2018, 19:00", "March 2018", "2018", "09:00". */
function say({ year, month, day, clock }: Moment): string {
  const date = [day, month && MONTHS[month - 1], year].filter(part => part !== undefined).join(' ')
  return [date, clock].filter(Boolean).join(', ')
}

/** The last moment before an exclusive end, as exact as that is told; a clock's end is the clock itself. */
function before(moment: Moment): Moment {
  const { year, month, day, clock } = moment
  if (clock !== undefined || year === undefined) return moment
  if (month === undefined) return { year: year - 1 }
  if (day === undefined) {
    return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
  }
  const last = new Date(Date.UTC(year, month - 1, day - 1))
  return { year: last.getUTCFullYear(), month: last.getUTCMonth() + 1, day: last.getUTCDate() }
}

/** "1980–1989", "January–March 2026", "3–5 May 2026", "15 March 2018, 19:00–21:00", or one date where both ends are. */
function sayInterval(start: Moment, end: Moment): string {
  const [from, exclusive] = widened(start, end)
  const to = before(exclusive)
  if (say(from) === say(to)) return say(from)
  if (from.year !== to.year) return `${say(from)}${dash(from)}${say(to)}`
  if (from.month !== to.month) {
    const { year: _, ...rest } = from
    return `${say(rest)}${dash(rest)}${say(to)}`
  }
  if (from.day !== to.day) {
    return from.clock === undefined && from.day !== undefined
      ? `${from.day}–${say(to)}`
      : `${say(from)} – ${say(to)}`
  }
  return `${say(from)}–${to.clock ?? ''}`
}

const dash = ({ year, month, day, clock }: Moment) =>
  [year, month, day, clock].filter(part => part !== undefined).length > 1 ? ' – ' : '–'

/** Whole years told by their days are years, whole months are months. */
function widened(start: Moment, end: Moment): [Moment, Moment] {
  const whole = (moment: Moment, part: 'day' | 'month') =>
    moment.clock === undefined && moment[part] === 1
  if (whole(start, 'day') && whole(end, 'day')) {
    return widened(
      { year: start.year!, month: start.month! },
      { year: end.year!, month: end.month! },
    )
  }
  const months = start.day === undefined && end.day === undefined
  return months && whole(start, 'month') && whole(end, 'month')
    ? [{ year: start.year! }, { year: end.year! }]
    : [start, end]
}

/**
 * A date or time in words, such as "6 March 2026"; undefined for a value of another kind or a form that is not known.
 *
 *     "2018-03"                           March 2018
 *     { start: "1980", end: "1990" }      1980–1989
 *     { start: "2019-05" }                from May 2019
 *     { end: "1990" }                     before 1990
 */
export function dateWords(value: Normal): string | undefined {
  if (typeof value === 'string') {
    const moment = toMoment(value)
    return moment && say(moment)
  }
  const [start, end] = endsOf(value)
  if (start && end) return sayInterval(start, end)
  if (start) return `from ${say(start)}`
  return end && `before ${say(end)}`
}

function endsOf(value: Normal): [Moment | undefined, Moment | undefined] {
  if (typeof value !== 'object' || !('start' in value || 'end' in value)) {
    return [undefined, undefined]
  }
  return [toMoment(value.start ?? ''), toMoment(value.end ?? '')]
}

/**
 * What dates are sorted by, as text: early before late, the whole before its parts ("2018" before "2018-03"), an interval
 * by the end that it has, times of no known day after every date.
 */
export function dateKey(value: Normal): string {
  if (typeof value === 'string') return key(value)
  if (typeof value !== 'object' || !('start' in value || 'end' in value)) return key('')
  return key(value.start ?? value.end ?? '')
}

/** "T09:00": a time of no known day, which has no place among dates. */
export const isDayless = (value: Normal): boolean => dateKey(value).startsWith('~')

const key = (iso: string) => (/^\d{4}/.test(iso) ? iso : `~${iso}`)
