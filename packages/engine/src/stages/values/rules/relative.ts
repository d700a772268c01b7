import { DAYPARTS, MONTHS, SEASONS, WEEKDAY_NAMES, WEEKDAYS } from '../../../lexicon/en/calendar.js'
import type { RelativeUnit, Rule, Shift } from '../candidate.js'
import { CLASS } from '../classes.js'
import { isTightDash, lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'
import { found, OFFSETS, windowOf } from './window.js'

/**
 * Days counted from the day of publication: "today", "yesterday", "last night", "this morning", "last month",
 * "next year", "last Thursday", "this summer", "earlier this year", "the past two weeks", "the day after tomorrow",
 * "the weekend", "the end of the year".
 *
 * None: "the day", "the month" (which, is not told), "the last two", "this man", "every year".
 */
export const relative: Rule = {
  name: 'relative',
  starts: CLASS.relative,
  read: (at, { pieces }) => {
    const day = DAYS[lowerAt(pieces, at)]
    // "USA Today"
    if (pieces[at]!.capital && pieces[at - 1]!.kind === 'word' && pieces[at - 1]!.capital)
      return undefined
    if (day !== undefined)
      return found(
        at + 1,
        { form: 'relative', unit: 'day', offset: day },
        {
          day: lowerAt(pieces, at),
          ...(/^toni/.test(lowerAt(pieces, at)) ? { daypart: 'night' } : {}),
        },
      )
    const lower = lowerAt(pieces, at)
    if (lower === 'till' || lower === 'until') return toDate(pieces, at)
    if (lower === 'earlier' || lower === 'later' || lower === 'early' || lower === 'late') {
      const inner = shifted(pieces, lowerAt(pieces, at + 1) === 'in' ? at + 2 : at + 1)
      if (inner === undefined) return undefined
      const { date } = inner.meaning
      const stated = { ...inner.stated, part: lower }
      // "earlier this year" and "later this week" may be any time of it
      return date.form === 'relative' && date.unit === 'week' && date.offset !== 0
        ? found(
            inner.to,
            { form: 'part', part: /^early|^earlier/.test(lower) ? 'early' : 'late', of: date },
            stated,
          )
        : { ...inner, stated }
    }
    if (lower === 'the' || lower === 'year') return withArticle(pieces, at)
    return shifted(pieces, at)
  },
}

const DAYS: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  tonite: 0,
  yesterday: -1,
  tomorrow: 1,
}

/** "till date", "until now". */
function toDate(pieces: readonly Piece[], at: number) {
  const word = lowerAt(pieces, at + 1)
  return word === 'now' || (word === 'date' && lowerAt(pieces, at) === 'till')
    ? found(at + 2, { form: 'until-now' }, { relation: 'until', day: word })
    : undefined
}

const SHIFTS: Readonly<Record<string, Shift>> = {
  last: 'last',
  past: 'past',
  previous: 'last',
  this: 'this',
  current: 'this',
  same: 'this',
  next: 'next',
  coming: 'coming',
  upcoming: 'coming',
  following: 'next',
}

/** "last month", "next Friday", "this summer", "last two weeks"; `same` and `following` name days only in some of them. */
function shifted(pieces: readonly Piece[], at: number) {
  const word = lowerAt(pieces, at)
  const shift = SHIFTS[word]
  if (shift === undefined || pieces[at]!.kind !== 'word') return undefined
  // "it will last three weeks"
  if (word === 'last' && VERB_BEFORE.test(lowerAt(pieces, at - 1))) return undefined
  let to = at + 1
  // "this past Wednesday", "this coming weekend"
  const second = word === 'this' ? SHIFTS[lowerAt(pieces, to)] : undefined
  const direction = second && second !== 'this' ? second : shift
  if (second && second !== 'this') to++
  const next = pieces[to]!
  if (next.kind === 'number' || next.kind === 'word') {
    const window = windowOf(pieces, to, direction)
    if (window) return window
  }
  if (next.kind !== 'word') return undefined
  // "the following Friday", "the previous week" are counted from what was told before
  if (lowerAt(pieces, at - 1) === 'the' && /^(?:following|previous|same)$/.test(word))
    return undefined
  const unit = next.lower
  const weekday = WEEKDAYS[unit]
  if (weekday !== undefined && unit.length > 5) {
    return found(
      to + 1,
      {
        form: 'calendar',
        weekday,
        shift: direction === 'next' && lowerAt(pieces, at - 1) === 'the' ? 'coming' : direction,
      },
      {
        weekday: WEEKDAY_NAMES[weekday]!,
        shift: word,
      },
    )
  }
  const month = MONTHS[unit]
  if (month !== undefined && (next.capital || unit.length > 5) && !MONTH_BLOCK.has(word)) {
    const behind = pieces[to + 1]!
    if (behind.kind === 'number' && behind.value < 32) return undefined
    return found(to + 1, { form: 'calendar', month, shift: direction }, { month, shift: word })
  }
  const season = SEASONS[unit]
  if (season !== undefined) {
    return found(
      to + 1,
      { form: 'months', month: season, count: 3, shift: direction },
      { season: unit, shift: word },
    )
  }
  if (word === 'same' || word === 'following') {
    return undefined
  }
  if (DAYPARTS.has(unit)) {
    if (unit === 'lunchtime') return undefined
    return found(
      to + 1,
      { form: 'relative', unit: 'day', offset: OFFSETS[direction] },
      {
        day: `${word} ${unit}`,
        daypart: unit,
      },
    )
  }
  const plain = UNITS[unit]
  if (plain === undefined || (plain === 'day' && word !== 'this')) return undefined
  if (plain === 'day') return undefined
  return found(
    to + 1,
    { form: 'relative', unit: plain, offset: OFFSETS[direction] },
    { unit: plain, shift: word },
  )
}

const VERB_BEFORE = /^(?:will|to|would|can|could|may|might|must|should|not|'ll|won't|n't|only)$/

const MONTH_BLOCK = new Set(['same', 'current'])

const UNITS: Readonly<Record<string, RelativeUnit>> = {
  day: 'day',
  week: 'week',
  weekend: 'weekend',
  workweek: 'workweek',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
  century: 'century',
}

/** "the past two weeks", "the weekend", "the day after tomorrow", "the end of the year", "year end". */
function withArticle(pieces: readonly Piece[], at: number) {
  const next = lowerAt(pieces, at + 1)
  if (lowerAt(pieces, at) === 'year') {
    const dash = isTightDash(pieces, at + 1) ? at + 2 : at + 1
    const before = lowerAt(pieces, at - 1)
    return lowerAt(pieces, dash) === 'end' &&
      (before === 'by' || before === 'before' || before === 'at')
      ? found(
          dash + 1,
          { form: 'edge', edge: 'end', of: { form: 'relative', unit: 'year', offset: 0 } },
          { edge: 'end', unit: 'year' },
        )
      : undefined
  }
  if (next === 'weekend' && lowerAt(pieces, at + 2) !== 'of') {
    return found(at + 2, { form: 'relative', unit: 'weekend', offset: 0 }, { unit: 'weekend' })
  }
  if (next === 'day') {
    const other = lowerAt(pieces, at + 3)
    if (lowerAt(pieces, at + 2) === 'after' && other === 'tomorrow')
      return found(
        at + 4,
        { form: 'relative', unit: 'day', offset: 2 },
        { day: 'the day after tomorrow' },
      )
    if (lowerAt(pieces, at + 2) === 'before' && other === 'yesterday')
      return found(
        at + 4,
        { form: 'relative', unit: 'day', offset: -2 },
        { day: 'the day before yesterday' },
      )
    return undefined
  }
  if (next === 'end' && lowerAt(pieces, at + 2) === 'of') return edgeOf(pieces, at + 3)
  const shift = SHIFTS[next]
  if (shift !== undefined && shift !== 'this') {
    const inner = windowOf(pieces, at + 2, shift)
    if (inner) return inner
    if (next === 'past' || next === 'coming') return shifted(pieces, at + 1)
  }
  return undefined
}

/** What "the end of" is of: "the year", "this month", "March", "2018". */
function edgeOf(pieces: readonly Piece[], at: number) {
  const unit = lowerAt(pieces, at + 1)
  const word = lowerAt(pieces, at)
  if (unit !== 'year' && unit !== 'month' && unit !== 'week') return undefined
  const shift = word === 'the' ? 'this' : SHIFTS[word]
  if (shift === undefined) return undefined
  // "at the end of last week": some day of its end
  if (unit === 'week' && !/^(?:by|before|until|till)$/.test(lowerAt(pieces, at - 4))) {
    return found(
      at + 2,
      { form: 'part', part: 'late', of: { form: 'relative', unit, offset: OFFSETS[shift] } },
      { part: 'end', unit, shift: word },
    )
  }
  return found(
    at + 2,
    { form: 'edge', edge: 'end', of: { form: 'relative', unit, offset: OFFSETS[shift] } },
    { edge: 'end', unit, shift: word },
  )
}
