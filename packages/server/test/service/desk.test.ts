import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, describe, expect, it } from 'vitest'
import { mountDesk, readDesk } from '../../src/service/http/desk.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const PAGE = '<!doctype html><title>desk</title>'

mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), PAGE)
writeFileSync(join(folder, 'assets', 'main-x1.js'), 'start()')
writeFileSync(join(folder, 'notes.txt'), 'not for others')

const app = new Hono()
mountDesk(app, readDesk(folder)!)
app.get('/stories/*', c => c.redirect(`/api${c.req.path}`, 302))
app.get('/api/*', c => c.json({}))
app.notFound(c => c.json({}, 404))

describe('the desk over HTTP', () => {
  it.each([
    '/',
    '/stories/tdexyc55rq9m',
    '/stories/tdexyc55rq9m/quotes/q3',
    '/people/x',
    '/search',
  ])('%s is its page for who asks for HTML', async path => {
    const answer = await app.request(path, { headers: HTML })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(await answer.text()).toBe(PAGE)
  })

  it('programs get what they got: a permanent link leads to the answer', async () => {
    const answer = await app.request('/stories/tdexyc55rq9m')
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      '/api/stories/tdexyc55rq9m',
    ])
  })

  it.each(['/api/nothing', '/api', '/docs', '/metrics', '/health/live', '/login/oidc', '/mcp'])(
    '%s is no page of it, in a browser either',
    async path => {
      expect(await (await app.request(path, { headers: HTML })).text()).toBe('{}')
    },
  )

  it.each(['/assets/main-old.js', '/notes.txt', '/../index.html', '/assets/'])(
    '%s is no file of it',
    async path => {
      expect((await app.request(path)).status).toBe(404)
    },
  )

  it('files named by what is in them are kept for ever, the page is asked for again', async () => {
    const script = await app.request('/assets/main-x1.js')
    expect(script.headers.get('cache-control')).toMatch(/immutable/)
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const etag = (await app.request('/')).headers.get('etag')!
    const again = await app.request('/', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('is sent compressed to who takes that', async () => {
    const zipped = await app.request('/', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(PAGE)
    expect((await app.request('/')).headers.get('content-encoding')).toBe(null)
  })

  it('is not there where it was not built', () => {
    expect(readDesk(join(folder, 'nothing'))).toBe(undefined)
  })
})
