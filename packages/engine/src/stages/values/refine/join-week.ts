import type { Candidate } from '../candidate.js'
import { lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'

/** A day of the week and a week that is counted from now: "Thursday last week", "Wednesday of next week". */
export function joinWeek(
  a: Candidate,
  b: Candidate,
  pieces: readonly Piece[],
): Candidate | undefined {
  if (a.meaning.type !== 'date' || b.meaning.type !== 'date') return undefined
  const day = a.meaning.date
  const week = b.meaning.date
  if (
    day.form !== 'calendar' ||
    day.weekday === undefined ||
    day.day !== undefined ||
    day.shift !== undefined
  )
    return undefined
  if (week.form !== 'relative' || week.unit !== 'week') return undefined
  const between = b.from - a.to
  if (between > 1 || (between === 1 && lowerAt(pieces, a.to) !== 'of')) return undefined
  return {
    ...b,
    from: a.from,
    meaning: {
      type: 'date',
      date: { form: 'week-day', weekday: day.weekday, offset: week.offset },
    },
    stated: { ...b.stated, ...a.stated },
  }
}
