import type { Worker } from 'node:worker_threads'
import { messageOf } from './errors.js'

/** What a thread says: `ready` or `unable` once, then an answer to each question that it is sent. */
export type FromThread<A> =
  | { readonly ready: true }
  | { readonly unable: string }
  | { readonly answer: A }

/** What a thread is sent: one question at a time. */
export interface ToThread<Q> {
  readonly question: Q
}

/** What a thread is started with: once `stop[0]` is not 0 it is to give up its question at the next occasion. */
export interface ThreadData {
  readonly stop: Int32Array
}

export interface ThreadOptions<Q> {
  /** How many at most. */
  readonly size: number
  start(data: ThreadData): Worker
  /** What becomes of a question on which a thread crashed. */
  crashed(reason: string, question: Q): Error
  /** What becomes of the questions that wait where a thread cannot even begin. */
  unable(reason: string): Error
}

export interface Threads<Q, A> {
  /** Starts the first thread, so that no question has to wait for that. */
  begin(): void
  /** How many questions wait for a thread. */
  waiting(): number
  /** Rejects with the signal's reason where the asker is gone before a thread is free for the question. */
  ask(question: Q, gone?: AbortSignal): Promise<A>
  /** Waits until the threads have given up what they are at; questions that wait are never answered. */
  close(): Promise<void>
}

/**
 * Threads that answer questions, each one at a time. One starts when a question waits and no other is free, so there are
 * never more than questions. One that crashes fails the question that it was at; the next question gets a new one.
 */
export function openThreads<Q, A>(options: ThreadOptions<Q>): Threads<Q, A> {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const waiting: Job<Q, A>[] = []
  const idle: Member<Q, A>[] = []
  const members = new Set<Member<Q, A>>()
  let closed = false

  function dispatch() {
    while (waiting.length > 0 && idle.length > 0) {
      const job = waiting.shift()!
      if (job.gone?.aborted) {
        job.fail(job.gone.reason)
        continue
      }
      const member = idle.pop()!
      member.job = job
      member.worker.postMessage({ question: job.question } satisfies ToThread<Q>)
    }
    const starting = [...members].filter(({ ready }) => !ready).length
    const wanted = Math.min(waiting.length - starting, options.size - members.size)
    for (let n = 0; n < wanted; n++) hire()
  }

  function hire() {
    const member: Member<Q, A> = { worker: options.start({ stop }), ready: false }
    members.add(member)
    member.worker
      .on('message', (message: FromThread<A>) => hear(member, message))
      .on('messageerror', error => lose(member, messageOf(error)))
      .on('error', error => lose(member, messageOf(error)))
      .on('exit', code => lose(member, `it ended with status ${code}`))
  }

  function hear(member: Member<Q, A>, message: FromThread<A>) {
    if ('unable' in message) return lose(member, message.unable)
    if ('answer' in message) {
      const { job } = member
      delete member.job
      job?.done(message.answer)
    }
    member.ready = true
    if (closed) member.left?.()
    idle.push(member)
    dispatch()
  }

  /** A member that cannot go on: called once for each, whatever else it still says. */
  function lose(member: Member<Q, A>, reason: string) {
    if (!members.delete(member)) return
    const at = idle.indexOf(member)
    if (at >= 0) idle.splice(at, 1)
    void member.worker.terminate()
    member.left?.()
    if (closed) return
    if (member.ready) {
      const { job } = member
      job?.fail(options.crashed(reason, job.question))
      dispatch()
    } else {
      // It would fail the same way again: no question can be answered.
      const error = options.unable(reason)
      for (const job of waiting.splice(0)) job.fail(error)
    }
  }

  return {
    begin() {
      if (members.size === 0) hire()
    },
    waiting: () => waiting.length,
    ask: (question, gone) =>
      new Promise((done, fail) => {
        waiting.push({ question, gone, done, fail })
        dispatch()
      }),
    async close() {
      closed = true
      waiting.length = 0
      Atomics.store(stop, 0, 1)
      // A thread that is ended within native code may take the process with it: let it come out first.
      const busy = [...members].filter(({ job, ready }) => job || !ready)
      await Promise.all(busy.map(member => new Promise<void>(left => (member.left = left))))
      await Promise.all([...members].map(member => member.worker.terminate()))
    },
  }
}

interface Member<Q, A> {
  readonly worker: Worker
  /** Has it begun? */
  ready: boolean
  job?: Job<Q, A>
  /** Called when it is done with its job, however that ended. */
  left?: () => void
}

interface Job<Q, A> {
  readonly question: Q
  readonly gone: AbortSignal | undefined
  readonly done: (answer: A) => void
  readonly fail: (error: unknown) => void
}
