/** Writes a generated archive, a line a story: records, what a reader would be given, what is true of them, or questions to it. */
import { parseArgs } from 'node:util'
import { run, usageError } from './command.js'
import { generateStories } from './generate/archive.js'
import { queries } from './generate/queries.js'

const USAGE = `usage: node bench/dist/generate.js (--quotes N | --stories N) [--seed S] [--what W]
  --quotes N      about so many quotes
  --stories N     so many stories
  --seed S        a whole number; 1 unless told. The same seed and size give the same archive
  --what W        records (unless told), inputs, truth, all (the three and the kind in one object a line),
                  or queries
  --count N       how many queries; 1,000 unless told`

await run(main, USAGE)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quotes: { type: 'string' },
      stories: { type: 'string' },
      seed: { type: 'string' },
      what: { type: 'string' },
      count: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(USAGE)
  if ((values.quotes === undefined) === (values.stories === undefined))
    throw usageError('one of --quotes and --stories is needed')
  const size =
    values.quotes === undefined
      ? { stories: whole('stories', values.stories!) }
      : { quotes: whole('quotes', values.quotes) }
  const options = { seed: whole('seed', values.seed ?? '1'), ...size }
  const { what = 'records' } = values
  if (what === 'queries')
    return write(queries({ ...options, count: whole('count', values.count ?? '1000') }))
  if (what !== 'records' && what !== 'inputs' && what !== 'truth' && what !== 'all')
    throw usageError(`--what ${what} is not known`)
  const part = { records: 'record', inputs: 'input', truth: 'truth', all: 'all' } as const
  const key = part[what]
  await write(
    (function* () {
      for (const story of generateStories(options)) yield key === 'all' ? story : story[key]
    })(),
  )
}

function whole(name: string, text: string): number {
  const n = Number(text)
  if (!Number.isInteger(n) || n < (name === 'seed' ? Number.MIN_SAFE_INTEGER : 1))
    throw usageError(`--${name}: a whole number is needed, not ${text}`)
  return n
}

/** A line an item; waits where the reader is slower, ends quietly where it has had enough. */
async function write(items: Iterable<unknown>): Promise<void> {
  const { stdout } = process
  stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
    throw error
  })
  for (const item of items)
    if (!stdout.write(`${JSON.stringify(item)}\n`))
      await new Promise(resolve => stdout.once('drain', resolve))
}
