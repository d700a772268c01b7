/** Fills an archive with generated stories, as fast as the archive takes them. */
import { parseArgs } from 'node:util'
import { addStories, openArchive, type ReadArrival } from '@onrecord/archive'
import { sql } from 'kysely'
import { run, usageError } from './command.js'
import { generateStories } from './generate/index.js'

const USAGE = `usage: node bench/dist/load.js --quotes N --archive URL [--seed S] [--batch N] [--fast]
  --quotes N      about so many quotes
  --archive URL   a path, or postgres://…; made if it is not there
  --seed S        a whole number; 1 unless told
  --batch N       stories in one transaction; 500 unless told
  --fast          SQLite syncs nothing to disk: a power cut leaves a broken archive. (Start PostgreSQL with fsync=off.)`

await run(main, USAGE)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quotes: { type: 'string' },
      archive: { type: 'string' },
      seed: { type: 'string', default: '1' },
      batch: { type: 'string', default: '500' },
      fast: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(USAGE)
  if (!values.quotes || !values.archive) throw usageError('--quotes and --archive are needed')
  const archive = await openArchive(values.archive, { create: true })
  // for a bench archive, which can be loaded again
  if (values.fast && archive.words.engine === 'sqlite')
    await sql`pragma synchronous = off`.execute(archive.db)
  const begun = performance.now()
  const cpu = process.cpuUsage()
  let stories = 0
  let quotes = 0
  let batch: ReadArrival[] = []
  const flush = async () => {
    await addStories(archive, batch)
    stories += batch.length
    batch = []
    const seconds = (performance.now() - begun) / 1000
    const { user, system } = process.cpuUsage(cpu)
    process.stderr.write(
      `\r${stories} stories, ${quotes} quotes, ${Math.round(stories / seconds)} stories/s by the clock, ${Math.round((stories * 1e6) / (user + system))} by processor time `,
    )
  }
  for (const { kind, input, record } of generateStories({
    seed: Number(values.seed),
    quotes: Number(values.quotes),
  })) {
    batch.push({ arrival: { ...input, kind, path: 'generated', part: input.id }, record })
    quotes += record.quotes.length
    if (batch.length >= Number(values.batch)) await flush()
  }
  await flush()
  process.stderr.write('\n')
  await archive.close()
}
