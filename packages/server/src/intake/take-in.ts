import {
  type Added,
  type Archive,
  type Arrival,
  addStories,
  type FileState,
  hasProblems,
  isTaken,
  keepProblem,
  markTaken,
  noteFoundAgain,
  recognise,
  storable,
} from '@onrecord/archive'
import type { StoryInput, StoryRecord } from '@onrecord/engine'
import { type FileSource, type Incoming, type Problem, readSource } from '@onrecord/formats'
import { ModelError, messageOf } from '../errors.js'
import { inOrder } from '../flow.js'
import { refusedLanguage } from './language.js'

export interface TakeInOptions {
  /** The outlet of stories that do not tell theirs. */
  readonly outlet?: string | undefined
  /** Files that were taken in before are looked at again. */
  readonly again?: boolean | undefined
  /** Whose stories they are in the audit log. */
  readonly who?: string
  /** Stories under way at once. */
  readonly window: number
  /** Ends it between two stories: what was added is kept. */
  readonly signal: AbortSignal
}

/** What is told while it goes on, in the order of the files. */
export interface Told {
  /** A story is on disk. */
  added?(added: Added, arrival: Arrival): Promise<void> | void
  /** A place gave no story; it is kept as a problem. */
  problem?(file: FileSource, problem: Problem): void
  /** A file with problems is as it was when it had them: it is not looked at again. */
  passedOver?(file: FileSource): void
  /** So much further: the story that was dealt with, if it was one, and bytes of its file. */
  step?(story: Incoming | undefined, bytes: number): void
}

/** What became of the stories: those new, new versions, there already; copies among the new; files passed over; problems. */
export interface Counts {
  new: number
  version: number
  same: number
  copy: number
  unchanged: number
  problem: number
  /** Corrections of stories that have a new version; and those of them that do not fit it. */
  correction: number
  conflict: number
}

/** A story that was withdrawn is refused, and kept as a problem. */
export const countedAs = ({ outcome }: Pick<Added, 'outcome'>): keyof Counts =>
  outcome === 'withdrawn' ? 'problem' : outcome

/** Stories written in one transaction at most, and milliseconds that one waits for others. */
const BATCH = 32
const WAIT = 1000
/** Code units of text under way at once. */
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

/**
 * Takes the stories of files into the archive: reads those that it does not have, keeps them a batch at a time, keeps
 * the reason of each that cannot be taken in. Stopped or killed, it goes on where it was when it is called again.
 * Rejects with an ArchiveError, or with a ModelError where no story can be read.
 */
export async function takeIn(
  archive: Archive,
  files: AsyncIterable<FileSource>,
  read: (story: StoryInput) => Promise<StoryRecord>,
  options: TakeInOptions,
  told: Told = {},
): Promise<Counts> {
  const counts: Counts = {
    new: 0,
    version: 0,
    same: 0,
    copy: 0,
    unchanged: 0,
    problem: 0,
    correction: 0,
    conflict: 0,
  }
  const write = batches(archive, options, async (added, arrival) => {
    counts[countedAs(added)] += 1
    if (added.outcome !== 'same' && added.copyOf.length > 0) counts.copy += 1
    const { applied = 0, fulfilled = 0, conflicts = 0 } = added.corrections ?? {}
    counts.correction += applied + fulfilled + conflicts
    counts.conflict += conflicts
    await told.added?.(added, arrival)
  })
  const outcomes = inOrder(
    items(archive, files, options),
    item => answer(archive, item, options, read),
    {
      window: options.window,
      weigh: item => ('story' in item ? item.story.text.length : 0),
      capacity: CAPACITY,
      signal: options.signal,
    },
  )
  try {
    for await (const outcome of outcomes) {
      const { item } = outcome
      if ('read' in outcome || 'again' in outcome) {
        await write.put(outcome)
      } else if ('problem' in outcome) {
        counts.problem += 1
        const { code, message, part = '' } = outcome.problem
        await keepProblem(archive.db, storable({ path: item.file.name, part, code, message }))
        told.problem?.(item.file, outcome.problem)
      } else if (outcome.end === 'unchanged') {
        counts.unchanged += 1
        if (await hasProblems(archive.db, item.file.name)) told.passedOver?.(item.file)
      } else {
        await write.flush()
        const state = stateOf(item.file)
        if (state) await markTaken(archive.db, state, write.of(item.file.name))
      }
      told.step?.('story' in item ? item.story : undefined, item.bytes)
    }
    await write.flush()
  } catch (error) {
    throw archive.explain(error)
  } finally {
    write.drop()
  }
  return counts
}

async function* items(
  archive: Archive,
  files: AsyncIterable<FileSource>,
  { again = false }: TakeInOptions,
): AsyncGenerator<Item> {
  for await (const file of files) {
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
  { outlet }: TakeInOptions,
  read: (story: StoryInput) => Promise<StoryRecord>,
): Promise<Outcome> {
  if (!('story' in item)) return { item, ...item }
  const { story, file } = item
  const refused = refusedLanguage(story)
  if (refused) return { item, problem: problem(story, 'not-english', refused) }
  const arrival: Arrival = storable({
    ...story,
    ...(story.outlet === undefined && outlet !== undefined && { outlet }),
    path: file.name,
  })
  // Reading is what takes time: a story that is there already is not read again.
  const known = await recognise(archive, arrival)
  if (known.is === 'same') return { item, again: arrival }
  if (known.is === 'withdrawn') return { item, problem: problem(story, 'withdrawn', known.message) }
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

const problem = ({ part }: Incoming, code: string, message: string): Problem => ({
  code,
  message,
  ...(part !== undefined && { part }),
})

/**
 * Writes stories a batch at a time; what it says of a story, it says once the story is on disk. None waits longer than
 * WAIT for others: who sends stories may wait to hear of each before it sends the next.
 */
function batches(
  archive: Archive,
  { who = 'local' }: TakeInOptions,
  done: (added: Added, arrival: Arrival) => Promise<void>,
) {
  let waiting: Exclude<Outcome, { problem: Problem } | { end: unknown }>[] = []
  let timer: NodeJS.Timeout | undefined
  /** One write after another; once one has failed, so do all that follow. */
  let written = Promise.resolve()
  const stories = new Map<string, number>()
  async function write() {
    clearTimeout(timer)
    if (waiting.length === 0) return
    const batch = waiting
    waiting = []
    const read = batch.flatMap(one => ('read' in one ? [one.read] : []))
    const again = batch.flatMap(one => ('again' in one ? [one.again] : []))
    for (const [k, added] of (await addStories(archive, read, { who })).entries())
      await done(added, read[k]!.arrival)
    for (const [k, added] of (await noteFoundAgain(archive, again, { who })).entries())
      await done(added, again[k]!)
    for (const { item } of batch)
      stories.set(item.file.name, (stories.get(item.file.name) ?? 0) + 1)
  }
  const flush = () => {
    written = written.then(write)
    return written
  }
  return {
    flush,
    async put(one: (typeof waiting)[number]) {
      waiting.push(one)
      if (waiting.length >= BATCH) await flush()
      // what goes wrong then, the next flush tells
      else if (waiting.length === 1) timer = setTimeout(() => void flush().catch(() => {}), WAIT)
    },
    /** Nothing more is to be written. */
    drop() {
      clearTimeout(timer)
      waiting = []
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
