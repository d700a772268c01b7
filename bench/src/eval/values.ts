import { join } from 'node:path'
import { readJsonLines } from '../corpus.js'
import { predictValues } from '../predict-values.js'
import { thousandth } from '../scores/round.js'
import type { ReadValue } from '../scores/value-match.js'
import { scoreValues, type ValueCase, type ValueCounts } from '../scores/values.js'
import type { Table } from '../table.js'

const COLUMNS = ['n', 'found', 'exact', 'value', 'start', 'extra']

/** Dates and times in news-like texts, and quantities: by corpus and by type. The model is not asked. */
export function valueTables(data: string, limit = Number.POSITIVE_INFINITY): Table[] {
  return [
    table('time', 'dates and times (news-like)', join(data, 'time/dev.jsonl'), limit),
    table('quantity', 'quantities', join(data, 'quantity/dev.jsonl'), limit),
  ]
}

function table(key: string, title: string, file: string, limit: number): Table {
  const cases = readJsonLines<ValueCase>(file).slice(0, limit)
  const groups = scoreValues(cases, readCase, true)
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

/** What the engine reads in a case. */
export const readCase = ({ id, text, ref_datetime }: ValueCase): ReadValue[] =>
  predictValues(id, text, ref_datetime)

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
