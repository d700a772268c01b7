import { TIME_UNITS, type TimeUnit } from '../../../lexicon/en/calendar.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { compound, isDash, isTightDash, lowerAt } from '../look.js'
import { readNumeral, times } from '../numerals.js'
import type { Piece } from '../pieces.js'
import { countAt } from './distance.js'

/**
 * How long: "18 months", "three-day", "almost three decades" (P30Y), "an hour and a half", "half an hour", "two to three
 * weeks" (from P2W to P3W), "1 hour and 30 minutes". "a week" only behind "for", "within", "almost" and the like.
 *
 * None: "$12 an hour", "once a week", "an hour later" stays a duration, "63rd minute", "46-year-old" (an age), "one day".
 */
export const duration: Rule = {
  name: 'duration',
  starts: CLASS.digits | CLASS.numberWord | CLASS.article,
  read: (at, { pieces }) => halfUnit(pieces, at) ?? counted(pieces, at),
}

function counted(pieces: readonly Piece[], at: number) {
  const number = countAt(pieces, at)
  if (number === undefined || number.value > 1e6) return undefined
  const single = number.to === at + 1 && /^(?:an?|one)$/.test(lowerAt(pieces, at))
  if (single && !BEFORE.has(lowerAt(pieces, at - 1)) && !AFTER.has(lowerAt(pieces, at + 2)))
    return undefined
  const range = rangeAt(pieces, number.to)
  const unitAt = compound(pieces, range?.to ?? number.to)
  const name = lowerAt(pieces, unitAt)
  const unit = pieces[unitAt]!.kind === 'word' ? TIME_UNITS[name] : undefined
  if (unit === undefined || (unit === 'quarter' && single)) return undefined
  // "2018 day five": one unit of many needs its hyphen
  const plural =
    name.endsWith('s') || name === 'min' || name === 'sec' || name === 'hr' || name === 'yr'
  const many = (range?.value ?? number.value) > 1
  if (
    many &&
    !plural &&
    !isTightDash(pieces, unitAt - 1) &&
    !HALF_ONE.test(lowerAt(pieces, unitAt - 1))
  )
    return undefined
  // "46-year-old" is an age; "second" of "two second-half goals" is an ordinal
  if (
    (name === 'second' && !(isTightDash(pieces, unitAt - 1) && number.value > 4)) ||
    (isTightDash(pieces, unitAt + 1) && lowerAt(pieces, unitAt + 2) === 'old')
  )
    return undefined
  if (lowerAt(pieces, unitAt + 1) === 'old' || (name === 'min' && unitAt === number.to + 1))
    return undefined
  if (!pieces[unitAt]!.gap && unitAt === number.to && /^(?:min|sec)$/.test(name)) return undefined
  if (range) {
    return {
      to: unitAt + 1,
      meaning: {
        type: 'duration',
        value: { start: iso([[number.value, unit]]), end: iso([[range.value, unit]]) },
      },
      stated: { number: number.value, 'last number': range.value, unit },
    } as const
  }
  const more = secondPart(pieces, unitAt + 1, unit)
  const value = number.value + (more?.half ? 0.5 : 0)
  const parts: [number, TimeUnit][] = [[value, unit]]
  if (more?.number !== undefined) parts.push([more.number, more.unit])
  return {
    to: more?.to ?? unitAt + 1,
    meaning: { type: 'duration', value: iso(parts) },
    stated: {
      number: value,
      unit,
      ...(more?.number === undefined ? {} : { and: more.number, 'and unit': more.unit }),
    },
  } as const
}

/** "half an hour", "half a century". */
function halfUnit(pieces: readonly Piece[], at: number) {
  const inverted = lowerAt(pieces, at) === 'half' && /^an?$/.test(lowerAt(pieces, at + 1))
  const plain = lowerAt(pieces, at) === 'a' && lowerAt(pieces, at + 1) === 'half'
  if (!inverted && !plain) return undefined
  const unitAt = compound(pieces, at + 2)
  const unit = TIME_UNITS[lowerAt(pieces, unitAt)]
  if (unit === undefined || unit === 'second') return undefined
  return {
    to: unitAt + 1,
    meaning: { type: 'duration', value: iso([[0.5, unit]]) },
    stated: { number: 0.5, unit },
  } as const
}

const BEFORE = new Set(
  (
    'for in within after over almost nearly about around roughly under lasting last lasted lasts than just of every ' +
    'take takes took spent spend only least half during'
  ).split(' '),
)

/** "one and a half hour" */
const HALF_ONE = /^half$/

const AFTER = new Set('ago later earlier before after and long'.split(' '))

/** "-3" and "to three" behind a first number. */
function rangeAt(pieces: readonly Piece[], at: number): { value: number; to: number } | undefined {
  const joint = lowerAt(pieces, at)
  if (!isDash(pieces, at) && joint !== 'to' && joint !== 'or') return undefined
  const second = readNumeral(pieces, isDash(pieces, at) || joint ? at + 1 : at)
  return second && TIME_UNITS[lowerAt(pieces, compound(pieces, second.to))] ? second : undefined
}

type More =
  | { half: true; number?: undefined; to: number; unit: TimeUnit }
  | { half: false; number: number; to: number; unit: TimeUnit }

const ORDER: readonly TimeUnit[] = [
  'century',
  'decade',
  'year',
  'quarter',
  'month',
  'fortnight',
  'week',
  'weekend',
  'day',
  'night',
  'hour',
  'minute',
  'second',
]

/** "and a half", "and 30 minutes", ", 40 minutes" behind a first part. */
function secondPart(pieces: readonly Piece[], at: number, unit: TimeUnit): More | undefined {
  const and = lowerAt(pieces, at) === 'and'
  if (and && lowerAt(pieces, at + 1) === 'a' && lowerAt(pieces, at + 2) === 'half')
    return { half: true, to: at + 3, unit }
  const number = readNumeral(pieces, and ? at + 1 : at)
  const next = number && TIME_UNITS[lowerAt(pieces, number.to)]
  if (number === undefined || next === undefined || ORDER.indexOf(next) <= ORDER.indexOf(unit))
    return undefined
  return { half: false, number: number.value, unit: next, to: number.to + 1 }
}

const LETTERS: Readonly<
  Record<TimeUnit, readonly [factor: number, letter: string, clock: boolean]>
> = {
  second: [1, 'S', true],
  minute: [1, 'M', true],
  hour: [1, 'H', true],
  day: [1, 'D', false],
  night: [1, 'D', false],
  week: [1, 'W', false],
  weekend: [2, 'D', false],
  fortnight: [2, 'W', false],
  month: [1, 'M', false],
  quarter: [3, 'M', false],
  year: [1, 'Y', false],
  decade: [10, 'Y', false],
  century: [100, 'Y', false],
}

/** ISO 8601: [[1, 'hour'], [30, 'minute']] is "PT1H30M"; half an hour is "PT0.5H"... and half a decade "P5Y". */
function iso(parts: readonly (readonly [number, TimeUnit])[]): string {
  let days = ''
  let clock = ''
  for (const [number, unit] of parts) {
    const [factor, letter, timed] = LETTERS[unit]
    const part = `${times(number, factor)}${letter}`
    if (timed) clock += part
    else days += part
  }
  return `P${days}${clock === '' ? '' : `T${clock}`}`
}
