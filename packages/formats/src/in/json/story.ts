import type { Found, Incoming } from '../incoming.js'
import { found, toFound } from '../text/found.js'
import { memberOf, type Place, stringAt } from './scan.js'

/** What a story is taken from: its line or its part of a file, as bytes and decoded, and where it stands in that. */
export interface Taken {
  readonly source: string
  readonly place: Place
  readonly original: Uint8Array
  readonly part?: string
}

/**
 * A story out of a JSON value, or out of a StoryRecord, whose "story" it is. By the rules of `onrecord read`: `text` is
 * a string and needed; `id` a string or a whole number (kept as a string); `title`, `outlet` and `url` strings; `byline`
 * a string or several; `published` an ISO 8601 date. null counts as not given, other fields are passed over. Problems:
 * 'not-a-story', 'no-text', 'bad-text', 'bad-field'. A story without an id gets none here.
 */
export function storyOf(value: unknown, taken: Taken): Found {
  const { source, original, part } = taken
  if (!isObject(value)) {
    return found(
      'not-a-story',
      `A story is a JSON object such as {"id":"a1","text":"…"}; this is ${kindOf(value)}.`,
      part,
    )
  }
  const record = typeof value.schema === 'string' && /^onrecord\//.test(value.schema)
  const given = record && isObject(value.story) ? value.story : value
  const place = record ? (memberOf(source, taken.place, 'story') ?? taken.place) : taken.place

  const { text } = given
  if (text === undefined || text === null) {
    return found('no-text', 'It has no "text". Give the story\'s words as "text".', part)
  }
  if (typeof text !== 'string') {
    return found('bad-text', `Its "text" is ${kindOf(text)}, not a string.`, part)
  }
  const meta = metaOf(given)
  if ('wrong' in meta) return found('bad-field', meta.wrong, part)
  const at = memberOf(source, place, 'text')
  return toFound({
    ...meta,
    text,
    kind: 'story',
    part,
    mediaType: 'application/json',
    original,
    back: at && stringAt(source, at)?.back,
  })
}

type Meta = Partial<
  Pick<Incoming, 'id' | 'title' | 'outlet' | 'url' | 'byline' | 'published' | 'language'>
>

function metaOf(given: Readonly<Record<string, unknown>>): Meta | { readonly wrong: string } {
  const meta: { -readonly [K in keyof Meta]: Meta[K] } = {}
  const id = given.id ?? undefined
  if (id !== undefined) {
    if (typeof id !== 'string' && !Number.isSafeInteger(id)) {
      return wrong('id', id, 'a string or a whole number')
    }
    meta.id = String(id)
  }
  for (const field of ['title', 'outlet', 'url'] as const) {
    const value = given[field] ?? undefined
    if (value === undefined) continue
    if (typeof value !== 'string') return wrong(field, value, 'a string')
    meta[field] = value
  }
  const byline = given.byline ?? undefined
  if (byline !== undefined) {
    const names = typeof byline === 'string' ? [byline] : byline
    if (!Array.isArray(names) || !names.every(name => typeof name === 'string')) {
      return wrong('byline', byline, 'a string or an array of strings')
    }
    meta.byline = names
  }
  const published = given.published ?? undefined
  if (published !== undefined) {
    if (typeof published !== 'string' || !isIsoDate(published)) {
      return wrong(
        'published',
        published,
        'an ISO 8601 date such as 2026-03-16 or 2026-03-16T09:00:00Z',
      )
    }
    meta.published = published
  }
  if (typeof given.language === 'string') meta.language = given.language
  return meta
}

/** Is it a day of the calendar, alone or with a time of day? */
function isIsoDate(date: string): boolean {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(
      date,
    )
  if (!match) return false
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()

function wrong(field: string, value: unknown, wanted: string): { readonly wrong: string } {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : kindOf(value)
  return { wrong: `Its "${field}" is ${shown}, not ${wanted}. Mend it or leave it out.` }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
