import type { Shift } from '../candidate.js'
import { isoDay, toDay, toYmd, weekdayOf } from './days.js'
import type { Resolved, Surroundings } from './resolved.js'

/**
 * A day of the week on the calendar, in the press way: "on Thursday" is the last one up to the day of publication, or,
 * where the clause looks ahead, the next one from it. "last" and "next" take the day in the week before or after (weeks begin
 * on Monday), and the nearest such day is kept as another reading where it differs. Without a day of publication
 * the value is the day of an unknown week: "-W-4" (ISO 8601:2000) for Thursday.
 */
export function resolveWeekday(
  weekday: number,
  shift: Shift | undefined,
  around: Surroundings,
): Resolved {
  const { day } = around
  if (day === undefined) return { value: `-W-${weekday + 1}` }
  const monday = day - weekdayOf(day)
  const back = day - ((weekdayOf(day) - weekday + 7) % 7)
  const on = day + ((weekday - weekdayOf(day) + 7) % 7)
  const [at, other] = pick(shift, { monday, weekday, day, back, on, direction: around.direction })
  return {
    value: isoDay(at),
    inferred: { ...toYmd(at), basis: around.basis },
    ...(other === undefined || other === at ? {} : { readings: [isoDay(at), isoDay(other)] }),
  }
}

interface Days {
  readonly monday: number
  readonly weekday: number
  readonly day: number
  readonly back: number
  readonly on: number
  readonly direction: 'past' | 'future' | undefined
}

function pick(shift: Shift | undefined, days: Days): [number, number?] {
  const { monday, weekday, day, back, on, direction } = days
  if (shift === 'last') return [monday - 7 + weekday, back === day ? day - 7 : back]
  if (shift === 'next') return [monday + 7 + weekday, on === day ? day + 7 : on]
  if (shift === 'past') return [back === day ? day - 7 : back]
  if (shift === 'coming') return [on === day ? day + 7 : on]
  if (shift === 'this') {
    const within = monday + weekday
    return [within < day && direction !== 'past' ? on : within]
  }
  return [direction === 'future' ? on : back]
}

/** "Monday the 21st": the nearest day with that name and number, looking back first; undefined if there is none near. */
export function resolveNumberedDay(
  weekday: number,
  inMonth: number,
  around: Surroundings,
): Resolved | undefined {
  const { day } = around
  if (day === undefined) return undefined
  const { year, month } = toYmd(day)
  let best: number | undefined
  for (let shift = -6; shift <= 6; shift++) {
    const at = toDay(year, month + shift, inMonth)
    if (toYmd(at).day !== inMonth || weekdayOf(at) !== weekday) continue
    if (best === undefined || Math.abs(at - day) < Math.abs(best - day)) best = at
  }
  if (best === undefined) return undefined
  const { year: foundYear, month: foundMonth } = toYmd(best)
  return {
    value: isoDay(best),
    inferred: { year: foundYear, month: foundMonth, basis: around.basis },
  }
}
