import { parentPort, workerData } from 'node:worker_threads'
import { type Archive, openArchive } from '@onrecord/archive'
import { messageOf } from '../../errors.js'
import { operations } from '../../operations/index.js'
import type { FromThread, ToThread } from '../../threads.js'
import { contextOf } from '../context.js'
import { answerHere } from './answer-here.js'
import type { AnsweringData } from './answering.js'
import { type Question, type Told, toTold } from './question.js'

/** A thread that answers: it has a connection of its own to the archive, which changes nothing. */
const port = parentPort!
const { archive: url }: AnsweringData = workerData
const say = (message: FromThread<Told>) => port.postMessage(message)

const byName = new Map(operations.map(one => [one.name, one]))

async function answer(
  archive: Archive,
  { operation, input, caller, now }: Question,
): Promise<Told> {
  const context = contextOf({ archive, read: noReading }, caller, now)
  try {
    return { json: await answerHere(context, byName.get(operation)!, input) }
  } catch (error) {
    return toTold(error)
  }
}

/** Stories are read by threads that have the models. */
async function noReading(): Promise<never> {
  throw new Error('An operation that reads stories was asked of a thread that cannot.')
}

try {
  const archive = await openArchive(url, { readOnly: true })
  say({ ready: true })
  port.on('message', async ({ question }: ToThread<Question>) => {
    say({ answer: await answer(archive, question) })
  })
} catch (error) {
  say({ unable: messageOf(error) })
}
