import type { StoryMeta } from '../../../story.js'
import type { CalendarDate, Candidate } from '../candidate.js'
import type { Piece } from '../pieces.js'
import { exists, toDay } from './days.js'

/** What dates are read against. */
export interface Reference {
  /** The day of publication, in days from 1970; undefined where neither meta nor a date line tells it. */
  readonly day?: number
  /** Minutes from midnight, where the time of publication is told. */
  readonly minute?: number
  /** Where the day comes from. */
  readonly basis?: 'published' | 'date line'
  /** Which comes first in 4/5/18: what the story or its outlet shows; undefined where they do not. */
  readonly order?: 'day' | 'month'
}

const HEAD = 6
const NEAR = 12

export function findReference(
  meta: StoryMeta,
  candidates: readonly Candidate[],
  pieces: readonly Piece[],
): Reference {
  const order = findOrder(meta, candidates)
  const known = order === undefined ? {} : { order }
  const published = publishedDay(meta.published)
  if (published !== undefined)
    return { ...known, day: published, ...minuteOf(meta.published), basis: 'published' }
  const line = dateLine(candidates, pieces)
  return line === undefined ? known : { ...known, day: line, basis: 'date line' }
}

function publishedDay(published: string | undefined): number | undefined {
  const date = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '')
  if (date === null) return undefined
  const [year, month, day] = date.slice(1).map(Number) as [number, number, number]
  return exists(year, month, day) ? toDay(year, month, day) : undefined
}

function minuteOf(published: string | undefined): { minute?: number } {
  const time = /T(\d\d):(\d\d)/.exec(published ?? '')
  return time === null ? {} : { minute: Number(time[1]) * 60 + Number(time[2]) }
}

/**
 * The date above or at the head of a story: a paragraph of its own among the first six ("Friday, July 21, 2017"), or
 * before the dash that ends a place line ("PORT HALLIN, March 9, 2018 (VPA) —").
 */
function dateLine(candidates: readonly Candidate[], pieces: readonly Piece[]): number | undefined {
  let paragraph = 0
  let at = 0
  for (const { from, to, meaning } of candidates) {
    for (; at < from; at++) if (pieces[at]!.kind === 'break') paragraph++
    if (paragraph > HEAD) return undefined
    if (meaning.type !== 'date' || meaning.date.form !== 'calendar') continue
    const day = fullDay(meaning.date)
    if (day === undefined) continue
    const alone = pieces[from - 1]!.kind === 'break' && pieces[to]!.kind === 'break'
    if (alone || endsPlaceLine(pieces, from, to)) return day
  }
  return undefined
}

const fullDay = ({ year, month, day }: CalendarDate): number | undefined =>
  year === undefined || month === undefined || day === undefined || !exists(year, month, day)
    ? undefined
    : toDay(year, month, day)

function endsPlaceLine(pieces: readonly Piece[], from: number, to: number): boolean {
  let start = from
  while (start > 0 && from - start < NEAR && pieces[start]!.kind !== 'break') start--
  if (pieces[start]!.kind !== 'break' || pieces[from - 1]!.lower !== ',') return false
  for (let i = to; i < to + 6 && pieces[i] && pieces[i]!.kind !== 'break'; i++)
    if (/^(?:—|–|--)/.test(pieces[i]!.lower)) return true
  return false
}

const DAY_FIRST_SITES =
  /\.(?:uk|ie|au|nz|in|za|eu|de|fr|es|it|nl|pt|br|mt|ke|ng|gh|sg|my|hk)(?:[/:]|$)/i

/**
 * The order of day and month that the story shows: a day above twelve in one of its numeric dates, else the order of its
 * dates in words where they agree, else the country of its address.
 */
function findOrder(meta: StoryMeta, candidates: readonly Candidate[]): 'day' | 'month' | undefined {
  const shown = new Set<'day' | 'month'>()
  const worded = new Set<'day' | 'month'>()
  for (const { meaning, rule } of candidates) {
    if (meaning.type !== 'date') continue
    const { date } = meaning
    if (date.form === 'numeric' && !date.dotted) {
      if (date.parts[0]! > 12) shown.add('day')
      else if (date.parts[1]! > 12) shown.add('month')
    } else if (date.form === 'calendar' && date.day !== undefined && date.month !== undefined) {
      if (rule === 'month') worded.add('month')
      else if (rule === 'day-month') worded.add('day')
    }
  }
  for (const orders of [shown, worded]) if (orders.size === 1) return [...orders][0]
  const { url = '' } = meta
  const site = /^https?:\/\/[^/]*/.exec(url)?.[0] ?? url
  return DAY_FIRST_SITES.test(site) || DAY_FIRST_SITES.test(meta.outlet ?? '') ? 'day' : undefined
}
