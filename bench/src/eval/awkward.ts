import { join } from 'node:path'
import { readJsonLines } from '../corpus.js'
import { type PointSpan, toUnits } from '../points.js'
import { scoreAwkward } from '../scores/awkward.js'
import type { Table } from '../table.js'
import type { Reading } from './reading.js'

interface Line {
  readonly id: string
  readonly text: string
  readonly quotes: readonly { readonly content: readonly PointSpan[]; readonly speaker: string }[]
}

/** Awkward typography that users report of other tools: a row a case. */
export async function awkwardTables(data: string, { read }: Reading): Promise<Table[]> {
  const rows: Record<string, Record<string, number>> = {}
  const all = { n: 0, found: 0, speaker: 0, false: 0 }
  for (const { id, text, quotes } of readJsonLines<Line>(join(data, 'cases/awkward.jsonl'))) {
    const convert = toUnits(text)
    const wanted = quotes.map(({ content, speaker }) => ({ content: convert(content), speaker }))
    const counts = scoreAwkward(text, wanted, await read({ id, text }))
    rows[id] = { ...counts }
    all.n += counts.n
    all.found += counts.found
    all.speaker += counts.speaker
    all.false += counts.false
  }
  rows.all = all
  return [
    {
      key: 'awkward',
      title: 'awkward typography',
      columns: ['n', 'found', 'speaker', 'false'],
      rows,
    },
  ]
}
