import type { TimeUnit } from '../../../lexicon/en/calendar.js'
import type { Candidate } from '../candidate.js'
import { lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'
import { isDated } from '../resolve/shifted.js'

const DIRECTIONS: Readonly<Record<string, 1 | -1 | undefined>> = { before: -1, after: 1, from: 1 }

/** "2 weeks starting May 20": from then on, so long. */
const STARTS = new Set(['starting', 'beginning', 'commencing'])

/**
 * A length of time and a day that it is counted from: "3 days after January 12th", "two weeks before Christmas", "3 days
 * from Tuesday". With "for" or "starting" it is how long from when: "for 10 days from 18 December", "2 weeks starting May 20".
 *
 * None: "for two days before Tuesday", "two weeks before May" (no day), "an hour after noon".
 */
export function joinShift(
  a: Candidate,
  b: Candidate,
  pieces: readonly Piece[],
): Candidate | undefined {
  if (a.meaning.type !== 'duration' || b.meaning.type !== 'date' || b.from !== a.to + 1)
    return undefined
  const joint = lowerAt(pieces, a.to)
  const direction = STARTS.has(joint) ? 1 : DIRECTIONS[joint]
  const long = /^(?:for|within)$/.test(lowerAt(pieces, a.from - 1))
  if (direction === undefined || (long && direction < 0)) return undefined
  const { number, unit, 'last number': last, and } = a.stated
  if (typeof number !== 'number' || last !== undefined || and !== undefined) return undefined
  if (!isDated(unit as TimeUnit) || !isDay(b)) return undefined
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
        ...(long || STARTS.has(joint) ? { lasting: true } : {}),
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
    : date.form === 'numeric' || (date.form === 'holiday' && !date.weekend)
}
