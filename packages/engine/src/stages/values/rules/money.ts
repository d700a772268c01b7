import {
  CURRENCY_CODES,
  CURRENCY_SHORTS,
  CURRENCY_SIGNS,
  DOLLAR_PREFIXES,
} from '../../../lexicon/en/currencies.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { isDash, isSign, isTightDash, lowerAt } from '../look.js'
import { type Numeral, readNumeral, times } from '../numerals.js'
import type { Piece } from '../pieces.js'
import type { Quantity } from '../types.js'
import { currencyAt, nationBehind } from './currency.js'

/**
 * Amounts of money: "$3 billion", "£4.5m", "US$ 20,000", "€2-3 million", "$3 to $4 billion" (which share a scale),
 * "1.2bn rupees", "five million yen", "50p", "34 cents", "GBP 350", "5m USD", "a six-figure sum". The currency of "$"
 * and "dollars" without a country is an inference.
 *
 * None: "20 pounds" without a word of paying (a weight), "3 won", "12 crowns of Hallin" (no known currency: a number).
 */
export const money: Rule = {
  name: 'money',
  starts: CLASS.currency | CLASS.digits | CLASS.numberWord | CLASS.article,
  read: (at, { pieces }) => signFirst(pieces, at) ?? wordLast(pieces, at) ?? figures(pieces, at),
}

interface Sign {
  readonly currency: string
  /** "$" alone: which dollar, is an inference. */
  readonly bare: boolean
  readonly to: number
  readonly text: string
}

/** "$", "US$", "A $", "GBP" before a number. */
function signAt(pieces: readonly Piece[], at: number): Sign | undefined {
  const piece = pieces[at]!
  if (piece.kind === 'sign') {
    const currency = CURRENCY_SIGNS[piece.lower]
    return currency === undefined
      ? undefined
      : { currency, bare: piece.lower === '$', to: at + 1, text: piece.lower }
  }
  if (piece.kind !== 'word') return undefined
  const upper = piece.lower.toUpperCase()
  if (CURRENCY_CODES.has(upper) && piece.capital) {
    return pieces[at + 1]!.kind === 'number'
      ? { currency: upper, bare: false, to: at + 1, text: upper }
      : undefined
  }
  const short = piece.capital ? CURRENCY_SHORTS[piece.lower] : undefined
  if (short !== undefined) {
    const to = isSign(pieces, at + 1, '.') && !pieces[at + 1]!.gap ? at + 2 : at + 1
    return pieces[to]!.kind === 'number'
      ? { currency: short, bare: false, to, text: piece.lower }
      : undefined
  }
  const prefix = DOLLAR_PREFIXES[piece.lower]
  // "U.S. $5" is read from its sign, "US$5" from here; "a $4 billion" is an article
  if (prefix === undefined || !isSign(pieces, at + 1, '$')) return undefined
  if (pieces[at + 1]!.gap && (piece.lower === 'a' || piece.lower === 's' || piece.lower === 'can'))
    return undefined
  return { currency: prefix, bare: false, to: at + 2, text: `${upper}$` }
}

function signFirst(pieces: readonly Piece[], at: number) {
  const sign = signAt(pieces, at)
  if (sign === undefined) return undefined
  const number = readNumeral(pieces, sign.to)
  if (number === undefined || number.words) return undefined
  const national = sign.bare ? nationBehind(pieces, number.to, 'dollar') : undefined
  const currency = national?.code ?? sign.currency
  const second = rangeEnd(pieces, at, number, sign)
  const amount: Quantity = second ? { min: second.min, max: second.value } : number.value
  return {
    to: national?.to ?? second?.to ?? number.to,
    meaning: {
      type: 'money',
      value: { amount, currency },
      ...(sign.bare && !national ? { inferred: { currency } } : {}),
    },
    stated: {
      ...(second ? { min: second.min, max: second.value } : { amount: number.value }),
      ...(sign.bare && !national ? { sign: sign.text } : { currency }),
    },
  } as const
}

/** "-3 million" or "to $4 billion" behind a first amount that shares the scale. */
function rangeEnd(pieces: readonly Piece[], at: number, first: Numeral, sign: Sign) {
  const joint = first.to
  const dash = isDash(pieces, joint)
  if (!dash && lowerAt(pieces, joint) !== 'to') return undefined
  if (!dash && lowerAt(pieces, at - 1) === 'from') return undefined
  const again = signAt(pieces, joint + 1)
  if (again && again.currency !== sign.currency) return undefined
  const second = readNumeral(pieces, again?.to ?? joint + 1)
  if (second === undefined || second.words) return undefined
  const shared = first.scale === 1 && second.scale > 1 && first.value < 1000 ? second.scale : 1
  // two whole amounts are two values, and "$3 to 4" without a scale tells too little
  const tight = isTightDash(pieces, joint)
  if (shared === 1 && (again !== undefined ? !tight : !dash)) return undefined
  const min = times(first.value, shared)
  if (min >= second.value || (!dash && first.scale > 1 && again === undefined)) return undefined
  return { min, value: second.value, to: second.to }
}

/** "rupees", "Canadian dollars", "of dollars"; also "USD" and signs behind a number. */
function wordLast(pieces: readonly Piece[], at: number) {
  if (!pieces[at]!.gap && /^[$£€¥₹]$/.test(lowerAt(pieces, at - 1))) return undefined
  if (!pieces[at]!.gap && lowerAt(pieces, at - 1) === ':') return undefined
  const first = readNumeral(pieces, at)
  if (first === undefined) return undefined
  const second = plainRange(pieces, first, lowerAt(pieces, at - 1) === 'between')
  const number = second ?? first
  const word = currencyAt(pieces, number.to, number)
  if (word === undefined) return undefined
  const shared = second && first.scale === 1 && second.scale > 1 ? second.scale : 1
  const part = word.part ?? 1
  const cents = second || word.part !== undefined ? undefined : centsAt(pieces, word.to)
  const low = times(times(first.value, shared), part)
  const high = times(number.value, part) + (cents?.value ?? 0)
  if (second && low >= high) return undefined
  const code = word.code
  return {
    to: cents?.to ?? word.to,
    meaning: {
      type: 'money',
      value: {
        amount: second ? { min: low, max: high } : high,
        ...(code === undefined ? {} : { currency: code }),
      },
      ...(code !== undefined && !word.sure ? { inferred: { currency: code } } : {}),
    },
    stated: {
      ...(second
        ? { min: times(first.value, shared), max: second.value }
        : { amount: number.value }),
      unit: word.text,
      ...(code !== undefined && word.sure ? { currency: code } : {}),
    },
  } as const
}

/** "50 cents", "and forty-five cents" behind dollars, as a part of them. */
function centsAt(pieces: readonly Piece[], at: number): { value: number; to: number } | undefined {
  const number = readNumeral(pieces, lowerAt(pieces, at) === 'and' ? at + 1 : at)
  if (number === undefined || number.value > 99 || number.scale > 1) return undefined
  return /^(?:cents?|pence|penny|sens?|c|p)$/.test(lowerAt(pieces, number.to))
    ? { value: number.value / 100, to: number.to + 1 }
    : undefined
}

/** The second number of "3 to 4 million yen" or "between 10 and 20 dollars". */
function plainRange(
  pieces: readonly Piece[],
  first: Numeral,
  between: boolean,
): Numeral | undefined {
  const joint = lowerAt(pieces, first.to)
  if (!isDash(pieces, first.to) && joint !== 'to' && !(between && joint === 'and')) return undefined
  const second = readNumeral(pieces, first.to + 1)
  return second && second.value > first.value / Math.max(1, first.scale) ? second : undefined
}

const FIGURES: Readonly<Record<string, number>> = {
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
}

/** "six-figure": from 100,000 to 999,999 of no known currency. */
function figures(pieces: readonly Piece[], at: number) {
  const digits = FIGURES[lowerAt(pieces, at)]
  if (
    digits === undefined ||
    !isTightDash(pieces, at + 1) ||
    !/^figures?$/.test(lowerAt(pieces, at + 2))
  )
    return undefined
  return {
    to: at + 3,
    meaning: {
      type: 'money',
      value: { amount: { min: 10 ** (digits - 1), max: 10 ** digits - 1 } },
    },
    stated: { figures: digits },
  } as const
}
