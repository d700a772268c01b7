import { DECADE_WORDS } from '../../../lexicon/en/calendar.js'
import { ORDINALS } from '../../../lexicon/en/numbers.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { isSuffix, isTightDash, lowerAt, wholeAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * Decades and centuries: "the 1980s", "1980's", "the '80s", "the early 1990s" (its first half), "the eighties", "the
 * 19th century", "the nineteenth century". A decade of two digits is of the nearest past century, as an inference.
 *
 * None: "in her 80s" (an age), "temperatures in the 80s" (no apostrophe and no "the … of"), "fifties" without "the".
 */
export const decade: Rule = {
  name: 'decade',
  starts: CLASS.digits | CLASS.decade | CLASS.ordinal,
  read: (at, { pieces }) => decadeAt(pieces, at) ?? centuryAt(pieces, at),
}

function decadeAt(pieces: readonly Piece[], at: number) {
  const piece = pieces[at]!
  if (piece.kind === 'word') {
    const start = DECADE_WORDS[piece.lower]
    const before = lowerAt(pieces, at - 1)
    if (start === undefined || !['the', 'early', 'late', 'mid', '-'].includes(before))
      return undefined
    return found(at, start, at + 1, pieces, true)
  }
  const suffix = lowerAt(pieces, at + 1)
  if (!isSuffix(pieces, at + 1) || (suffix !== 's' && suffix !== "'s")) return undefined
  const full = wholeAt(pieces, at, 1000, 2190)
  if (!Number.isNaN(full) && piece.lower.length === 4 && full % 10 === 0) {
    // "2003's" is the year 2003's, "1980's" the decade
    return found(at, full, at + 2, pieces, false)
  }
  const short = wholeAt(pieces, at, 0, 90)
  const apostrophe = !piece.gap && /^['’‘]$/.test(lowerAt(pieces, at - 1))
  if (Number.isNaN(short) || piece.lower.length !== 2 || short % 10 !== 0 || !apostrophe)
    return undefined
  return found(at, short, at + 2, pieces, true)
}

function found(at: number, start: number, to: number, pieces: readonly Piece[], short: boolean) {
  const part = partBefore(pieces, at)
  const [from, end] = PARTS[part ?? 'whole']!
  return {
    to,
    meaning: {
      type: 'date',
      date: {
        form: 'years',
        from: start + from,
        to: start + end,
        ...(short ? { short } : {}),
      },
    },
    stated: { decade: start, ...(part === undefined ? {} : { part }) },
  } as const
}

const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  whole: [0, 10],
  early: [0, 5],
  mid: [3, 7],
  late: [5, 10],
}

/** "early", "late" or "mid-" before a decade. */
function partBefore(pieces: readonly Piece[], at: number): string | undefined {
  const before = at - (/^['’‘]$/.test(lowerAt(pieces, at - 1)) ? 2 : 1)
  const word = lowerAt(pieces, isTightDash(pieces, before) ? before - 1 : before)
  return word === 'early' || word === 'late' || word === 'mid' ? word : undefined
}

function centuryAt(pieces: readonly Piece[], at: number) {
  const number = wholeAt(pieces, at, 1, 30)
  const ordinal = Number.isNaN(number) ? ORDINALS[lowerAt(pieces, at)] : number
  let to = at + 1
  if (!Number.isNaN(number)) {
    if (!isSuffix(pieces, to) || !/^(?:st|nd|rd|th)$/.test(lowerAt(pieces, to))) return undefined
    to++
  }
  if (isTightDash(pieces, to)) to++
  if (ordinal === undefined || lowerAt(pieces, to) !== 'century') return undefined
  if (lowerAt(pieces, to + 1) === 'bc') return undefined
  return {
    to: to + 1,
    meaning: {
      type: 'date',
      date: { form: 'years', from: (ordinal - 1) * 100, to: ordinal * 100 },
    },
    stated: { century: ordinal },
  } as const
}
