import { DAYPARTS } from '../../../lexicon/en/calendar.js'
import type { Candidate } from '../candidate.js'
import { lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * A part of the day behind a day belongs to it: "Thursday night", "tomorrow morning", "Saturday Night". The value stays
 * the day, which is what is told; the part is in `stated`.
 */
export function joinDaypart(a: Candidate, pieces: readonly Piece[]): Candidate {
  if (a.meaning.type !== 'date' || a.meaning.time) return a
  const { date } = a.meaning
  const isDay =
    (date.form === 'calendar' && (date.weekday !== undefined || date.day !== undefined)) ||
    (date.form === 'relative' && date.unit === 'day' && a.stated.daypart === undefined)
  const daypart = lowerAt(pieces, a.to)
  if (!isDay || pieces[a.to]!.kind !== 'word' || !DAYPARTS.has(daypart)) return a
  return { ...a, to: a.to + 1, stated: { ...a.stated, daypart } }
}
