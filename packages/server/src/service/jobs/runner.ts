import { randomUUID } from 'node:crypto'
import {
  type Archive,
  beat,
  beginWork,
  type End,
  endWork,
  type Queue,
  SILENCE,
  takeUpLost,
  type Work,
} from '@onrecord/archive'
import { messageOf } from '../../errors.js'
import { type Counts, countedAs, takeIn } from '../../intake/take-in.js'
import type { Pool } from '../../pool.js'
import { dropLeftovers, spool } from './spool.js'

export interface Runner {
  /** There is new work: look at once. */
  kick(): void
  /** How many jobs are worked on now. */
  running(): number
  /** Ends between two stories; what is not done waits for the next start. */
  close(): Promise<void>
}

/** Jobs worked on at once, so that a long one does not hold up a short one. */
const SLOTS = 4
/** Stories under way of each job, for each worker of the pool. */
const WINDOW = 2
/** Milliseconds between two looks for work that another process let wait. */
const LOOK = 1000

/** Works on the jobs that wait, those of whoever has fewest first, until it is closed. */
export function openRunner(
  archive: Archive,
  queue: Queue,
  pool: Pool,
  failed: (error: unknown, job: string) => void,
): Runner {
  const holder = randomUUID()
  const stop = new AbortController()
  const running = new Set<Promise<void>>()
  let wake = () => {}
  const rest = () =>
    new Promise<void>(resolve => {
      const later = setTimeout(resolve, LOOK)
      wake = () => {
        clearTimeout(later)
        resolve()
      }
    })
  async function loop() {
    let looked = 0
    await dropLeftovers().catch(error => failed(error, 'leftovers'))
    while (!stop.signal.aborted) {
      try {
        if (Date.now() - looked > SILENCE / 3) {
          await takeUpLost(archive, queue)
          looked = Date.now()
        }
        const work = running.size < SLOTS ? await beginWork(archive, queue, holder) : undefined
        if (!work) {
          await rest()
          continue
        }
        const done = doWork(work).finally(() => {
          running.delete(done)
          wake()
        })
        running.add(done)
      } catch (error) {
        failed(error, 'queue')
        await rest()
      }
    }
  }
  const looping = loop()

  async function doWork(work: Work): Promise<void> {
    const { key } = work.job
    const cancel = new AbortController()
    const onStop = () => cancel.abort()
    stop.signal.addEventListener('abort', onStop)
    const progress = { dealt: 0, counts: {} as Partial<Counts> }
    const beating = setInterval(() => {
      beat(archive, holder, key, { dealt: progress.dealt, counts: { ...progress.counts } }).then(
        goesOn => goesOn || cancel.abort(),
        error => failed(error, key),
      )
    }, SILENCE / 15)
    let upload: Awaited<ReturnType<typeof spool>> | undefined
    let end: End
    try {
      upload = await spool(work)
      const counts = await takeIn(
        archive,
        only(upload.file),
        pool.read,
        {
          outlet: work.about.outlet,
          who: work.job.who,
          window: pool.size * WINDOW,
          signal: cancel.signal,
        },
        {
          added: one => {
            const as = countedAs(one)
            progress.counts[as] = (progress.counts[as] ?? 0) + 1
          },
          problem: () => {
            progress.counts.problem = (progress.counts.problem ?? 0) + 1
          },
          step: (_, bytes) => {
            progress.dealt += bytes
          },
        },
      )
      end = stop.signal.aborted
        ? { state: 'waits' }
        : { state: cancel.signal.aborted ? 'cancelled' : 'done', counts: { ...counts } }
    } catch (error) {
      failed(error, key)
      end = stop.signal.aborted
        ? { state: 'waits' }
        : { state: 'failed', message: messageOf(error) }
    } finally {
      clearInterval(beating)
      stop.signal.removeEventListener('abort', onStop)
      await upload?.drop()
    }
    await endWork(archive, queue, holder, key, end).catch(error => failed(error, key))
  }

  return {
    kick: () => wake(),
    running: () => running.size,
    async close() {
      stop.abort()
      wake()
      await looping
      await Promise.all(running)
    },
  }
}

async function* only<T>(one: T): AsyncGenerator<T> {
  yield one
}
