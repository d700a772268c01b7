import type { TimeUnit } from '../../../lexicon/en/calendar.js'
import type { Candidate } from '../candidate.js'
import { lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'
import { isDated } from '../resolve/shifted.js'

const DIRECTIONS: Readonly<Record<string, 1 | -1 | undefined>> = { before: -1, after: 1, from: 1 }

/**
 * A length of time and a day that it is counted from: "3 days after January 12th", "two weeks before Christmas Day", "3 days
 * from Tuesday".
 *
 * None: "for three days after Tuesday" (how long), "two weeks before May" (no day), "an hour after noon".
 */
export function joinShift(
  a: Candidate,
  b: Candidate,
  pieces: readonly Piece[],
): Candidate | undefined {
  if (a.meaning.type !== 'duration' || b.meaning.type !== 'date' || b.from !== a.to + 1)
    return undefined
  const direction = DIRECTIONS[lowerAt(pieces, a.to)]
  const { number, unit } = a.stated
  if (
    direction === undefined ||
    typeof number !== 'number' ||
    a.stated['last number'] !== undefined
  )
    return undefined
  if (
    !isDated(unit as TimeUnit) ||
    !isDay(b) ||
    /^(?:for|within)$/.test(lowerAt(pieces, a.from - 1))
  )
    return undefined
  return {
    ...b,
    from: a.from,
    meaning: {
      type: 'date',
      date: {
        form: 'shifted',
        of: b.meaning.date,
        steps: [[number, unit as TimeUnit]],
        direction,
      },
    },
    stated: { ...b.stated, number, unit: String(unit), direction: direction < 0 ? 'back' : 'on' },
    rule: 'shift',
  }
}

/** Does it name one day? */
function isDay({ meaning }: Candidate): boolean {
  if (meaning.type !== 'date' || meaning.time) return false
  const { date } = meaning
  return date.form === 'calendar'
    ? date.day !== undefined || date.weekday !== undefined
    : date.form === 'numeric' || date.form === 'holiday'
}
