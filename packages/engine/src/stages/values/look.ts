import type { Piece } from './pieces.js'

/** Small questions that rules ask of the pieces. Any index is allowed: outside there is a break. */

export const lowerAt = (pieces: readonly Piece[], at: number): string => pieces[at]?.lower ?? ''

export const isSign = (pieces: readonly Piece[], at: number, sign: string): boolean =>
  pieces[at]?.kind === 'sign' && pieces[at]!.lower === sign

export const isNumber = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]?.kind === 'number'

/** A hyphen or a dash that joins two pieces without white space: "3-5", "2016–17". */
export const isTightDash = (pieces: readonly Piece[], at: number): boolean =>
  isDash(pieces, at) && !pieces[at]!.gap && !(pieces[at + 1]?.gap ?? true)

export const isDash = (pieces: readonly Piece[], at: number): boolean => {
  const piece = pieces[at]
  return (
    piece?.kind === 'sign' && (piece.lower === '-' || piece.lower === '–' || piece.lower === '—')
  )
}

/** Behind a hyphen that joins, or behind a space: where the next word of a compound stands ("three-day", "three days"). */
export const compound = (pieces: readonly Piece[], at: number): number =>
  isTightDash(pieces, at) ? at + 1 : at

/** A whole number in digits, without letters behind it, from `min` to `max`; NaN if there is none. */
export function wholeAt(pieces: readonly Piece[], at: number, min: number, max: number): number {
  const piece = pieces[at]
  if (piece?.kind !== 'number' || piece.lower.length > 4) return Number.NaN
  const { value } = piece
  return Number.isInteger(value) && value >= min && value <= max && !piece.lower.includes('.')
    ? value
    : Number.NaN
}

/** Letters are joined to the number before this piece: the "s" of "1980s". */
export const isSuffix = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]?.kind === 'word' && !pieces[at]!.gap

const ORDINAL_SUFFIX = /^(?:st|nd|rd|th)$/

/** A day of a month at a piece, with or without "th", and the piece behind it; undefined if none. */
export function dayAt(
  pieces: readonly Piece[],
  at: number,
): { day: number; to: number; ordinal: boolean } | undefined {
  const day = wholeAt(pieces, at, 1, 31)
  if (Number.isNaN(day) || pieces[at]!.lower.length > 2) return undefined
  if (!isSuffix(pieces, at + 1)) return { day, to: at + 1, ordinal: false }
  return ORDINAL_SUFFIX.test(pieces[at + 1]!.lower) ? { day, to: at + 2, ordinal: true } : undefined
}

/** A year of four digits (1000 to 2199) without letters behind it; NaN if none. */
export function yearAt(pieces: readonly Piece[], at: number): number {
  if (
    pieces[at]?.lower.length !== 4 ||
    (isSuffix(pieces, at + 1) && lowerAt(pieces, at + 1) !== "'s")
  )
    return Number.NaN
  return wholeAt(pieces, at, 1000, 2199)
}
