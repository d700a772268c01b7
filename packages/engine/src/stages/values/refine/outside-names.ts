import { MONTHS } from '../../../lexicon/en/calendar.js'
import { lastStartingBy, type Span } from '../../../span.js'
import type { Candidate } from '../candidate.js'
import { isTightDash, lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * Drops what is part of a name: "Sunday Times", "Seven Days", "Theresa May". A year within a name stays ("the 2018 World
 * Cup" is held in 2018), and so does a value that takes in the whole name (a date that was taken for one).
 */
export function outsideNames(
  candidates: readonly Candidate[],
  pieces: readonly Piece[],
  names: readonly Span[],
): Candidate[] {
  return candidates.filter(candidate => {
    const { start, end } = spanOf(candidate, pieces)
    const name = names[lastStartingBy(names, start)]
    if (name === undefined || name.end <= start || isYear(candidate) || isMonths(candidate, pieces))
      return true
    // an amount that goes on behind a name is none of it: "the Mex$ 10 million"
    if (candidate.meaning.type === 'money' && name.end < end) return true
    return name.start >= start && name.end <= end && !isMay(candidate, pieces)
  })
}

const isYear = ({ meaning }: Candidate): boolean =>
  meaning.type === 'date' && meaning.date.form === 'calendar' && meaning.date.year !== undefined

/** "in Hallin Jan-Feb": a month joined to another is none's name. */
const isMonths = ({ from, to }: Candidate, pieces: readonly Piece[]): boolean =>
  (isTightDash(pieces, to) && MONTHS[lowerAt(pieces, to + 1)] !== undefined) ||
  (isTightDash(pieces, from - 1) && MONTHS[lowerAt(pieces, from - 2)] !== undefined)

/** "May" that is a name by itself is someone's. */
const isMay = ({ from, to }: Candidate, pieces: readonly Piece[]): boolean =>
  to === from + 1 && /^(?:may|april|june|august|jan|sunday)$/.test(pieces[from]!.lower)

/** From the first to the last of its pieces. */
export const spanOf = ({ from, to }: Candidate, pieces: readonly Piece[]): Span => ({
  start: pieces[from]!.start,
  end: pieces[to - 1]!.end,
})
