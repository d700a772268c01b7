import type { Candidate } from '../candidate.js'
import { lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * A day of the week and the date beside it are one value: "Friday, March 23", "Friday (March 23)" stays two,
 * "Friday 23.03.18", "tues the 4th" is one already. The day stays in `stated`, so that it can be held against the date.
 */
export function joinWeekday(
  a: Candidate,
  b: Candidate,
  pieces: readonly Piece[],
): Candidate | undefined {
  if (a.meaning.type !== 'date' || b.meaning.type !== 'date') return undefined
  const { date } = a.meaning
  const other = b.meaning.date
  if (date.form !== 'calendar' || date.weekday === undefined || date.day !== undefined)
    return undefined
  const between = b.from - a.to
  if (
    between > 1 ||
    (between === 1 && !/^[,.]$/.test(lowerAt(pieces, a.to)) && lowerAt(pieces, a.to) !== 'the')
  )
    return undefined
  const dated =
    other.form === 'numeric' ||
    (other.form === 'calendar' && other.day !== undefined && other.weekday === undefined)
  if (!dated) return undefined
  return {
    ...b,
    from: a.from,
    meaning: { ...b.meaning, date: { ...other, weekday: date.weekday } },
    stated: { ...a.stated, ...b.stated },
  }
}
