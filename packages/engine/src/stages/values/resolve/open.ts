import type { Candidate } from '../candidate.js'
import { isDash, lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'
import type { Value } from '../types.js'
import { boundsOf } from './bounds.js'
import { isoDay } from './days.js'

interface Dated {
  readonly from: number
  readonly to: number
  readonly value: Value
}

/**
 * Adds the periods that are told by dates: "before 2010", "since May", "until Friday", "from 2004 to 2009", "between July 2003
 * and December 2004". The dates in them stay values of their own, since each is told by itself; they come before their period
 * (the order is by ends). A period from one date to another ends where that other begins.
 *
 * None: "after the show", "after Monday's show", "since the 1999 fire", "from 2014" (it may go on to anything), "2004, 2009", a first date that is not before the second.
 */
export function withPeriods(
  candidates: readonly Candidate[],
  values: readonly (Value | undefined)[],
  pieces: readonly Piece[],
  today: string | undefined,
): Value[] {
  const out: Value[] = []
  let last: Dated | undefined
  candidates.forEach(({ from, to, rule }, k) => {
    const value = values[k]
    if (value === undefined) return
    out.push(value)
    const start = startOf(value)
    if (start === undefined) {
      last = undefined
      return
    }
    const own: Dated = { from, to, value }
    const joined = last && between(last, own, pieces)
    const period = joined ?? untilNow(own, pieces, today) ?? open(own, rule, pieces, today)
    if (period) {
      // "since May until July": the first part is no period of its own
      if (joined && out.at(-2)?.stated.relation !== undefined) out.splice(-2, 1)
      out.push(period)
    }
    last = joined ? undefined : own
  })
  return out
}

const TO = new Set(['to', 'until', 'till', 'til', 'through', 'thru'])

/** "from A to B", "A - B", "between A and B". */
function between(a: Dated, b: Dated, pieces: readonly Piece[]): Value | undefined {
  const the = lowerAt(pieces, b.from - 1) === 'the' ? 1 : 0
  if (b.from - a.to !== 1 + the) return undefined
  const joint = lowerAt(pieces, a.to)
  const article = lowerAt(pieces, a.from - 1) === 'the' ? 1 : 0
  const cue = a.from - 1 - article
  const lead = lowerAt(pieces, cue)
  const isBetween = lead === 'between'
  const isFrom = lead === 'from' || lead === 'during'
  if (
    isBetween
      ? joint !== 'and' && joint !== '~' && !isDash(pieces, a.to)
      : !TO.has(joint) && !isShortDash(pieces, a.to)
  )
    return undefined
  const first = startOf(a.value)!
  const second = startOf(b.value)!
  if (!isBefore(first, second)) return undefined
  const from = isBetween || isFrom ? cue : a.from
  return period(pieces[from]!.start, b.value.end, { start: first, end: second }, 'between', [
    a.value,
    b.value,
  ])
}

/** "between August 2016 and now", "2013 – present". */
function untilNow(
  { from, to, value }: Dated,
  pieces: readonly Piece[],
  today: string | undefined,
): Value | undefined {
  const joint = lowerAt(pieces, to)
  const isBetween = lowerAt(pieces, from - 1) === 'between'
  const joins = isBetween ? joint === 'and' : TO.has(joint) || isShortDash(pieces, to)
  const the = lowerAt(pieces, to + 1) === 'the' ? 1 : 0
  if (today === undefined || !joins || !/^(?:now|present)$/.test(lowerAt(pieces, to + 1 + the)))
    return undefined
  const start = startOf(value)!
  if (!isBefore(start, today)) return undefined
  const first = isBetween || lowerAt(pieces, from - 1) === 'from' ? from - 1 : from
  const end = pieces[to + 1 + the]!.end
  return {
    ...period(pieces[first]!.start, end, { start, end: today }, 'between', [value]),
    inferred: { basis: 'published' },
  }
}

const isShortDash = (pieces: readonly Piece[], at: number): boolean =>
  isDash(pieces, at) && lowerAt(pieces, at) !== '—'

const period = (
  start: number,
  end: number,
  value: { readonly start?: string; readonly end?: string },
  relation: string,
  of: readonly Value[],
): Value => {
  const basis = of.map(({ inferred }) => inferred?.basis).find(one => one !== undefined)
  return {
    start,
    end,
    type: 'date',
    value,
    stated: { relation },
    ...(basis === undefined ? {} : { inferred: { basis } }),
  }
}

const CUES: Readonly<Record<string, 'before' | 'after' | 'since' | 'until'>> = {
  before: 'before',
  'prior to': 'before',
  'earlier than': 'before',
  'no later than': 'until',
  after: 'after',
  'later than': 'after',
  since: 'since',
  starting: 'since',
  beginning: 'since',
  'starting on': 'since',
  'starting in': 'since',
  'starting from': 'since',
  'beginning on': 'since',
  'beginning in': 'since',
  'as early as': 'since',
  until: 'until',
  till: 'until',
  by: 'until',
  'up to': 'until',
}

/** "before A", "after A", "since A", "until A", "more than two years ago". */
function open(
  { from, to, value }: Dated,
  rule: string,
  pieces: readonly Piece[],
  today: string | undefined,
): Value | undefined {
  const first = startOf(value)!
  const counted = rule === 'distance' || rule === 'shift'
  const cueEnd = lowerAt(pieces, from - 1) === 'the' ? from - 1 : from
  if (counted) {
    const than = lowerAt(pieces, from - 1) === 'than' ? lowerAt(pieces, from - 2) : ''
    if (than !== 'more' && than !== 'less') return undefined
    const back = value.stated.direction === 'back'
    const anchor =
      today === undefined
        ? undefined
        : isoDay((boundsOf(today)?.start ?? 0) + Number(value.stated.anchor ?? 0))
    if (than === 'less' && anchor === undefined) return undefined
    const bounds =
      than === 'more'
        ? back
          ? { end: first }
          : { start: first }
        : back
          ? { start: first, end: anchor! }
          : { start: anchor!, end: first }
    return period(pieces[from - 2]!.start, value.end, bounds, `${than} than`, [value])
  }
  if (isOfSomething(pieces, to, cueEnd < from)) return undefined
  for (let words = 3; words > 0; words--) {
    const at = cueEnd - words
    const relation = at < 0 ? undefined : CUES[wordsAt(pieces, at, cueEnd)]
    if (relation === undefined) continue
    const bounds =
      relation === 'after'
        ? { start: endOf(value) }
        : relation === 'since'
          ? { start: first }
          : { end: first }
    if (bounds.start === undefined && bounds.end === undefined) return undefined
    return period(pieces[at]!.start, pieces[to - 1]!.end, bounds as { start?: string }, relation, [
      value,
    ])
  }
  return undefined
}

/** "after Monday's debate", "after the 1999 fire": the date tells of which thing, and that is what it comes after. */
function isOfSomething(pieces: readonly Piece[], to: number, article: boolean): boolean {
  const next = pieces[to]!
  if (next.kind !== 'word') return false
  return next.lower === "'s" || (article && !FUNCTION.has(next.lower))
}

const FUNCTION = new Set(
  'and or but to in on at of for as by until when while who which that if because with from or than have has had was were is are will'.split(
    ' ',
  ),
)

function wordsAt(pieces: readonly Piece[], from: number, to: number): string {
  let words = ''
  for (let i = from; i < to; i++)
    words += i === from ? lowerAt(pieces, i) : ` ${lowerAt(pieces, i)}`
  return words
}

/** Where a date begins; undefined for what is no date, open or not known. */
function startOf({ type, value }: Value): string | undefined {
  if (type !== 'date' || value === undefined) return undefined
  const start =
    typeof value === 'string'
      ? value
      : typeof value === 'object' && 'start' in value
        ? value.start
        : undefined
  return start === undefined || start.startsWith('-') ? undefined : start
}

/** After a year or a month is what comes behind it; after a day, from that day on. */
function endOf({ value }: Value): string | undefined {
  if (typeof value === 'string' && value.length >= 10) return value
  const end = boundsOf(value)?.end
  return end === undefined ? undefined : isoDay(end)
}

/** ISO dates as exact as they are told: "2004" is before "2004-05" only by its start. */
const isBefore = (a: string, b: string): boolean => full(a) < full(b)
const full = (date: string): string => (date.length < 10 ? `${date}-01-01`.slice(0, 10) : date)
