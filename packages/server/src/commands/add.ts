import { sourcesOf } from '@onrecord/formats'
import { type Chunks, toBytes } from '../input/bytes.js'
import { sizeOf } from '../input/size.js'
import { type Counts, takeIn } from '../intake/take-in.js'
import { countWords } from '../progress.js'
import type { Host } from './read.js'
import { type ReadingOptions, withReading } from './reading.js'

export interface AddOptions extends ReadingOptions {
  /** The outlet of stories that do not tell theirs. */
  readonly outlet?: string
  /** Files that were taken in before are looked at again. */
  readonly again?: boolean
  /** One line of JSON for each story, once it is on disk. */
  readonly json?: boolean
}

/** Stories under way for each worker: enough that none waits while the first in line takes long. */
const WINDOW = 4

/** Takes stories into the archive. Gives the exit status: 0, 1 some could not be taken in, 2 called wrongly, 130 stopped. */
export const add = (names: readonly string[], options: AddOptions, host: Host): Promise<number> =>
  withReading(options, { create: true }, host, async reading => {
    const { archive, pool, progress, sink, say, signal } = reading
    if (host.stderr.isTTY) void sizeOf(names).then(progress.total)
    let passed = 0
    const counts = await takeIn(
      archive,
      sourcesOf(names, { stdin: asBytes(host.stdin) }),
      pool.read,
      {
        outlet: options.outlet,
        again: options.again,
        window: options.workers * WINDOW,
        signal,
      },
      {
        async added(added, { path, part }) {
          if (options.json)
            await sink.write(`${JSON.stringify({ ...added, path, ...(part && { part }) })}\n`)
        },
        problem: ({ name }, { message, part = '' }) =>
          say(`onrecord: ${name}${part && ` ${part}`}: ${message}`),
        passedOver: () => {
          passed++
        },
        step: (story, bytes) =>
          progress.story(story && host.stderr.isTTY ? countWords(story.text) : 0, bytes),
      },
    )
    if (passed > 0)
      say(
        `onrecord: ${sayFiles(passed)} with problems passed over, as nothing changed since: onrecord problems tells them; --again looks anew.`,
      )
    return {
      failed: counts.problem + passed > 0,
      ...(!options.json && { summary: summary(counts) ?? nothing(signal) }),
    }
  })

async function* asBytes(chunks: Chunks): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield toBytes(chunk)
}

const CONFLICT = 'of them in conflict (onrecord corrections --state conflict)'

const nothing = (signal: AbortSignal) => (signal.aborted ? 'Nothing was added' : 'Nothing to add')

const sayFiles = (count: number) =>
  `${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`

/** Undefined where nothing came to pass. */
function summary(counts: Readonly<Counts>): string | undefined {
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
  return parts.length > 0 ? parts.join(', ') : undefined
}
