import { type Archive, ArchiveError, openArchive } from '@onrecord/archive'
import { sourcesOf } from '@onrecord/formats'
import { ModelError } from '../errors.js'
import { type Chunks, toBytes } from '../input/bytes.js'
import { sizeOf } from '../input/size.js'
import { type Counts, takeIn } from '../intake/take-in.js'
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

/** Stories under way for each worker: enough that none waits while the first in line takes long. */
const WINDOW = 4

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
    const counts = await takeIn(
      archive,
      sourcesOf(names, { stdin: asBytes(host.stdin) }),
      pool.read,
      {
        outlet: options.outlet,
        again: options.again,
        window: options.workers * WINDOW,
        signal: stop.signal,
      },
      {
        async added(added, { path, part }) {
          if (options.json)
            await sink.write(`${JSON.stringify({ ...added, path, ...(part && { part }) })}\n`)
        },
        problem: ({ name }, { message, part = '' }) =>
          say(`onrecord: ${name}${part && ` ${part}`}: ${message}`),
        step: (story, bytes) =>
          progress.story(story && host.stderr.isTTY ? countWords(story.text) : 0, bytes),
      },
    )
    progress.end()
    if (!options.json) await sink.write(summary(counts, archive.name))
    if (host.signal.aborted) {
      say('onrecord: Stopped. What was added is kept; the same command goes on from there.')
      return 130
    }
    return counts.problem > 0 ? 1 : 0
  } catch (error) {
    progress.end()
    if (error instanceof ClosedPipe) return 0
    if (error instanceof ArchiveError || error instanceof ModelError) {
      say(`onrecord: ${error.message}`)
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

async function* asBytes(chunks: Chunks): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield toBytes(chunk)
}

const CONFLICT = 'of them in conflict (onrecord corrections --state conflict)'

function summary(counts: Readonly<Counts>, archive: string): string {
  const say = (count: number, one: string, many: string) =>
    count > 0 ? [`${count.toLocaleString('en')} ${count === 1 ? one : many}`] : []
  const parts = [
    ...say(counts.new, 'new story', 'new stories'),
    ...say(counts.copy, 'of them a copy of another', 'of them copies of others'),
    ...say(counts.version, 'new version', 'new versions'),
    ...say(counts.correction, 'correction kept', 'corrections kept'),
    ...say(counts.conflict, CONFLICT, CONFLICT),
    ...say(counts.same, 'there already', 'there already'),
    ...say(counts.unchanged, 'file unchanged', 'files unchanged'),
    ...say(counts.problem, 'problem (onrecord problems)', 'problems (onrecord problems)'),
  ]
  return `${parts.join(', ') || 'Nothing to add'}. Archive: ${visibleLine(archive)}\n`
}
