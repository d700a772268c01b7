import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openArchive, UPLOAD_LIMITS } from '@onrecord/archive'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fetchFrom, INTERNET, type World } from '../src/fetch/fetch.js'
import { isPublic } from '../src/fetch/public.js'
import { toolsOf } from '../src/mcp/server.js'
import { poolOfOne } from '../src/pool.js'
import { answeringHere } from '../src/service/answering/answering.js'
import { toConfig } from '../src/service/config.js'
import { openFetching } from '../src/service/jobs/fetching.js'
import { openRunner } from '../src/service/jobs/runner.js'
import { openLog } from '../src/service/log.js'
import { serviceOperations, startService } from '../src/service/serve.js'
import { createFakeReader } from './fixtures/fake-reader.mjs'
import { onrecord } from './host.js'

const TEXT = '“We counted the boats,” said Nora Quill.'
const PARAGRAPHS = `<p>${TEXT}</p>${[1, 2, 3, 4]
  .map(
    pier =>
      `<p>The harbour closed pier ${pier} at noon, and the ferry to the island left late.</p>`,
  )
  .join('')}`
/** Answers that differ by path; `asked` is what the server saw. */
const asked: { path: string; headers: NodeJS.Dict<string | string[]> }[] = []
const answer: RequestListener = ({ url = '', headers }, response) => {
  asked.push({ path: url, headers })
  const to = (location: string) => response.writeHead(302, { location }).end()
  const [, what, rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(url)!
  switch (what) {
    case 'story.txt':
      return response.setHeader('content-type', 'text/plain').end(TEXT)
    case 'page':
      return response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!doctype html><article><h1>Boats</h1>${PARAGRAPHS}</article>`)
    case 'to':
      return to(decodeURIComponent(rest))
    case 'loop':
      return to('/loop')
    case 'packed':
      return response.setHeader('content-encoding', 'gzip').end(gzipSync(TEXT))
    case 'bomb':
      return response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(1_000_000)))
    case 'broken':
      return response.setHeader('content-encoding', 'gzip').end(gzipSync(TEXT).subarray(0, 20))
    case 'br':
      return response.setHeader('content-encoding', 'br').end('x')
    case 'large':
      return response.end(Buffer.alloc(100_001, 'x'))
    case 'silent':
      return response.write('a')
    case 'drip': {
      const drip = setInterval(() => response.write('a'), 20)
      return response.on('close', () => clearInterval(drip))
    }
    case 'cut':
      response.writeHead(200, { 'content-length': '100' }).write('a')
      return setTimeout(() => response.destroy(), 20)
    default:
      return response.writeHead(404).end()
  }
}

let server: Server
let port = 0
beforeAll(async () => {
  server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Names stand for these addresses, one after another where there are several looks. */
function namesTo(...looks: readonly (readonly string[])[]) {
  let count = 0
  const lookup: LookupFunction = (_, { all }, done) => {
    const addresses = looks[Math.min(count++, looks.length - 1)]!.map(address => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    if (all) done(null, addresses)
    else done(null, addresses[0]!.address, addresses[0]!.family)
  }
  return { lookup, looks: () => count }
}

/** The loopback address of the test's server stands for the public internet. */
const world = (more: Partial<World> = {}): World => ({
  ...INTERNET,
  isPublic: address => address === '127.0.0.1' || isPublic(address),
  lookup: namesTo(['127.0.0.1']).lookup,
  ports: 'any',
  bytes: 100_000,
  ...more,
})
const url = (path: string, host = 'news.example') => `http://${host}:${port}/${path}`

async function take(address: string, more: Partial<World> = {}) {
  return fetchFrom(
    address,
    async ({ url, mediaType, bytes }) => {
      const parts: Uint8Array[] = []
      for await (const part of bytes) parts.push(part)
      return { url: url.href, mediaType, text: Buffer.concat(parts).toString() }
    },
    world(more),
  )
}
const refusal = (code: string, message: RegExp) => ({
  code,
  message: expect.stringMatching(message),
})

describe('public addresses', () => {
  it.each([
    ...[
      '0.0.0.0',
      '0.1.2.3',
      '10.0.0.1',
      '100.64.0.1',
      '127.0.0.1',
      '127.9.9.9',
      '169.254.169.254',
    ],
    ...['172.16.0.1', '172.31.255.255', '192.168.1.1', '192.0.0.8', '192.0.2.1', '198.18.0.1'],
    ...['198.51.100.1', '203.0.113.9', '224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '::8.8.8.8', 'fe80::1%1'],
    ...['64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::1', '2001:0:1::1', '2001:db8::1'],
    ...['fe80::1', 'fec0::1', 'fc00::1', 'fd12::1', 'ff02::1', '100::1', '3fff::1', '4000::1'],
    ...['', 'news.example', '[2606:4700::1]', '1.2.3.4/8'],
  ])('%s is none', address => expect(isPublic(address)).toBe(false))

  it.each([
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('%s is one', address => expect(isPublic(address)).toBe(true))
})

describe('fetching', () => {
  it('gives bytes, type and address, and says who asks, without cookies', async () => {
    asked.length = 0
    const found = await take(url('story.txt#end'))
    expect(found).toEqual({ url: url('story.txt'), mediaType: 'text/plain', text: TEXT })
    const [{ headers }] = asked as [(typeof asked)[number]]
    expect(headers['user-agent']).toMatch(/^Onrecord\/\d/)
    expect(headers).not.toHaveProperty('cookie')
    expect((await take(url('packed'))).text).toBe(TEXT)
    expect(await take(url(`to/${encodeURIComponent('/to/%2Fstory.txt')}`))).toMatchObject({
      url: url('story.txt'),
      text: TEXT,
    })
  })

  it('no proxy of the environment is asked', async () => {
    vi.stubEnv('http_proxy', 'http://127.0.0.1:9').stubEnv('HTTP_PROXY', 'http://127.0.0.1:9')
    try {
      expect((await take(url('story.txt'))).text).toBe(TEXT)
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it.each([
    ['file:///etc/passwd', /file:/],
    ['ftp://news.example/a', /ftp:/],
    ['data:text/plain,a', /data:/],
    ['http://ida:secret@news.example/', /name or password/],
    ['news.example', /none/],
    ['', /none/],
    [`http://news.example/${'a'.repeat(2000)}`, /2000/],
  ])('%s is refused before anybody is asked, also as a redirect', async (address, message) => {
    await expect(take(address)).rejects.toMatchObject(refusal('bad-query', message))
    if (URL.canParse(address) && address.length < 2000)
      await expect(take(url(`to/${encodeURIComponent(address)}`))).rejects.toMatchObject(
        refusal('bad-query', message),
      )
  })

  it('asks usual ports alone', async () => {
    await expect(take(url('story.txt'), { ports: INTERNET.ports })).rejects.toMatchObject(
      refusal('bad-query', /port/),
    )
  })

  it.each([[['127.0.0.1']], [['::1']], [['::ffff:10.0.0.1']], [['8.8.8.8', '10.0.0.1']], [[]]])(
    'a name that stands for %o is refused',
    async addresses => {
      asked.length = 0
      const real = { isPublic, lookup: namesTo(addresses).lookup }
      await expect(take(url('story.txt'), real)).rejects.toMatchObject(
        refusal('not-allowed', /not on the public internet/),
      )
      expect(asked).toEqual([])
    },
  )

  it.each([
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
  ])('the address %s is refused however it is written', async host => {
    asked.length = 0
    const own = { lookup: namesTo(['127.0.0.1']).lookup, isPublic }
    await expect(take(url('story.txt', host), own)).rejects.toMatchObject(
      refusal('not-allowed', /not on the public/),
    )
    expect(asked).toEqual([])
  })

  it.each(['http://10.0.0.1/', 'http://169.254.169.254/latest', 'http://[fd00::1]/'])(
    'a redirect to %s is refused',
    async address => {
      await expect(take(url(`to/${encodeURIComponent(address)}`))).rejects.toMatchObject(
        refusal('not-allowed', /not on the public/),
      )
    },
  )

  it('a name is looked up once for each connection: what it stands for later is not connected to', async () => {
    const names = namesTo(['127.0.0.1'], ['10.0.0.1'])
    expect((await take(url('story.txt'), { lookup: names.lookup })).text).toBe(TEXT)
    expect(names.looks()).toBe(1)
    const again = namesTo(['127.0.0.1'], ['10.0.0.1'])
    await expect(take(url('to/%2Fstory.txt'), { lookup: again.lookup })).rejects.toMatchObject(
      refusal('not-allowed', /not on the public/),
    )
    expect(again.looks()).toBe(2)
  })

  it.each([
    ['loop', {}, /more than 5 times/],
    ['large', {}, /more than 100000 bytes/],
    ['bomb', {}, /more than 100000 bytes/],
    ['silent', { silence: 100 }, /silent/],
    ['drip', { time: 300 }, /longer than 0\.3 seconds/],
    ['cut', {}, /cannot be fetched/],
    ['broken', {}, /cannot be fetched/],
    ['br', {}, /packs its answer as br/],
    ['nothing', {}, /answers 404/],
  ])('%s is given up', async (path, more, message) => {
    await expect(take(url(path), more)).rejects.toMatchObject(refusal('not-fetched', message))
  })

  it('a fetch ends when whoever runs it does, and what taking it fails with is told', async () => {
    const stop = new AbortController()
    const never = fetchFrom(
      url('silent'),
      async ({ bytes }) => {
        for await (const _ of bytes) stop.abort()
      },
      world(),
      stop.signal,
    )
    await expect(never).rejects.toMatchObject(refusal('not-fetched', /stopped/))
    const full = fetchFrom(url('story.txt'), () => Promise.reject(new Error('full')), world())
    await expect(full).rejects.toThrow('full')
  })
})

describe('as an upload', () => {
  it.each(['page', 'story.txt'])('%s is read as a job, with its address', async path => {
    const archive = await openArchive(':memory:', { create: true })
    const queue = await archive.openQueue()
    const runner = openRunner(
      archive,
      queue,
      poolOfOne(async () => createFakeReader()),
      error => {
        throw error
      },
    )
    const fetching = openFetching(archive, queue, UPLOAD_LIMITS, runner.kick, world())
    try {
      const job = await fetching.fetch('ida', url(path), 'The Quay')
      expect(job).toMatchObject({ who: 'ida', name: path, kind: 'import' })
      const state = () =>
        archive.db
          .selectFrom('job')
          .select('state')
          .where('key', '=', job.key)
          .executeTakeFirstOrThrow()
      await expect.poll(async () => (await state()).state, { timeout: 60_000 }).toBe('done')
      const story = await archive.db
        .selectFrom('story')
        .innerJoin('version', 'version.id', 'story.version_id')
        .select(['story.url', 'version.text'])
        .execute()
      expect(story).toMatchObject([{ url: url(path), text: expect.stringContaining(TEXT) }])
      // too large: nothing is left of it
      await expect(fetching.fetch('ida', url('bomb'))).rejects.toMatchObject({
        code: 'not-fetched',
      })
      expect(await archive.db.selectFrom('job').select('key').execute()).toHaveLength(1)
    } finally {
      await fetching.close()
      await runner.close()
      await queue.close()
      await archive.close()
    }
  })

  const serve = (flags: Record<string, unknown>) =>
    startService(
      toConfig({ archive: ':memory:', port: 0, workers: 1, ...flags }, {}),
      () => poolOfOne(async () => createFakeReader()),
      openLog('none', process.stderr),
      answeringHere,
    )
  async function post(base: string, address: string) {
    const answer = await fetch(`${base}/api/fetch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: address }),
    })
    return { status: answer.status, ...((await answer.json()) as object) }
  }

  it('is off unless allowed, and then public alone', async () => {
    asked.length = 0
    const [off, on] = [await serve({}), await serve({ fetch: 'true' })]
    try {
      expect(await post(off.local, 'http://127.0.0.1/')).toMatchObject({
        status: 403,
        error: refusal('not-allowed', /--fetch true/),
      })
      expect(await post(on.local, 'http://127.0.0.1/')).toMatchObject({
        status: 403,
        error: refusal('not-allowed', /not on the public/),
      })
      expect(await post(on.local, 'file:///etc/passwd')).toMatchObject({ status: 400 })
      expect(asked).toEqual([])
    } finally {
      await off.close()
      await on.close()
    }
    expect(() => toConfig({ fetch: 'yes' }, {})).toThrow(/"fetch" \(the command\)/)
  })

  it('is no tool of an assistant that only reads', () => {
    const all = ['read', 'edit', 'admin'] as const
    const names = (mode: 'read-only' | 'write') =>
      toolsOf(serviceOperations, all, mode).map(one => one.name)
    expect(names('read-only')).not.toContain('fetch')
    expect(names('write')).toContain('fetch')
  })

  it('a command has to be told, too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-fetch-'))
    const path = join(folder, 'archive.db')
    await (await openArchive(path, { create: true })).close()
    const argv = ['fetch', 'http://127.0.0.1/', '--archive', path]
    const off = await onrecord(argv)
    expect(off).toMatchObject({ status: 1, stderr: expect.stringMatching(/--allow-fetch/) })
    const on = await onrecord([...argv, '--allow-fetch'])
    expect(on).toMatchObject({ status: 1, stderr: expect.stringMatching(/not on the public/) })
    rmSync(folder, { recursive: true, force: true })
  })
})
