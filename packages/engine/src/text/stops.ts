import {
  AFTER_TIMES,
  ASKED,
  BEFORE_NAMES,
  BEFORE_NUMBERS,
  EITHER,
  EXCLAIMED,
  STARTERS,
} from '../lexicon/en/abbreviations.js'
import type { Span } from '../span.js'

/** A stop with white space behind it, and more of the paragraph behind that. */
export interface Stop {
  readonly text: string
  /** Where the sentence began. */
  readonly start: number
  /** The stop itself: one sign or more. */
  readonly stop: Span
  /** Behind the marks and brackets that close after it. */
  readonly end: number
  /** What comes after the white space. */
  readonly next: number
  /** The end of the paragraph. */
  readonly limit: number
  /** How many words the sentence has so far. */
  readonly words: number
}

/** Looks that far back and ahead, no farther. */
const NEAR = 40

const OPENING = /^[“"‘'«„([{`‹»”’]+/
const WORD = /^[\p{L}\p{M}\p{N}'’]+/u
const WORDLESS = /^[^\p{L}\p{N}]*$/u
const CLOSING_MARK = /["”’'»″´]/
/** iPhone, eBay, macOS */
const CAMEL = /^\p{Ll}{1,3}\p{Lu}/u
const LABEL = /^(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,5}|[IVXLC]{1,5})$/
/** b. The second of a list. */
const ITEM = /^\p{Ll}\.\s/u
const FIRST_ITEM = /:\s*1$/
const LAST_WORD = /[\p{L}\p{M}\p{N}&]+(?:[.’'][\p{L}\p{M}\p{N}&]+)*$/u
const LETTERS = /^\p{L}{1,3}(?:\.\p{L}{1,2})+$/u
const TIME = /^[ap]\.m$/i
const INITIAL = /^\p{Lu}$/u

/** Does the sentence end at this stop? */
export function endsSentence(found: Stop): boolean {
  const { text, start, stop, end, next, limit } = found
  const before = text.slice(Math.max(start, stop.start - NEAR), stop.start)
  if (stop.start - start <= NEAR && WORDLESS.test(before)) return false
  const after = text.slice(next, Math.min(limit, next + NEAR))
  const opening = OPENING.exec(after)?.[0] ?? ''
  const word = WORD.exec(after.slice(opening.length))?.[0] ?? ''
  // , and ) go on; so does a small letter, also behind a dash, unless it begins a brand’s name or an item
  if (/^[,;:)\]}]/.test(after)) return false
  if (/^[-–—]+\s*\p{Ll}/u.test(after)) return false
  if (opening === '' && /^\p{Ll}/u.test(word)) return CAMEL.test(word) || ITEM.test(after)

  const sign = text.slice(stop.start, stop.end)
  const closed = text.slice(stop.end, end)
  if (/^[.…\s]+$/.test(sign) && sign !== '.') return endsAtEllipsis(found, opening, word)
  if (sign !== '.') return !goesOnAfterQuestion(before, closed, opening, after)
  if (CLOSING_MARK.test(closed)) return true
  return endsAtDot(found, before, opening, word)
}

/** “I … I forgot” goes on; “I forgot … He did not” does not. */
function endsAtEllipsis({ text, stop }: Stop, opening: string, word: string): boolean {
  const attached = !/\s/.test(text[stop.start - 1] ?? ' ')
  if (opening !== '') return !/^\p{Ll}/u.test(word)
  return attached ? word !== 'I' : STARTERS.has(word)
}

/** `“Is it over?” Lund asked.` `Yahoo! News` */
function goesOnAfterQuestion(
  before: string,
  closed: string,
  opening: string,
  after: string,
): boolean {
  if (closed === '') return opening === '' && EXCLAIMED.has(LAST_WORD.exec(before)?.[0] ?? '')
  if (opening !== '' || !CLOSING_MARK.test(closed)) return false
  const [first = '', ...rest] = after.split(/\s+/, 4)
  const title = isListed(BEFORE_NAMES, first.replace(/\.$/, ''))
  if (!title && (STARTERS.has(first) || /[.,!?;:]$/.test(first))) return false
  const verb = rest.findIndex(word => ASKED.has(word.replace(/[,.:]$/, '')))
  return verb >= 0 && rest.slice(0, verb).every(word => /^\p{Lu}/u.test(word))
}

/** Is it the stop of an abbreviation, of an initial, of a number in a list? */
function endsAtDot(found: Stop, before: string, opening: string, word: string): boolean {
  const last = LAST_WORD.exec(before)?.[0] ?? ''
  if (last === '') return true
  const { words, text, next } = found
  if (words === 1 && LABEL.test(last)) return false
  if (FIRST_ITEM.test(before)) return false
  const quoted = opening !== '' && !/^\p{Ll}/u.test(word)
  const starts = quoted || STARTERS.has(word)
  const number = /^#?\d/.test(text.slice(next, next + 2))
  if (TIME.test(last)) {
    if (AFTER_TIMES.has(word) || number) return false
    // “At 5 p.m. Lund spoke.”
    return starts || words > 4
  }
  if (isListed(BEFORE_NUMBERS, last) && number) return false
  if (isListed(EITHER, last) || LETTERS.test(last)) return starts
  if (isListed(BEFORE_NAMES, last)) return false
  if (INITIAL.test(last)) return STARTERS.has(word) && !followsInitial(before)
  return true
}

/** As written, or in capitals. */
const isListed = (list: ReadonlySet<string>, word: string) =>
  list.has(word) ||
  (word.length > 1 &&
    word === word.toUpperCase() &&
    list.has(word[0] + word.slice(1).toLowerCase()))

/** J. R. Lund: an initial behind another. */
const followsInitial = (before: string) => /(?:^|\s)\p{Lu}\.\s*\p{Lu}$/u.test(before)
