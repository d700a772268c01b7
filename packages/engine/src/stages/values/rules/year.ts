import { TIME_UNITS } from '../../../lexicon/en/calendar.js'
import { COUNTED } from '../../../lexicon/en/numbers.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { isSign, isTightDash, lowerAt, wholeAt, yearAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * A year in digits: "in 1994", "(1999)", "the 2016 election", "2004's", "1066" behind a preposition; "2016/17" and
 * "2016-17" as the two years that they take in, "2014-2018" and "1993–97" up to where the last begins.
 *
 * None: "2000 people", "$2000", "2000 miles", "1,994", "1500 metres", "+1999", "2018.5", "12-2018-4".
 */
export const year: Rule = {
  name: 'year',
  starts: CLASS.digits,
  read: (at, { pieces }) => {
    const year = yearAt(pieces, at)
    if (Number.isNaN(year) || isPartOfCode(pieces, at)) return undefined
    const span = yearsFrom(pieces, at, year)
    if (span) return span
    const before = pieces[at - 1]!
    const cued = (before.kind === 'word' && BEFORE.has(before.lower)) || before.lower === '('
    if (year < 1900 || year > 2099 ? !cued : false) return undefined
    if (isCounting(pieces, at + 1, cued)) return undefined
    if (isTightDash(pieces, at + 1) && pieces[at + 2]!.kind === 'number') return undefined
    return {
      to: at + 1,
      meaning: { type: 'date', date: { form: 'calendar', year } },
      stated: { year },
    }
  },
}

const BEFORE = new Set(
  (
    'in since by until till to from during before after early late mid between through around circa c year of than ' +
    'for spring summer autumn fall winter'
  ).split(' '),
)

/** "2016/17", "2016-2018": years joined without white space. */
function yearsFrom(pieces: readonly Piece[], at: number, year: number) {
  const slash = isSign(pieces, at + 1, '/') && !pieces[at + 1]!.gap && !pieces[at + 2]!.gap
  if (!slash && !isTightDash(pieces, at + 1)) return undefined
  const next = pieces[at + 2]!
  const full = yearAt(pieces, at + 2)
  const short = next.lower.length === 2 ? wholeAt(pieces, at + 2, 0, 99) : Number.NaN
  const last = Number.isNaN(full) ? Math.floor(year / 100) * 100 + short : full
  const to = at + 3
  if (Number.isNaN(last) || isJoined(pieces, to)) return undefined
  const end = last < year && Number.isNaN(full) ? last + 100 : last
  // "2016-17" is a season more often than not
  const isSeason = slash || (end === year + 1 && Number.isNaN(full))
  if (end <= year || end - year > 100 || (slash && end - year > 1)) return undefined
  return {
    to,
    meaning: { type: 'date', date: { form: 'years', from: year, to: isSeason ? end + 1 : end } },
    stated: { year, 'last year': end },
  } as const
}

const isJoined = (pieces: readonly Piece[], at: number): boolean =>
  !pieces[at]!.gap &&
  (pieces[at]!.kind === 'word'
    ? pieces[at]!.lower !== "'s"
    : /^[/\-–]/.test(pieces[at]!.lower) && !pieces[at + 1]!.gap)

/** A digit group of a telephone number, a web address, an amount: a sign stands joined before it. */
function isPartOfCode(pieces: readonly Piece[], at: number): boolean {
  const { lower } = pieces[at - 1]!
  if (pieces[at]!.gap) return /^[$£€+#№]$/.test(lower)
  if (/^[$£€+#_@/.&=:]/.test(lower)) return true
  return (
    /^[-–]/.test(lower) &&
    !pieces[at - 1]!.gap &&
    lowerAt(pieces, at - 2) !== 'mid' &&
    pieces[at - 2]!.kind === 'number' &&
    pieces[at - 2]!.lower.length !== 4
  )
}

/** Does what follows show that a number of things is meant? */
function isCounting(pieces: readonly Piece[], at: number, cued: boolean): boolean {
  const next = pieces[at]!
  if (next.lower === '%' || next.lower === 'percent') return true
  if (next.kind !== 'word') return false
  if (!next.gap) return next.lower !== "'s"
  return (
    (!cued && COUNTED.has(next.lower)) ||
    TIME_UNITS[next.lower] !== undefined ||
    UNITS.has(next.lower)
  )
}

const UNITS = new Set(
  (
    'miles mile metres meters metre meter km kilometres kilometers feet ft tonnes tons acres hectares pounds dollars euros ' +
    'kg per cent percent million billion thousand hundred gallons litres'
  ).split(' '),
)
