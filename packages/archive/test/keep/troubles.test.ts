import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import { COMMAND, startAdding } from '../../../../bench/src/crash/adding.js'
import { folder } from '../../../server/test/folder.js'
import { onrecord } from '../../../server/test/host.js'
import { addStories, openArchive } from '../../src/index.js'
import { faultsOf, storiesFolder } from '../adding.js'
import { onBoth } from '../databases.js'
import { story } from '../stories.js'

const FERRY = '“We will float her,” said Nora Lund. The harbour stayed shut.'

/** Runs the command line: one clear line on standard error, and the exit status 1. */
async function refusal(...argv: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await onrecord(argv)
  expect({ status, stdout }, argv.join(' ')).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^onrecord: [^\n]+\n$/)
  return stderr
}

onBoth('trouble', database => {
  it('an older schema is written to only once it is migrated; a newer one never', async () => {
    const path = folder({ 'a.txt': FERRY })
    const url = await database.newUrl()
    const archive = await openArchive(url, { create: true })
    const set = (schema: number) =>
      archive.db
        .updateTable('meta')
        .set({ value: String(schema) })
        .where('key', '=', 'schema')
        .execute()
    await set(1)
    for (const command of [
      ['problems'],
      ['add', join(path, 'a.txt')],
      ['archive', 'backup', join(path, 'b')],
    ])
      expect(await refusal(...command, '--archive', url)).toContain('onrecord archive migrate')
    await sql`drop table quote_words`.execute(archive.db)
    await sql`drop table passage_words`.execute(archive.db)
    const migrated = await onrecord(['archive', 'migrate', '--archive', url])
    expect(migrated).toMatchObject({ status: 0, stderr: '' })
    expect((await onrecord(['add', join(path, 'a.txt'), '--archive', url])).status).toBe(0)
    expect((await onrecord(['archive', 'check', '--archive', url])).status).toBe(0)
    await set(99)
    for (const command of [['problems'], ['add', join(path, 'a.txt')], ['archive', 'migrate']])
      expect(await refusal(...command, '--archive', url)).toContain('newer Onrecord')
    await archive.close()
  })

  it("somebody else's tables are left alone", async () => {
    const url = await database.newUrl()
    const archive = await openArchive(url, { create: true })
    const path = folder({ 'a.txt': FERRY })
    await onrecord(['archive', 'export', join(path, 'e'), '--archive', url])
    for (const { name } of (await archive.shapes(archive.db)).reverse())
      await sql`drop table ${sql.table(name)}`.execute(archive.db)
    await sql`create table invoices (id integer)`.execute(archive.db)
    for (const command of [
      ['problems'],
      ['add', join(path, 'a.txt')],
      ['archive', 'check'],
      ['archive', 'migrate'],
      ...(database.engine === 'postgres'
        ? [['archive', 'restore', join(path, 'e'), '--replace']]
        : []),
    ])
      expect(await refusal(...command, '--archive', url)).toMatch(
        /holds something else \(.*invoices/,
      )
    expect((await sql`select * from invoices`.execute(archive.db)).rows).toEqual([])
    await archive.close()
  })

  it('what may only be read is not written, and says so', async () => {
    const url = await database.newUrl()
    await (await openArchive(url, { create: true })).close()
    const archive = await openArchive(url, { readOnly: true })
    await expect(addStories(archive, [story({ text: 'A.', path: 'a' })])).rejects.toMatchObject({
      code: 'read-only',
      message: expect.stringContaining('cannot be written'),
    })
    await archive.close()
  })

  it('two processes that add the same at once, to an archive that neither has made yet, double nothing', async () => {
    const url = await database.newUrl()
    const input = storiesFolder(150)
    const both = [startAdding(url, [input]), startAdding(url, [input])]
    const ends = await Promise.all(both.map(one => one.ended))
    expect(ends).toEqual([
      { status: 0, stderr: '' },
      { status: 0, stderr: '' },
    ])
    const archive = await openArchive(url)
    expect(await faultsOf(archive)).toEqual([])
    const one = await database.newUrl()
    await startAdding(one, [input]).ended
    const alone = await openArchive(one)
    for (const table of ['story', 'version', 'origin', 'quote'] as const) {
      const count = (of: typeof archive) =>
        of.db
          .selectFrom(table)
          .select('id' as never)
          .execute()
      expect((await count(archive)).length, table).toBe((await count(alone)).length)
    }
    await archive.close()
    await alone.close()
  })
})

describe('trouble with a file', () => {
  it("that is no archive: a text, a folder, another program's, none", async () => {
    const path = folder({
      'notes.db': 'these are notes of mine, and nothing else',
      'in/a.txt': FERRY,
    })
    for (const command of [
      ['problems'],
      ['archive', 'check'],
      ['add', join(path, 'in')],
      ['archive', 'migrate'],
    ]) {
      const on = (name: string) => refusal(...command, '--archive', join(path, name))
      expect(await on('notes.db')).toContain('is not an archive of Onrecord')
      expect(await on('in')).toContain('is a folder')
      if (command[0] !== 'add') expect(await on('none.db')).toContain('There is no archive at')
    }
    expect(
      await refusal('archive', 'restore', join(path, 'notes.db'), '--archive', join(path, 'n.db')),
    ).toContain('neither a backup nor an export')
    expect(await refusal('problems', '--archive', 'mysql://db/archive')).toContain('not an archive')
  })

  it('that is damaged is told of, by check too', async () => {
    const path = folder({ 'in/a.txt': FERRY })
    const url = join(path, 'a.db')
    await onrecord(['add', join(path, 'in'), '--archive', url])
    const archive = await openArchive(url)
    await sql`update version set text = text || '!'`.execute(archive.db)
    await sql`delete from audit`.execute(archive.db)
    await sql`insert into audit (seq, at, who, action, subject, detail, seal, previous, hash) values (7, '', '', '', '', '{}', '', '', '')`.execute(
      archive.db,
    )
    await archive.db.deleteFrom('quote_speaker').execute()
    await archive.dropWords(archive.db, 'passage_words', [1])
    await archive.close()
    const { status, stdout } = await onrecord(['archive', 'check', '--json', '--archive', url])
    expect(status).toBe(1)
    const { faults } = JSON.parse(stdout)
    for (const what of [
      'its text is not the one that was taken in',
      'it does not fit the entry before it',
      "its row's speakers is not the record's",
      'are not in the index of words',
    ])
      expect(faults).toContainEqual({
        where: expect.any(String),
        what: expect.stringContaining(what),
      })
  })

  it('that has no room left loses nothing confirmed and goes on when it has', async () => {
    const path = folder({})
    const url = join(path, 'a.db')
    const archive = await openArchive(url, { create: true })
    const stories = Array.from({ length: 400 }, (_, k) =>
      story({
        text: `Day ${k}. ${'The harbour stayed shut and no one was told. '.repeat(20)}`,
        path: `${k}`,
      }),
    )
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(archive.db)
    await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count + 150)}`.execute(archive.db)
    let confirmed = 0
    const adding = async () => {
      for (; confirmed < stories.length; confirmed += 10)
        await addStories(archive, stories.slice(confirmed, confirmed + 10))
    }
    await expect(adding()).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('make room'),
    })
    expect(confirmed).toBeGreaterThan(0)
    expect(await faultsOf(archive)).toEqual([])
    expect((await archive.db.selectFrom('story').select('id').execute()).length).toBe(confirmed)
    await sql`pragma max_page_count = 1000000`.execute(archive.db)
    await adding()
    expect(await faultsOf(archive)).toEqual([])
    await archive.close()
  })

  it.skipIf(process.platform === 'win32')('that may not be written', async () => {
    const path = folder({ 'in/a.txt': FERRY })
    const url = join(path, 'a.db')
    await (await openArchive(url, { create: true })).close()
    for (const file of [path, join(path, 'in'), join(path, 'in/a.txt')]) chmodSync(file, 0o755)
    for (const end of ['', '-wal', '-shm']) chmodSync(url + end, 0o444)
    chmodSync(path, 0o555)
    const child = spawn(
      process.execPath,
      [COMMAND, 'add', join(path, 'in'), '--archive', url, '--workers', '1'],
      // root may write whatever it likes
      process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {},
    )
    let stderr = ''
    child.stderr.on('data', data => {
      stderr += data
    })
    const [status] = await once(child, 'close')
    chmodSync(path, 0o755)
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^onrecord: .*cannot be written[^\n]*\n$/),
    })
  })
})

const postgres = inject('postgres')
describe.skipIf(postgres === '')('trouble with PostgreSQL', () => {
  const at = (change: (url: URL) => void) => {
    const url = new URL(postgres)
    change(url)
    return url.href
  }

  it('that does not run, refuses the login, or lacks the database', async () => {
    const path = folder({ 'a.txt': FERRY })
    for (const command of [['problems'], ['add', join(path, 'a.txt')]]) {
      const on = (change: (url: URL) => void) => refusal(...command, '--archive', at(change))
      expect(
        await on(url => {
          url.port = '1'
        }),
      ).toContain('Check that PostgreSQL runs there')
      expect(
        await on(url => {
          url.username = 'nobody_known'
        }),
      ).toContain('refused the login')
      expect(
        await on(url => {
          url.pathname = '/none'
        }),
      ).toContain('createdb')
      expect(
        await on(url => {
          url.search = '?schema=Bad-Name'
        }),
      ).toContain('not a plain name')
    }
    const secret = at(url => {
      url.port = '1'
      url.password = 'hush'
    })
    expect(await refusal('problems', '--archive', secret)).not.toContain('hush')
  })

  it('a schema that is not there is made by what adds, and told of by what asks', async () => {
    const path = folder({ 'a.txt': FERRY })
    const url = `${postgres}?schema=made_by_add_${process.pid}`
    expect(await refusal('problems', '--archive', url)).toContain('There is no archive at')
    expect((await onrecord(['add', join(path, 'a.txt'), '--archive', url])).status).toBe(0)
    const archive = await openArchive(url)
    await archive.db.schema.dropSchema(`made_by_add_${process.pid}`).cascade().execute()
    await archive.close()
  })
})
