import {
  type Added,
  type Archive,
  ArchiveError,
  type Arrival,
  addStories,
  type FileState,
  isTaken,
  keepProblem,
  markTaken,
  noteFoundAgain,
  openArchive,
  recognise,
} from '@onrecord/archive'
import type { StoryInput, StoryRecord } from '@onrecord/engine'
import {
  type FileSource,
  type Incoming,
  type Problem,
  readSource,
  sourcesOf,
} from '@onrecord/formats'
import { ModelError, messageOf } from '../errors.js'
import { inOrder } from '../flow.js'
import { type Chunks, toBytes } from '../input/bytes.js'
import { sizeOf } from '../input/size.js'
import { archiveUrl } from '../operations/archive-url.js'
import { visibleLine } from '../output/visible.js'
import { countWords, openProgress } from '../progress.js'
import { ClosedPipe, openSink } from '../terminal.js'
import type { Host } from './read.js'

export interface AddOptions {
  readonly archive?: string
  /** The outlet of stories that do not tell theirs. */
  readonly outlet?: string
  /** Files that were taken in before are looked at again. */
  readonly again?: boolean
  /** One line of JSON for each story, once it is on disk. */
  readonly json?: boolean
  readonly workers: number
}

/** Stories written in one transaction at most, and milliseconds that one waits for others. */
const BATCH = 32
const WAIT = 1000
const WINDOW = 4
const CAPACITY = 64 * 1024 * 1024

/** The file may give more the next time. */
const UNREAD: ReadonlySet<string> = new Set(['not-found', 'not-readable'])

/** One thing that a file gave, in order; `end` when there is no more. */
type Item = { readonly file: FileSource; readonly bytes: number } & (
  | { readonly story: Incoming }
  | { readonly problem: Problem }
  | { readonly end: 'whole' | 'unchanged' }
)

type Outcome = { readonly item: Item } & (
  | { readonly read: { readonly arrival: Arrival; readonly record: StoryRecord } }
  | { readonly again: Arrival }
  | { readonly problem: Problem }
  | { readonly end: 'whole' | 'unchanged' }
)

/** Takes stories into the archive. Gives the exit status: 0, 1 some could not be taken in, 2 called wrongly, 130 stopped. */
export async function add(
  names: readonly string[],
  options: AddOptions,
  host: Host,
): Promise<number> {
  const progress = openProgress(host.stderr)
  const say = (text: string) => {
    progress.clear()
    host.stderr.write(`${visibleLine(text)}\n`)
  }
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  if (host.signal.aborted) onSignal()
  host.signal.addEventListener('abort', onSignal)
  const sink = openSink(host.stdout, stop.signal)
  const pool = host.openPool(options.workers)
  if (host.stderr.isTTY) void sizeOf(names).then(progress.total)
  let archive: Archive | undefined
  try {
    archive = await openArchive(archiveUrl(options.archive, host.env), { create: true })
    const counts = { new: 0, version: 0, same: 0, copy: 0, unchanged: 0, problem: 0 }
    const open = archive
    const write = batches(open, async (added, arrival) => {
      counts[added.outcome] += 1
      if (added.outcome !== 'same' && added.copyOf.length > 0) counts.copy += 1
      if (options.json) {
        const { path, part } = arrival
        await sink.write(`${JSON.stringify({ ...added, path, ...(part && { part }) })}\n`)
      }
    })
    const outcomes = inOrder(
      items(open, names, options, host),
      item => answer(open, item, options, pool.read),
      {
        window: options.workers * WINDOW,
        weigh: item => ('story' in item ? item.story.text.length : 0),
        capacity: CAPACITY,
        signal: stop.signal,
      },
    )
    for await (const outcome of outcomes) {
      const { item } = outcome
      if ('read' in outcome || 'again' in outcome) {
        await write.put(outcome)
      } else if ('problem' in outcome) {
        counts.problem += 1
        const { code, message, part = '' } = outcome.problem
        await keepProblem(open.db, { path: item.file.name, part, code, message })
        say(`onrecord: ${item.file.name}${part && ` ${part}`}: ${message}`)
      } else if (outcome.end === 'unchanged') {
        counts.unchanged += 1
      } else {
        await write.flush()
        const state = stateOf(item.file)
        if (state) await markTaken(open.db, state, write.of(item.file.name))
      }
      progress.story(
        'story' in item && host.stderr.isTTY ? countWords(item.story.text) : 0,
        item.bytes,
      )
    }
    await write.flush()
    progress.end()
    if (!options.json) await sink.write(summary(counts, open.name))
    if (host.signal.aborted) {
      say('onrecord: Stopped. What was added is kept; the same command goes on from there.')
      return 130
    }
    return counts.problem > 0 ? 1 : 0
  } catch (error) {
    progress.end()
    if (error instanceof ClosedPipe) return 0
    const known = archive?.explain(error) ?? error
    if (known instanceof ArchiveError || known instanceof ModelError) {
      say(`onrecord: ${known.message}`)
      return 1
    }
    throw error
  } finally {
    progress.end()
    stop.abort()
    host.signal.removeEventListener('abort', onSignal)
    host.stdin.destroy?.()
    await pool.close()
    await archive?.close()
  }
}

async function* items(
  archive: Archive,
  names: readonly string[],
  { again = false }: AddOptions,
  host: Host,
): AsyncGenerator<Item> {
  for await (const file of sourcesOf(names, { stdin: asBytes(host.stdin) })) {
    const state = stateOf(file)
    if (!again && state && (await isTaken(archive.db, state))) {
      yield { file, bytes: file.size ?? 0, end: 'unchanged' }
      continue
    }
    let taken = 0
    let told = 0
    const counted: FileSource = {
      ...file,
      async *bytes() {
        for await (const chunk of file.bytes()) {
          taken += chunk.length
          yield chunk
        }
      },
    }
    const since = () => {
      const bytes = taken - told
      told = taken
      return bytes
    }
    let whole = true
    for await (const found of readSource(counted)) {
      if ('problem' in found && UNREAD.has(found.problem.code)) whole = false
      yield { file, bytes: since(), ...found }
    }
    if (whole) yield { file, bytes: Math.max(0, (file.size ?? taken) - told), end: 'whole' }
  }
}

async function answer(
  archive: Archive,
  item: Item,
  { outlet }: AddOptions,
  read: (story: StoryInput) => Promise<StoryRecord>,
): Promise<Outcome> {
  if (!('story' in item)) return { item, ...item }
  const { story, file } = item
  if (story.language && !/^en\b/i.test(story.language)) {
    return {
      item,
      problem: problem(
        story,
        'not-english',
        `It says that it is in "${story.language}". Onrecord reads English.`,
      ),
    }
  }
  const arrival: Arrival = {
    ...story,
    ...(story.outlet === undefined && outlet !== undefined && { outlet }),
    path: file.name,
  }
  // Reading is what takes time: a story that is there already is not read again.
  const { is } = await recognise(archive.db, arrival)
  if (is === 'same') return { item, again: arrival }
  try {
    const { text, title, outlet, byline, url, published } = arrival
    const about = { title, outlet, byline, url, published }
    const given = Object.fromEntries(
      Object.entries(about).filter(([, value]) => value !== undefined),
    )
    return { item, read: { arrival, record: await read({ text, ...given }) } }
  } catch (error) {
    if (error instanceof ModelError) throw error
    return { item, problem: problem(story, 'reader-failed', messageOf(error)) }
  }
}

async function* asBytes(chunks: Chunks): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield toBytes(chunk)
}

const problem = ({ part }: Incoming, code: string, message: string): Problem => ({
  code,
  message,
  ...(part !== undefined && { part }),
})

/** Writes stories a batch at a time; what it says of a story, it says once the story is on disk. */
function batches(archive: Archive, done: (added: Added, arrival: Arrival) => Promise<void>) {
  let waiting: Exclude<Outcome, { problem: Problem } | { end: unknown }>[] = []
  let since = 0
  const stories = new Map<string, number>()
  async function flush() {
    if (waiting.length === 0) return
    const batch = waiting
    waiting = []
    const read = batch.flatMap(one => ('read' in one ? [one.read] : []))
    const again = batch.flatMap(one => ('again' in one ? [one.again] : []))
    for (const [k, added] of (await addStories(archive, read)).entries())
      await done(added, read[k]!.arrival)
    for (const [k, added] of (await noteFoundAgain(archive, again)).entries())
      await done(added, again[k]!)
    for (const { item } of batch)
      stories.set(item.file.name, (stories.get(item.file.name) ?? 0) + 1)
  }
  return {
    flush,
    async put(one: (typeof waiting)[number]) {
      if (waiting.length === 0) since = Date.now()
      waiting.push(one)
      if (waiting.length >= BATCH || Date.now() - since > WAIT) await flush()
    },
    /** How many of a file's stories are on disk. */
    of: (name: string) => stories.get(name) ?? 0,
  }
}

function stateOf({ path, size, mtime }: FileSource): FileState | undefined {
  return path === undefined || size === undefined || mtime === undefined
    ? undefined
    : { path, size, changedAt: mtime }
}

function summary(counts: Readonly<Record<string, number>>, archive: string): string {
  const say = (count: number, one: string, many: string) =>
    count > 0 ? [`${count.toLocaleString('en')} ${count === 1 ? one : many}`] : []
  const parts = [
    ...say(counts.new!, 'new story', 'new stories'),
    ...say(counts.copy!, 'of them a copy of another', 'of them copies of others'),
    ...say(counts.version!, 'new version', 'new versions'),
    ...say(counts.same!, 'there already', 'there already'),
    ...say(counts.unchanged!, 'file unchanged', 'files unchanged'),
    ...say(counts.problem!, 'problem (onrecord problems)', 'problems (onrecord problems)'),
  ]
  return `${parts.join(', ') || 'Nothing to add'}. Archive: ${visibleLine(archive)}\n`
}
