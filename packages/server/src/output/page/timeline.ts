import type { RecordValue } from '@onrecord/engine'
import { type Lookup, nameOf } from '@onrecord/formats/tables'
import { numberOf } from '../marked.js'
import { shorten } from '../width.js'
import { dateKey, dateWords, isDayless } from './dates.js'
import { excerptOf } from './excerpt.js'
import { type Limits, type Some, some } from './limits.js'
import { type Phrase, part, wordsOf } from './phrase.js'
import { tell } from './tell.js'
import { inferredWords, isDate, otherReadings } from './values.js'

export interface PageDate {
  /** "6 March 2026". */
  readonly date: string
  /** Is it nowhere told in full? */
  readonly inferred: boolean
  /** What happened: facts first, then what was said, else the story's words around the date. */
  readonly events: Some<Phrase>
}

/** Columns that a quote takes. */
const QUOTE = 120

/**
 * The story's dates in order of time, with what hangs on each. A date that nothing is told of, as in a date line, is left
 * out; so is one that has no place in time. One item a date, however the story words it.
 */
export function pageTimeline(lookup: Lookup, limits: Limits): Some<PageDate> {
  const quotes = quotesAt(lookup)
  const hasOwn = ({ id }: RecordValue) => quotes.has(id) || lookup.parts.has(id)
  const dates = new Map<string, { key: string; values: RecordValue[] }>()
  for (const value of lookup.record.values) {
    const date = isDate(value) ? dateWords(value.value) : undefined
    // a period ("before 2010") has a date in it, which is told by itself
    if (date === undefined || (value.stated.relation !== undefined && !hasOwn(value))) continue
    const known = dates.get(date)
    if (known) known.values.push(value)
    else dates.set(date, { key: dateKey(value.value), values: [value] })
  }
  const told = [...dates]
    .map(([date, { key, values }]) => ({
      key,
      date,
      inferred: values.every(value => inferredWords(value) !== undefined),
      events: some(eventsAt(lookup, values, quotes, limits), limits.events),
    }))
    .filter(({ events }) => events.shown.length > 0)
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const { shown, more } = some(told, limits.dates)
  return { shown: shown.map(({ key: _, ...date }) => date), more }
}

function eventsAt(
  lookup: Lookup,
  values: readonly RecordValue[],
  quotes: ReadonlyMap<string, readonly number[]>,
  limits: Limits,
): Phrase[] {
  const { text } = lookup.record.story
  const facts: Phrase[] = []
  const said: Phrase[] = []
  const around: Phrase[] = []
  const excerpts = new Set<string>()
  for (const value of values) {
    const note = noteOf(text, value)
    const parts = (lookup.parts.get(value.id) ?? []).map(({ fact }) => ({ fact, as: '' }))
    for (const told of tell(lookup, parts, limits, value.id)) facts.push([...told, ...note])
    const spoken = quotes.get(value.id) ?? []
    for (const index of spoken) said.push([...quotePhrase(lookup, index), ...note])
    if (parts.length > 0 || spoken.length > 0) continue
    // A time of no known day: the words around it would tell of no date.
    if (isDayless(value.value)) continue
    const excerpt = excerptOf(text, value.span)
    const words = wordsOf(excerpt)
    if (words === '' || excerpts.has(words)) continue
    excerpts.add(words)
    around.push([...excerpt, ...note])
  }
  return [...facts, ...said, ...around]
}

/** " (“Friday”, inferred)": how a date came to be that the words do not tell in full. */
function noteOf(text: string, value: RecordValue): Phrase {
  const inferred = inferredWords(value)
  const other = otherReadings(value)
  if (inferred === undefined && other === undefined) return []
  const words = shorten(text.slice(value.span.start, value.span.end), 40)
  return [part(` (${[`“${words}”`, inferred, other].filter(Boolean).join(', ')})`, 'faint')]
}

function quotePhrase(lookup: Lookup, index: number): Phrase {
  const { speakers, content } = lookup.record.quotes[index]!
  const who = speakers.map(id => nameOf(lookup, id)).join(' and ')
  const words = shorten(content.map(({ text }) => text).join(' … '), QUOTE)
  return [part(`${who ? `${who}: ` : ''}${words} `), part(numberOf(index), 'faint')]
}

/** The quotes said at each time. */
function quotesAt({ record }: Lookup): ReadonlyMap<string, readonly number[]> {
  const at = new Map<string, number[]>()
  for (const [index, { setting }] of record.quotes.entries()) {
    if (setting?.time === undefined) continue
    const known = at.get(setting.time)
    if (known) known.push(index)
    else at.set(setting.time, [index])
  }
  return at
}
