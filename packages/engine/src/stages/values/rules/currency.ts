import {
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  NATIONAL_CURRENCIES,
  PAYING,
} from '../../../lexicon/en/currencies.js'
import { isTightDash, lowerAt } from '../look.js'
import type { Numeral } from '../numerals.js'
import type { Piece } from '../pieces.js'

/** A currency behind a number. */
export interface CurrencyBehind {
  readonly code: string | undefined
  readonly part?: number | undefined
  readonly to: number
  readonly text: string
  /** The words tell the country. */
  readonly sure: boolean
}

const SURE = new Set(
  'euro euros pence penny sterling quid yen yuan renminbi rmb zloty hryvnia forint shekel shekels naira baht bitcoin bitcoins'.split(
    ' ',
  ),
)

/** The sign, code or word behind a number: "p", "USD", "rupees", "Canadian dollars", "of dollars"; undefined if none. */
export function currencyAt(
  pieces: readonly Piece[],
  at: number,
  number: Numeral,
): CurrencyBehind | undefined {
  const piece = pieces[at]!
  if (piece.kind === 'sign') {
    const code = CURRENCY_SIGNS[piece.lower]
    const next = pieces[at + 1]!
    if (code === undefined || (!next.gap && next.kind === 'number')) return undefined
    return { code, to: at + 1, text: piece.lower, sure: piece.lower !== '$' }
  }
  if (piece.kind !== 'word') return undefined
  if (
    piece.lower === 'p' &&
    !piece.gap &&
    !number.words &&
    number.scale === 1 &&
    number.value < 1000
  )
    return { code: 'GBP', part: 0.01, to: at + 1, text: 'p', sure: true }
  if (piece.capital && CURRENCY_CODES.has(piece.lower.toUpperCase()) && piece.lower !== 'all')
    return {
      code: piece.lower.toUpperCase(),
      to: at + 1,
      text: piece.lower.toUpperCase(),
      sure: true,
    }
  const from = isTightDash(pieces, at)
    ? at + 1
    : lowerAt(pieces, at) === 'of' && number.scale > 1
      ? at + 1
      : at
  for (let i = from; i <= from + 2; i++) {
    const word = CURRENCY_WORDS[lowerAt(pieces, i)]
    if (pieces[i]!.kind !== 'word') return undefined
    if (word === undefined) continue
    const singular = lowerAt(pieces, i).replace(/s$/, '')
    const nation = i > from ? NATIONAL_CURRENCIES[lowerAt(pieces, i - 1)] : undefined
    if (
      i > from &&
      !pieces[from]!.capital &&
      NATIONAL_CURRENCIES[lowerAt(pieces, from)] === undefined
    )
      return undefined
    const code = nation?.[singular] ?? nation?.[lowerAt(pieces, i)]
    if (i > from && code === undefined && !pieces[i - 1]!.capital) return undefined
    if (word.doubtful && code === undefined && !isPaid(pieces, at, number)) return undefined
    const sterling = singular === 'pound' && lowerAt(pieces, i + 1) === 'sterling'
    return {
      code: code ?? (i > from ? undefined : word.code),
      part: word.part,
      to: sterling ? i + 2 : i + 1,
      text: singular,
      sure: code !== undefined || sterling || SURE.has(lowerAt(pieces, i)),
    }
  }
  return undefined
}

/** Is a doubtful currency word one: a large amount, or a word of paying near? */
function isPaid(pieces: readonly Piece[], at: number, number: Numeral): boolean {
  if (number.scale >= 1000) return true
  for (let i = at - 1; i > at - 10 && i > 0 && pieces[i]!.kind !== 'break'; i--)
    if (PAYING.has(pieces[i]!.lower)) return true
  return false
}

/** "Australian" or "Canadian" behind "$5 million". */
export function nationBehind(pieces: readonly Piece[], at: number, singular: string) {
  const code = pieces[at]!.capital
    ? NATIONAL_CURRENCIES[lowerAt(pieces, at)]?.[singular]
    : undefined
  return code === undefined || pieces[at + 1]!.capital ? undefined : { code, to: at + 1 }
}
