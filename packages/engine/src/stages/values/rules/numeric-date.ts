import { WEEKDAYS } from '../../../lexicon/en/calendar.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { isNumber, isSign, isSuffix, isTightDash, lowerAt, wholeAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * A date in digits: "15.03.18", "4/5/2018", "2018-03-15", "12-2015", "2015-3", and, behind "on", "by" and the like or
 * beside a day of the week, "22/04". Which of two numbers is the month is found later, from the whole story.
 *
 * None: "1/1/1/1", "1.2.3" (a version: a year has two or four digits), "24/7", "7/10", "192.168.1.2", "2018/5000".
 */
export const numericDate: Rule = {
  name: 'numeric-date',
  starts: CLASS.digits,
  read: (at, { pieces }) => {
    if (joinsBefore(pieces, at)) return undefined
    if (pieces[at]!.lower.length === 8) return packed(pieces, at)
    if (Number.isNaN(pieces[at]!.value)) return dottedDate(pieces, at)
    if (isSign(pieces, at + 1, '/') || isTightDash(pieces, at + 1)) return joinedDate(pieces, at)
    return undefined
  },
}

/** Something that makes a number part of a longer code: "1/" or "-" before it. */
const joinsBefore = (pieces: readonly Piece[], at: number): boolean =>
  !pieces[at]!.gap &&
  /^[/\-.:#_@&=]/.test(lowerAt(pieces, at - 1)) &&
  isNumberOrWord(pieces, at - 2)

const isNumberOrWord = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]?.kind === 'number' || pieces[at]?.kind === 'word'

/** "20200701", with nothing counted behind it. */
function packed(pieces: readonly Piece[], at: number) {
  const parts = /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(pieces[at]!.lower)
  if (parts === null) return dottedDate(pieces, at)
  if (pieces[at + 1]!.kind === 'word') return undefined
  return found(parts.slice(1), at + 1, false)
}

function dottedDate(pieces: readonly Piece[], at: number) {
  const parts = pieces[at]!.lower.split('.', 4)
  if (parts.length !== 3 || isSuffix(pieces, at + 1) || parts.some(part => part.length > 4))
    return undefined
  return found(parts, at + 1, true)
}

function joinedDate(pieces: readonly Piece[], at: number) {
  const joint = lowerAt(pieces, at + 1)
  const parts = [lowerAt(pieces, at)]
  let to = at + 1
  while (
    parts.length < 4 &&
    lowerAt(pieces, to) === joint &&
    !pieces[to]!.gap &&
    isNumber(pieces, to + 1) &&
    !pieces[to + 1]!.gap
  ) {
    parts.push(lowerAt(pieces, to + 1))
    to += 2
  }
  if (parts.length < 2 || parts.length > 3) return undefined
  if (isSuffix(pieces, to) && lowerAt(pieces, to) !== "'s") return undefined
  if (lowerAt(pieces, to) === '%') return undefined
  if (parts.length === 3) return found(parts, to, false)
  const range = joint === '/' ? strokeRange(pieces, parts, to) : undefined
  if (range) return range
  return (
    monthAndYear(parts, to) ??
    (joint === '/' && isCued(pieces, at) ? dayAndMonth(parts, to) : undefined)
  )
}

/** "10/1-11/2/2017": two days of a year, the month first. */
function strokeRange(pieces: readonly Piece[], first: readonly string[], dash: number) {
  if (!isTightDash(pieces, dash)) return undefined
  const at = dash + 1
  if (!isSign(pieces, at + 1, '/') || !isSign(pieces, at + 3, '/')) return undefined
  const year = wholeAt(pieces, at + 4, 1900, 2199)
  const [fromMonth, fromDay, month, day] = [
    ...first,
    lowerAt(pieces, at),
    lowerAt(pieces, at + 2),
  ].map(Number) as [number, number, number, number]
  const fits = (one: number, inMonth: number) =>
    one >= 1 && one <= 12 && inMonth >= 1 && inMonth <= 31
  if (Number.isNaN(year) || !fits(fromMonth, fromDay) || !fits(month, day)) return undefined
  return {
    to: at + 5,
    meaning: {
      type: 'date',
      date: {
        form: 'range',
        from: { form: 'calendar', month: fromMonth, day: fromDay },
        to: { form: 'calendar', year, month, day },
      },
    },
    stated: { month: fromMonth, day: fromDay, 'last month': month, 'last day': day, year },
  } as const
}

function found(texts: readonly string[], to: number, dotted: boolean) {
  if (!texts.every(part => /^\d{1,4}$/.test(part))) return undefined
  const [a, b, c] = texts as [string, string, string]
  if (a.length > 2 && (a.length !== 4 || b.length > 2 || c.length > 2)) return undefined
  if (a.length <= 2 && (b.length > 2 || (c.length !== 2 && c.length !== 4))) return undefined
  const parts = texts.map(Number)
  if (a.length === 4) {
    const [year, month, day] = parts as [number, number, number]
    if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
    return {
      to,
      meaning: { type: 'date', date: { form: 'calendar', year, month, day } },
      stated: { year, month, day },
    } as const
  }
  const [first, second] = parts as [number, number, number]
  if (Math.min(first, second) < 1 || Math.min(first, second) > 12 || Math.max(first, second) > 31)
    return undefined
  // a version ("2.0.14") is no date: a dotted one needs two digits for its year and a plausible day and month
  if (dotted && (a.length === 1 || b.length === 1) && c.length !== 4 && a === '0') return undefined
  return {
    to,
    meaning: { type: 'date', date: { form: 'numeric', parts, dotted } },
    stated: { numbers: texts.join(dotted ? '.' : '/') },
  } as const
}

function monthAndYear([a, b]: readonly string[], to: number) {
  const [year, month] = a!.length === 4 ? [a!, b!] : [b!, a!]
  if (year.length !== 4 || month.length > 2 || !/^\d+$/.test(year + month)) return undefined
  // 2016-17 is a season, 2003-04 may be one
  if (a!.length === 4 && b!.length === 2 && Number(b) === (Number(a) + 1) % 100) return undefined
  if (Number(month) < 1 || Number(month) > 12 || Number(year) < 1000 || Number(year) > 2199)
    return undefined
  return {
    to,
    meaning: { type: 'date', date: { form: 'calendar', year: Number(year), month: Number(month) } },
    stated: { year: Number(year), month: Number(month) },
  } as const
}

function dayAndMonth(texts: readonly string[], to: number) {
  const parts = texts.map(Number) as [number, number]
  if (
    texts.some(text => text.length > 2) ||
    Math.min(...parts) < 1 ||
    Math.min(...parts) > 12 ||
    Math.max(...parts) > 31
  )
    return undefined
  return {
    to,
    meaning: { type: 'date', date: { form: 'numeric', parts, dotted: false } },
    stated: { numbers: texts.join('/') },
  } as const
}

const CUES = new Set('on by since until till before after from dated'.split(' '))

function isCued(pieces: readonly Piece[], at: number): boolean {
  const before = lowerAt(pieces, at - 1)
  return (
    CUES.has(before) ||
    // "from 10/25 to 01/25"
    (/^(?:to|and|till|until)$/.test(before) && lowerAt(pieces, at - 3) === '/') ||
    // "6/4 between 9.30 and 4.30pm"
    (lowerAt(pieces, at + 3) === 'between' && isNumber(pieces, at + 4)) ||
    WEEKDAYS[before] !== undefined ||
    WEEKDAYS[lowerAt(pieces, at - 2)] !== undefined
  )
}
