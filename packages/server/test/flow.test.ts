import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type FlowOptions, inOrder } from '../src/flow.js'

const options = (changes: Partial<FlowOptions<number>> = {}): FlowOptions<number> => ({
  window: 4,
  weigh: () => 1,
  capacity: 1000,
  signal: new AbortController().signal,
  ...changes,
})

async function* numbers(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i
}

/** Park and Miller's generator. */
const random = (seed: number) => () => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647
}

test.each([1, 2, 3])('order is kept whatever the latencies (seed %i)', async seed => {
  const next = random(seed)
  const answers: number[] = []
  const slow = async (n: number) => {
    await sleep(next() * 8)
    return n
  }
  for await (const n of inOrder(numbers(100), slow, options({ window: 7 }))) answers.push(n)
  expect(answers).toEqual([...Array(100).keys()])
})

test('no more than the window is under way, however slow the taker', async () => {
  let taken = 0
  let handedOn = 0
  let most = 0
  async function* counted() {
    for await (const n of numbers(50)) {
      taken++
      most = Math.max(most, taken - handedOn)
      yield n
    }
  }
  for await (const _ of inOrder(counted(), async n => n, options({ window: 5 }))) {
    await sleep(1)
    handedOn++
  }
  expect(taken).toBe(50)
  expect(most).toBeLessThanOrEqual(5)
  expect(most).toBeGreaterThan(1)
})

test('heavy items are taken one by one', async () => {
  let underWay = 0
  let most = 0
  const answer = async (n: number) => {
    most = Math.max(most, ++underWay)
    await sleep(1)
    underWay--
    return n
  }
  for await (const _ of inOrder(numbers(9), answer, options({ weigh: () => 1000 })));
  expect(most).toBe(1)
})

test('an answer is handed on before the next item comes', async () => {
  let send = (_: number) => {}
  async function* partner() {
    yield 0
    // the next item only comes once the first is answered
    yield await new Promise<number>(resolve => {
      send = resolve
    })
  }
  const answers: number[] = []
  for await (const n of inOrder(partner(), async n => n, options())) {
    answers.push(n)
    send(1)
  }
  expect(answers).toEqual([0, 1])
})

test('a stop ends it, though the input never answers', async () => {
  const stop = new AbortController()
  async function* silent() {
    yield 0
    await new Promise(() => {})
  }
  const answers: number[] = []
  for await (const n of inOrder(silent(), async n => n, options({ signal: stop.signal }))) {
    answers.push(n)
    setTimeout(() => stop.abort(), 5)
  }
  expect(answers).toEqual([0])
})

test('what fails is thrown in its place', async () => {
  const answers: number[] = []
  const answer = async (n: number) => {
    if (n === 2) throw new Error('two')
    return n
  }
  const run = async () => {
    for await (const n of inOrder(numbers(5), answer, options())) answers.push(n)
  }
  await expect(run()).rejects.toThrow('two')
  expect(answers).toEqual([0, 1])
})

test('what the input throws comes after what it gave', async () => {
  async function* breaking() {
    yield 0
    throw new Error('torn')
  }
  const answers: number[] = []
  const run = async () => {
    for await (const n of inOrder(breaking(), async n => n, options())) answers.push(n)
  }
  await expect(run()).rejects.toThrow('torn')
  expect(answers).toEqual([0])
})

test('no items, no answers', async () => {
  for await (const _ of inOrder(numbers(0), async n => n, options())) expect.unreachable()
})
