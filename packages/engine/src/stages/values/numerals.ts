import { SCALES, SHORT_SCALES, SMALL_NUMBERS, TENS, VULGAR } from '../../lexicon/en/numbers.js'
import type { Piece } from './pieces.js'

/** A number as read at some piece. */
export interface Numeral {
  readonly value: number
  /** The piece behind it. */
  readonly to: number
  /** It has a scale ("million", "bn"): a number before it may share it. */
  readonly scale: number
  readonly words: boolean
  /** Short scale that may be something else ("m" metres, "k"). */
  readonly doubtful: boolean
}

/**
 * The number that begins at a piece: in digits ("3,000", "4.5", "1.2bn", "3 million", "3 hundred"), in words
 * ("twenty-one", "three hundred and two", "two dozen", "a million", "two and a half"), or none.
 *
 * No numbers: "a" and "hundred" alone, "15.03.18", ordinals. "one" is a number here; rules decide whether it counts.
 */
export function readNumeral(pieces: readonly Piece[], at: number): Numeral | undefined {
  const first = pieces[at]!
  if (first.kind === 'number') return inDigits(pieces, at)
  return first.kind === 'word' ? inWords(pieces, at) : undefined
}

const MAX_WORDS = 24

function inDigits(pieces: readonly Piece[], at: number): Numeral | undefined {
  const { value } = pieces[at]!
  if (Number.isNaN(value)) return undefined
  let to = at + 1
  const next = pieces[to]!
  const part = next.kind === 'word' && !next.gap ? VULGAR[next.lower] : undefined
  if (part !== undefined && Number.isInteger(value))
    return {
      value: Number((value + part).toFixed(4)),
      to: to + 1,
      scale: 1,
      words: false,
      doubtful: false,
    }
  if (next.kind === 'word') {
    const short = SHORT_SCALES[next.lower]
    if (short !== undefined && (!next.gap || next.lower.length > 1)) {
      return {
        value: times(value, short),
        to: to + 1,
        scale: short,
        words: false,
        doubtful: next.lower === 'm' || next.lower === 'k' || next.lower === 'b',
      }
    }
    // "1980s", "3rd", "9am", "50p" are no plain numbers; the rules that know the letters read the digits themselves
    if (!next.gap) return { value, to, scale: 1, words: false, doubtful: false }
  }
  let total = value
  let scale = 1
  const half = halfAt(pieces, to)
  if (half > 0 && Number.isInteger(value)) {
    total += 0.5
    to = half
  }
  for (let word = scaleAt(pieces, to); word > 0 && scale < 1e12; word = scaleAt(pieces, to)) {
    total = times(total, word)
    scale *= word
    to += pieces[to]!.kind === 'sign' ? 2 : 1
  }
  if (scale === 100 && isWord(pieces, to, 'and')) {
    const rest = readNumeral(pieces, to + 1)
    if (rest && rest.value < 100 && rest.scale === 1)
      return { ...rest, value: total + rest.value, scale }
  }
  return { value: total, to, scale, words: false, doubtful: false }
}

/** The scale word at a piece, a hyphen before it allowed ("$3-million"); 0 if none. */
function scaleAt(pieces: readonly Piece[], at: number): number {
  const piece = pieces[at]!
  if (piece.kind === 'word') return SCALES[piece.lower] ?? 0
  const next = pieces[at + 1]
  if (piece.lower !== '-' || piece.gap || next === undefined || next.gap) return 0
  return next.kind === 'word' ? (SCALES[next.lower] ?? 0) : 0
}

function inWords(pieces: readonly Piece[], at: number): Numeral | undefined {
  let total = 0
  let current = -1
  let scale = 1
  let to = at
  let last: 'none' | 'small' | 'tens' | 'hundred' | 'scale' = 'none'
  let below = Number.POSITIVE_INFINITY
  const first = pieces[at]!.lower
  const fraction = VULGAR[first]
  if (fraction !== undefined)
    return {
      value: Number(fraction.toFixed(4)),
      to: at + 1,
      scale: 1,
      words: false,
      doubtful: false,
    }
  if (first === 'half' || first === 'quarter') return halfScale(pieces, at)
  if (first === 'a' || first === 'an') {
    if (
      isWord(pieces, at + 1, 'quarter') &&
      isWord(pieces, at + 2, 'of') &&
      isWord(pieces, at + 3, 'a')
    ) {
      const scale = scaleAt(pieces, at + 4)
      return scale > 100
        ? { value: scale / 4, to: at + 5, scale, words: true, doubtful: false }
        : undefined
    }
    if (!(SCALES[pieces[at + 1]!.lower]! > 0) || pieces[at + 1]!.kind !== 'word') return undefined
    current = 1
    to = at + 1
  }
  for (let count = 0; count < MAX_WORDS; count++) {
    let next = to
    if (last !== 'none') {
      const joint = pieces[next]!
      if (joint.kind === 'sign' && joint.lower === '-' && !joint.gap && !pieces[next + 1]!.gap)
        next++
      else if (joint.lower === 'and' && (last === 'hundred' || last === 'scale')) {
        const behind = pieces[next + 1]!.lower
        if (SMALL_NUMBERS[behind] === undefined && TENS[behind] === undefined) break
        next++
      }
    }
    const piece = pieces[next]!
    if (piece.kind !== 'word') break
    const { lower } = piece
    const small = SMALL_NUMBERS[lower]
    const tens = TENS[lower]
    const multiple = SCALES[lower]
    if (small !== undefined) {
      if (last === 'small' || (last === 'tens' && (small > 9 || small === 0))) break
      current = Math.max(0, current) + small
      last = 'small'
    } else if (tens !== undefined) {
      if (last === 'small' || last === 'tens') break
      current = Math.max(0, current) + tens
      last = 'tens'
    } else if (multiple === 100 || multiple === 12) {
      if (current < 0 || current >= 100) break
      current *= multiple
      scale = Math.max(scale, multiple)
      last = 'hundred'
    } else if (multiple !== undefined) {
      if (current < 0 || multiple >= below) break
      total += current * multiple
      current = -1
      below = multiple
      scale = Math.max(scale, multiple)
      last = 'scale'
    } else break
    to = next + 1
    const half = last === 'small' || last === 'tens' ? halfAt(pieces, to) : 0
    if (half > 0) {
      current += 0.5
      to = half
    }
  }
  if (last === 'none') return undefined
  return { value: total + Math.max(0, current), to, scale, words: true, doubtful: false }
}

/** "half a million", "half a dozen", "half million", "quarter million". */
function halfScale(pieces: readonly Piece[], at: number): Numeral | undefined {
  const article = isWord(pieces, at + 1, 'a')
  const quarter = isWord(pieces, at, 'quarter')
  const scale = article && quarter ? 0 : scaleAt(pieces, article ? at + 2 : at + 1)
  return scale > 0 && (article || scale >= 1e6)
    ? {
        value: scale / (quarter ? 4 : 2),
        to: article ? at + 3 : at + 2,
        scale,
        words: true,
        doubtful: false,
      }
    : undefined
}

/** Behind "and a half"; 0 if that does not stand there. */
function halfAt(pieces: readonly Piece[], at: number): number {
  if (!isWord(pieces, at, 'and')) return 0
  if (isWord(pieces, at + 1, 'half')) return at + 2
  return isWord(pieces, at + 1, 'a') && isWord(pieces, at + 2, 'half') ? at + 3 : 0
}

const isWord = (pieces: readonly Piece[], at: number, word: string): boolean =>
  pieces[at]?.kind === 'word' && pieces[at]!.lower === word

/** A product without the dust of binary fractions: 4.1 × 1,000,000 is 4,100,000. */
export const times = (value: number, factor: number): number =>
  Number((value * factor).toPrecision(15))
