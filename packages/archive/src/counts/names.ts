import { chunks } from '../database/chunks.js'
import type { View } from '../rights/view.js'
import { type Cell, numbersOf } from './cells.js'
import type { CountRow } from './count.js'
import { mondayOf, weekOf } from './dates.js'
import type { Dimension } from './query.js'

type Key = string | number | null

/** A cell whose keys may leave the archive: as many as it is counted by. */
export interface OutCell extends Omit<Cell, 'keys'> {
  readonly keys: readonly (string | null)[]
}

export async function keysWithout(
  { archive: { db } }: View,
  by: readonly Dimension[],
  cells: readonly Cell[],
): Promise<OutCell[]> {
  const outlets = new Map<Key, string>()
  if (by.includes('outlet')) {
    const sources = await db.selectFrom('source').select(['id', 'name']).execute()
    for (const { id, name } of sources) outlets.set(id, name)
  }
  const people = new Map<Key, string>()
  const at = by.indexOf('speaker')
  const ids = new Set(cells.flatMap(({ keys }) => PERSON.exec(String(keys[at] ?? ''))?.[1] ?? []))
  for (const some of chunks([...ids].map(Number))) {
    const rows = await db
      .selectFrom('person')
      .select(['id', 'key'])
      .where('id', 'in', some)
      .execute()
    for (const { id, key } of rows) people.set(`person:${id}`, `person:${key}`)
  }
  const without = (dimension: Dimension, key: Key): string | null => {
    if (dimension === 'outlet') return outlets.get(key)!
    if (key === null) return null
    return dimension === 'week' ? weekOf(String(key)) : (people.get(key) ?? String(key))
  }
  return cells.map(cell => ({
    ...cell,
    keys: by.map((dimension, k) => without(dimension, cell.keys[k as 0 | 1])),
  }))
}

const PERSON = /^person:(\d+)$/

/** Rows with names: of speakers the register's; of those it has not, the name that their first story has. */
export async function namesOf(
  { archive: { db } }: View,
  by: readonly Dimension[],
  cells: readonly OutCell[],
): Promise<CountRow[]> {
  const at = by.indexOf('speaker')
  const people = new Map<string, string>()
  const keys = at < 0 ? [] : cells.flatMap(cell => /^person:(.+)$/.exec(cell.keys[at]!)?.[1] ?? [])
  for (const some of chunks(keys)) {
    const rows = await db
      .selectFrom('person')
      .select(['key', 'name'])
      .where('key', 'in', some)
      .execute()
    for (const { key, name } of rows) people.set(`person:${key}`, name)
  }
  const names = new Map<number | null, string>()
  const first = at < 0 ? [] : cells.map(({ speaker }) => speaker).filter(id => id !== null)
  for (const some of chunks(first)) {
    const rows = await db
      .selectFrom('entity')
      .select(['id', 'name'])
      .where('id', 'in', some)
      .execute()
    for (const { id, name } of rows) names.set(id, name)
  }
  return cells.map(cell => ({
    of: cell.keys.map((key, k) => ({
      key,
      name: k === at ? (people.get(key!) ?? names.get(cell.speaker) ?? null) : key,
    })),
    ...numbersOf(cell),
  }))
}

/** A key that an answer gave, as the database has it; undefined where nothing has it. */
export async function keyWithin(
  { archive: { db } }: View,
  dimension: Dimension,
  key: string | null,
): Promise<Key | undefined> {
  if (key === null) return null
  if (dimension === 'week') return mondayOf(key) ?? undefined
  if (dimension === 'outlet') {
    const source = await db
      .selectFrom('source')
      .select('id')
      .where('name', '=', key)
      .executeTakeFirst()
    return source?.id
  }
  const person = dimension === 'speaker' ? /^person:(.+)$/.exec(key)?.[1] : undefined
  if (person === undefined) return key
  const row = await db
    .selectFrom('person')
    .select(['id', 'merged_into'])
    .where('key', '=', person)
    .executeTakeFirst()
  return row && `person:${row.merged_into ?? row.id}`
}
