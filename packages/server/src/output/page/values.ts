import type { RecordValue } from '@onrecord/engine'
import { dateWords } from './dates.js'
import type { Lookup } from './lookup.js'
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

/** "year inferred", or "inferred" where more than the year is; undefined where the words say all. */
export function inferredWords({ inferred = {} }: RecordValue): string | undefined {
  const parts = Object.keys(inferred)
  if (parts.length === 0) return
  return parts.every(part => part === 'year') ? 'year inferred' : 'inferred'
}

/** "or 5 April 2018": what else the words can mean. */
export function otherReadings({ readings = [] }: RecordValue): string | undefined {
  const others = readings.map(dateWords).filter(words => words !== undefined)
  return others.length === 0 ? undefined : `or ${others.join(' or ')}`
}

/** "52", "40–49"; undefined where it is no number. */
export function ageWords(value: RecordValue['value']): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || !('min' in value || 'max' in value)) return
  const { min, max } = value
  if (min !== undefined && max !== undefined) return `${min}–${max}`
  return min === undefined ? `at most ${max}` : `at least ${min}`
}
