import type { EntityRow, QuoteRow } from './rows.js'

/** What is as it was when the rows of before were made: the text; or the reading too, so that ids of items are the same. */
export type Same = 'text' | 'reading'

/** Row ids by item, where the row of before is the same quote. No row is given twice. */
export function matchQuotes(
  rows: readonly QuoteRow[],
  before: readonly { id: number; item: string; start: number; end: number }[],
  same?: Same,
) {
  return match<QuoteRow, { item: string; start: number; end: number }>(rows, before, [
    ...(same === 'reading' ? [itemOf] : []),
    row => `${row.start}-${row.end}`,
  ])
}

/** Row ids by item, where the row of before is the same entity. No row is given twice. */
export function matchEntities(
  rows: readonly EntityRow[],
  before: readonly { id: number; item: string; type: string; name_key: string; start: number }[],
  same?: Same,
) {
  return match<EntityRow, { item: string; type: string; name_key: string; start: number }>(
    rows,
    before,
    [
      ...(same === 'reading' ? [itemOf] : []),
      row => `${row.type} ${row.name_key} ${row.start}`,
      row => `${row.type} ${row.name_key}`,
      row => `${row.type} ${row.start}`,
    ],
  )
}

const itemOf = ({ item }: { item: string }) => item

function match<R extends B & { item: string }, B extends object>(
  rows: readonly R[],
  before: readonly (B & { id: number })[],
  keys: readonly ((row: B) => string)[],
): Map<string, number> {
  const ids = new Map<string, number>()
  const taken = new Set<number>()
  for (const key of keys) {
    const free = new Map<string, number>()
    for (const row of before)
      if (!taken.has(row.id) && !free.has(key(row))) free.set(key(row), row.id)
    for (const row of rows) {
      const id = ids.has(row.item) ? undefined : free.get(key(row))
      if (id === undefined || taken.has(id)) continue
      ids.set(row.item, id)
      taken.add(id)
    }
  }
  return ids
}
