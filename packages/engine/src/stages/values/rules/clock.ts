import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { isDash, lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'
import { clockOf, type Read, timeAt, timed, ZONES } from './clock-parts.js'

/**
 * A time of day: "9 a.m.", "9.30pm", "10:30", "7pm GMT", "9 a.m. local time", "3 o'clock", "noon", "3-8pm",
 * "10am to 12pm". "10:30" alone needs "at", "from", "by" and the like before it.
 *
 * None: "3:1" (a score), "1.30" (an amount), "2:15:33" (a race), "Chapter 9:30".
 */
export const clock: Rule = {
  name: 'clock',
  starts: CLASS.digits | CLASS.clock,
  read: (at, { pieces }) => {
    const word = WORDS[lowerAt(pieces, at)]
    if (word !== undefined) {
      if (isTightAround(pieces, at)) return undefined
      return timed(
        at + 1,
        { hour: word },
        undefined,
        { hour: word, word: lowerAt(pieces, at) },
        pieces,
      )
    }
    const first = timeAt(pieces, at)
    if (first === undefined) return undefined
    const second = rangeEnd(pieces, first.to)
    if (second?.half !== undefined && (first.half !== undefined || first.bare || first.minutes)) {
      const half =
        first.half ?? (first.hour <= second.hour || second.hour === 12 ? second.half : 'am')
      const start = clockOf(first, half)
      const end = clockOf(second, second.half)
      return timed(
        second.to,
        start,
        end,
        { hour: first.hour, half, 'last hour': second.hour },
        pieces,
      )
    }
    if (first.half === undefined && !(first.minutes && isCued(pieces, at, first.to)))
      return undefined
    const time = clockOf(first, first.half)
    if (time.hour > 23) return undefined
    return timed(
      first.to,
      time,
      undefined,
      {
        hour: first.hour,
        ...(first.minutes ? { minute: first.minute } : {}),
        ...(first.half ? { half: first.half } : {}),
      },
      pieces,
    )
  },
}

const WORDS: Readonly<Record<string, number>> = { noon: 12, midday: 12, midnight: 0 }

const isTightAround = (pieces: readonly Piece[], at: number): boolean =>
  !pieces[at]!.gap && isDash(pieces, at - 1)

/** The second time of a range behind "-", "to" or "and". */
function rangeEnd(pieces: readonly Piece[], at: number): Read | undefined {
  const joint = lowerAt(pieces, at)
  if (
    !isDash(pieces, at) &&
    joint !== 'to' &&
    joint !== 'until' &&
    joint !== 'till' &&
    joint !== 'and'
  )
    return undefined
  const second = timeAt(pieces, at + 1)
  return second?.half === undefined ? undefined : second
}

const CUES = new Set(
  'at from by until till before after around about between to kickoff'.split(' '),
)
function isCued(pieces: readonly Piece[], at: number, to: number): boolean {
  return (
    CUES.has(lowerAt(pieces, at - 1)) ||
    Number.isNaN(pieces[at - 1]!.kind === 'number' ? pieces[at - 1]!.value : 0) ||
    ZONES.has(lowerAt(pieces, to)) ||
    lowerAt(pieces, to - 1) === "o'clock"
  )
}
