import type { Candidate } from '../candidate.js'
import { isDash, lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'

/** A day of the week and a week that is counted from now: "Thursday last week", "Wednesday of next week", "next week Wednesday". */
export function joinWeek(
  a: Candidate,
  b: Candidate,
  pieces: readonly Piece[],
): Candidate | undefined {
  if (a.meaning.type !== 'date' || b.meaning.type !== 'date') return undefined
  const swapped = a.meaning.date.form === 'relative'
  const [dayly, weekly] = swapped ? [b, a] : [a, b]
  const day = a === dayly ? a.meaning.date : b.meaning.date
  const week = a === dayly ? b.meaning.date : a.meaning.date
  if (
    day.form !== 'calendar' ||
    day.weekday === undefined ||
    day.day !== undefined ||
    day.shift !== undefined
  )
    return undefined
  if (week.form !== 'relative' || week.unit !== 'week') return undefined
  const between = b.from - a.to
  if (
    between > 1 ||
    (between === 1 && lowerAt(pieces, a.to) !== 'of' && !(swapped && isDash(pieces, a.to)))
  )
    return undefined
  return {
    ...b,
    from: a.from,
    meaning: {
      type: 'date',
      date: { form: 'week-day', weekday: day.weekday, offset: week.offset },
    },
    stated: { ...weekly.stated, ...dayly.stated },
  }
}
