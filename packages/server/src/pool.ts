import { Worker } from 'node:worker_threads'
import type { Reader, StoryInput, StoryRecord } from '@onrecord/engine'
import { InputError, ModelError, messageOf } from './errors.js'

/** Reads stories, several at once. */
export interface Pool {
  /** How many it reads at once; more wait their turn. */
  readonly size: number
  /** Rejects with an InputError where this story fails, with a ModelError where no story can be read. */
  read(story: StoryInput): Promise<StoryRecord>
  close(): Promise<void>
}

/** What a worker is sent: a story to read, one at a time. */
export interface ToWorker {
  readonly story: StoryInput
}

/** What a worker answers: `ready` or `unable` once, then one of the others for each story. */
export type FromWorker =
  | { readonly ready: true }
  | { readonly unable: string }
  | { readonly record: StoryRecord }
  | { readonly error: string }

/** What a worker is started with: once `stop[0]` is not 0 it is to give up its story at the next occasion. */
export interface WorkerData {
  readonly stop: Int32Array
}

export const startWorker = (workerData: WorkerData): Worker =>
  new Worker(new URL('./worker.js', import.meta.url), { workerData })

/**
 * A pool of worker threads, each with a model of its own. A worker starts when a story waits and no other is free, so
 * there are never more than stories. One that crashes fails the story it was reading; the next story gets a new one.
 */
export function openPool(size: number, start = startWorker): Pool {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const waiting: Job[] = []
  const idle: Member[] = []
  const members = new Set<Member>()
  let closed = false

  function dispatch() {
    while (waiting.length > 0) {
      const member = idle.pop() ?? (members.size < size ? hire() : undefined)
      if (!member) return
      member.job = waiting.shift()!
      member.worker.postMessage({ story: member.job.story } satisfies ToWorker)
    }
  }

  function hire(): Member {
    const member: Member = { worker: start({ stop }), ready: false }
    members.add(member)
    member.worker
      .on('message', (message: FromWorker) => hear(member, message))
      .on('messageerror', error => lose(member, messageOf(error)))
      .on('error', error => lose(member, messageOf(error)))
      .on('exit', code => lose(member, `it ended with status ${code}`))
    return member
  }

  function hear(member: Member, message: FromWorker) {
    if ('ready' in message) member.ready = true
    else if ('unable' in message) lose(member, message.unable)
    else {
      const { job } = member
      delete member.job
      if ('record' in message) job?.done(message.record)
      else job?.fail(readerFailed(message.error, job.story))
      if (closed) member.left?.()
      idle.push(member)
      dispatch()
    }
  }

  /** A member that cannot go on: called once for each, whatever else it still says. */
  function lose(member: Member, reason: string) {
    if (!members.delete(member)) return
    const at = idle.indexOf(member)
    if (at >= 0) idle.splice(at, 1)
    void member.worker.terminate()
    member.left?.()
    if (closed) return
    if (member.ready) {
      const id = member.job?.story.id ?? null
      member.job?.fail(
        new InputError(
          'worker-crashed',
          `Reading it crashed a worker: ${reason}. Read it alone.`,
          id,
        ),
      )
      dispatch()
    } else {
      // It would fail the same way again: no story can be read.
      const error = unable(reason)
      member.job?.fail(error)
      for (const job of waiting.splice(0)) job.fail(error)
    }
  }

  return {
    size,
    read: story =>
      new Promise((done, fail) => {
        waiting.push({ story, done, fail })
        dispatch()
      }),
    async close() {
      closed = true
      waiting.length = 0
      Atomics.store(stop, 0, 1)
      // A thread that is ended within the runtime's native code takes the process with it: let it come out first.
      const busy = [...members].filter(member => member.job)
      await Promise.all(busy.map(member => new Promise<void>(left => (member.left = left))))
      await Promise.all([...members].map(member => member.worker.terminate()))
    },
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

interface Member {
  readonly worker: Worker
  /** Has it opened its model? */
  ready: boolean
  job?: Job
  /** Called when it is done with its job, however that ended. */
  left?: () => void
}

interface Job {
  readonly story: StoryInput
  readonly done: (record: StoryRecord) => void
  readonly fail: (error: Error) => void
}

const readerFailed = (reason: string, story: StoryInput) =>
  new InputError('reader-failed', `The model failed on it: ${reason}.`, story.id ?? null)

const unable = (reason: string) =>
  new ModelError(`The model cannot be opened: ${reason}. Install onrecord again.`)
