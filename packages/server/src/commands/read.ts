import type { Reader, StoryRecord } from '@onrecord/engine'
import type { TableName } from '@onrecord/formats/tables'
import { InputError, ModelError, UsageError } from '../errors.js'
import { openFailures } from '../failures.js'
import { inOrder } from '../flow.js'
import type { Chunks } from '../input/bytes.js'
import type { Encoding } from '../input/decode.js'
import type { Entry } from '../input/entry.js'
import { openInput, openInputs } from '../input/open.js'
import { sizeOf } from '../input/size.js'
import { type Format, openWriter } from '../output/formats.js'
import { visibleLine } from '../output/visible.js'
import type { Writer } from '../output/writer.js'
import { type Pool, type PoolOptions, poolOfOne } from '../pool.js'
import { countWords, openProgress } from '../progress.js'
import {
  ClosedPipe,
  type Env,
  type Output,
  openSink,
  pageColumns,
  wantsColor,
} from '../terminal.js'

/** What a command has of the world: tests hand in their own. */
export interface Host {
  readonly stdin: Chunks & { readonly isTTY?: boolean; destroy?(): unknown }
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Env
  /** Ctrl-C. */
  readonly signal: AbortSignal
  /** A reader in this thread, for a single story. */
  openReader(): Promise<Reader>
  /** Readers on so many threads. */
  openPool(size: number, options?: PoolOptions): Pool
}

export interface ReadOptions {
  /** Left out: text in a terminal, else json for one story and jsonl for several. */
  readonly format?: Format
  /** Which table; csv is then the form. */
  readonly table?: TableName
  /** The whole page, however long its lists. */
  readonly all?: boolean
  readonly jsonl?: boolean
  readonly encoding?: Encoding
  /** Known of the one story that is read. */
  readonly title?: string
  readonly outlet?: string
  readonly published?: string
  readonly workers: number
  readonly color?: boolean
}

/** How much of the input may be under way, in bytes. */
const CAPACITY = 64 * 1024 * 1024

/** Stories under way for each worker: enough that none waits while the first in line takes long. */
const WINDOW = 4

/** Failures that the stream form names on stderr; each has a line in the output anyway. */
const NAMED = 20

type Outcome = { readonly entry: Entry } & (
  | { readonly record: StoryRecord }
  | { readonly error: InputError }
)

/** Reads stories and writes their records. Gives the exit status: 0, 1 some failed, 2 called wrongly, 130 stopped. */
export async function read(
  names: readonly string[],
  options: ReadOptions,
  host: Host,
): Promise<number> {
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  if (host.signal.aborted) onSignal()
  host.signal.addEventListener('abort', onSignal)
  const progress = openProgress(host.stderr)
  const sink = openSink(host.stdout, stop.signal)
  const { several, entries } = await openEntries(names, options, host)
  const pool = several ? host.openPool(options.workers) : poolOfOne(host.openReader)
  const failures = openFailures(options.jsonl ? NAMED : Number.POSITIVE_INFINITY, text => {
    progress.clear()
    host.stderr.write(text)
  })
  let writer: Writer | undefined
  const openWriterFor = (several: boolean) =>
    openWriter(options.format ?? defaultFormat(options, several, host.stdout), {
      several,
      terminal: host.stdout.isTTY === true,
      columns: pageColumns(host.stdout),
      color: wantsColor(options.color, host.env, host.stdout),
      all: options.all === true,
      ...(options.table !== undefined && { table: options.table }),
    })

  const write = async (text: string) => {
    if (host.stdout.isTTY) progress.clear()
    await sink.write(text)
    // On one terminal with the output, the line must not take what was just written.
    if (host.stdout.isTTY && text !== '') progress.hold(!text.endsWith('\n'))
  }

  if (host.stderr.isTTY) void sizeOf(names).then(progress.total)
  try {
    const outcomes = inOrder(entries, entry => answer(entry, pool), {
      window: pool.size * WINDOW,
      weigh: entry => entry.bytes,
      capacity: CAPACITY,
      signal: stop.signal,
    })
    for await (const outcome of outcomes) {
      const { entry } = outcome
      if (!writer) {
        writer = openWriterFor(names.length > 1 || !entry.one)
        await write(writer.start)
      }
      if ('error' in outcome) failures.add(entry.place, outcome.error)
      await write(
        'record' in outcome
          ? writer.record(outcome.record)
          : (writer.error?.(outcome.error, entry.place) ?? ''),
      )
      const story = 'story' in entry ? entry.story.text : ''
      progress.story(host.stderr.isTTY ? countWords(story) : 0, entry.bytes)
    }
    if (!writer) {
      writer = openWriterFor(several)
      await write(writer.start)
    }
    await write(writer.end)
    progress.end()
    if (host.signal.aborted) return 130
    failures.end()
    return failures.count > 0 ? 1 : 0
  } catch (error) {
    progress.end()
    if (error instanceof ClosedPipe) return 0
    if (error instanceof UsageError || error instanceof ModelError) {
      host.stderr.write(`onrecord: ${visibleLine(error.message)}\n`)
      return error instanceof UsageError ? 2 : 1
    }
    if (isSystemError(error)) {
      host.stderr.write(`onrecord: The output cannot be written: ${visibleLine(error.message)}\n`)
      return 1
    }
    throw error
  } finally {
    progress.end()
    stop.abort()
    host.signal.removeEventListener('abort', onSignal)
    host.stdin.destroy?.()
    await pool.close()
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error

/** The stories named; and whether there can be several, as far as can be told before reading. */
async function openEntries(
  names: readonly string[],
  options: ReadOptions,
  host: Host,
): Promise<{ several: boolean; entries: AsyncIterable<Entry> }> {
  const from = {
    stdin: host.stdin,
    encoding: options.encoding,
    jsonl: options.jsonl === true,
  }
  const all = names.length > 0 ? names : ['-']
  if (all.length > 1)
    return { several: true, entries: withMeta(openInputs(all, from), options, true) }
  const input = await openInput(all[0]!, from)
  return { several: !input.one, entries: withMeta(input.entries(), options, false) }
}

/** What was said of the story on the command line, which holds for one story only. */
async function* withMeta(
  entries: AsyncIterable<Entry>,
  { title, outlet, published }: ReadOptions,
  several: boolean,
): AsyncGenerator<Entry> {
  const meta = {
    ...(title !== undefined && { title }),
    ...(outlet !== undefined && { outlet }),
    ...(published !== undefined && { published }),
  }
  if (Object.keys(meta).length === 0) return yield* entries
  for await (const entry of entries) {
    if (several || !entry.one) {
      throw new UsageError(
        `--${Object.keys(meta)[0]} is for one story, and there are several. Give it in JSON with each story.`,
      )
    }
    yield 'story' in entry ? { ...entry, story: { ...entry.story, ...meta } } : entry
  }
}

async function answer(entry: Entry, pool: Pool): Promise<Outcome> {
  if ('error' in entry) return { entry, error: entry.error }
  try {
    return { entry, record: await pool.read(entry.story) }
  } catch (error) {
    if (error instanceof InputError) return { entry, error }
    throw error
  }
}

function defaultFormat({ jsonl, table }: ReadOptions, several: boolean, stdout: Output): Format {
  if (table !== undefined) return 'csv'
  if (jsonl) return 'jsonl'
  if (stdout.isTTY) return 'text'
  return several ? 'jsonl' : 'json'
}
