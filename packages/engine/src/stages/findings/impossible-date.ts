import type { RecordFinding } from '../../record.js'
import type { Token } from '../../text/tokens.js'
import { daysInMonth, monthNumber, weekdayNumber } from './calendar.js'
import type { Rule } from './types.js'

/**
 * A day that no calendar has.
 *
 * `31 April`, `on June 31`, `29 February 2023`, `32 March 2018`, `(32.03.18)`, `31/04/2018` are; so is `2018-02-30`.
 * Not: `29 February` without a year; `In June 31 people` and `60 May supporters` (the number counts something); `no 31
 * April`; `version 10.45.99`, `10.45.99.1`, `12/31/2018` (by month first).
 */
export const impossibleDates: Rule = ({ text, tokens }) => {
  const words = (k: number) => text.slice(tokens[k]?.start ?? 0, tokens[k]?.end ?? 0)
  return tokens.flatMap((token, k) => {
    if (!token.word) return []
    const digits = isDigit(text.charCodeAt(token.start))
    if (!digits && !INITIALS.has(text[token.start]!)) return []
    const found = digits ? atNumber(tokens, words, k) : atMonth(words, k)
    if (found === undefined) return []
    const span = { start: tokens[found.from]!.start, end: tokens[found.to]!.end }
    const message = `There is no such day as “${text.slice(span.start, span.end)}”.`
    const severity = found.sure ? 'error' : 'warning'
    return [{ code: 'impossible-date', severity, message, spans: [span] } satisfies RecordFinding]
  })
}

/** What months begin with. */
const INITIALS = new Set('JFMASOND')
const isDigit = (code: number) => code >= 48 && code <= 57

/** The words of a token by its index; nothing outside the text. */
type Words = (k: number) => string

/** Token indexes, the last included. */
interface Found {
  readonly from: number
  readonly to: number
  readonly sure: boolean
}

const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/
const YEAR = /^(?:1[5-9]|20)\d\d$/
const BEFORE_DATE = new Set('on by until till since from dated before after'.split(' '))

/** The month's name at a token, with a day before or behind it. */
function atMonth(words: Words, k: number): Found | undefined {
  const word = words(k)
  const month = /^[A-Z]/.test(word) ? monthNumber(word) : undefined
  if (month === undefined) return
  const next = words(k + 1) === '.' ? k + 2 : k + 1
  const before = words(k - 1) === 'of' ? k - 2 : k - 1
  const dayBefore = numberIn(words(before))
  if (dayBefore !== undefined) {
    const yearAt = yearFrom(words, next)
    return judge(words, month, dayBefore, before, yearAt, yearAt ?? k, true)
  }
  const day = numberIn(words(next))
  if (day === undefined) return
  const yearAt = yearFrom(words, next + 1)
  return judge(words, month, day, k, yearAt, yearAt ?? next, false)
}

function judge(
  words: Words,
  month: number,
  day: number,
  from: number,
  yearAt: number | undefined,
  to: number,
  dayFirst: boolean,
): Found | undefined {
  const year = yearAt === undefined ? undefined : Number(words(yearAt))
  if (day <= daysInMonth(month, year)) return
  const before = (words(from - 1) === ',' ? words(from - 2) : words(from - 1))?.toLowerCase() ?? ''
  if (['no', 'not', '$', '£', '€', '/'].includes(before)) return
  const led = BEFORE_DATE.has(before) || weekdayNumber(before) !== undefined
  if (year === undefined && !led && !(dayFirst && day <= 31)) return
  return { from, to, sure: year !== undefined || day <= 31 }
}

const numberIn = (word: string | undefined) => {
  const day = DAY.exec(word ?? '')?.[1]
  return day === undefined || Number(day) === 0 ? undefined : Number(day)
}

/** Where a year stands at this token, or behind a comma there. */
function yearFrom(words: Words, k: number): number | undefined {
  if (YEAR.test(words(k) ?? '')) return k
  return words(k) === ',' && YEAR.test(words(k + 1) ?? '') ? k + 1 : undefined
}

/** A date in digits that begins at a token: 32.03.18, 31/04/2018, 2018-02-30. */
function atNumber(tokens: readonly Token[], words: Words, k: number): Found | undefined {
  if (!/^\d/.test(words(k)) || k + 4 >= tokens.length) return
  const sign = words(k + 1)
  if (!/^[./-]$/.test(sign) || words(k + 3) !== sign) return
  const parts = [words(k), words(k + 2), words(k + 4)]
  if (!parts.every(part => /^(?:\d{1,2}|\d{4})$/.test(part))) return
  const touches = (i: number) => tokens[i]?.end === tokens[i + 1]?.start
  if (![0, 1, 2, 3].every(i => touches(k + i))) return
  // a longer number (an address, a version) begins before or goes on behind
  if (k > 0 && touches(k - 1) && !/^[([“"'‘]+$/.test(words(k - 1))) return
  if (touches(k + 4) && !/^[)\],;:.!?”"'’]+$/.test(words(k + 5))) return
  if (touches(k + 4) && touches(k + 5) && tokens[k + 6]!.word) return
  const [a, b, c] = parts.map(Number) as [number, number, number]
  const found = (sure: boolean): Found => ({ from: k, to: k + 4, sure })
  if (sign === '-') {
    const iso = YEAR.test(parts[0]!) && /^\d\d$/.test(parts[1]!) && /^\d\d$/.test(parts[2]!)
    return iso && b >= 1 && b <= 12 && c > daysInMonth(b, a) ? found(c <= 31) : undefined
  }
  const full = YEAR.test(parts[2]!)
  if (!full && !parts.every(part => part.length === 2)) return
  const year = full ? c : undefined
  if (exists(a, b, year) || exists(b, a, year) || a === 0 || b === 0) return
  if (full) return found(true)
  const before = words(k - 1)?.toLowerCase() ?? ''
  return before === '(' || BEFORE_DATE.has(before) || weekdayNumber(before) !== undefined
    ? found(false)
    : undefined
}

const exists = (day: number, month: number, year: number | undefined) =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, year)
