import type { RecordFinding } from '../../record.js'
import type { Parts, Value } from '../values/types.js'
import {
  type Day,
  dayNumber,
  monthNumber,
  parseDay,
  weekdayName,
  weekdayNumber,
  weekdayOf,
} from './calendar.js'
import type { Rule } from './types.js'

/** A date without a year is looked at only this near to the story's publication, in days. */
const NEAR = 60
/** Beyond so many days another year in which it fits is as good. */
const SURE = 30
/** A year is as likely as the one inferred if it puts the date this near to publication. */
const LIKELY = 200

/**
 * A weekday that does not fit its date. With the year stated an error; with the year inferred a warning that names it.
 *
 * `Friday 14 March 2026` (a Saturday) is one, `Friday night (14.03.26)` too; of a story published on 12 March 2026
 * `Thursday 11 March` (a Wednesday). Not: `Saturday 14 March 2026`; `Monday` alone; `Monday, January 9` in a story of
 * December 2016 (in 2017 it is one); `Tuesday, January 28` months away from publication, which may be of any year;
 * `Monday 04/05/2018` if either order fits; `Friday. March 14 was quiet`.
 */
export const weekdayMismatches: Rule = ({ text, values, meta }) => {
  const published = parseDay(meta.published)
  // a period stands behind the dates in it: "until Friday (March 14)"
  const apart = values.filter(({ stated }) => stated.relation === undefined)
  return apart
    .map((value, k) => joined(text, apart[k - 1], value))
    .flatMap((value): RecordFinding[] => {
      const stated = statedDay(value)
      if (stated === undefined) return []
      const { weekday, day, inferred } = stated
      const fits = (one: Day) => weekdayOf(one) === weekday
      if (fits(day) || readingsOf(value).some(fits)) return []
      // "on Friday. March 14 was quiet" is no one date; "Fri. March 14" is
      if (/day\.\s/i.test(text.slice(value.start, value.end))) return []
      const words = `“${text.slice(value.start, value.end)}”`
      const spans = [{ start: value.start, end: value.end }]
      const name = weekdayName(weekdayOf(day))
      const code = 'weekday-date-mismatch'
      if (!inferred) return [{ code, severity: 'error', message: `${words} is a ${name}.`, spans }]
      if (published === undefined || away(day, published) > NEAR) return []
      const far = away(day, published) > SURE
      const others = [day.year - 1, day.year + 1].flatMap(year =>
        parseDay(iso({ ...day, year })) === undefined ? [] : [{ ...day, year }],
      )
      if (others.some(other => fits(other) && (far || away(other, published) < LIKELY))) return []
      const message = `${words} is a ${name} in ${day.year}; the year is not stated and was taken from the date of publication.`
      return [{ code, severity: 'warning', message, spans }]
    })
}

const away = (a: Day, b: Day) => Math.abs(dayNumber(a) - dayNumber(b))

const pad = (n: number) => String(n).padStart(2, '0')
const iso = ({ year, month, day }: Day) => `${year}-${pad(month)}-${pad(day)}`

/** A date with the weekday right before it: “Friday night (14.03.26)”, “Friday, the 14th of March”. */
function joined(text: string, before: Value | undefined, value: Value): Value {
  if (before?.stated.weekday === undefined || before.stated.month !== undefined) return value
  if (value.stated.weekday !== undefined || value.stated.month === undefined) return value
  const between = text.slice(before.end, value.start).slice(0, 9)
  const parted = before.stated.day !== undefined && value.stated.day === undefined
  const fits = parted ? /^\sof\s$/ : /^(?:\s?\(|,?\sthe\s|\s)$/
  if (!fits.test(between) || (!parted && before.stated.day !== undefined)) return value
  const end = between.endsWith('(') && text[value.end] === ')' ? value.end + 1 : value.end
  return { ...value, start: before.start, end, stated: { ...before.stated, ...value.stated } }
}

/** The day and weekday that a value's own words state, with the year stated or inferred. */
function statedDay(value: Value): { weekday: number; day: Day; inferred: boolean } | undefined {
  const { stated } = value
  const weekday = stated.weekday === undefined ? undefined : weekdayNumber(String(stated.weekday))
  if (weekday === undefined || stated.day === undefined || stated.month === undefined) return
  // 14.03.26 states its year, though not its century
  const inferred = stated.year === undefined && !/^\d+\D\d+\D\d+$/.test(String(stated.numbers))
  const year =
    fourDigits(stated) ?? parseDay(startOf(value.value))?.year ?? fourDigits(value.inferred)
  if (year === undefined) return
  const day = parseDay(iso({ year, month: monthOf(stated.month), day: Number(stated.day) }))
  return day === undefined ? undefined : { weekday, day, inferred }
}

const fourDigits = (parts: Parts | undefined) => {
  const year = Number(parts?.year)
  return year >= 1000 && year <= 9999 ? year : undefined
}

const monthOf = (month: string | number) =>
  typeof month === 'number' ? month : (monthNumber(month) ?? Number(month))

const startOf = (value: Value['value']): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && 'start' in value
      ? value.start
      : undefined

const readingsOf = ({ readings = [] }: Value): Day[] =>
  readings.flatMap(reading => parseDay(startOf(reading)) ?? [])
