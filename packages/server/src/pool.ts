import { Worker } from 'node:worker_threads'
import type { Reader, StoryInput, StoryRecord } from '@onrecord/engine'
import { InputError, ModelError, messageOf } from './errors.js'
import { openThreads, type ThreadData } from './threads.js'

/** Reads stories, several at once. */
export interface Pool {
  /** How many it reads at once; more wait their turn. */
  readonly size: number
  /** Rejects with an InputError where this story fails, with a ModelError where no story can be read. */
  read(story: StoryInput): Promise<StoryRecord>
  close(): Promise<void>
}

export interface PoolOptions {
  /** Reading takes what of the cores others of the process do not ask for (Linux; elsewhere it takes its share). */
  readonly yields?: boolean
}

/** What a worker is started with. */
export type WorkerData = ThreadData & PoolOptions

/** What a worker makes of a story: its record, or why the model failed on it. */
export type ReadAnswer = { readonly record: StoryRecord } | { readonly error: string }

export const startWorker = (workerData: WorkerData): Worker =>
  new Worker(new URL('./worker.js', import.meta.url), { workerData })

/** A pool of threads, each with a model of its own. One that crashes fails the story that it was reading. */
export function openPool(
  size: number,
  { yields = false }: PoolOptions = {},
  start = startWorker,
): Pool {
  const threads = openThreads<StoryInput, ReadAnswer>({
    size,
    start: data => start({ ...data, yields }),
    crashed: (reason, story) =>
      new InputError(
        'worker-crashed',
        `Reading it crashed a worker: ${reason}. Read it alone.`,
        story.id ?? null,
      ),
    unable,
  })
  return {
    size,
    async read(story) {
      const answer = await threads.ask(story)
      if ('error' in answer) throw readerFailed(answer.error, story)
      return answer.record
    },
    close: threads.close,
  }
}

/** A pool of one, in this thread: a single story is read sooner without starting another. */
export function poolOfOne(open: () => Promise<Reader>): Pool {
  let reader: Promise<Reader> | undefined
  return {
    size: 1,
    async read(story) {
      reader ??= open()
      const opened = await reader.catch(error => {
        throw unable(messageOf(error))
      })
      try {
        return await opened.read(story)
      } catch (error) {
        throw readerFailed(messageOf(error), story)
      }
    },
    close: async () => {},
  }
}

const readerFailed = (reason: string, story: StoryInput) =>
  new InputError('reader-failed', `The model failed on it: ${reason}.`, story.id ?? null)

const unable = (reason: string) =>
  new ModelError(`The model cannot be opened: ${reason}. Install onrecord again.`)
