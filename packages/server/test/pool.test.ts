import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { ModelError } from '../src/errors.js'
import { openPool, type Pool, poolOfOne } from '../src/pool.js'
import { createFakeReader } from './fixtures/fake-reader.mjs'

const script = new URL('./fixtures/fake-worker.mjs', import.meta.url)

let pool: Pool | undefined
let started = 0
afterEach(async () => {
  await pool?.close()
  pool = undefined
})

function open(size: number, orders = {}): Pool {
  started = 0
  pool = openPool(size, {}, workerData => {
    started++
    // what a crashing worker prints is of no interest here
    return new Worker(script, { workerData: { ...workerData, ...orders }, stderr: true })
  })
  return pool
}

test('stories are read on several threads, and each gets its own record', async () => {
  const pool = open(3)
  const texts = Array.from({ length: 12 }, (_, i) => `Story ${i} @wait ${(i * 7) % 5}`)
  const records = await Promise.all(texts.map((text, i) => pool.read({ id: `s${i}`, text })))
  expect(records.map(record => record.story.text)).toEqual(texts)
  expect(started).toBe(3)
})

test('there are no more workers than stories', async () => {
  const pool = open(8)
  await Promise.all([pool.read({ text: 'One.' }), pool.read({ text: 'Two.' })])
  expect(started).toBe(2)
})

test('a free worker is used before another is started', async () => {
  const pool = open(8)
  for (let i = 0; i < 4; i++) await pool.read({ text: 'One after the other.' })
  expect(started).toBe(1)
})

test.each(['@crash', '@throw'])('a worker that ends (%s) fails its story only', async order => {
  const pool = open(1)
  const read = (id: string, text: string) =>
    pool.read({ id, text }).then(
      record => record.story.id,
      error => `${error.code} ${error.id}`,
    )
  const answers = await Promise.all([read('a', 'First.'), read('b', order), read('c', 'Third.')])
  expect(answers).toEqual(['a', 'worker-crashed b', 'c'])
  expect(started).toBe(2)
})

test('closing waits until a story is given up, and starts no other', async () => {
  const pool = open(1)
  const answers: string[] = []
  const read = (text: string) =>
    pool.read({ text }).then(
      () => answers.push(text),
      error => answers.push(error.message),
    )
  await read('First.')
  void read('@long')
  void read('Next.')
  await pool.close()
  expect(answers).toEqual(['First.', 'The model failed on it: stopped.'])
})

test('a story that the model fails on leaves the worker as it is', async () => {
  const pool = open(1)
  await expect(pool.read({ id: 'x', text: '@fail' })).rejects.toMatchObject({
    code: 'reader-failed',
    id: 'x',
    message: 'The model failed on it: a tensor was too small.',
  })
  await pool.read({ text: 'Next.' })
  expect(started).toBe(1)
})

test.each([{ unable: true }, { broken: true }])('no model, no stories: %o', async data => {
  const pool = open(2, data)
  const reads = [1, 2, 3].map(n => pool.read({ text: `Story ${n}.` }))
  for (const result of await Promise.allSettled(reads)) {
    expect(result).toMatchObject({ status: 'rejected', reason: expect.any(ModelError) })
  }
})

test('a pool of one opens its reader once, when it is needed', async () => {
  let opened = 0
  const pool = poolOfOne(async () => {
    opened++
    return createFakeReader()
  })
  expect(opened).toBe(0)
  await pool.read({ text: 'One.' })
  await expect(pool.read({ text: '@fail' })).rejects.toMatchObject({ code: 'reader-failed' })
  expect(opened).toBe(1)
})

test('a pool of one without a model says so', async () => {
  const pool = poolOfOne(() => Promise.reject(new Error('encoder.onnx is missing')))
  await expect(pool.read({ text: 'One.' })).rejects.toThrow(ModelError)
})
