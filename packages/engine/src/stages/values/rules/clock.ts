import type { Clock, Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { isDash, isSign, isSuffix, lowerAt, wholeAt } from '../look.js'
import type { Piece } from '../pieces.js'

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
      return found(
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
      return found(
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
    return found(
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

interface Read {
  readonly hour: number
  readonly minute: number
  readonly minutes: boolean
  readonly half: 'am' | 'pm' | undefined
  /** Only an hour: the first of "3-8pm". */
  readonly bare: boolean
  readonly to: number
}

function timeAt(pieces: readonly Piece[], at: number): Read | undefined {
  const piece = pieces[at]!
  if (piece.kind !== 'number' || (!piece.gap && /^[:/$£€.]/.test(lowerAt(pieces, at - 1))))
    return undefined
  let hour = wholeAt(pieces, at, 0, 24)
  let minute = 0
  let minutes = false
  let to = at + 1
  if (Number.isNaN(hour)) {
    // British: 9.30
    const dotted = /^(\d{1,2})\.([0-5]\d)$/.exec(piece.lower)
    if (dotted === null) return undefined
    hour = Number(dotted[1])
    minute = Number(dotted[2])
    const half = halfAt(pieces, to)
    if (half === undefined || hour > 12) {
      return undefined
    }
    return { hour, minute, minutes: true, half: half.half, bare: false, to: half.to }
  }
  if (piece.lower.length > 2) return undefined
  if (
    isSign(pieces, to, ':') &&
    !pieces[to]!.gap &&
    pieces[to + 1]!.lower.length === 2 &&
    !pieces[to + 1]!.gap
  ) {
    minute = wholeAt(pieces, to + 1, 0, 59)
    if (Number.isNaN(minute)) return undefined
    minutes = true
    to += 2
    if (isSign(pieces, to, ':') && !pieces[to]!.gap) return undefined
  }
  const half = halfAt(pieces, to)
  if (half) {
    if (hour > 12 || hour === 0) return undefined
    return { hour, minute, minutes, half: half.half, bare: false, to: half.to }
  }
  if (isClockWord(pieces, to))
    return { hour, minute, minutes: true, half: undefined, bare: false, to: to + 1 }
  if (isSuffix(pieces, to)) return undefined
  return { hour, minute, minutes, half: undefined, bare: !minutes, to }
}

const isClockWord = (pieces: readonly Piece[], at: number): boolean =>
  lowerAt(pieces, at) === "o'clock"

/** "am", "a.m.", "p.m." and the piece behind. */
function halfAt(
  pieces: readonly Piece[],
  at: number,
): { half: 'am' | 'pm'; to: number } | undefined {
  const { lower, kind } = pieces[at]!
  if (kind !== 'word') return undefined
  if (lower === 'am' || lower === 'pm') return { half: lower, to: at + 1 }
  if (lower !== 'a' && lower !== 'p') return undefined
  const m = isSign(pieces, at + 1, '.') ? at + 2 : at + 1
  if (lowerAt(pieces, m) !== 'm' || (m === at + 1 && !pieces[at]!.gap)) return undefined
  // the stop behind "a.m" belongs to it
  const stop = m === at + 2 && isSign(pieces, m + 1, '.') && !pieces[m + 1]!.gap
  return { half: `${lower}m` as const, to: stop ? m + 2 : m + 1 }
}

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

function clockOf({ hour, minute, minutes }: Read, half: 'am' | 'pm' | undefined): Clock {
  const full = half === undefined ? hour % 24 : (hour % 12) + (half === 'pm' ? 12 : 0)
  return minutes ? { hour: full, minute } : { hour: full }
}

const CUES = new Set(
  'at from by until till before after around about between to kickoff'.split(' '),
)
const ZONES = new Set(
  'gmt bst utc est edt cst cdt pst pdt mst mdt et pt ct cet cest aest hours hrs'.split(' '),
)

function isCued(pieces: readonly Piece[], at: number, to: number): boolean {
  return (
    CUES.has(lowerAt(pieces, at - 1)) ||
    Number.isNaN(pieces[at - 1]!.kind === 'number' ? pieces[at - 1]!.value : 0) ||
    ZONES.has(lowerAt(pieces, to)) ||
    lowerAt(pieces, to - 1) === "o'clock"
  )
}

/** The time with what stands behind it: a zone, "local time". */
function found(
  to: number,
  time: Clock,
  until: Clock | undefined,
  stated: Readonly<Record<string, string | number>>,
  pieces: readonly Piece[],
) {
  const local = lowerAt(pieces, to) === 'local' && lowerAt(pieces, to + 1) === 'time'
  const zone =
    pieces[to]!.kind === 'word' && ZONES.has(lowerAt(pieces, to)) && !/^h/.test(lowerAt(pieces, to))
  return {
    to: local ? to + 2 : zone ? to + 1 : to,
    meaning: { type: 'time', time, ...(until === undefined ? {} : { until }) },
    stated: {
      ...stated,
      ...(local ? { zone: 'local' } : zone ? { zone: lowerAt(pieces, to) } : {}),
    },
  } as const
}
