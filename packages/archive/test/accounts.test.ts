import { expect, it } from 'vitest'
import {
  accountsOf,
  addStories,
  changeAccount,
  checkAudit,
  credentialsOf,
  dropCredential,
  findAccount,
  hasAdmin,
  holderOf,
  makeAccount,
  makeCredential,
  passwordOf,
  setPassword,
} from '../src/index.js'
import { onBoth } from './databases.js'
import { story } from './stories.js'

const by = { who: 'test', at: '2026-03-20T12:00:00Z' }

onBoth('accounts', ({ newArchive }) => {
  it('are told apart by name, whatever its case', async () => {
    const archive = await newArchive()
    const made = await makeAccount(archive, { name: 'Ida.Fenn', role: 'editor' }, by)
    expect(made).toMatchObject({ name: 'ida.fenn', role: 'editor', sources: null, state: 'active' })
    const again = makeAccount(archive, { name: 'IDA.FENN', role: 'admin' }, by)
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
    expect((await findAccount(archive.db, 'IDA.fenn')).id).toBe(made.id)
    expect(await accountsOf(archive.db)).toHaveLength(1)
  })

  it.each([
    '',
    ' ',
    'two words',
    '<b>',
    'a/b',
    '.dot',
    'x'.repeat(101),
    'a\u202eb',
    'Machine',
    'local',
  ])('%j is no name', async name => {
    const archive = await newArchive()
    await expect(makeAccount(archive, { name, role: 'reader' }, by)).rejects.toMatchObject({
      code: 'bad-query',
    })
  })

  it('a secret stands for its account until it ends; its words are not kept', async () => {
    const archive = await newArchive()
    const { id } = await makeAccount(archive, { name: 'ida', role: 'editor' }, by)
    const { secret, key } = await makeCredential(archive.db, id, {
      kind: 'token',
      name: 'script',
      scopes: ['read', 'admin'],
      seconds: 60,
    })
    const holder = await holderOf(archive.db, secret, ['token'])
    // of what it asks for, what the account may
    expect(holder).toMatchObject({ account: { name: 'ida' }, may: ['read'], sight: 'all' })
    expect(await holderOf(archive.db, secret, ['session'])).toBe(undefined)
    expect(await holderOf(archive.db, `${secret}x`, ['token'])).toBe(undefined)
    const rows = await archive.db.selectFrom('credential').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(await credentialsOf(archive.db, id, 'token')).toMatchObject([{ key, name: 'script' }])
    expect(await dropCredential(archive.db, id + 1, key)).toBe(false)
    expect(await dropCredential(archive.db, id, key)).toBe(true)
    expect(await holderOf(archive.db, secret, ['token'])).toBe(undefined)
    const old = await makeCredential(archive.db, id, { kind: 'token', seconds: -1 })
    expect(await holderOf(archive.db, old.secret, ['token'])).toBe(undefined)
    expect(await credentialsOf(archive.db, id, 'token')).toEqual([])
  })

  it('sees its sources alone; one that is not there yet is none', async () => {
    const archive = await newArchive()
    await addStories(archive, [
      story({ text: 'One boat left.', outlet: 'The Quay', path: 'a' }),
      story({ text: 'Two boats came back.', outlet: 'The Pier', path: 'b' }),
    ])
    const sightOf = async (name: string, sources: string[] | null) => {
      const { id } = await makeAccount(archive, { name, role: 'reader', sources }, by)
      const { secret } = await makeCredential(archive.db, id, { kind: 'session', seconds: 60 })
      return (await holderOf(archive.db, secret, ['session']))!.sight
    }
    expect(await sightOf('all', null)).toBe('all')
    expect(await sightOf('one', ['The Quay', 'Nowhere'])).toHaveLength(1)
    expect(await sightOf('none', [])).toEqual([])
  })

  it('a disabled one is out at once, and the last admin stays', async () => {
    const archive = await newArchive()
    expect(await hasAdmin(archive.db)).toBe(false)
    const { id } = await makeAccount(archive, { name: 'ada', role: 'admin' }, by)
    expect(await hasAdmin(archive.db)).toBe(true)
    const { secret } = await makeCredential(archive.db, id, { kind: 'session', seconds: 60 })
    for (const change of [{ role: 'reader' }, { state: 'disabled' }] as const) {
      await expect(changeAccount(archive, 'ada', change, by)).rejects.toMatchObject({
        code: 'conflict',
      })
    }
    await makeAccount(archive, { name: 'bo', role: 'admin' }, by)
    await changeAccount(archive, 'ada', { state: 'disabled' }, by)
    expect(await holderOf(archive.db, secret, ['session'])).toBe(undefined)
    await setPassword(archive, id, 'hash', by)
    expect(await passwordOf(archive.db, 'ada')).toBe(null)
    expect(await checkAudit(archive.db)).toBe(null)
  })

  it('a new password ends the logins of the old one, not the tokens', async () => {
    const archive = await newArchive()
    const { id } = await makeAccount(archive, { name: 'ida', role: 'reader' }, by)
    const make = (kind: 'session' | 'token') =>
      makeCredential(archive.db, id, { kind, seconds: 60 })
    const [session, token] = [await make('session'), await make('token')]
    await setPassword(archive, id, 'a hash', by)
    expect(await passwordOf(archive.db, 'IDA')).toBe('a hash')
    expect(await holderOf(archive.db, session.secret, ['session'])).toBe(undefined)
    expect(await holderOf(archive.db, token.secret, ['token'])).not.toBe(undefined)
    const audit = await archive.db.selectFrom('audit').select('detail').execute()
    expect(JSON.stringify(audit)).not.toContain('a hash')
  })
})
