import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Archive, ArchiveError } from '@onrecord/archive'
import { type Context, changesAnything, type Operation } from '../../operations/operation.js'
import type { Pool } from '../../pool.js'
import { openThreads, type ThreadData } from '../../threads.js'
import type { Caller } from '../caller.js'
import { contextOf } from '../context.js'
import { answerHere } from './answer-here.js'
import { jsonOf, type Question, type Told } from './question.js'

/** Runs operations for those who ask over the network. */
export interface Answering {
  /**
   * The answer in JSON. Rejects with what the operation rejects with; with an ArchiveError 'busy' where too many
   * questions wait; with the reason of `gone` where nobody waits for the answer any more.
   */
  answer(operation: Operation, caller: Caller, input: unknown, gone?: AbortSignal): Promise<string>
  close(): Promise<void>
}

/** What a thread that answers is started with. */
export interface AnsweringData extends ThreadData {
  /** The archive's address. */
  readonly archive: string
}

/** Threads at most: enough that a question which takes long does not hold up the others. */
const THREADS = Math.min(4, Math.max(2, availableParallelism()))
/** Questions that wait for a thread at most. */
const ROOM = 250

export const startThread = (workerData: AnsweringData): Worker =>
  new Worker(new URL('./thread.js', import.meta.url), { workerData })

/** All of it in this thread. */
export const answeringHere = (
  archive: Archive,
  read: Pool['read'],
  fetch?: Context['fetch'],
): Answering => ({
  answer: (operation, caller, input) =>
    answerHere(contextOf({ archive, read, fetch }, caller), operation, input),
  close: async () => {},
})

/**
 * SQLite answers in the thread that asks, and nothing else of the service goes on there meanwhile: questions go to threads
 * with connections of their own. What changes the archive stays here, with its one writer. PostgreSQL answers
 * from elsewhere, and all stays here.
 */
export function openAnswering(
  archive: Archive,
  read: Pool['read'],
  fetch?: Context['fetch'],
  { start = startThread, room = ROOM } = {},
): Answering {
  const here = answeringHere(archive, read, fetch)
  if (archive.words.engine !== 'sqlite' || archive.name === ':memory:') return here
  const threads = openThreads<Question, Told>({
    size: THREADS,
    start: data => start({ ...data, archive: archive.name }),
    crashed: reason => new Error(`A thread crashed at a question: ${reason}`),
    unable: reason => new Error(`A thread that answers cannot begin: ${reason}`),
  })
  threads.begin()
  return {
    async answer(operation, caller, input, gone) {
      if (!isQuestion(operation)) return here.answer(operation, caller, input)
      if (threads.waiting() >= room)
        throw new ArchiveError('busy', `${room} questions wait already, and no more may.`)
      const now = new Date().toISOString()
      return jsonOf(await threads.ask({ operation: operation.name, input, caller, now }, gone))
    },
    close: threads.close,
  }
}

/** Needs neither to write nor the models. */
const isQuestion = (operation: Operation): boolean =>
  !changesAnything(operation) && !operation.reads
