import { ArchiveError } from '../errors.js'
import type { OutCell } from './names.js'
import type { Dimension, Measure } from './query.js'

const TIMES: readonly Dimension[] = ['day', 'week', 'month', 'quarter', 'year']

interface Asked {
  readonly sort: Measure
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * A page of cells: by time where it is counted by time, what is not told last; then the most first; then by key, so that
 * the order is the same in every database. The cursor stands for the last one's place, whether it is still there or not.
 */
export function inOrder(
  cells: readonly OutCell[],
  by: readonly Dimension[],
  { sort, limit, cursor }: Asked,
): { some: OutCell[]; next: string | null } {
  const time = by.findIndex(dimension => TIMES.includes(dimension))
  const placeOf = ({ keys, ...numbers }: OutCell): Place => [
    time < 0 ? '' : String(keys[time] ?? '~'),
    -numbers[sort],
    JSON.stringify(keys),
  ]
  const sorted = cells
    .map(cell => ({ cell, place: placeOf(cell) }))
    .sort((a, b) => compare(a.place, b.place))
  const last = cursor === undefined ? undefined : read(cursor)
  const from = last ? sorted.findIndex(({ place }) => compare(place, last) > 0) : 0
  if (from < 0) return { some: [], next: null }
  const some = sorted.slice(from, from + limit)
  return {
    some: some.map(({ cell }) => cell),
    next: from + limit < sorted.length ? write(some.at(-1)!.place) : null,
  }
}

type Place = readonly [time: string, number: number, keys: string]

function compare(a: Place, b: Place): number {
  for (const k of [0, 1, 2] as const) {
    if (a[k] < b[k]) return -1
    if (a[k] > b[k]) return 1
  }
  return 0
}

const write = (place: Place) => Buffer.from(JSON.stringify(place)).toString('base64url')

function read(cursor: string): Place {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(place) && place.length === 3) return place as unknown as Place
  } catch {}
  throw new ArchiveError('bad-query', 'The cursor is none that an answer gave. Leave it out.')
}
