import { CURRENCY_CODES } from '../../lexicon/en/currencies.js'
import type { Span } from '../../span.js'
import type { Token } from '../../text/tokens.js'

/**
 * What the rules of values read: a number in digits ("3,000", "4.5", "15.03.18"), a run of letters ("May", the "bn" of
 * "2bn", the "s" of "1980s", the "'s" of "Saturday's"), a sign, or a break between paragraphs, which matches nothing.
 */
export interface Piece extends Span {
  readonly kind: 'number' | 'word' | 'sign' | 'break'
  /** Its characters, letters in lower case, ’ as '. For a word with 's the word without it. */
  readonly lower: string
  /** White space stands before it. */
  readonly gap: boolean
  /** A word's first letter is a capital. */
  readonly capital: boolean
  /** Of a number: its value; NaN where it is none ("15.03.18", "1.2.3") or too long to be one. */
  readonly value: number
}

const breakAt = (at: number): Piece => ({
  start: at,
  end: at,
  kind: 'break',
  lower: '',
  gap: true,
  capital: false,
  value: Number.NaN,
})

const MAX_DIGITS = 15

/**
 * The pieces of a story, in order; a break stands between two paragraphs and at both ends, so that a rule never reads
 * from one paragraph into the next. Takes time linear in the text.
 *
 * "3,000.50" is one number, and so is "15.03.18" (without a value); "3-1" is a number, a sign, a number; "4.5m" a
 * number and a word without a gap.
 */
export function findPieces(
  text: string,
  paragraphs: readonly Span[],
  tokens: readonly Token[],
): Piece[] {
  const pieces: Piece[] = [breakAt(0)]
  let paragraph = 0
  let last = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    while (paragraph < paragraphs.length && token.start >= paragraphs[paragraph]!.end) {
      paragraph++
      if (pieces.at(-1)!.kind !== 'break') pieces.push(breakAt(last))
    }
    const gap = token.start > last
    if (!token.word) pieces.push(sign(text, token, gap))
    else if (isDigit(text.charCodeAt(token.start)) || gluedAt(text, token) > 0) {
      const code = gluedAt(text, token)
      if (code > 0) pushWord(pieces, text, token.start, token.start + code, gap)
      const end = numeralEnd(text, tokens, i, token.start + code)
      pieces.push(numeral(text, token.start + code, end.digits, gap && code === 0))
      i = end.token
      if (tokens[i]!.end > end.digits) {
        pushWord(pieces, text, end.digits, tokens[i]!.end, false)
      }
    } else pushWord(pieces, text, token.start, token.end, gap)
    last = tokens[i]!.end
  }
  pieces.push(breakAt(last))
  return pieces
}

/** Where the digits that begin at a token end, with the groups and decimals that are joined to them. */
function numeralEnd(
  text: string,
  tokens: readonly Token[],
  from: number,
  start: number,
): { token: number; digits: number } {
  let token = from
  let digits = digitsEnd(text, { start, end: tokens[from]!.end })
  const indian = start === tokens[from]!.start && INDIAN_START.test(text.slice(start, start + 6))
  while (
    digits === tokens[token]!.end &&
    token + 2 < tokens.length &&
    tokens[token + 1]!.start === digits &&
    tokens[token + 1]!.end === digits + 1 &&
    tokens[token + 2]!.start === digits + 1 &&
    isDigit(text.charCodeAt(digits + 1))
  ) {
    const joint = text[digits]!
    const next = digitsEnd(text, tokens[token + 2]!)
    if (
      joint === ','
        ? !isGroup(
            next - digits,
            digits - Math.max(start, tokens[token]!.start),
            indian && text[next] === ',',
          )
        : joint !== '.'
    )
      break
    token += 2
    digits = next
  }
  return { token, digits }
}

/** "3,000", or in India "12,34,567": groups of two before the last of three. */
const isGroup = (length: number, before: number, indian: boolean): boolean =>
  before <= 3 && (length === 4 || (indian && length === 3))

const INDIAN_START = /^\d{1,2},\d\d,/

/** How long a currency's code is that is joined to a number: "USD3.14", "Rs20"; 0 if none is. */
function gluedAt(text: string, { start, end }: Span): number {
  const first = text.charCodeAt(start)
  if (first < 65 || first > 90 || end - start > 12) return 0
  const code = /^(?:[A-Z]{3}|Rs)(?=\d+$)/.exec(text.slice(start, end))?.[0]
  return code !== undefined && (code === 'Rs' || CURRENCY_CODES.has(code)) ? code.length : 0
}

function numeral(text: string, start: number, end: number, gap: boolean): Piece {
  const lower = text.slice(start, end)
  const plain = end - start > MAX_DIGITS + 6 ? '' : lower.replaceAll(',', '')
  const value =
    plain === '' || plain.length > MAX_DIGITS + 1 || plain.split('.').length > 2
      ? Number.NaN
      : Number(plain)
  return { start, end, kind: 'number', lower, gap, capital: false, value }
}

function sign(text: string, { start, end }: Span, gap: boolean): Piece {
  // a long run of one sign is no more than a run
  const lower = text.slice(start, Math.min(end, start + 4))
  return { start, end, kind: 'sign', lower, gap, capital: false, value: Number.NaN }
}

function pushWord(pieces: Piece[], text: string, start: number, end: number, gap: boolean): void {
  const whole = text.slice(start, end)
  const lower = whole.toLowerCase()
  const first = whole.charCodeAt(0)
  const capital = first < 128 ? first >= 65 && first <= 90 : whole[0] !== lower[0]
  const at = end - start - 2
  if (at > 0 && lower.charCodeAt(at + 1) === S && isApostrophe(lower.charCodeAt(at))) {
    pieces.push(word(start, start + at, lower.slice(0, at), gap, capital))
    pieces.push(word(start + at, end, "'s", false, false))
  } else
    pieces.push(
      word(start, end, lower.includes('’') ? lower.replaceAll('’', "'") : lower, gap, capital),
    )
}

const S = 115
const isApostrophe = (code: number) => code === 0x27 || code === 0x2019

const word = (
  start: number,
  end: number,
  lower: string,
  gap: boolean,
  capital: boolean,
): Piece => ({
  start,
  end,
  kind: 'word',
  lower,
  gap,
  capital,
  value: Number.NaN,
})

const isDigit = (code: number) => code >= 48 && code <= 57

function digitsEnd(text: string, token: Span): number {
  let end = token.start
  while (end < token.end && isDigit(text.charCodeAt(end))) end++
  return end
}
