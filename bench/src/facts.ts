/** Scores the facts that the committed reader finds in bench/facts: see the README there. */
import { parseArgs } from 'node:util'
import { createReader } from '@onrecord/engine'
import { openQuoteModel } from '@onrecord/models/node'
import { run, usageError } from './command.js'
import { factCases, factTable, scoreRecord } from './eval/facts.js'
import type { FactScore } from './scores/facts.js'
import { renderTable } from './table.js'

const USAGE = `usage: node bench/dist/facts.js [--misses] [--held] [--held-misses] [--only WORDS]
  --misses       lists what went wrong in dev
  --held         scores the held-out half too, without its errors
  --held-misses  … with its errors: then it is held out no more
  --only WORDS   only the cases with these words in their names`

await run(main, USAGE)

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      misses: { type: 'boolean' },
      held: { type: 'boolean' },
      'held-misses': { type: 'boolean' },
      only: { type: 'string', default: '' },
    },
  })
  if (positionals.length > 0) throw usageError(`what is ${positionals.join(' ')}?`)
  const reader = createReader(await openQuoteModel())
  const held = values.held || values['held-misses']
  for (const half of held ? (['dev', 'held'] as const) : (['dev'] as const)) {
    const scores: FactScore[] = []
    for (const item of factCases(half).filter(({ name }) => name.includes(values.only))) {
      const { name, text, published } = item
      const record = await reader.read({ id: name, text, ...(published ? { published } : {}) })
      scores.push(scoreRecord(item, record))
    }
    console.log(`${renderTable(factTable(half, scores))}\n`)
    const shown = half === 'dev' ? values.misses : values['held-misses']
    if (shown) console.log(`${scores.flatMap(score => score.misses).join('\n')}\n`)
  }
}
