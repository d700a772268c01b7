import type { ValueType } from '../../values/types.js'
import type { Argument } from '../types.js'
import { type Ground, itemBy } from './ground.js'

/** When and where, as far as the words behind (or before) a verb tell. */
export interface Circumstances {
  readonly time?: { readonly argument: Argument; readonly at: number }
  readonly place?: { readonly argument: Argument; readonly at: number }
}

const REACH = 16
/** Where a clause ends. */
export const ENDS: ReadonlySet<string> = new Set(
  'who which that when while after before because although but ; : if where'.split(' '),
)
const PLACED = /^(?:in|at|near|outside|off|on|inside)$/
const TIMES = new Set<ValueType>(['date', 'time'])

/** Time and place behind item `from`, up to the end of its clause; the first of each. */
export function circumstancesAfter(
  ground: Ground,
  from: number,
  ends: ReadonlySet<string> = ENDS,
): Circumstances {
  let time: Circumstances['time']
  let place: Circumstances['place']
  for (let k = 1; k <= REACH; k++) {
    const item = itemBy(ground, from, k)
    if (item === undefined || ends.has(item.lower)) break
    if (item.lower === ',' && !goesOn(ground, from + k)) break
    const before = itemBy(ground, from, k - 1)!
    const said =
      time === undefined && item.kind === 'word' ? timeInWords(ground, from + k) : undefined
    if (said !== undefined) time = said
    if (item.kind === 'value' && time === undefined && isTime(ground, from + k)) {
      if (!/^(?:until|till|since|before|after|by)$/.test(before.lower))
        time = { argument: { value: item.value! }, at: from + k }
    } else if (item.kind === 'noun' && place === undefined) {
      const { entity, type, possessive } = item.noun!
      if (type === 'place' && entity !== undefined && !possessive && PLACED.test(before.lower))
        place = { argument: { entity }, at: from + k }
    }
    if (item.lower === 'and' && endsAtAnd(ground, from + k)) break
  }
  return { ...(time && { time }), ...(place && { place }) }
}

/** The time at item `at`, a value or words; undefined where none is. */
export function timeAt(ground: Ground, at: number): Circumstances['time'] {
  const item = ground.items[at]
  if (item?.kind === 'value')
    return isTime(ground, at) ? { argument: { value: item.value! }, at } : undefined
  return item?.kind === 'word' ? timeInWords(ground, at) : undefined
}

const DAYS =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|today|yesterday|tomorrow)$/
const PERIODS =
  /^(?:night|week|weekend|month|year|spring|summer|autumn|winter|fall|january|february|march|april|may|june|july|august|september|october|november|december)$/

/** A time that no date of publication resolves, and that is no value: its words ("tonight", "last week"). */
function timeInWords(ground: Ground, at: number): Circumstances['time'] {
  const { lower, start, end } = ground.items[at]!
  const next = itemBy(ground, at, 1)
  const dated = dateInWords(ground, at)
  if (dated !== undefined) return dated
  const two =
    /^(?:last|this|next)$/.test(lower) &&
    next !== undefined &&
    (PERIODS.test(next.lower) || DAYS.test(next.lower))
  if (!two && !DAYS.test(lower)) return undefined
  return {
    argument: { text: ground.story.text.slice(start, two ? next.end : end) },
    at: two ? at + 1 : at,
  }
}

const MONTHS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec)$/
const DAY = /^\d{1,2}(?:st|nd|rd|th)?$/

/** A day and a month that make no value: "8 August", "8 to 10 August", "June 3". */
function dateInWords(ground: Ground, at: number): Circumstances['time'] {
  const words = [0, 1, 2, 3].map(k => itemBy(ground, at, k)?.lower ?? '')
  const day = (k: number) => DAY.test(words[k]!)
  const month = (k: number) => MONTHS.test(words[k]!) && itemBy(ground, at, k)!.capital
  const last =
    day(0) && month(1)
      ? 1
      : month(0) && day(1)
        ? 1
        : day(0) && /^(?:to|and|or|-|–)$/.test(words[1]!) && day(2) && month(3)
          ? 3
          : 0
  if (last === 0) return undefined
  const { items, story } = ground
  return {
    argument: { text: story.text.slice(items[at]!.start, items[at + last]!.end) },
    at: at + last,
  }
}

/** Behind the comma at item `at`, does a time or a place go on? */
function goesOn(ground: Ground, at: number): boolean {
  const next = itemBy(ground, at, 1)
  if (next?.kind === 'value') return isTime(ground, at + 1)
  if (next?.kind === 'noun') return next.noun!.type === 'place' && next.noun!.name !== undefined
  const then = itemBy(ground, at, 2)
  if (then?.kind === 'word' && dateInWords(ground, at + 2) !== undefined) return true
  if (next === undefined || !/^(?:in|on|at|near|outside|from|between)$/.test(next.lower))
    return false
  return then?.kind === 'value' ? isTime(ground, at + 2) : then?.noun?.type === 'place'
}

/** Does another verb begin behind "and"? Not in "born and raised in Orm". */
function endsAtAnd(ground: Ground, at: number): boolean {
  const next = itemBy(ground, at, 1)
  return next?.kind === 'word' && !/^(?:raised|bred|educated|brought)$/.test(next.lower)
}

/** The time before the subject at item `subject`: "In 2003 she …", "On Friday, Fenn …". */
export function timeBefore(ground: Ground, subject: number): Circumstances['time'] {
  let at = subject - 1
  if (itemBy(ground, subject, -1)?.lower === ',') at--
  const item = itemBy(ground, subject, at - subject)
  if (item?.kind !== 'value' || !isTime(ground, at)) return undefined
  const before = itemBy(ground, at, -1)
  if (before === undefined || /^(?:in|on)$/.test(before.lower) || before.kind === 'sign')
    return { argument: { value: item.value! }, at }
  return undefined
}

const isTime = ({ items, story }: Ground, at: number) =>
  TIMES.has(story.values[items[at]!.value!]!.type)
