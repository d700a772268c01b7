import { DECADE_WORDS, TIME_UNITS } from '../../../lexicon/en/calendar.js'
import type { Context, Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { compound, isDash, isSign, lowerAt, wholeAt } from '../look.js'
import { type Numeral, readNumeral, times } from '../numerals.js'
import type { Piece } from '../pieces.js'

/**
 * Ages, in years: "aged 46", "ages 55 to 65", "the 46-year-old", "46 years old", "a 10-month-old" (0.8333, with 10
 * months stated), "in her forties", "in his early 30s", and a bare number behind a person's name: "Marta Hallin, 46,",
 * "Hallin (46)", or behind "she is" with nothing counted.
 *
 * None: "Hallin, 46 miles away", "Hallin, 2018", "aged cheese", "a 90-year-old club" is an age as well, a club's.
 */
export const age: Rule = {
  name: 'age',
  starts: CLASS.digits | CLASS.numberWord | CLASS.age,
  read: (at, context) =>
    yearsOld(context.pieces, at) ??
    afterWord(context.pieces, at) ??
    inDecade(context.pieces, at) ??
    afterIs(context.pieces, at) ??
    behindName(context, at),
}

const OLDEST = 125

/** "46-year-old", "46 years old", "three weeks old", "87 yo". */
function yearsOld(pieces: readonly Piece[], at: number) {
  const first = readNumeral(pieces, at)
  const number = first && (rangeBehind(pieces, first) ?? first)
  if (first === undefined || number === undefined) return undefined
  const unitAt = compound(pieces, number.to)
  const name = lowerAt(pieces, unitAt)
  if (name === 'yo' && pieces[unitAt]!.gap) return found(number.value, unitAt + 1)
  const unit = TIME_UNITS[name]
  const factor = unit && IN_YEARS[unit]
  if (factor === undefined) return undefined
  const old = compound(pieces, unitAt + 1)
  const ofAge = lowerAt(pieces, unitAt + 1) === 'of' && lowerAt(pieces, unitAt + 2) === 'age'
  if (ofAge)
    return unit === 'year'
      ? found(number.value, unitAt + 3)
      : found(Number((number.value * factor).toFixed(4)), unitAt + 3, {
          number: number.value,
          unit: unit!,
        })
  if (!/^olds?$/.test(lowerAt(pieces, old))) return undefined
  if (number !== first && unit === 'year') {
    return {
      to: old + 1,
      meaning: { type: 'age', value: { min: first.value, max: number.value } },
      stated: { min: first.value, max: number.value },
    } as const
  }
  return unit === 'year'
    ? found(number.value, old + 1)
    : found(Number((number.value * factor).toFixed(4)), old + 1, {
        number: number.value,
        unit: unit!,
      })
}

/** The second of "18- to 24-year-old" and "18-24 year olds". */
function rangeBehind(pieces: readonly Piece[], first: Numeral): Numeral | undefined {
  const hung = isDash(pieces, first.to) && !pieces[first.to]!.gap
  const joint = hung && /^(?:to|or)$/.test(lowerAt(pieces, first.to + 1)) ? first.to + 1 : first.to
  if (!isDash(pieces, joint) && !/^(?:to|or)$/.test(lowerAt(pieces, joint))) return undefined
  const second = readNumeral(pieces, joint + 1)
  return second && second.value > first.value ? second : undefined
}

const IN_YEARS: Readonly<Record<string, number>> = {
  year: 1,
  month: 1 / 12,
  week: 7 / 365.25,
  day: 1 / 365.25,
}

/** "aged 46", "age 46", "ages 55 to 65", "the age of 12", "turned 50". */
function afterWord(pieces: readonly Piece[], at: number) {
  const word = lowerAt(pieces, at)
  if (!/^(?:aged?|ages|turn(?:ed|s|ing))$/.test(word) || pieces[at]!.kind !== 'word')
    return undefined
  let from = at + 1
  if (
    word.startsWith('age') &&
    (lowerAt(pieces, from) === 'of' || lowerAt(pieces, from) === 'between')
  )
    from++
  if (lowerAt(pieces, from) === 'just' || lowerAt(pieces, from) === 'only') from++
  const first = readNumeral(pieces, from)
  if (first === undefined || first.value > OLDEST || first.scale > 1 || !isWhole(first.value))
    return undefined
  if (/^turn/.test(word)) {
    const behind = pieces[first.to]!
    // "turned 40 pages": only a number with nothing counted behind it
    if (first.value < 10 || (behind.kind === 'word' && !TURNING.has(behind.lower))) return undefined
  }
  const unit = TIME_UNITS[lowerAt(pieces, first.to)]
  if (unit && unit !== 'year' && IN_YEARS[unit] !== undefined)
    return found(Number((first.value * IN_YEARS[unit]!).toFixed(4)), first.to + 1, {
      number: first.value,
      unit,
    })
  const joint = lowerAt(pieces, first.to)
  const joins = isDash(pieces, first.to) || joint === 'to' || (joint === 'and' && word !== 'age')
  const second = joins && !/^turn/.test(word) ? readNumeral(pieces, first.to + 1) : undefined
  if (second && second.value > first.value && second.value <= OLDEST) {
    return {
      to: second.to,
      meaning: { type: 'age', value: { min: first.value, max: second.value } },
      stated: { min: first.value, max: second.value },
    } as const
  }
  return found(first.value, unit === 'year' ? first.to + 1 : first.to)
}

const TURNING = new Set(
  'in on this last next and but when before after at by while as or'.split(' '),
)

const isWhole = (value: number): boolean => Number.isInteger(value)

/** "in her forties", "in his early 30s". */
function inDecade(pieces: readonly Piece[], at: number) {
  if (!/^(?:her|his|their|my)$/.test(lowerAt(pieces, at))) return undefined
  let next = at + 1
  const part = lowerAt(pieces, next)
  const hasPart = part === 'early' || part === 'mid' || part === 'late'
  if (hasPart) next = compound(pieces, next + 1)
  const word = DECADE_WORDS[lowerAt(pieces, next)]
  const digits = wholeAt(pieces, next, 20, 90)
  const suffixed =
    pieces[next + 1]!.kind === 'word' &&
    !pieces[next + 1]!.gap &&
    /^'?s$/.test(lowerAt(pieces, next + 1))
  const start = word ?? (suffixed && digits % 10 === 0 ? digits : undefined)
  if (start === undefined) return undefined
  const [from, to] = hasPart ? PARTS[part]! : [0, 9]
  return {
    to: word === undefined ? next + 2 : next + 1,
    meaning: { type: 'age', value: { min: start + from!, max: start + to! } },
    stated: { decade: start, ...(hasPart ? { part } : {}) },
  } as const
}

const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  early: [0, 4],
  mid: [3, 7],
  late: [5, 9],
}

/** "she is 46.", "who was 70,": nothing counted behind it. */
function afterIs(pieces: readonly Piece[], at: number) {
  const value = wholeAt(pieces, at, 10, OLDEST)
  if (Number.isNaN(value) || !/^(?:is|was|'s)$/.test(lowerAt(pieces, at - 1))) return undefined
  const subject = lowerAt(pieces, at - 2)
  if (subject !== 'he' && subject !== 'she' && subject !== 'who') return undefined
  const next = pieces[at + 1]!
  return next.kind === 'break' || /^[,.;!?]/.test(next.lower) || next.lower === 'when'
    ? found(value, at + 1)
    : undefined
}

/** ", 46," and "(46)" behind a mention that names a person. */
function behindName({ pieces, personEnds }: Context, at: number) {
  const value = wholeAt(pieces, at, 1, OLDEST)
  if (Number.isNaN(value) || pieces[at]!.lower.startsWith('0')) return undefined
  const comma = isSign(pieces, at - 1, ',')
  if (!comma && !isSign(pieces, at - 1, '(')) return undefined
  if (!personEnds.has(pieces[at - 2]?.end ?? -1)) return undefined
  const next = pieces[at + 1]!
  const closed = comma
    ? next.kind === 'break' || /^[,.;:)—–]/.test(next.lower) || AGE_NEXT.has(next.lower)
    : next.lower === ')' || next.lower === ','
  return closed ? found(value, at + 1) : undefined
}

const AGE_NEXT = new Set('of from and who was is has had said'.split(' '))

function found(value: number, to: number, stated: Readonly<Record<string, string | number>> = {}) {
  if (value > OLDEST * 10) return undefined
  return {
    to,
    meaning: { type: 'age', value: times(value, 1) },
    stated: { number: value, ...stated },
  } as const
}
