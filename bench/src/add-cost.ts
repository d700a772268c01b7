/** What keeping a story costs beside reading it: the same stories read, and read and added, in turn. */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addStories, openArchive, type ReadArrival, recognise } from '@onrecord/archive'
import { createReader } from '@onrecord/engine'
import { openQuoteModel } from '@onrecord/models/node'
import { run } from './command.js'
import { countWords, samples, storyStream } from './speed/stories.js'

const USAGE = `usage: node bench/dist/add-cost.js [--stories N] [--archive URL]
  --stories N     how many (200)
  --archive URL   where they are added: one that holds much already, or postgres://…; a new one unless told`

/** As `onrecord add` writes them. */
const BATCH = 32

await run(main, USAGE)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { stories: { type: 'string', default: '200' }, archive: { type: 'string' } },
  })
  const path = join(tmpdir(), `onrecord-add-cost-${process.pid}.db`)
  const archive = await openArchive(values.archive ?? path, { create: true })
  const reader = createReader(await openQuoteModel({ threads: 1 }))
  const before = await archive.db
    .selectFrom('quote')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const time = { read: 0, add: 0 }
  let words = 0
  let quotes = 0
  let batch: ReadArrival[] = []
  const timed = async <T>(what: keyof typeof time, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now()
    const done = await work()
    time[what] += performance.now() - begun
    return done
  }
  const stories = [...storyStream(samples(), Number(values.stories))]
  await reader.read(stories[0]!.text)
  for (const { id, text } of stories) {
    // no two the same: a story that is there already costs next to nothing
    const arrival = {
      text: `${text}\n\nStory ${id} of ${process.pid}.`,
      outlet: id,
      path: 'bench',
      part: id,
    }
    const { is } = await timed('add', () => recognise(archive, arrival))
    if (is === 'same') continue
    const record = await timed('read', () => reader.read({ text: arrival.text, id }))
    words += countWords(text)
    quotes += record.quotes.length
    batch.push({ arrival, record })
    if (batch.length < BATCH) continue
    await timed('add', () => addStories(archive, batch))
    batch = []
  }
  await timed('add', () => addStories(archive, batch))
  const perMinute = (ms: number) => Math.round((stories.length * 60_000) / ms)
  console.log(
    `${archive.name}: ${Number(before.n)} quotes before, ${quotes} added in ${stories.length} stories of ${words} words`,
  )
  console.log(
    `stories a minute: read alone ${perMinute(time.read)}, read and added ${perMinute(time.read + time.add)}`,
  )
  console.log(`adding costs ${((100 * time.add) / time.read).toFixed(1)} % of reading`)
  await archive.close()
  if (!values.archive) for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
}
