import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { createReader, type QuoteModel, type StoryInput } from '@onrecord/engine'
import { openQuoteModel } from '@onrecord/models/node'
import { messageOf } from './errors.js'
import type { ReadAnswer, WorkerData } from './pool.js'
import type { FromThread, ToThread } from './threads.js'

/** One worker of the pool: a model on one thread, reading the stories that it is sent. */
const port = parentPort!
const { stop, yields }: WorkerData = workerData
const say = (message: FromThread<ReadAnswer>) => port.postMessage(message)

/** The model until the pool closes; from then on it fails, so that a story is given up between two windows. */
const untilStopped = (model: QuoteModel): QuoteModel => {
  const go = () => {
    if (Atomics.load(stop, 0) !== 0) throw new Error('stopped')
  }
  return {
    ...model,
    async encode(window) {
      go()
      return model.encode(window)
    },
    async label(block) {
      go()
      return model.label(block)
    },
  }
}

/** How far behind the process's other threads one that yields stands in line for a core: 0 to 19. */
const NICE = 10

// on Linux this is said of the calling thread, elsewhere of the whole process
if (yields && process.platform === 'linux') setPriority(0, NICE)

try {
  const reader = createReader(untilStopped(await openQuoteModel({ threads: 1 })))
  say({ ready: true })
  port.on('message', async ({ question }: ToThread<StoryInput>) => {
    try {
      say({ answer: { record: await reader.read(question) } })
    } catch (error) {
      say({ answer: { error: messageOf(error) } })
    }
  })
} catch (error) {
  say({ unable: messageOf(error) })
}
