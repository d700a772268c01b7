/** How well the committed model reads: see bench/README.md. */
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createReader } from '@onrecord/engine'
import { openQuoteModel } from '@onrecord/models/node'
import { run, usageError } from './command.js'
import { awkwardTables } from './eval/awkward.js'
import { entityTables } from './eval/entities.js'
import { factTables } from './eval/facts.js'
import { quoteTables } from './eval/quotes.js'
import { reading } from './eval/reading.js'
import { regressionTables } from './eval/regression.js'
import { speakerTables } from './eval/speakers.js'
import { valueTables } from './eval/values.js'
import { committed, type Results, ROOT, writeResults } from './results.js'
import { keep, renderTable, type Table } from './table.js'

const USAGE = `usage: npm run eval -- [DATA] [--limit N] [--json FILE] [--predictions FILE] [--misses] [--model FOLDER]
  DATA                the data folder (polnear/, speaker/, cases/); without it only the regression set is read
  --limit N           the first N articles of each corpus
  --json FILE         writes the numbers there
  --predictions FILE  writes what was read of PolNeAR dev, for score_quotes.py
  --misses            lists what went wrong in the regression set
  --model FOLDER      other weights than the committed ones`

const NEEDED = [
  'polnear/dev.jsonl',
  'speaker/polnear_dev_identity.jsonl',
  'speaker/polnear_dev_identity_b.jsonl',
  'speaker/dev.jsonl',
  'entities/dev.jsonl',
  'cases/awkward.jsonl',
  'time/dev.jsonl',
  'quantity/dev.jsonl',
]

await run(main, USAGE)

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      limit: { type: 'string' },
      json: { type: 'string' },
      predictions: { type: 'string' },
      misses: { type: 'boolean' },
      model: { type: 'string' },
    },
  })
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit)
  if (!(limit >= 1)) throw usageError(`--limit takes a number from 1, not "${values.limit}"`)
  const data = dataFolder(positionals)
  const folder = values.model === undefined ? {} : { folder: resolve(values.model) }

  const stories = reading(createReader(await openQuoteModel(folder)))
  const misses: string[] = []
  const predictions: string[] = []
  const tables = await regressionTables(stories, misses)
  tables.push(...(await factTables(stories, misses)))
  if (data !== undefined) {
    tables.push(...(await awkwardTables(data, stories)))
    tables.push(...(await quoteTables(data, stories, limit, predictions)))
    tables.push(...(await speakerTables(data, stories, limit)))
    tables.push(...(await entityTables(data, stories, limit)))
    tables.push(...(await valueTables(data, stories, limit)))
  }
  const whole = data !== undefined && values.limit === undefined && values.model === undefined
  show(tables, values.limit === undefined)
  if (values.misses) console.log(`${misses.join('\n')}\n`)

  const results: Results = {
    about: stories.last ? { ...stories.last.reader } : {},
    numbers: keep(tables),
  }
  if (values.predictions !== undefined)
    writeFileSync(values.predictions, `${predictions.join('\n')}\n`)
  if (values.json !== undefined) writeResults(values.json, results)
  if (whole && stories.failures.length === 0) {
    writeResults(join(ROOT, 'bench/results/eval.json'), results)
    console.log('bench/results/eval.json is written; ▲▼ against the one committed')
  } else {
    console.log(
      'bench/results/eval.json is left as it is: only a full run of the committed model without failures writes it',
    )
  }
  for (const failure of stories.failures.slice(0, 5)) console.error(`failed: ${failure}`)
  if (stories.failures.length > 5) console.error(`… and ${stories.failures.length - 5} more`)
  if (stories.failures.length > 0) process.exitCode = 1
}

/** The data folder of the command line; undefined if none is given. */
function dataFolder(positionals: readonly string[]): string | undefined {
  if (positionals.length > 1) throw usageError(`one data folder, not ${positionals.join(', ')}`)
  if (positionals[0] === undefined) return undefined
  const folder = resolve(positionals[0])
  const missing = NEEDED.filter(file => !existsSync(join(folder, file)))
  if (missing.length === 0) return folder
  throw usageError(
    existsSync(folder)
      ? `${folder} lacks ${missing.join(', ')}`
      : `there is no folder ${folder}; leave it out to read the regression set alone`,
  )
}

/** Prints the tables, with the changes where the numbers compare with the committed ones. */
function show(tables: readonly Table[], compare: boolean): void {
  const before = compare ? committed('eval.json')?.numbers : undefined
  for (const table of tables) console.log(`${renderTable(table, before)}\n`)
}
