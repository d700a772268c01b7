import { parentPort, workerData } from 'node:worker_threads'
import { createReader, type QuoteModel } from '@onrecord/engine'
import { openQuoteModel } from '@onrecord/models/node'
import { messageOf } from './errors.js'
import type { FromWorker, ToWorker, WorkerData } from './pool.js'

/** One worker of the pool: a model on one thread, reading the stories that it is sent. */
const port = parentPort!
const { stop }: WorkerData = workerData
const say = (message: FromWorker) => port.postMessage(message)

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

try {
  const reader = createReader(untilStopped(await openQuoteModel({ threads: 1 })))
  say({ ready: true })
  port.on('message', async ({ story }: ToWorker) => {
    try {
      say({ record: await reader.read(story) })
    } catch (error) {
      say({ error: messageOf(error) })
    }
  })
} catch (error) {
  say({ unable: messageOf(error) })
}
