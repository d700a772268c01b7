/** How fast the command reads, and in how much memory: see bench/README.md. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { run, usageError } from './command.js'
import { committed, ROOT, writeResults } from './results.js'
import { machine } from './speed/machine.js'
import { canPin } from './speed/oneCore.js'
import { samples } from './speed/stories.js'
import { memoryTable, prototypeTable, speedTable, startTable } from './speed/tables.js'
import { keep, renderTable, type Table } from './table.js'

const USAGE = `usage: npm run bench -- serve --help
       npm run bench -- [--stories N] [--runs N] [--long] [--only PART,…] [--prototype DIR [--python PY] [--data DIR]]
  --stories N      stories of the stream for speed (100)
  --runs N         how often each is measured (3)
  --long           memory over 10,000 stories too, not only 1,000
  --only PART,…    of speed, start, memory, prototype; leaves bench/results/bench.json as it is
  --prototype DIR  compares with DIR/ort_eval.py on PolNeAR dev, in turn, on one core
  --python PY      a Python with the prototype's packages (python3)
  --data DIR       the data folder (DIR/../data)
  --articles N     articles of PolNeAR dev to compare on (84)`

const PARTS = ['start', 'speed', 'prototype', 'memory']

if (process.argv[2] === 'serve') {
  process.argv.splice(2, 1)
  await import('./serve.js')
} else await run(main, USAGE)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      stories: { type: 'string', default: '100' },
      runs: { type: 'string', default: '3' },
      long: { type: 'boolean', default: false },
      only: { type: 'string' },
      prototype: { type: 'string' },
      python: { type: 'string', default: 'python3' },
      data: { type: 'string' },
      articles: { type: 'string', default: '84' },
    },
  })
  const count = atLeastOne('stories', values.stories)
  const runs = atLeastOne('runs', values.runs)
  const articles = atLeastOne('articles', values.articles)
  const only = values.only?.split(',')
  const unknown = only?.filter(part => !PARTS.includes(part)) ?? []
  if (unknown.length > 0)
    throw usageError(`--only takes ${PARTS.join(', ')}, not ${unknown.join(', ')}`)
  const wants = (part: string) => only?.includes(part) ?? true
  const compare =
    values.prototype === undefined ? undefined : prototype(values.prototype, values.data)

  if (only?.includes('prototype') && !compare)
    throw usageError('--only prototype needs --prototype DIR')

  const about = machine()
  for (const [key, value] of Object.entries(about)) console.log(`${key.padEnd(12)} ${value}`)
  if (!canPin()) console.log('taskset is missing: "one core" is whatever the system gives')
  console.log()

  const texts = samples()
  const before = committed('bench.json')?.numbers
  const tables: Table[] = []
  const add = (table: Table) => {
    tables.push(table)
    console.log(`${renderTable(table, before)}\n`)
  }
  if (wants('start')) add(await startTable(texts, Math.max(5, runs)))
  if (wants('speed')) (await speedTable(texts, count, runs)).forEach(add)
  if (wants('prototype') && compare) {
    prototypeTable(compare.folder, values.python, compare.data, articles, runs).forEach(add)
  }
  if (wants('memory')) add(await memoryTable(texts, values.long ? [1000, 10000] : [1000]))

  if (only) return
  writeResults(join(ROOT, 'bench/results/bench.json'), { about, numbers: keep(tables) })
  console.log('bench/results/bench.json is written; ▲▼ against the one committed')
}

function prototype(folder: string, dataFolder?: string): { folder: string; data: string } {
  const data = resolve(dataFolder ?? join(folder, '../data'))
  for (const file of [join(resolve(folder), 'ort_eval.py'), join(data, 'polnear/dev.jsonl')]) {
    if (!existsSync(file)) throw usageError(`there is no ${file}`)
  }
  return { folder: resolve(folder), data }
}

function atLeastOne(option: string, value: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= 1) return number
  throw usageError(`--${option} takes a whole number from 1, not "${value}"`)
}
