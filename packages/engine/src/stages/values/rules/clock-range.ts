import { DAYPARTS, MONTHS, WEEKDAYS } from '../../../lexicon/en/calendar.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { isDash, lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'
import { clockOf, timeAt, timed } from './clock-parts.js'

/**
 * From one hour to another behind "from" or "between" beside a day: "from 10:30 to 3 on Friday", "between 3 and 8 yesterday",
 * "March 5 between 9.30-4.30pm". A last hour that is not above the first is behind noon.
 *
 * None: "won 6-3 on Friday" (a score), "between 3 and 8 people", "from 9 to 5" without a day.
 */
export const clockRange: Rule = {
  name: 'clock-range',
  starts: CLASS.digits,
  read: (at, { pieces }) => {
    const cue = lowerAt(pieces, at - 1)
    if (cue !== 'from' && cue !== 'between') return undefined
    const first = timeAt(pieces, at, true)
    if (first === undefined || first.hour > 23) return undefined
    const joint = lowerAt(pieces, first.to)
    if (!isDash(pieces, first.to) && !JOINTS.has(joint)) return undefined
    const second = timeAt(pieces, first.to + 1, true)
    if (second === undefined || second.hour > 23) return undefined
    if (!(second.half && !first.bare) && !isBesideDay(pieces, at - 1, second.to)) return undefined
    const start = clockOf(
      first,
      first.half ?? (second.half && early(first.hour, second.hour, second.half)),
    )
    const end = clockOf(second, second.half)
    const behind =
      second.half === undefined && end.hour <= start.hour && end.hour <= 12
        ? { ...end, hour: (end.hour % 12) + 12 }
        : end
    return timed(
      second.to,
      start,
      behind,
      {
        hour: first.hour,
        'last hour': second.hour,
        ...((first.half ?? second.half) ? { half: (first.half ?? second.half)! } : {}),
      },
      pieces,
    )
  },
}

/** "9.30-4.30pm" begins in the morning, "2-4pm" does not. */
const early = (first: number, second: number, half: 'am' | 'pm'): 'am' | 'pm' =>
  first % 12 <= second % 12 ? half : 'am'

const JOINTS = new Set(['to', 'until', 'till', 'and'])
const DAYS = new Set(['yesterday', 'today', 'tomorrow'])

const isDayWord = (word: string): boolean =>
  DAYS.has(word) || (word.length > 5 && WEEKDAYS[word] !== undefined)

/** Does a day stand right before the cue or behind the hours? */
function isBesideDay(pieces: readonly Piece[], cue: number, to: number): boolean {
  const before = lowerAt(pieces, cue - 1)
  if (isDayWord(before) || DAYPARTS.has(before)) return true
  const next = lowerAt(pieces, to)
  if (isDayWord(next)) return true
  const behind = lowerAt(pieces, to + 1)
  return (
    ((next === 'on' || next === 'next' || next === 'last' || next === 'this') &&
      isDayWord(behind)) ||
    (next === 'on' && (MONTHS[behind] !== undefined || lowerAt(pieces, to + 2) === '/'))
  )
}
