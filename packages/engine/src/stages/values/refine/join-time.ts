import type { Candidate, Clock } from '../candidate.js'
import { isSign, lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'

const TO_TIME = new Set([
  ',',
  'at',
  'around',
  'about',
  'by',
  'from',
  'between',
  'before',
  'after',
  'until',
])
const TO_DATE = new Set([',', 'on'])

/**
 * A day and a time of day beside it are one value: "Thursday at 7 p.m.", "9am on March 15", "tomorrow, around noon".
 *
 * Not joined: a month or a year and a time, "at 9am. On Friday".
 */
export function joinTime(
  a: Candidate,
  b: Candidate,
  pieces: readonly Piece[],
): Candidate | undefined {
  if (a.meaning.type === 'date' && b.meaning.type === 'time') {
    if (!isDay(a) || !joined(a.to, b.from, pieces, TO_TIME)) return undefined
    return {
      ...a,
      to: b.to,
      meaning: { ...a.meaning, ...timesOf(b, a.stated.daypart), ...boundAt(a.to, b, pieces) },
      stated: { ...b.stated, ...a.stated },
    }
  }
  if (a.meaning.type === 'time' && b.meaning.type === 'date') {
    if (!isDay(b) || !joined(a.to, b.from, pieces, TO_DATE)) return undefined
    return {
      ...b,
      from: a.from,
      meaning: { ...b.meaning, ...timesOf(a, b.stated.daypart) },
      stated: { ...a.stated, ...b.stated },
    }
  }
  return undefined
}

/** The hours of a time; by day's part "evening at 5" and "night between 10 and 11" are those behind noon. */
function timesOf({ meaning, stated }: Candidate, daypart: string | number | undefined) {
  if (meaning.type !== 'time') return {}
  const late =
    stated.half === undefined &&
    (daypart === 'afternoon' || daypart === 'evening' || daypart === 'night')
  const shifted = (clock: Clock): Clock =>
    late && clock.hour > 0 && clock.hour < 12 ? { ...clock, hour: clock.hour + 12 } : clock
  return {
    time: shifted(meaning.time),
    ...(meaning.until === undefined ? {} : { until: shifted(meaning.until) }),
  }
}

const BOUNDS: Readonly<Record<string, 'before' | 'after' | undefined>> = {
  by: 'before',
  before: 'before',
  until: 'before',
  after: 'after',
}

/** "today before 4pm" leaves its other side open. */
function boundAt(at: number, { meaning, from }: Candidate, pieces: readonly Piece[]) {
  if (meaning.type !== 'time' || meaning.until !== undefined) return {}
  const bound = BOUNDS[lowerAt(pieces, from - 1)]
  return bound === undefined || from <= at ? {} : { bound }
}

/** Does a value name one day, with no time yet? */
function isDay({ meaning }: Candidate): boolean {
  if (meaning.type !== 'date' || meaning.time) return false
  const { date } = meaning
  if (date.form === 'calendar') return date.day !== undefined || date.weekday !== undefined
  return date.form === 'numeric' || (date.form === 'relative' && date.unit === 'day')
}

/** Nothing, or one word or two of those that lead from the one to the other. */
function joined(
  from: number,
  to: number,
  pieces: readonly Piece[],
  words: ReadonlySet<string>,
): boolean {
  if (to - from > 2) return false
  for (let i = from; i < to; i++)
    if (!words.has(lowerAt(pieces, i)) && !isSign(pieces, i, ',')) return false
  return true
}
