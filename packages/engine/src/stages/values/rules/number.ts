import { COUNTED } from '../../../lexicon/en/numbers.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { isDash, isSuffix, isTightDash, lowerAt, yearAt } from '../look.js'
import { type Numeral, readNumeral, times } from '../numerals.js'
import type { Piece } from '../pieces.js'
import { isMinus } from './percent.js'

/**
 * Every other number: "3,000", "two dozen", "1.3 million", "40,000-50,000", "2-3 million", "three to five people".
 *
 * "6.8m" before a sign is one only behind "6.5m marls".
 *
 * None: "one" (a pronoun, unless "only", "just" or "one in five" shows that it counts), "3-1" (a score), "F-16", "Covid-19",
 * "0207 946" (a telephone number), "v2.1", "/2018/03", "63rd", "#2", "second".
 */
export const number: Rule = {
  name: 'number',
  starts: CLASS.digits | CLASS.numberWord | CLASS.article,
  read: (at, { pieces }) => {
    if (isPartOfCode(pieces, at)) return undefined
    const first = readNumeral(pieces, at)
    if (first === undefined || (isDoubtful(pieces, first) && !isAgain(pieces, at, first)))
      return undefined
    if (!first.words && isSuffix(pieces, first.to) && lowerAt(pieces, first.to) !== "'s")
      return undefined
    if (first.words && isPartOfName(pieces, at)) return undefined
    if (first.words && first.value === 1 && !countsOne(pieces, at, first.to)) return undefined
    if (first.words && isTightDash(pieces, first.to) && first.value < 10)
      return compoundNumber(pieces, first)
    if (isTightDash(pieces, first.to) || lowerAt(pieces, first.to) === 'to') {
      const range = rangeFrom(pieces, first)
      if (range) return range
      if (isTightDash(pieces, first.to) && pieces[first.to + 1]!.kind === 'number') return undefined
    }
    const minus = isMinus(pieces, at) ? -1 : 1
    return found(times(first.value, minus), first.to)
  },
}

function found(value: number, to: number) {
  return { to, meaning: { type: 'number', value }, stated: { number: value } } as const
}

/** "the Hallin Seven", "Radio Three": a capital inside a sentence. */
const isPartOfName = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]!.capital && pieces[at - 1]!.kind === 'word'

/** "three-party": a number all the same, but "one-off", "four-by-four" are not; only what counts things is. */
function compoundNumber(pieces: readonly Piece[], first: Numeral) {
  const range = rangeFrom(pieces, first)
  if (range) return range
  return first.value > 1 ? found(first.value, first.to) : undefined
}

function rangeFrom(pieces: readonly Piece[], first: Numeral) {
  const second = readNumeral(pieces, first.to + 1)
  if (second === undefined || second.words !== first.words || isDoubtful(pieces, second))
    return undefined
  if (isYears(pieces, first, second)) return undefined
  const shared = first.scale === 1 && second.scale > 1 && first.value < 1000 ? second.scale : 1
  const min = times(first.value, shared)
  if (min >= second.value || isTightDash(pieces, second.to) || isSuffix(pieces, second.to))
    return undefined
  // "lost 3-5" is a score, "rose 3 to 5": a range has a scale, thousands, or things that it counts
  const next = pieces[second.to]!
  const counts =
    next.kind === 'word' &&
    (COUNTED.has(next.lower) || (/[^s]s$/.test(next.lower) && next.lower !== 'was'))
  if (second.scale === 1 && second.value < 1000 && !counts) return undefined
  return {
    to: second.to,
    meaning: { type: 'number', value: { min, max: second.value } },
    stated: { min, max: second.value },
  } as const
}

/** "from 2004 to 2009": two years, each read by itself. */
const isYears = (pieces: readonly Piece[], first: Numeral, second: Numeral): boolean =>
  !Number.isNaN(yearAt(pieces, first.to - 1)) && !Number.isNaN(yearAt(pieces, second.to - 1))

/** A short scale that may be metres, a race or a size ("100m", "10k"). */
function isDoubtful(pieces: readonly Piece[], number: Numeral): boolean {
  if (!number.doubtful) return false
  const next = pieces[number.to]!
  return next.kind !== 'word' || !(COUNTED.has(next.lower) || /[^s]s$/.test(next.lower))
}

/** How far back an amount in millions tells what a later “6.8m” is. */
const BACK = 60

const LENGTH = /jump|leap|thr[eo]w|deep|high|long|wide|rose|fell|height|depth|swam|ran/

/**
 * "6.8m" behind "6.5m marls" in its paragraph: millions again. With decimals only ("the 100m" stays a race), and not
 * before words ("6.8m deep", "6.8m of rope").
 */
function isAgain(pieces: readonly Piece[], at: number, number: Numeral): boolean {
  const isMillions = (k: number) =>
    pieces[k]!.kind === 'number' &&
    pieces[k]!.lower.includes('.') &&
    lowerAt(pieces, k + 1) === 'm' &&
    !pieces[k + 1]!.gap
  const next = pieces[number.to]!
  if (!isMillions(at) || number.to !== at + 2) return false
  if (LENGTH.test(`${lowerAt(pieces, at - 2)} ${lowerAt(pieces, at - 1)}`)) return false
  if (next.kind === 'number' || next.kind === 'word') return false
  if (next.kind === 'sign' && !/^[.,;:!?)”’"']/.test(next.lower)) return false
  for (let k = at - 1; k >= 0 && at - k < BACK && pieces[k]!.kind !== 'break'; k--)
    if (isMillions(k))
      return (
        !isDoubtful(pieces, { ...number, to: k + 2 }) || /^[$£€¥₹]$/.test(lowerAt(pieces, k - 1))
      )
  return false
}

const ONE = new Set('only just least exactly'.split(' '))

/** "just one", "one in five"; "one" alone is a pronoun or an article. */
function countsOne(pieces: readonly Piece[], at: number, to: number): boolean {
  if (to > at + 1 || isMinus(pieces, at)) return true
  if (lowerAt(pieces, to) === 'in' || lowerAt(pieces, to) === 'out') {
    const other = readNumeral(pieces, lowerAt(pieces, to) === 'out' ? to + 2 : to + 1)
    return other !== undefined && other.value > 1
  }
  return ONE.has(lowerAt(pieces, at - 1)) && lowerAt(pieces, to) !== 'of'
}

/** Digits that are part of a name, a code, an address or a score. */
function isPartOfCode(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at]!
  const before = pieces[at - 1]!
  if (piece.kind !== 'number')
    return isTightDash(pieces, at - 1) && pieces[at - 2]!.kind !== 'number' && !piece.gap
  if (Number.isNaN(piece.value) || (/^0\d/.test(piece.lower) && piece.lower.length > 1)) return true
  if (!piece.gap && before.kind === 'sign' && /^[/._@#=&~\\:+$£€]/.test(before.lower)) return true
  if (before.lower === '#' || before.lower === '№') return true
  if (!piece.gap && isDash(pieces, at - 1) && !before.gap && pieces[at - 2]!.kind !== 'break')
    return true
  const next = pieces[at + 1]!
  if (!next.gap && next.kind === 'sign' && /^[/_@#=&~\\:]/.test(next.lower)) {
    const behind = pieces[at + 2]!
    if (!behind.gap && behind.kind !== 'break') return true
  }
  // groups of digits apart by white space: a telephone or account number
  return (next.kind === 'number' && next.gap) || (before.kind === 'number' && piece.gap)
}
