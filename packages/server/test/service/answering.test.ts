import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Archive, addStories, openArchive, type Sight, withdrawStory } from '@onrecord/archive'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sampleStories } from '../../../archive/test/stories.js'
import { operations } from '../../src/operations/index.js'
import { changesAnything, type Operation } from '../../src/operations/operation.js'
import { read } from '../../src/operations/read.js'
import { answerHere } from '../../src/service/answering/answer-here.js'
import { type Answering, openAnswering } from '../../src/service/answering/answering.js'
import { LOCAL } from '../../src/service/caller.js'
import { contextOf } from '../../src/service/context.js'
import { createFakeReader } from '../fixtures/fake-reader.mjs'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-answering-'))
const reader = createFakeReader()
let archive: Archive
let answering: Answering | undefined

beforeAll(async () => {
  archive = await openArchive(join(folder, 'archive.db'), { create: true })
  await addStories(archive, sampleStories())
})
afterEach(async () => {
  await answering?.close()
  answering = undefined
})
afterAll(async () => {
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
})

const named = (name: string): Operation => operations.find(one => one.name === name)!
const search = named('search')

/** The threads of the service, as they were built. */
const real = new URL('../../dist/service/answering/thread.js', import.meta.url)
function openReal(): Answering {
  answering = openAnswering(archive, reader.read, undefined, {
    start: workerData => new Worker(real, { workerData }),
  })
  return answering
}

const go = new Int32Array(new SharedArrayBuffer(4))
let started = 0
function openFake(room = 250, orders = {}): Answering {
  started = 0
  Atomics.store(go, 0, 0)
  answering = openAnswering(archive, reader.read, undefined, {
    room,
    start(data) {
      started++
      const workerData = { ...data, go, ...orders }
      return new Worker(new URL('../fixtures/fake-thread.mjs', import.meta.url), { workerData })
    },
  })
  return answering
}
const letGo = () => {
  Atomics.store(go, 0, 1)
  Atomics.notify(go, 0)
}
const ask = (text: string, gone?: AbortSignal) =>
  answering!.answer(search, LOCAL, { text }, gone).then(
    json => JSON.parse(json).text as string,
    error => `${error.code ?? error.name}`,
  )

describe('threads with connections of their own', () => {
  it('answer every question as the thread of the archive does, within the same sight', async () => {
    const { answer } = openReal()
    const sources = await archive.db.selectFrom('source').select('id').orderBy('id').execute()
    const sights: Sight[] = ['all', sources.slice(0, 1).map(({ id }) => id), []]
    let asked = 0
    for (const operation of operations.filter(one => !changesAnything(one))) {
      for (const { input } of operation.examples) {
        for (const sight of sights) {
          const caller = { ...LOCAL, sight }
          const checked = operation.input.parse(input)
          const expected = answerHere(
            contextOf({ archive, read: reader.read }, caller),
            operation,
            checked,
          )
          const [here, there] = await Promise.allSettled([
            expected,
            answer(operation, caller, checked),
          ])
          expect(there, `${operation.name} ${JSON.stringify(input)}`).toEqual(here)
          asked++
        }
      }
    }
    expect(asked).toBeGreaterThan(60)
  })

  it('see what was written a moment ago, and refuse with the same words', async () => {
    const { answer } = openReal()
    const story = named('story')
    const { key } = await archive.db.selectFrom('story').select('key').executeTakeFirstOrThrow()
    expect(JSON.parse(await answer(story, LOCAL, { story: key }))).toMatchObject({ key })
    const doer = { who: 'local', at: '2026-03-20T00:00:00.000Z' }
    await withdrawStory(archive, key, { reason: 'it was not theirs', confirm: true }, doer)
    for (const asked of [key, 'no-such-key']) {
      const context = contextOf({ archive, read: reader.read }, LOCAL)
      const refused = await answerHere(context, story, { story: asked }).catch(error => error)
      expect(refused.code).toMatch(/^(withdrawn|not-found)$/)
      await expect(answer(story, LOCAL, { story: asked })).rejects.toEqual(refused)
    }
  })

  it('take nothing that writes or reads stories', async () => {
    const { answer } = openFake()
    const told = JSON.parse(await answer(read as unknown as Operation, LOCAL, { text: 'A story.' }))
    expect(told.story.text).toBe('A story.')
    const made = await answer(named('account add'), LOCAL, { account: 'ada', role: 'reader' })
    expect(made).toContain('ada')
  })
})

describe('too many, gone, and crashed', () => {
  it('a thread that is killed fails its question only, and another takes its place', async () => {
    openFake()
    expect(await Promise.all([ask('a'), ask('@crash'), ask('b')])).toEqual(['a', 'Error', 'b'])
    expect(await ask('c')).toBe('c')
  })

  it('threads that cannot begin fail what waits, and it is tried again', async () => {
    openFake(250, { unable: true })
    expect(await ask('a')).toBe('Error')
    expect(await ask('b')).toBe('Error')
    expect(started).toBeGreaterThan(1)
  })

  it('questions that find no room are refused as busy, those that wait are answered', async () => {
    openFake(3)
    await ask('a')
    const held = ask('@wait')
    const waits = Array.from({ length: 50 }, () => ask('b'))
    letGo()
    const told = await Promise.all([held, ...waits])
    expect(new Set(told)).toEqual(new Set(['@wait', 'b', 'busy']))
    expect(await ask('c')).toBe('c')
  })

  it('a question whose asker is gone is not taken', async () => {
    openFake()
    await ask('a')
    const held = Array.from({ length: 4 }, () => ask('@wait'))
    const gone = new AbortController()
    const left = ask('@crash', gone.signal)
    gone.abort()
    letGo()
    expect(await Promise.all(held)).toEqual(['@wait', '@wait', '@wait', '@wait'])
    expect(await left).toBe(String(new DOMException('', 'AbortError').code))
  })

  it('closing lets those at work end, and takes no other', async () => {
    const { close } = openFake()
    await ask('a')
    const told: string[] = []
    const held = [1, 2, 3, 4, 5, 6].map(() => ask('@wait').then(text => told.push(text)))
    const closing = close()
    letGo()
    await closing
    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThan(held.length)
    expect(new Set(told)).toEqual(new Set(['@wait']))
  })
})
