import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addStories, makeAccount, makeCredential, openArchive } from '@onrecord/archive'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { story } from '../../../archive/test/stories.js'
import { poolOfOne } from '../../src/pool.js'
import { answeringHere } from '../../src/service/answering/answering.js'
import { isAlone, toConfig } from '../../src/service/config.js'
import { openLog } from '../../src/service/log.js'
import { networkOf } from '../../src/service/login/attempts.js'
import { type Service, startService } from '../../src/service/serve.js'
import { createFakeReader } from '../fixtures/fake-reader.mjs'
import { startProvider, type TestProvider } from './provider.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-login-'))
const by = { who: 'test', at: '2026-03-20T12:00:00Z' }
let service: Service
let provider: TestProvider

const configFor = (name: string, flags: Record<string, unknown> = {}) =>
  toConfig({ archive: join(folder, name), port: 0, login: 'true', workers: 1, ...flags }, {})
const start = (name: string, flags?: Record<string, unknown>) =>
  startService(
    configFor(name, flags),
    () => poolOfOne(async () => createFakeReader()),
    openLog('none', process.stderr),
    answeringHere,
  )

async function prepare(name: string) {
  const archive = await openArchive(join(folder, name), { create: true })
  await addStories(archive, [
    story({ text: '“One boat left,” said Nora Quill.', outlet: 'The Quay', path: 'a' }),
    story({ text: '“Two came back,” said Nora Quill.', outlet: 'The Pier', path: 'b' }),
  ])
  const invite = async (name: string, role: 'reader' | 'editor' | 'admin', sources?: string[]) => {
    const { id } = await makeAccount(archive, { name, role, sources }, by)
    return (await makeCredential(archive.db, id, { kind: 'invitation', seconds: 600 })).secret
  }
  const invitations = {
    ada: await invite('ada', 'admin'),
    ida: await invite('ida', 'editor'),
    rob: await invite('rob', 'reader', ['The Quay']),
  }
  await archive.close()
  return invitations
}

let invitations: Awaited<ReturnType<typeof prepare>>
beforeAll(async () => {
  provider = await startProvider('desk')
  invitations = await prepare('archive.db')
  service = await start('archive.db', {
    oidcIssuer: provider.issuer,
    oidcClient: 'desk',
    oidcSecret: 'secret of the desk',
    oidcRole: 'reader',
    url: 'http://localhost:4173',
    proxy: 'true',
  })
})
afterAll(async () => {
  await service.close()
  provider.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A browser: it keeps cookies. `from`: where it is, as a proxy tells. */
function browser(from = '192.0.2.1') {
  const cookies = new Map<string, string>()
  const seen: string[] = []
  async function go(path: string, init: { body?: unknown; headers?: Record<string, string> } = {}) {
    const answer = await fetch(path.startsWith('http') ? path : service.local + path, {
      redirect: 'manual',
      method: init.body === undefined ? 'GET' : 'POST',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-forwarded-for': `198.51.100.9, ${from}`,
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
        ...init.headers,
      },
      ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      seen.push(line)
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0/i.test(line)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    const text = await answer.text()
    const json = text.startsWith('{') ? JSON.parse(text) : undefined
    return { status: answer.status, headers: answer.headers, json }
  }
  return { go, cookies, seen }
}

const PASSWORD = 'four boats and a tide'
let joined: Promise<unknown> | undefined
/** Somebody who is logged in. */
async function as(account: 'ada' | 'ida' | 'rob', from?: string) {
  joined ??= (async () => {
    for (const invitation of Object.values(invitations))
      await browser().go('/api/login/invitation', { body: { invitation, password: PASSWORD } })
  })()
  await joined
  const one = browser(from)
  const { status } = await one.go('/api/login', { body: { account, password: PASSWORD } })
  expect(status).toBe(200)
  return one
}

describe('who may do what', () => {
  it('alone on this machine nobody logs in; anywhere else somebody must be able to', async () => {
    const alone = (flags: Record<string, unknown>) => isAlone(toConfig(flags, {}))
    expect([alone({}), alone({ host: '::1' }), alone({ host: 'localhost' })]).toEqual([
      true,
      true,
      true,
    ])
    expect(alone({ host: '0.0.0.0' })).toBe(false)
    expect(alone({ url: 'https://desk.example' })).toBe(false)
    expect(alone({ host: '127.0.0.1.evil.example' })).toBe(false)
    await expect(start('empty.db', { host: '0.0.0.0' })).rejects.toThrow(
      /no admin account.*onrecord account add/,
    )
  })

  it('nothing is told or done without a login', async () => {
    const { go } = browser()
    for (const path of ['/api/problems', '/api/jobs', '/api/me', '/api/stories/x']) {
      const { status, json, headers } = await go(path)
      expect([path, status, json.error.code]).toEqual([path, 401, 'not-logged-in'])
      expect(headers.get('www-authenticate')).toBe('Bearer')
    }
    expect((await go('/api/imports?name=a', { body: 'x' })).status).toBe(401)
    expect((await go('/health/live')).status).toBe(200)
  })

  it('an invitation gives a password, once; the login is a cookie out of reach', async () => {
    const ada = await as('ada')
    expect((await ada.go('/api/me')).json).toMatchObject({
      account: 'ada',
      may: ['read', 'edit', 'admin'],
    })
    for (const line of ada.seen) expect(line).toMatch(/HttpOnly.*SameSite=Strict/i)
    const again = await browser().go('/api/login/invitation', {
      body: { invitation: invitations.ada, password: PASSWORD },
    })
    expect(again.status).toBe(401)
    await ada.go('/api/logout', { body: {} })
    expect((await ada.go('/api/me')).status).toBe(401)
  })

  it('a session that was stolen is dead after the logout', async () => {
    const ida = await as('ida')
    const stolen = browser()
    for (const [name, value] of ida.cookies) stolen.cookies.set(name, value)
    expect((await stolen.go('/api/me')).status).toBe(200)
    await ida.go('/api/logout', { body: {} })
    expect((await stolen.go('/api/me')).status).toBe(401)
  })

  it('a new login ends the one before in the same browser', async () => {
    const ida = await as('ida')
    const before = browser()
    for (const [name, value] of ida.cookies) before.cookies.set(name, value)
    await ida.go('/api/login', { body: { account: 'ida', password: PASSWORD } })
    expect((await ida.go('/api/me')).status).toBe(200)
    expect((await before.go('/api/me')).status).toBe(401)
  })

  it('roles, scopes and sources are obeyed', async () => {
    const [ada, ida, rob] = [await as('ada'), await as('ida'), await as('rob')]
    expect((await rob.go('/api/imports?name=a.txt', { body: 'x' })).status).toBe(403)
    expect(
      (await ida.go('/api/accounts', { body: { account: 'eve', role: 'admin' } })).status,
    ).toBe(403)
    const rows = await service.archive.db
      .selectFrom('story')
      .innerJoin('source', 'source.id', 'story.source_id')
      .select(['story.key as key', 'source.name as outlet'])
      .execute()
    const seen = await Promise.all(
      rows.map(async ({ key, outlet }) => [outlet, (await rob.go(`/api/stories/${key}`)).status]),
    )
    expect(Object.fromEntries(seen)).toEqual({ 'The Quay': 200, 'The Pier': 404 })
    const { json } = await ida.go('/api/tokens', { body: { name: 'script' } })
    const bearer = { headers: { authorization: `Bearer ${json.token}` } }
    const script = browser()
    expect((await script.go('/api/me', bearer)).json).toMatchObject({
      account: 'ida',
      may: ['read'],
    })
    // a token that reads makes none that edits
    const more = await script.go('/api/tokens', {
      body: { name: 'more', scopes: ['edit'] },
      ...bearer,
    })
    expect(more.status).toBe(400)
    expect((await rob.go(`/api/tokens/${json.key}/revoke`, { body: {} })).status).toBe(404)
    expect(
      (await ada.go(`/api/tokens/${json.key}/revoke`, { body: { account: 'ida' } })).status,
    ).toBe(200)
    expect((await script.go('/api/me', bearer)).status).toBe(401)
    expect((await script.go('/api/me', { headers: { authorization: 'Basic eA==' } })).status).toBe(
      401,
    )
  })

  it('who tries passwords is slowed down, and locks nobody else out', async () => {
    const ida = await as('ida')
    const guess = (from: string) =>
      browser(from).go('/api/login', { body: { account: 'ida', password: 'guess after guess' } })
    const statuses = []
    for (let k = 0; k < 7; k++) statuses.push((await guess('203.0.113.5')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect(Number((await guess('203.0.113.5')).headers.get('retry-after'))).toBeGreaterThan(60)
    for (let k = 0; k < 3; k++)
      await browser('203.0.113.6').go('/api/login', {
        body: { account: 'my own password', password: 'x' },
      })
    const { db } = service.archive
    const noted = db.selectFrom('audit').select(['who', 'subject', 'detail'])
    const failed = await noted.where('action', '=', 'login failed').orderBy('seq').execute()
    expect(failed.map(({ who, subject, detail }) => [who, subject, JSON.parse(detail)])).toEqual(
      expect.arrayContaining([
        ['unknown', 'account:ida', { from: '203.0.113.5' }],
        ['unknown', 'account', { from: '203.0.113.6' }],
      ]),
    )
    const from = (place: string) => failed.filter(({ detail }) => JSON.parse(detail).from === place)
    expect([from('203.0.113.5').length, from('203.0.113.6').length]).toEqual([2, 1])
    // the owner from elsewhere, and from the same network on a device that is known
    await as('ida', '192.0.2.77')
    const device = browser('203.0.113.5')
    for (const [name, value] of ida.cookies) device.cookies.set(name, value)
    const there = await device.go('/api/login', { body: { account: 'ida', password: PASSWORD } })
    expect(there.status).toBe(200)
  })

  it.each([
    [{ account: 'ada' }, 400],
    [{ account: 'ada', password: PASSWORD, more: 1 }, 400],
    [{ account: 'nobody', password: PASSWORD }, 401],
    [{ account: 'ada', password: 'x'.repeat(1999) }, 401],
  ])('a login of %j is refused', async (body, status) => {
    expect((await browser('192.0.2.200').go('/api/login', { body })).status).toBe(status)
  })

  it('a password is changed by who knows the old one, and is long enough', async () => {
    const rob = await as('rob')
    const change = (old: string, next: string) =>
      rob.go('/api/password', { body: { old, new: next } })
    expect((await change('wrong wrong wrong', 'x'.repeat(12))).status).toBe(403)
    expect((await change(PASSWORD, 'short')).json.error.code).toBe('bad-password')
    const elsewhere = await as('rob')
    expect((await change(PASSWORD, PASSWORD)).status).toBe(200)
    expect((await rob.go('/api/me')).status).toBe(200)
    expect((await elsewhere.go('/api/me')).status).toBe(401)
  })

  it('over an identity provider: whom it vouches for, and nobody else', async () => {
    const one = browser()
    provider.claims = { sub: '77', email: 'nora@desk.example', email_verified: true }
    const there = await one.go('/login/oidc')
    expect(there.status).toBe(302)
    const back = new URL(provider.agree(there.headers.get('location')!))
    const path = back.pathname + back.search
    // another browser cannot finish what this one began
    expect((await browser().go(path)).status).toBe(403)
    const forged = await one.go(path.replace(/state=[^&]+/, 'state=forged'))
    expect(forged.status).toBe(403)
    const again = await one.go('/login/oidc')
    const home = new URL(provider.agree(again.headers.get('location')!))
    expect((await one.go(home.pathname + home.search)).status).toBe(302)
    expect((await one.go('/api/me')).json).toMatchObject({
      account: 'nora@desk.example',
      may: ['read'],
    })
    // somebody else who calls himself as an account that is there does not get it
    const other = browser()
    provider.claims = { sub: '78', preferred_username: 'ada' }
    const begun = await other.go('/login/oidc')
    const end = new URL(provider.agree(begun.headers.get('location')!))
    await other.go(end.pathname + end.search)
    expect((await other.go('/api/me')).json).toMatchObject({ account: 'ada-2', may: ['read'] })
  })

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:0:0:a:b:c:d', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['unknown', 'unknown'],
  ])('%s is of the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
