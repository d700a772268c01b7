import { DAYPART_HOURS } from '../../../lexicon/en/calendar.js'
import type { StoryMeta } from '../../../story.js'
import type { Candidate, Clock, Meaning } from '../candidate.js'
import type { Piece } from '../pieces.js'
import type { Normal, Parts, Value } from '../types.js'
import { resolveDate } from './dates.js'
import { isoDay, isoTime, toDay } from './days.js'
import { withPeriods } from './open.js'
import { findReference } from './reference.js'
import type { NearYear, Resolved } from './resolved.js'
import { directionAt } from './tense.js'

/**
 * Values of candidates: the one place where something is added to what the words say. What cannot be known is left out.
 */
export function resolve(
  candidates: readonly Candidate[],
  pieces: readonly Piece[],
  meta: StoryMeta,
): Value[] {
  const { day, minute, basis = 'story', order } = findReference(meta, candidates, pieces)
  const years = nearYears(candidates, pieces)
  const values = candidates.map((candidate, index): Value | undefined => {
    const { meaning, from, to } = candidate
    const needed = meaning.type === 'date' && needsDirection(meaning)
    const around = {
      day,
      minute,
      basis,
      order,
      direction: needed ? directionAt(pieces, from, to) : undefined,
      near: years[index],
    }
    const resolved =
      meaning.type === 'date'
        ? withTime(resolveDate(meaning.date, around), withDaypart(meaning, candidate.stated))
        : direct(meaning)
    if (resolved === undefined) return hours(candidate, pieces)
    return {
      start: pieces[from]!.start,
      end: pieces[to - 1]!.end,
      type: meaning.type,
      value: resolved.value,
      stated: { ...candidate.stated, ...resolved.stated },
      ...(resolved.inferred === undefined ? {} : { inferred: resolved.inferred }),
      ...(resolved.readings === undefined ? {} : { readings: resolved.readings }),
    }
  })
  return withPeriods(candidates, values, pieces, day === undefined ? undefined : isoDay(day))
}

/** "the last 24 hours" where the time of publication is not told: how long they are, is. */
function hours(
  { meaning, from, to, stated }: Candidate,
  pieces: readonly Piece[],
): Value | undefined {
  if (meaning.type !== 'date' || meaning.date.form !== 'window') return undefined
  const { unit, count } = meaning.date
  if (unit !== 'hour' && unit !== 'minute') return undefined
  return {
    start: pieces[from]!.start,
    end: pieces[to - 1]!.end,
    type: 'duration',
    value: `PT${count}${unit === 'hour' ? 'H' : 'M'}`,
    stated,
  }
}

/** Does the tense around a date matter for what it comes to? */
function needsDirection({ date }: Extract<Meaning, { type: 'date' }>): boolean {
  switch (date.form) {
    case 'calendar':
    case 'holiday':
      return date.year === undefined
    case 'numeric':
      return date.parts.length === 2
    case 'relative':
      return date.unit === 'weekend'
    case 'months':
    case 'week':
    case 'edge':
    case 'range':
    case 'part':
      return true
    case 'shifted':
    case 'nth':
      return needsDirection({ type: 'date', date: date.of })
    default:
      return false
  }
}

/** For each candidate the nearest full year stated before it, else the first behind it. */
function nearYears(
  candidates: readonly Candidate[],
  pieces: readonly Piece[],
): (NearYear | undefined)[] {
  const dateOf = ({ meaning }: Candidate) =>
    meaning.type === 'date' && meaning.date.form === 'calendar' && meaning.date.year !== undefined
      ? {
          year: meaning.date.year,
          ...(meaning.date.month === undefined ? {} : { month: meaning.date.month }),
        }
      : undefined
  const first = candidates.map(dateOf).find(date => date !== undefined)
  let last: NearYear | undefined = first && { ...first, close: false }
  let at = 0
  return candidates.map(candidate => {
    for (; at < candidate.from; at++)
      if (last?.close && pieces[at]!.kind === 'break') last = { ...last, close: false }
    const before = last
    const own = dateOf(candidate)
    if (own) last = { ...own, close: true }
    return before
  })
}

function direct(meaning: Exclude<Meaning, { type: 'date' }>): Resolved {
  if (meaning.type === 'time') {
    const { time, until } = meaning
    return {
      value: until === undefined ? isoTime(time) : { start: isoTime(time), end: isoTime(until) },
    }
  }
  return {
    value: meaning.value,
    ...(meaning.inferred === undefined ? {} : { inferred: meaning.inferred }),
  }
}

/**
 * "this morning", "tomorrow night" have their hours; of "Thursday night" and "March 5, in the evening" the value is the day,
 * by which such a night is asked for.
 */
function withDaypart(
  meaning: Extract<Meaning, { type: 'date' }>,
  { daypart }: Parts,
): Extract<Meaning, { type: 'date' }> {
  const hours = daypart === undefined ? undefined : DAYPART_HOURS[daypart]
  if (hours === undefined || meaning.time || meaning.date.form !== 'relative') return meaning
  return { ...meaning, time: hours[0], until: hours[1] }
}

/** A day with a time of day: "2018-03-15T19:00", or an interval. An end before its start is on the next day. */
function withTime(
  resolved: Resolved | undefined,
  { time, until, bound }: Extract<Meaning, { type: 'date' }>,
): Resolved | undefined {
  if (resolved === undefined || time === undefined) return resolved
  const at = (value: Normal): Normal => {
    if (typeof value !== 'string') return value
    if (bound !== undefined)
      return { [bound === 'before' ? 'end' : 'start']: value + isoTime(time) }
    if (until === undefined) return value + isoTime(time)
    return { start: value + isoTime(time), end: endDay(value, time, until) + isoTime(until) }
  }
  return {
    ...resolved,
    value: at(resolved.value),
    ...(resolved.readings === undefined ? {} : { readings: resolved.readings.map(at) }),
  }
}

function endDay(value: string, time: Clock, until: Clock): string {
  const minutes = ({ hour, minute = 0 }: Clock) => hour * 60 + minute
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  if (minutes(until) > minutes(time) || date === null) return value
  return isoDay(toDay(Number(date[1]), Number(date[2]), Number(date[3])) + 1)
}
