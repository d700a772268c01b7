import type { Candidate } from '../candidate.js'
import type { Piece } from '../pieces.js'
import { extend, extendDuration } from './extend.js'
import { joinDaypart } from './join-daypart.js'
import { joinRange } from './join-range.js'
import { joinShift } from './join-shift.js'
import { joinTime } from './join-time.js'
import { joinWeek } from './join-week.js'
import { joinWeekday } from './join-weekday.js'

type Join = (a: Candidate, b: Candidate, pieces: readonly Piece[]) => Candidate | undefined

/**
 * Candidates that belong together made one, in this order: a weekday takes its date first ("Friday, March 23"), then
 * its part of the day ("Friday night"), then ranges while the ends are still days ("March 3 to April 5"), then the words
 * before ("the week of March 3"), and times last,
 * since a day with a time is joined to nothing more.
 */
export function refine(candidates: readonly Candidate[], pieces: readonly Piece[]): Candidate[] {
  const dated = joinNeighbours(joinNeighbours(candidates, pieces, joinWeekday), pieces, joinWeek)
  const parted = dated.map(one => joinDaypart(one, pieces))
  const ranged = joinNeighbours(parted, pieces, joinRange)
  const extended = ranged.map((one, i) => extend(one, ranged[i - 1]?.to ?? 0, pieces))
  const shifted = joinNeighbours(extended, pieces, joinShift)
  const limited = shifted.map((one, i) => extendDuration(one, shifted[i - 1]?.to ?? 0, pieces))
  return joinNeighbours(limited, pieces, joinTime)
}

/** One pass from left to right; what was joined may be joined with the next. */
function joinNeighbours(
  candidates: readonly Candidate[],
  pieces: readonly Piece[],
  join: Join,
): Candidate[] {
  const out: Candidate[] = []
  for (const next of candidates) {
    const last = out.at(-1)
    const joined = last && next.from - last.to <= 2 ? join(last, next, pieces) : undefined
    if (joined) out[out.length - 1] = joined
    else out.push(next)
  }
  return out
}
