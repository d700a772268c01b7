import type { RecordValue } from '@onrecord/engine'
import { ageWords, type Lookup } from '@onrecord/formats/tables'
import { dateWords } from './dates.js'
import { type Phrase, part, phrase } from './phrase.js'

/**
 * A value as a page says it: dates in full ("6 March 2026"), ages as numbers, the rest in the story's words. What was
 * inferred says so.
 */
export function valuePhrase({ record }: Lookup, value: RecordValue): Phrase {
  const words = record.story.text.slice(value.span.start, value.span.end)
  if (value.type === 'age') return phrase(ageWords(value.value) ?? words)
  const date = isDate(value) ? dateWords(value.value) : undefined
  if (date === undefined) return phrase(words)
  const notes = [otherReadings(value), inferredWords(value)].filter(Boolean)
  return notes.length === 0 ? phrase(date) : [part(date), part(` (${notes.join('; ')})`, 'faint')]
}

export const isDate = ({ type }: RecordValue): boolean => type === 'date' || type === 'time'

/**
 * "year inferred" where the words tell the month, as "30 June" does; "inferred" where they tell less ("Friday", "last
 * year"); undefined where they say all.
 */
export function inferredWords({ stated, inferred = {} }: RecordValue): string | undefined {
  // What it was inferred from is no part of the date.
  const parts = Object.keys(inferred).filter(part => part !== 'basis')
  if (parts.length === 0) return 'basis' in inferred ? 'inferred' : undefined
  return parts.every(part => part === 'year') && 'month' in stated ? 'year inferred' : 'inferred'
}

/** "or 5 April 2018": what else the words can mean. */
export function otherReadings({ value, readings = [] }: RecordValue): string | undefined {
  const words = new Set(readings.map(dateWords))
  words.delete(dateWords(value))
  words.delete(undefined)
  return words.size === 0 ? undefined : `or ${[...words].join(' or ')}`
}
