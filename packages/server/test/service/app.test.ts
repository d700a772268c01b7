import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Archive, addStories, openArchive, type Queue, UPLOAD_LIMITS } from '@onrecord/archive'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleStories } from '../../../archive/test/stories.js'
import { poolOfOne } from '../../src/pool.js'
import { answeringHere } from '../../src/service/answering/answering.js'
import { type Caller, LOCAL } from '../../src/service/caller.js'
import { createApp } from '../../src/service/http/app.js'
import { exampleOf } from '../../src/service/http/docs.js'
import type { Ground } from '../../src/service/http/ground.js'
import { Refusal } from '../../src/service/http/refusal.js'
import { routeOf } from '../../src/service/http/route.js'
import { openRunner, type Runner } from '../../src/service/jobs/runner.js'
import { openLog, type RequestEntry } from '../../src/service/log.js'
import { openMetrics } from '../../src/service/metrics.js'
import { serviceOperations } from '../../src/service/serve.js'
import { createFakeReader } from '../fixtures/fake-reader.mjs'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-service-'))
let archive: Archive
let queue: Queue
let runner: Runner
let caller: Caller = LOCAL
const failures: unknown[] = []
const requests: RequestEntry[] = []
const pool = poolOfOne(async () => createFakeReader())

const appWith = (ground: Partial<Ground> = {}) =>
  createApp(
    {
      archive,
      pool,
      queue,
      runner,
      uploads: UPLOAD_LIMITS,
      version: '0.0.0',
      hosts: ['localhost'],
      answering: answeringHere(archive, pool.read),
      callerOf: async () => caller,
      log: { request: about => requests.push(about), failed: error => failures.push(error) },
      metrics: openMetrics(archive, () => 0),
      ...ground,
    },
    serviceOperations,
  )
const app = () => appWith()
const ask = (path: string, init?: RequestInit) =>
  app().request(`http://localhost:4173${path}`, init)
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

beforeAll(async () => {
  archive = await openArchive(join(folder, 'archive.db'), { create: true })
  queue = await archive.openQueue()
  runner = openRunner(archive, queue, pool, error => failures.push(error))
  await addStories(archive, sampleStories())
})
afterAll(async () => {
  await runner.close()
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the service', () => {
  const reading = serviceOperations.filter(one => one.permission === 'read')

  it.each(reading.map(one => [one.name, one] as const))(
    '%s answers its examples',
    async (_, one) => {
      for (const { input, says } of one.examples) {
        const [method, path, ...body] = exampleOf(one, input).split(' ')
        const answer = await ask(path!, {
          method: method!,
          ...(method === 'POST' && {
            body: body.join(' '),
            headers: { 'content-type': 'application/json' },
          }),
        })
        expect(answer.status, says).toBe(200)
        if (one.stream && 'format' in input) {
          expect(answer.headers.get('content-disposition'), says).toMatch(/^attachment; filename="/)
          expect((await answer.arrayBuffer()).byteLength, says).toBeGreaterThan(0)
          continue
        }
        const checked = one.output.safeParse(await answer.json())
        expect(checked.error?.message, says).toBe(undefined)
      }
    },
  )

  it('no two operations share a method and a path', () => {
    const routes = serviceOperations.map(routeOf).map(({ method, path }) => `${method} ${path}`)
    expect(new Set(routes).size).toBe(routes.length)
  })

  it('describes every operation, with its fields, answers and refusals', async () => {
    const described = (await (await ask('/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
      components: { schemas: Record<string, unknown> }
    }
    for (const one of serviceOperations) {
      const { method, path } = routeOf(one)
      const entry = described.paths[path]?.[method.toLowerCase()]
      expect(Object.keys(entry?.responses ?? {}), one.name).toContain('404')
    }
    const refs = JSON.stringify(described).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)
    for (const [, name] of refs) expect(Object.keys(described.components.schemas)).toContain(name)
    expect(JSON.stringify(described)).toContain('"$ref":"#/components/schemas/Record"')
  })

  it('shows every operation at /docs, as text', async () => {
    const page = await (await ask('/docs')).text()
    for (const { name } of serviceOperations) expect(page).toContain(`<h2>${name}</h2>`)
    expect(page).not.toMatch(/<script/i)
  })

  it('a file is the answer where a format is asked for, with its kind and name', async () => {
    const answer = await ask('/api/counts?by=gender&by=month&format=csv')
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="counts-gender-month.csv"',
    )
    expect(await answer.text()).toMatch(/^gender,month,quotes,words,stories,people\r\n/)
    const { etag } = Object.fromEntries(answer.headers)
    expect(etag).toBeUndefined()
    expect((await ask('/api/export?format=xml')).status).toBe(400)
    expect(failures).toEqual([])
  })

  it('a GET has an ETag, and 304 is the answer to who has it', async () => {
    const first = await ask('/api/problems')
    const etag = first.headers.get('etag')!
    const again = await ask('/api/problems', { headers: { 'if-none-match': `W/${etag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const other = await ask('/api/problems?limit=5', { headers: { 'if-none-match': '"other"' } })
    expect(other.status).toBe(200)
  })

  it.each([
    ['an unknown path', '/api/nothing', {}, 404, 'not-found'],
    ['an unknown key', '/api/stories/nokey', {}, 404, 'not-found'],
    ['an unknown field', '/api/problems?lmit=5', {}, 400, 'bad-query'],
    ['a number that is none', '/api/problems?limit=ten', {}, 400, 'bad-query'],
    ['a number beyond its limit', '/api/problems?limit=100000', {}, 400, 'bad-query'],
    ['a field given twice', '/api/problems?limit=1&limit=2', {}, 400, 'bad-query'],
    ['another method', '/api/problems', { method: 'DELETE' }, 405, 'no-such-method'],
    ['a body that is no JSON', '/api/read', json('{"text":'), 400, 'bad-json'],
    ['a body that is no object', '/api/read', json('[1]'), 400, 'bad-query'],
    ['no body', '/api/read', { method: 'POST' }, 400, 'bad-query'],
    ['a body of another kind', '/api/read', { method: 'POST', body: 'text' }, 415, 'not-json'],
    ['a body too large', '/api/read', json(`"${'a'.repeat(21 << 20)}"`), 413, 'too-large'],
  ] as const)('%s is refused in the one shape', async (_, path, init, status, code) => {
    const answer = await ask(path, init as RequestInit)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual({
      error: { code, message: expect.any(String), advice: expect.stringMatching(/\.$/) },
    })
  })

  it('405 tells what is allowed', async () => {
    const answer = await ask('/api/problems', { method: 'PUT' })
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
  })

  it('answers to its own names alone, and takes changes from its own pages alone', async () => {
    const foreign = await app().request('http://evil.example/api/problems')
    expect(foreign.status).toBe(403)
    const story = { text: '“We will appeal,” Mara Lund said.' }
    const crossed = await post('/api/read', story, { origin: 'http://evil.example' })
    expect(crossed.status).toBe(403)
    const fetched = await post('/api/read', story, { 'sec-fetch-site': 'cross-site' })
    expect(fetched.status).toBe(403)
    const own = await post('/api/read', story, { origin: 'http://localhost:4173' })
    expect(own.status).toBe(200)
  })

  it('lets nobody do what is not theirs', async () => {
    caller = { who: 'guest', sight: 'all', may: [] }
    try {
      const answer = await ask('/api/problems')
      expect(answer.status).toBe(403)
    } finally {
      caller = LOCAL
    }
  })

  it('what nobody foresaw is answered without its words, and told to the log', async () => {
    const broken = appWith({
      callerOf: async () => {
        throw new Error('secret words of a story')
      },
    })
    const answer = await broken.request('http://localhost/api/problems')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
    expect(failures).toHaveLength(1)
  })

  it('tells of requests by their route, in log and metrics, without their words', async () => {
    requests.length = 0
    await ask('/api/stories/secret-words?x=secret-words')
    await ask('/secret-words')
    expect(requests).toMatchObject([
      { method: 'GET', route: '/api/stories/{story}', status: 400 },
      { method: 'GET', route: 'none', status: 404 },
    ])
    expect(JSON.stringify(requests)).not.toContain('secret')
    const metrics = await (await ask('/metrics')).text()
    expect(metrics).toContain('onrecord_jobs_waiting 0')
  })

  it('a log has no words of what failed', () => {
    const lines: string[] = []
    const stream = { write: (line: string) => lines.push(line) > 0 }
    const log = openLog('info', stream as never)
    log.failed(new Error('secret words of a story'), 'GET /api/search')
    log.request({ method: 'GET', route: '/api/search', status: 500, ms: 1, who: 'ada' })
    expect(lines.map(line => JSON.parse(line).msg)).toEqual(['failed', 'request'])
    expect(lines.join('')).not.toContain('secret')
    expect(lines[0]).toContain('app.test.ts')
    const quiet = openLog('none', stream as never)
    quiet.failed(new Error('x'), 'y')
    expect(lines).toHaveLength(2)
  })

  it('a refusal keeps its headers', async () => {
    const busy = appWith({
      callerOf: async () => {
        throw new Refusal(429, 'too-many', 'Too many.', 'Wait.', { 'retry-after': '7' })
      },
    })
    const answer = await busy.request('http://localhost/api/problems')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7'])
  })

  it('an upload for which there is no room is sent again later', async () => {
    const full = appWith({ uploads: { ...UPLOAD_LIMITS, waiting: 0 } })
    const answer = await full.request('http://localhost:4173/api/imports?name=a.txt', {
      method: 'POST',
      body: 'A story.',
    })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5'])
    expect(await answer.json()).toMatchObject({ error: { code: 'busy' } })
  })
})

function json(body: string): RequestInit {
  return { method: 'POST', body, headers: { 'content-type': 'application/json' } }
}
