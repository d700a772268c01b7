import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Archive, addStories, openArchive, type Queue, UPLOAD_LIMITS } from '@onrecord/archive'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleStories } from '../../../archive/test/stories.js'
import { mountMcp } from '../../src/mcp/mount.js'
import { poolOfOne } from '../../src/pool.js'
import { answeringHere } from '../../src/service/answering/answering.js'
import { LOCAL } from '../../src/service/caller.js'
import { createApp } from '../../src/service/http/app.js'
import type { Ground } from '../../src/service/http/ground.js'
import { refuseHead } from '../../src/service/http/refuse-head.js'
import { openRunner, type Runner } from '../../src/service/jobs/runner.js'
import { openAttempts } from '../../src/service/login/attempts.js'
import { cookiesOf } from '../../src/service/login/cookies.js'
import { mountLogin } from '../../src/service/login/routes.js'
import { openMetrics } from '../../src/service/metrics.js'
import { serviceOperations } from '../../src/service/serve.js'
import { createFakeReader } from '../fixtures/fake-reader.mjs'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-hardened-'))
const pool = poolOfOne(async () => createFakeReader())
let archive: Archive
let queue: Queue
let runner: Runner

const appWith = (more: Partial<Ground> = {}) => {
  const ground: Ground = {
    archive,
    pool,
    answering: answeringHere(archive, pool.read),
    queue,
    runner,
    uploads: UPLOAD_LIMITS,
    version: '0.0.0',
    hosts: ['localhost', 'desk.example'],
    callerOf: async () => LOCAL,
    log: { request: () => {}, failed: () => {} },
    metrics: openMetrics(archive, () => 0),
    ...more,
  }
  return createApp(
    ground,
    serviceOperations,
    app =>
      mountLogin(app, {
        archive,
        cookies: cookiesOf(false),
        provider: false,
        attempts: openAttempts(),
        callerOf: ground.callerOf,
        networkOf: () => '192.0.2.1',
      }),
    app => mountMcp(app, ground, serviceOperations, 'read-only'),
  )
}
const post = (
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/json', ...headers },
})

beforeAll(async () => {
  archive = await openArchive(join(folder, 'archive.db'), { create: true })
  queue = await archive.openQueue()
  runner = openRunner(archive, queue, pool, () => {})
  await addStories(archive, sampleStories())
})
afterAll(async () => {
  await runner.close()
  await queue.close()
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('every answer', () => {
  const broken = async () => {
    throw new Error('not foreseen')
  }
  it.each([
    ['a page', '/docs', {}, {}, 200],
    ['an answer', '/api/search?text=ferry', {}, {}, 200],
    ['a file', '/api/export?format=jsonl', {}, {}, 200],
    [
      'a stream',
      '/api/read',
      post('{"text":"x"}\n', { 'content-type': 'application/x-ndjson' }),
      {},
      200,
    ],
    ['what is not there', '/nothing', {}, {}, 404],
    ['a key that is not there', '/api/stories/xxxxxxxxxxxx', {}, {}, 404],
    ['another method', '/api/imports', { method: 'PUT' }, {}, 405],
    ['another host', 'http://evil.example/docs', {}, {}, 403],
    ['another site', '/api/read', post('{}', { origin: 'http://evil.example' }), {}, 403],
    ['what failed', '/api/problems', {}, { callerOf: broken }, 500],
  ] as const)('%s lets nothing be run, framed or guessed', async (_, path, init, more, status) => {
    const url = path.startsWith('/') ? `http://localhost${path}` : path
    const answer = await appWith(more as Partial<Ground>).request(url, init as RequestInit)
    expect(answer.status).toBe(status)
    const { headers } = answer
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('access-control-allow-origin')).toBe(null)
    await answer.body?.cancel()
  })

  it('is over TLS for a year where the service is known by https, and only there', async () => {
    const over = async (origin?: string) =>
      (await appWith(origin ? { origin } : {}).request('http://localhost/docs')).headers.get(
        'strict-transport-security',
      )
    expect(await over('https://desk.example')).toBe('max-age=31536000')
    expect(await over('http://desk.example')).toBe(null)
    expect(await over()).toBe(null)
  })
})

describe('what is sent', () => {
  const big = JSON.stringify({ account: 'ada', password: 'a'.repeat(30_000) })
  it.each(['/api/login', '/api/login/invitation', '/api/password'])(
    '%s reads no long bodies from people whom nobody knows',
    async path => {
      const told = await appWith().request(`http://localhost${path}`, post(big))
      expect(told.status).toBe(413)
      // without a length, it is cut off where it gets too long
      const body = ReadableStream.from([new TextEncoder().encode(big)])
      const stream = { ...post(body as never), duplex: 'half' } as RequestInit
      expect((await appWith().request(`http://localhost${path}`, stream)).status).toBe(413)
    },
  )

  it('/mcp reads no body without end', async () => {
    const answer = await appWith().request(
      'http://localhost/mcp',
      post(`"${'a'.repeat(21 << 20)}"`),
    )
    expect(answer.status).toBe(413)
  })

  it("behind a proxy it comes from the service's own pages as browsers see them", async () => {
    const app = appWith({ origin: 'https://desk.example' })
    const from = async (origin: string) =>
      (await app.request('http://desk.example/api/read', post('{"text":"x"}', { origin }))).status
    expect(await from('https://desk.example')).toBe(200)
    expect(await from('https://desk.example.evil.example')).toBe(403)
    expect(await from('null')).toBe(403)
  })
})

it('every route is described', async () => {
  const app = appWith()
  const { paths } = (await (await app.request('http://localhost/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, unknown>>
  }
  const known = (path: string) => paths[path.replaceAll(/:(\w+)/g, '{$1}')]
  const pages = new Set(['/', '/docs', '/docs.css'])
  const routes = app.routes.filter(
    ({ path, method }) => method !== 'ALL' && !path.includes('*') && !pages.has(path),
  )
  expect(routes.length).toBeGreaterThan(30)
  for (const { path, method } of routes)
    expect(Object.keys(known(path) ?? {}), `${method} ${path}`).toContain(method.toLowerCase())
})

it('a head that is no HTTP or too long is refused in the one shape', async () => {
  const server = createServer({ maxHeaderSize: 2048 }, (_, response) => response.end('well'))
  server.on('clientError', refuseHead)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const ask = async (head: string) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(head)
    let answer = ''
    for await (const chunk of socket) answer += chunk
    return answer
  }
  try {
    const long = await ask(`GET /${'a'.repeat(4000)} HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect(long).toMatch(/^HTTP\/1\.1 431 /)
    expect(JSON.parse(long.split('\r\n\r\n')[1]!)).toMatchObject({ error: { code: 'too-long' } })
    const none = await ask('well\r\n\r\n')
    expect(none).toMatch(/^HTTP\/1\.1 400 /)
    expect(JSON.parse(none.split('\r\n\r\n')[1]!)).toMatchObject({ error: { code: 'bad-request' } })
  } finally {
    server.close()
  }
})
