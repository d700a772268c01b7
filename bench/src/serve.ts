/** How the service answers while it reads, and what it does with more than it can take: see bench/README.md. */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addStories, openArchive } from '@onrecord/archive'
import { run, usageError } from './command.js'
import { generateStories } from './generate/index.js'
import { ROOT, writeResults } from './results.js'
import { ask, COLUMNS, requestsOf } from './serve/asking.js'
import { startService } from './serve/service.js'
import { keepReading, settle, upload } from './serve/uploading.js'
import { machine } from './speed/machine.js'
import { samples, storyStream } from './speed/stories.js'
import { keep, renderTable, type Table } from './table.js'

const USAGE = `usage: npm run bench -- serve [--quotes N] [--uploads N] [--clients N] [--seconds N] [--workers N] [--archive URL]
  --quotes N     quotes that the archive holds before (100,000)
  --uploads N    stories sent at once (1,000)
  --clients N    by so many (20)
  --seconds N    how long each kind of question is asked (10)
  --workers N    stories read at once (1)
  --archive URL  what bench/dist/load.js has filled with so many quotes; uploads are added to it; a new one unless told`

/** Clients that ask while it is measured how fast they are answered, and uploads that may wait where too many are sent. */
const ASKING = 4
const ROOM = 20
/** Stories of one transaction. */
const BATCH = 500

await run(main, USAGE)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quotes: { type: 'string', default: '100000' },
      uploads: { type: 'string', default: '1000' },
      clients: { type: 'string', default: '20' },
      seconds: { type: 'string', default: '10' },
      workers: { type: 'string', default: '1' },
      archive: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(USAGE)
  const number = (name: 'quotes' | 'uploads' | 'clients' | 'seconds' | 'workers') => {
    const value = Number(values[name])
    if (Number.isInteger(value) && value > 0) return value
    throw usageError(`--${name} is a whole number above 0`)
  }
  const [quotes, uploads, clients, seconds] = [
    number('quotes'),
    number('uploads'),
    number('clients'),
    number('seconds'),
  ]
  const workers = ['--workers', String(number('workers'))]
  const about = { ...machine(), quotes, uploads, clients, workers: Number(values.workers) }
  for (const [key, value] of Object.entries(about)) console.log(`${key.padEnd(12)} ${value}`)
  const own = join(tmpdir(), `onrecord-serve-${process.pid}.db`)
  const archive = values.archive ?? own
  const tables: Table[] = []
  const add = (table: Table) => {
    tables.push(table)
    console.log(`\n${renderTable(table)}`)
  }
  try {
    if (values.archive === undefined) await fill(archive, quotes)
    const texts = [...storyStream(samples(), uploads)].map(
      ({ id, text }) => `${text}\n\nStory ${id} of ${process.pid}.`,
    )
    const service = await startService(archive, workers)
    const requests = await requestsOf(service.url, { seed: 1, quotes })
    const asked = async (what: string) => {
      const rows: Record<string, Record<string, number>> = {}
      for (const [kind, some] of Object.entries(requests))
        rows[kind] = await ask(service.url, some, { clients: ASKING, seconds })
      add({ key: `serve-${what}`, title: `the service ${what}`, columns: COLUMNS, rows })
    }
    await asked('at rest')
    const together = await Promise.all(
      Object.entries(requests).map(async ([kind, some]) => [
        kind,
        await ask(service.url, some, { clients: ASKING, seconds }),
      ]),
    )
    add({
      key: 'serve-together',
      title: 'the service asked all three at once',
      columns: COLUMNS,
      rows: Object.fromEntries(together),
    })
    const stop = keepReading(service.url, samples())
    await asked('while it reads')
    console.log(`${await stop()} stories were read meanwhile`)

    const before = await storiesIn(archive)
    const begun = performance.now()
    const sent = await upload(service.url, texts, clients)
    const answered = (performance.now() - begun) / 1000
    const kept = await settle(service.url, sent.keys)
    const whole = (performance.now() - begun) / 1000
    const doubled = (await storiesIn(archive)) - before - kept
    const peak = service.peak()
    await service.end()

    const small = await startService(archive, [...workers, '--waiting', String(ROOM)])
    const more = texts.slice(0, 10 * ROOM).map(text => `${text} Once more.`)
    const pressed = await upload(small.url, more, clients)
    const pressedKept = await settle(small.url, pressed.keys)
    const pressedPeak = small.peak()
    await small.end()

    const columns = [
      'sent',
      'acknowledged',
      'refused',
      'other answers',
      'lost',
      'doubled',
      's answered',
      's read',
    ]
    add({
      key: 'serve-uploads',
      title: 'uploads at once',
      columns: [...columns, 'peak MB'],
      rows: {
        'as it is': {
          sent: texts.length,
          acknowledged: sent.keys.length,
          refused: sent.refused,
          'other answers': sent.other,
          lost: sent.keys.length - kept,
          doubled,
          's answered': Number(answered.toFixed(1)),
          's read': Number(whole.toFixed(1)),
          ...(peak !== undefined && { 'peak MB': peak }),
        },
        [`room for ${ROOM}`]: {
          sent: more.length,
          acknowledged: pressed.keys.length,
          refused: pressed.refused,
          'other answers': pressed.other,
          lost: pressed.keys.length - pressedKept,
          ...(pressedPeak !== undefined && { 'peak MB': pressedPeak }),
        },
      },
    })
    writeResults(join(ROOT, 'bench/results/serve.json'), { about, numbers: keep(tables) })
    console.log('\nbench/results/serve.json is written')
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(own + end, { force: true })
  }
}

async function storiesIn(url: string): Promise<number> {
  const archive = await openArchive(url, { readOnly: true })
  const { count } = await archive.db
    .selectFrom('story')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  await archive.close()
  return Number(count)
}

/** Generated stories, as `load` adds them. */
async function fill(url: string, quotes: number): Promise<void> {
  const archive = await openArchive(url, { create: true })
  const stories = [...generateStories({ seed: 1, quotes })].map(({ kind, input, record }) => ({
    arrival: { ...input, kind, path: 'generated', part: input.id },
    record,
  }))
  for (let k = 0; k < stories.length; k += BATCH)
    await addStories(archive, stories.slice(k, k + BATCH))
  await archive.close()
}
