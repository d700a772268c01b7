import type { Candidate, DateMeaning, Part } from '../candidate.js'
import { isTightDash, lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * Words before a date that belong to it: "early March", "mid-1989", "late 2017" (the whole is the value, the part is stated),
 * "the week of April 10", "the year 2008", and "the end of March" behind "by", "before" or "until" (its last day; else the
 * whole, with the edge stated).
 *
 * Nothing is taken that an earlier value holds (`floor` is where the last one ends).
 */
export function extend(a: Candidate, floor: number, pieces: readonly Piece[]): Candidate {
  if (a.meaning.type !== 'date' || a.meaning.time) return a
  const { date } = a.meaning
  if (date.form === 'years' && a.stated.part !== undefined) {
    const at = partAt(a.from, pieces)
    return at < floor ? a : { ...a, from: at }
  }
  const lead = a.from - 2
  if (lowerAt(pieces, a.from - 1) === 'of' && lead >= floor) {
    if (date.form === 'holiday' && lowerAt(pieces, lead) === 'weekend')
      return withDate(a, lead, { ...date, weekend: true }, { unit: 'weekend' })
    const part = EDGES[lowerAt(pieces, lead)]
    if (date.form === 'relative' && date.unit === 'week' && part !== undefined)
      return withDate(a, lead, { form: 'part', part: EDGE_PARTS[part], of: date }, { part })
  }
  if (date.form !== 'calendar' || date.shift !== undefined) return a
  const before = isTightDash(pieces, a.from - 1) ? a.from - 2 : a.from - 1
  if (before < floor) return a
  const word = lowerAt(pieces, before)
  const isWhole = date.day === undefined && date.weekday === undefined
  if (isWhole && isPart(word))
    return withDate(a, before, { form: 'part', part: word, of: date }, { part: word })
  if (word === 'year' && date.month === undefined && isWhole) return { ...a, from: before }
  if (word !== 'of' || before - 1 < floor) return a
  const noun = lowerAt(pieces, before - 1)
  if (noun === 'week' && date.day !== undefined)
    return withDate(a, before - 1, { form: 'week', of: date }, { unit: 'week' })
  const edge = EDGES[noun]
  if (edge === undefined || !isWhole) return a
  const from = before - 1
  const cue =
    lowerAt(pieces, from - 1) === 'the' ? lowerAt(pieces, from - 2) : lowerAt(pieces, from - 1)
  if (edge === 'end' && /^(?:by|before|until|till)$/.test(cue))
    return withDate(a, from, { form: 'edge', edge, of: date }, { edge })
  return withDate(a, from, { form: 'part', part: EDGE_PARTS[edge], of: date }, { part: noun })
}

const EDGE_PARTS = { start: 'early', middle: 'mid', end: 'late' } as const

const isPart = (word: string): word is Part => PARTS.has(word)

/** "more than two hours", "less than 30 minutes": how long at least or at most, stated beside the length. */
export function extendDuration(a: Candidate, floor: number, pieces: readonly Piece[]): Candidate {
  const than = lowerAt(pieces, a.from - 2)
  const joins = than === 'more' || than === 'less'
  return a.meaning.type !== 'duration' ||
    !joins ||
    lowerAt(pieces, a.from - 1) !== 'than' ||
    a.from - 2 < floor
    ? a
    : { ...a, from: a.from - 2, stated: { ...a.stated, than } }
}

/** Where the part of a decade stands: "early 2000s", "mid-’80s". */
function partAt(from: number, pieces: readonly Piece[]): number {
  for (let at = from - 1; at >= from - 3 && at > 0; at--)
    if (PARTS.has(lowerAt(pieces, at))) return at
  return from
}

const PARTS = new Set(['early', 'mid', 'late'])

const EDGES: Readonly<Record<string, 'start' | 'end' | 'middle' | undefined>> = {
  end: 'end',
  beginning: 'start',
  start: 'start',
  middle: 'middle',
}

const withDate = (
  a: Candidate,
  from: number,
  date: DateMeaning,
  stated: Readonly<Record<string, string>>,
): Candidate => ({
  ...a,
  from,
  meaning: { type: 'date', date },
  stated: { ...a.stated, ...stated },
})
