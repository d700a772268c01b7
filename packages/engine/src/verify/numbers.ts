import { ORDINALS, SCALES, SHORT_SCALES, SMALL_NUMBERS, TENS } from '../lexicon/en/numbers.js'
import type { RawWord } from './raw-words.js'

/** A number as its figures: "three hundred and two" → `302`, "1.5m" → `1500000`, "twenty-first" → `21st`. */
export interface FoundNumber {
  readonly form: string
  readonly ordinal: boolean
  readonly to: number
}

const SMALL = new Map(Object.entries(SMALL_NUMBERS))
const TEN = new Map(Object.entries(TENS))
const SCALE = new Map(Object.entries(SCALES))
const SHORT = new Map(Object.entries(SHORT_SCALES))
const ORDINAL = new Map(Object.entries(ORDINALS))
/** Figures, and the letters that touch them. Longer ones are names of things, and no number holds them. */
const FIGURES = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,6}))?(\p{L}{0,3})$/u

/**
 * The number that begins at a raw word, in figures or words. "a" counts before a scale only ("a million").
 * No numbers: "16.03.2026", "1990s", "G7", "30pm"; "m", "bn" and "k" scale only where they touch the figures.
 */
export function readNumber(raw: readonly RawWord[], at: number): FoundNumber | undefined {
  const form = raw[at]?.form
  if (form === undefined) return undefined
  const code = form.charCodeAt(0)
  if (code >= 48 && code <= 57) return inFigures(raw, at, form)
  return code >= 97 && code <= 122 ? inWords(raw, at) : undefined
}

function inFigures(raw: readonly RawWord[], at: number, form: string): FoundNumber | undefined {
  const match = FIGURES.exec(form)
  if (match === null) return undefined
  const [, whole = '', part = '', letters = ''] = match
  const figures = whole.replaceAll(',', '')
  if (/^(?:st|nd|rd|th)$/.test(letters) && part === '') {
    return { form: `${plain(figures)}${letters}`, ordinal: true, to: at + 1 }
  }
  const short = SHORT.get(letters)
  if (letters !== '' && short === undefined) return undefined
  const long = letters === '' ? SCALE.get(raw[at + 1]?.form ?? '') : undefined
  const scale = short ?? long ?? 1
  return {
    form: scaled(figures, part, scale),
    ordinal: false,
    to: long === undefined ? at + 1 : at + 2,
  }
}

/** Figures times a scale, by moving the point where the scale is a power of ten, so that nothing is rounded. */
function scaled(figures: string, part: string, scale: number): string {
  const places = Math.round(Math.log10(scale))
  if (10 ** places !== scale) return String(Number(`${figures}.${part || '0'}`) * scale)
  const digits = part.padEnd(places, '0')
  const rest = digits.slice(places).replace(/(?<!0)0+$/, '')
  return plain(figures + digits.slice(0, places)) + (rest === '' ? '' : `.${rest}`)
}

const plain = (digits: string) => digits.replace(/^0+(?=\d)/, '')

function inWords(raw: readonly RawWord[], at: number): FoundNumber | undefined {
  const form = raw[at]!.form
  const article = form === 'a' || form === 'an'
  if (article && !SCALE.has(raw[at + 1]?.form ?? '')) return undefined
  const simple = ORDINAL.get(form)
  if (simple !== undefined) return { form: ordinal(simple), ordinal: true, to: at + 1 }
  if (!article && !SMALL.has(form) && !TEN.has(form)) return undefined

  let total = 0
  let group = article ? 1 : 0
  let to = article ? at + 1 : at
  // what may follow: below this within the group, below that as the next scale
  let room = article ? 1 : 1000
  let top = Number.POSITIVE_INFINITY
  for (; to < raw.length && to - at < 24; to++) {
    let word = raw[to]!.form
    const and = word === 'and' && (room === 100 || (group === 0 && total > 0))
    if (and) word = raw[to + 1]?.form ?? ''
    const small = SMALL.get(word)
    const ten = TEN.get(word)
    const scale = SCALE.get(word)
    if (small !== undefined && (room > 10 ? true : room > 1 && small > 0 && small < 10)) {
      if (small === 0 && to > at) break
      group += small
      room = 1
    } else if (ten !== undefined && room > 10) {
      group += ten
      room = 10
      const last = ORDINAL.get(raw[to + 1]?.form ?? '')
      if (last !== undefined && last < 10 && !and)
        return { form: ordinal(total + group + last), ordinal: true, to: to + 2 }
    } else if (scale === 100 && group > 0 && group < 100 && room < 1000 && !and) {
      group *= 100
      room = 100
    } else if (scale !== undefined && scale !== 100 && scale < top && group > 0 && !and) {
      total += group * scale
      group = 0
      top = scale
      room = scale === 12 ? 0 : 1000
    } else break
    if (and) to++
  }
  return { form: String(total + group), ordinal: false, to }
}

function ordinal(value: number): string {
  const last = value % 100 > 10 && value % 100 < 14 ? 0 : value % 10
  return `${value}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`
}
