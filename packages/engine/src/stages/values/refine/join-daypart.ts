import { DAYPARTS } from '../../../lexicon/en/calendar.js'
import type { Candidate } from '../candidate.js'
import { lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'

const HALVES: Readonly<Record<string, string | undefined>> = { am: 'morning', pm: 'afternoon' }

/**
 * A part of the day behind a day belongs to it: "Thursday night", "tomorrow morning", "today pm", "Saturday Night". The part is
 * `stated`; whether the value takes its hours is found later.
 */
export function joinDaypart(a: Candidate, pieces: readonly Piece[]): Candidate {
  if (a.meaning.type !== 'date' || a.meaning.time) return a
  const { date } = a.meaning
  const isDay =
    (date.form === 'calendar' && (date.weekday !== undefined || date.day !== undefined)) ||
    (date.form === 'relative' && date.unit === 'day' && a.stated.daypart === undefined)
  const word = lowerAt(pieces, a.to)
  const daypart = HALVES[word] ?? word
  if (!isDay || pieces[a.to]!.kind !== 'word' || !DAYPARTS.has(daypart)) return a
  return { ...a, to: a.to + 1, stated: { ...a.stated, daypart } }
}
