import { CURRENCY_SIGNS, DOLLAR_PREFIXES } from '../lexicon/en/currencies.js'
import { readNumber } from './numbers.js'
import type { RawWord } from './raw-words.js'
import type { NormalWord } from './types.js'

/** A number with what belongs to it, as one word. */
export interface FoundQuantity {
  readonly form: string
  readonly quantity: NormalWord['quantity']
  /** The raw word behind it. */
  readonly to: number
}

const SIGNS = new Map(Object.entries(CURRENCY_SIGNS))
const PREFIXES = new Map(Object.entries(DOLLAR_PREFIXES))
const CURRENCY_WORDS = new Map([
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['yen', 'JPY'],
])

/**
 * The quantity that begins at a raw word, if one does: "£3m", "US$5", "3 million pounds", "3 per cent", "three",
 * "2nd"; and the words for per cent alone. "pounds" alone is a plain word, and so is "$" without figures.
 */
export function readQuantity(raw: readonly RawWord[], at: number): FoundQuantity | undefined {
  const signed = readSign(raw, at)
  const from = signed?.to ?? at
  const number = readNumber(raw, from)
  if (signed !== undefined) {
    if (number === undefined || number.ordinal) return undefined
    return { form: `${number.form} ${signed.currency}`, quantity: 'amount', to: number.to }
  }
  const percent = readPercent(raw, from)
  if (percent !== undefined) return { form: 'percent', quantity: undefined, to: percent }
  if (number === undefined) return undefined
  if (number.ordinal) return { form: number.form, quantity: 'ordinal', to: number.to }
  const behind = readPercent(raw, number.to)
  if (behind !== undefined) return { form: `${number.form}%`, quantity: 'percent', to: behind }
  const currency = CURRENCY_WORDS.get(raw[number.to]?.form ?? '')
  return currency === undefined
    ? { form: number.form, quantity: 'number', to: number.to }
    : { form: `${number.form} ${currency}`, quantity: 'amount', to: number.to + 1 }
}

function readSign(raw: readonly RawWord[], at: number) {
  const { form } = raw[at]!
  const currency = SIGNS.get(form)
  if (currency !== undefined) {
    return raw[at + 1]?.touching ? { currency, to: at + 1 } : undefined
  }
  const next = raw[at + 1]
  const prefixed = next?.form === '$' && next.touching ? PREFIXES.get(form) : undefined
  return prefixed !== undefined && raw[at + 2]?.touching
    ? { currency: prefixed, to: at + 2 }
    : undefined
}

function readPercent(raw: readonly RawWord[], at: number): number | undefined {
  const form = raw[at]?.form
  if (form === '%' || form === 'percent') return at + 1
  return form === 'per' && raw[at + 1]?.form === 'cent' ? at + 2 : undefined
}
