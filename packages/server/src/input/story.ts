import type { StoryInput } from '@onrecord/engine'
import { InputError } from '../errors.js'

const fields = ['title', 'outlet', 'url'] as const

/**
 * A story out of JSON. `text` is a string and needed; `id` a string or a whole number (kept as a string); `title`,
 * `outlet` and `url` strings; `byline` a string or several; `published` an ISO 8601 date. null counts as not given,
 * and other fields are passed over. Throws an InputError, with the id where there is one.
 */
export function toStory(value: unknown, idIfNone: string): StoryInput {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(
      'not-a-story',
      `A story is a JSON object such as {"id":"a1","text":"…"}; this is ${kindOf(value)}.`,
    )
  }
  const given = value as Readonly<Record<string, unknown>>
  const id = toId(given.id)
  const { text } = given
  if (text === undefined || text === null) {
    throw new InputError('no-text', 'It has no "text". Give the story\'s words as "text".', id)
  }
  if (typeof text !== 'string') {
    throw new InputError('bad-text', `Its "text" is ${kindOf(text)}, not a string.`, id)
  }
  return { id: id ?? idIfNone, text, ...toMeta(given, id) }
}

type Meta = Omit<StoryInput, 'id' | 'text'>

/** What is known of the story besides its text. */
function toMeta(given: Readonly<Record<string, unknown>>, id: string | null): Meta {
  const meta: { -readonly [K in keyof Meta]: Meta[K] } = {}
  for (const field of fields) {
    const value = given[field] ?? undefined
    if (value === undefined) continue
    if (typeof value !== 'string') throw badField(field, value, 'a string', id)
    meta[field] = value
  }
  const byline = given.byline ?? undefined
  if (byline !== undefined) {
    const names = typeof byline === 'string' ? [byline] : byline
    if (!Array.isArray(names) || !names.every(name => typeof name === 'string')) {
      throw badField('byline', byline, 'a string or an array of strings', id)
    }
    meta.byline = names
  }
  const published = given.published ?? undefined
  if (published !== undefined) {
    if (typeof published !== 'string' || !isIsoDate(published)) {
      throw badField('published', published, ISO_DATE, id)
    }
    meta.published = published
  }
  return meta
}

function toId(id: unknown): string | null {
  if (id === undefined || id === null) return null
  if (typeof id === 'string') return id
  if (Number.isSafeInteger(id)) return String(id)
  throw badField('id', id, 'a string or a whole number', null)
}

export const ISO_DATE = 'an ISO 8601 date such as 2026-03-16 or 2026-03-16T09:00:00Z'

/** How such a date is written. */
export const ISO_FORM =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

/** Is it a day of the calendar, alone or with a time of day? */
export function isIsoDate(date: string): boolean {
  const match = ISO_FORM.exec(date)
  if (!match) return false
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number]
  return day <= daysIn(year, month)
}

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()

function badField(field: string, value: unknown, wanted: string, id: string | null): InputError {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : kindOf(value)
  return new InputError(
    'bad-field',
    `Its "${field}" is ${shown}, not ${wanted}. Mend it or leave it out.`,
    id,
  )
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
