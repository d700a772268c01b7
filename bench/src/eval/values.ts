import { join } from 'node:path'
import { readJsonLines } from '../corpus.js'
import { predictValues } from '../predict-values.js'
import { thousandth } from '../scores/round.js'
import type { ReadValue } from '../scores/value-match.js'
import { scoreValues, type ValueCase, type ValueCounts } from '../scores/values.js'
import type { Table } from '../table.js'
import type { Reading } from './reading.js'

const COLUMNS = ['n', 'found', 'exact', 'value', 'start', 'extra']

/** Dates and times in news-like texts, and quantities: by corpus and by type. */
export async function valueTables(data: string, reading: Reading, limit: number): Promise<Table[]> {
  return [
    await table(
      'time',
      'dates and times (news-like)',
      join(data, 'time/dev.jsonl'),
      reading,
      limit,
    ),
    await table('quantity', 'quantities', join(data, 'quantity/dev.jsonl'), reading, limit),
  ]
}

async function table(
  key: string,
  title: string,
  file: string,
  reading: Reading,
  limit: number,
): Promise<Table> {
  const cases = readJsonLines<ValueCase>(file).slice(0, limit)
  const read = new Map<ValueCase, ReadValue[]>()
  for (const item of cases) read.set(item, await readCase(item, reading))
  const groups = scoreValues(cases, item => read.get(item)!, true)
  const names = [...groups.keys()].filter(name => name !== 'ALL').sort()
  return {
    key: `values-${key}`,
    title,
    columns: COLUMNS,
    rows: Object.fromEntries(
      ['ALL', ...names].flatMap(name => {
        const counts = groups.get(name)
        return counts ? [[name, row(counts)]] : []
      }),
    ),
  }
}

async function readCase(
  { id, text, ref_datetime: published }: ValueCase,
  reading: Reading,
): Promise<ReadValue[]> {
  const record = await reading.record({ id, text, ...(published && { published }) })
  return record === undefined ? [] : predictValues(record)
}

/** Shares of what is to be found; `extra` is a count. */
function row({ n, found, exact, value, start, extra }: ValueCounts): Record<string, number> {
  const share = (part: number) => thousandth(part / Math.max(1, n))
  return {
    n,
    found: share(found),
    exact: share(exact),
    value: share(value),
    start: share(start),
    extra,
  }
}
