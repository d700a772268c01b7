import type { Clock } from '../candidate.js'
import { isSign, isSuffix, lowerAt, wholeAt } from '../look.js'
import type { Piece } from '../pieces.js'

/** What the rules of clock times share. */

export interface Read {
  readonly hour: number
  readonly minute: number
  readonly minutes: boolean
  readonly half: 'am' | 'pm' | undefined
  /** Only an hour: the first of "3-8pm". */
  readonly bare: boolean
  readonly to: number
}

/** A time in digits at a piece. `dots`: "9.30" will do without "am" or "pm". */
export function timeAt(pieces: readonly Piece[], at: number, dots = false): Read | undefined {
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
    if (hour > 12 || (half === undefined && !dots)) return undefined
    return { hour, minute, minutes: true, half: half?.half, bare: false, to: half?.to ?? to }
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
export function halfAt(
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

export function clockOf({ hour, minute, minutes }: Read, half: 'am' | 'pm' | undefined): Clock {
  const full = half === undefined ? hour % 24 : (hour % 12) + (half === 'pm' ? 12 : 0)
  return minutes ? { hour: full, minute } : { hour: full }
}

export const ZONES = new Set(
  'gmt bst utc est edt cst cdt pst pdt mst mdt et pt ct cet cest aest hours hrs'.split(' '),
)

/** The time with what stands behind it: a zone, "local time". */
export function timed(
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
