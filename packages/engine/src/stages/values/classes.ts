import {
  DAYPARTS,
  DECADE_WORDS,
  HOLIDAY_SEASONS,
  MONTHS,
  NAMED_HOLIDAYS,
  SEASONS,
  TIME_UNITS,
  WEEKDAYS,
} from '../../lexicon/en/calendar.js'
import {
  CURRENCY_CODES,
  CURRENCY_SHORTS,
  CURRENCY_SIGNS,
  DOLLAR_PREFIXES,
} from '../../lexicon/en/currencies.js'
import { ORDINALS, SCALES, SMALL_NUMBERS, TENS, VULGAR } from '../../lexicon/en/numbers.js'
import type { Piece } from './pieces.js'

/** What a piece may begin. A piece of no class costs one look into a map and no rule. */
export const CLASS = {
  digits: 1,
  numberWord: 2,
  /** "a", "an", "half": numbers only before a unit or a scale. */
  article: 4,
  month: 8,
  weekday: 16,
  ordinal: 32,
  /** "last", "this", "next", "the" and what else begins a relative date. */
  relative: 64,
  season: 128,
  currency: 256,
  decade: 512,
  /** "noon", "midnight", "Q3", "H1" and other words that are dates or times by themselves. */
  clock: 1024,
  period: 2048,
  age: 4096,
  holiday: 8192,
  apostrophe: 16384,
} as const

const WORDS = new Map<string, number>()
const put = (words: Iterable<string>, bit: number) => {
  for (const word of words) WORDS.set(word, (WORDS.get(word) ?? 0) | bit)
}
put(Object.keys(SMALL_NUMBERS), CLASS.numberWord)
put(Object.keys(TENS), CLASS.numberWord)
put(Object.keys(SCALES), CLASS.numberWord)
put(Object.keys(VULGAR), CLASS.numberWord)
put(Object.keys(CURRENCY_SHORTS), CLASS.currency)
put(['a', 'an', 'half', 'quarter'], CLASS.article)
put(Object.keys(MONTHS), CLASS.month)
put(Object.keys(WEEKDAYS), CLASS.weekday)
put(Object.keys(ORDINALS), CLASS.ordinal)
put(['today', 'yesterday', 'tomorrow', 'tonight', 'tonite'], CLASS.relative)
put(
  'the last this next past previous coming following current same earlier later early mid late year upcoming final till until'.split(
    ' ',
  ),
  CLASS.relative,
)
put(Object.keys(SEASONS), CLASS.season)
put(Object.keys(DECADE_WORDS), CLASS.decade)
put(['noon', 'midday', 'midnight'], CLASS.clock)
put(['q', 'q1', 'q2', 'q3', 'q4', 'h1', 'h2', 'fiscal', 'financial', 'fy'], CLASS.period)
put(['aged', 'age', 'ages', 'her', 'his', 'their', 'my', 'turned', 'turns', 'turning'], CLASS.age)
put(
  new Set(
    Object.keys({ ...NAMED_HOLIDAYS, ...HOLIDAY_SEASONS }).map(name =>
      name.split(' ')[0]!.replace('’s', ''),
    ),
  ),
  CLASS.holiday,
)
put(Object.keys(DOLLAR_PREFIXES), CLASS.currency)
put(
  [...CURRENCY_CODES].map(code => code.toLowerCase()),
  CLASS.currency,
)
put(Object.keys(TIME_UNITS), 0)
put(DAYPARTS, 0)

const SIGNS = new Map<string, number>(
  Object.keys(CURRENCY_SIGNS).map(sign => [sign, CLASS.currency]),
)
for (const quote of ["'", '’', '‘']) SIGNS.set(quote, CLASS.apostrophe)

/** What each piece may begin. */
export function classify(pieces: readonly Piece[]): Uint16Array {
  const classes = new Uint16Array(pieces.length)
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    if (piece.kind === 'word') classes[i] = WORDS.get(piece.lower) ?? 0
    else if (piece.kind === 'number') classes[i] = CLASS.digits
    else if (piece.kind === 'sign') classes[i] = SIGNS.get(piece.lower) ?? 0
  }
  return classes
}
