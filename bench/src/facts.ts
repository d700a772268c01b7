/** Scores the facts that the committed reader finds in bench/facts (see the README there). */
import { parseArgs } from 'node:util'
import { createReader } from '@onrecord/engine'
import { openQuoteModel } from '@onrecord/models/node'
import { run, usageError } from './command.js'
import { factCases, factTable, HALVES, isOpen, scoreRecord } from './eval/facts.js'
import type { FactScore } from './scores/facts.js'
import { renderTable } from './table.js'

const USAGE = `usage: node bench/dist/facts.js [--misses] [--aside] [--held] [--held-misses] [--only WORDS]
  --misses       lists what went wrong in dev, more and press
  --aside        scores more-aside too, without its errors
  --held         scores the held-out half too, without its errors
  --held-misses  … with its errors: then it is held out no more
  --only WORDS   only the cases with these words in their names`

await run(main, USAGE)

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      misses: { type: 'boolean' },
      aside: { type: 'boolean' },
      held: { type: 'boolean' },
      'held-misses': { type: 'boolean' },
      only: { type: 'string', default: '' },
    },
  })
  if (positionals.length > 0) throw usageError(`what is ${positionals.join(' ')}?`)
  const reader = createReader(await openQuoteModel())
  const held = values.held || values['held-misses']
  const wanted = { dev: true, more: true, press: true, 'more-aside': values.aside, held }
  for (const half of HALVES.filter(name => wanted[name])) {
    const scores: FactScore[] = []
    for (const item of factCases(half).filter(({ name }) => name.includes(values.only))) {
      const { name, text, published } = item
      const record = await reader.read({ id: name, text, ...(published ? { published } : {}) })
      scores.push(scoreRecord(item, record))
    }
    console.log(`${renderTable(factTable(half, scores))}\n`)
    const shown = isOpen(half) ? values.misses : half === 'held' && values['held-misses']
    if (shown) console.log(`${scores.flatMap(score => score.misses).join('\n')}\n`)
  }
}
