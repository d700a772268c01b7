import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCases } from '../markup.js'
import { ROOT } from '../results.js'
import { addCaseCounts, type CaseScore, caseRow, scoreCase } from '../scores/cases.js'
import type { Table } from '../table.js'
import type { Reading } from './reading.js'

/** The project's own cases, by kind. `misses` receives what went wrong, a line each. */
export async function regressionTables({ read }: Reading, misses: string[]): Promise<Table[]> {
  const folder = join(ROOT, 'bench/cases')
  const scores = new Map<string, CaseScore[]>()
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .sort()) {
    const kind = file.slice(0, -'.txt'.length)
    const done: CaseScore[] = []
    for (const item of parseCases(readFileSync(join(folder, file), 'utf8'), file)) {
      const quotes = await read({ id: `${kind}/${item.name}`, text: item.text })
      done.push(scoreCase({ ...item, name: `${kind}/${item.name}`, read: quotes }))
    }
    scores.set(kind, done)
    misses.push(...done.flatMap(score => score.misses))
  }
  const counts = (all: readonly CaseScore[]) => addCaseCounts(all.map(score => score.counts))
  return [
    {
      key: 'cases',
      title: 'regression set',
      columns: ['n', 'found', 'attributed', 'speaker', 'false', 'whole'],
      rows: {
        ...Object.fromEntries([...scores].map(([kind, all]) => [kind, caseRow(counts(all))])),
        total: caseRow(counts([...scores.values()].flat())),
      },
    },
  ]
}
