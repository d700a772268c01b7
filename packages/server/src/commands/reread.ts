import {
  codeUnitsToReread,
  findStory,
  keepReread,
  type Reread,
  readerOf,
  storiesToReread,
  type ToReread,
} from '@onrecord/archive'
import type { StoryInput, StoryRecord } from '@onrecord/engine'
import { ModelError, messageOf } from '../errors.js'
import { inOrder } from '../flow.js'
import { countWords } from '../progress.js'
import type { Host } from './read.js'
import { type ReadingOptions, withReading } from './reading.js'

export interface RereadOptions extends ReadingOptions {
  /** All but those that today's reader has read already. */
  readonly all?: boolean
  /** Those that an older reader than this has read. */
  readonly readerOlderThan?: string
  /** One line of JSON for each story, once its record is on disk. */
  readonly json?: boolean
}

/** Stories under way for each worker; code units of text under way at once; stories in one transaction
 * at most, and milliseconds that one waits for others. */
const WINDOW = 4
const CAPACITY = 64 * 1024 * 1024
const BATCH = 16
const WAIT = 1000

type Outcome = { readonly story: ToReread } & (
  | { readonly record: StoryRecord }
  | { readonly failed: string }
  | { readonly passed: true }
)

/** Reads stories of the archive again. Gives the exit status: 0, 1 some could not be read, 130 stopped. */
export const reread = (
  keys: readonly string[],
  options: RereadOptions,
  host: Host,
): Promise<number> =>
  withReading(options, { create: false }, host, async reading => {
    const { archive, pool, progress, sink, say, signal } = reading
    for (const key of keys) await findStory({ archive, sight: 'all' }, key)
    const some = keys.length > 0 ? keys : undefined
    if (host.stderr.isTTY) progress.total(await codeUnitsToReread(archive, some))
    const counts = { read: 0, passed: 0, failed: 0, applied: 0, fulfilled: 0, conflicts: 0 }
    const kept = async ({ key, kept }: Reread) => {
      if (!kept) {
        counts.passed += 1
        return
      }
      counts.read += 1
      counts.applied += kept.applied
      counts.fulfilled += kept.fulfilled
      counts.conflicts += kept.conflicts
      if (options.json) await sink.write(`${JSON.stringify({ key, ...kept })}\n`)
    }
    let since = 0
    let batch: { story: ToReread; record: StoryRecord }[] = []
    const flush = async () => {
      const full = batch
      batch = []
      for (const answer of await keepReread(archive, full)) await kept(answer)
    }
    const outcomes = inOrder(storiesToReread(archive, some), answers(options, pool.read), {
      window: options.workers * WINDOW,
      weigh: story => story.input.text.length,
      capacity: CAPACITY,
      signal,
    })
    for await (const outcome of outcomes) {
      const { story } = outcome
      if ('record' in outcome) {
        if (batch.length === 0) since = Date.now()
        batch.push(outcome)
        if (batch.length >= BATCH || Date.now() - since > WAIT) await flush()
      } else if ('failed' in outcome) {
        counts.failed += 1
        say(`onrecord: ${story.key}: ${outcome.failed}`)
      } else counts.passed += 1
      const { text } = story.input
      progress.story(host.stderr.isTTY ? countWords(text) : 0, text.length)
    }
    await flush()
    return { failed: counts.failed > 0, ...(!options.json && { summary: summary(counts) }) }
  })

/** Reads a story, or passes it over where it is not asked for. Which reader today's is, the first reading tells. */
function answers(
  { all = false, readerOlderThan }: RereadOptions,
  read: (story: StoryInput) => Promise<StoryRecord>,
): (story: ToReread) => Promise<Outcome> {
  let today: Promise<string | undefined> | undefined
  return async story => {
    if (readerOlderThan !== undefined && !isOlder(story.reader, readerOlderThan))
      return { story, passed: true }
    if (all && today !== undefined && (await today) === story.reader) return { story, passed: true }
    const reading = read(story.input)
    today ??= reading.then(readerOf, () => undefined)
    try {
      const record = await reading
      if (all && readerOf(record) === story.reader) return { story, passed: true }
      return { story, record }
    } catch (error) {
      if (error instanceof ModelError) throw error
      return { story, failed: messageOf(error) }
    }
  }
}

/** Is the version of the reader, which stands first, before another? */
function isOlder(reader: string, version: string): boolean {
  const numbers = (text: string) =>
    text
      .split(/[,\s-]/)[0]!
      .split('.')
      .map(Number)
  const [its, other] = [numbers(reader), numbers(version)]
  for (let k = 0; k < 3; k++)
    if ((its[k] ?? 0) !== (other[k] ?? 0)) return (its[k] ?? 0) < (other[k] ?? 0)
  return false
}

function summary(counts: Readonly<Record<string, number>>): string {
  const say = (name: string, one: string, many = one) => {
    const count = counts[name]!
    return count > 0 ? [`${count.toLocaleString('en')} ${count === 1 ? one : many}`] : []
  }
  const parts = [
    ...say('read', 'story read again', 'stories read again'),
    ...say('passed', 'passed over'),
    ...say('failed', 'could not be read'),
    ...say('applied', 'correction applied', 'corrections applied'),
    ...say('fulfilled', 'fulfilled by the new reading'),
    ...say('conflicts', 'in conflict (onrecord corrections --state conflict)'),
  ]
  return parts.join(', ') || 'No stories'
}
