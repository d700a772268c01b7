import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { backupArchive, openArchive, restoreArchive } from '@onrecord/archive'
import { describe, expect, it, onTestFinished } from 'vitest'
import { onBoth } from '../../../archive/test/databases.js'
import { jobOf, send, settled, start, story, textsIn, until } from './served.js'

const search = async (url: string, query: string) => {
  const answer = await fetch(`${url}/api/search?text=${encodeURIComponent(query)}`)
  const { total } = (await answer.json()) as { total?: { count: number } }
  return { status: answer.status, count: total?.count }
}

const runs = async (url: string) =>
  Number(/^onrecord_jobs_running (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())![1])

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-shared-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

onBoth('several processes that serve one archive', ({ newUrl }) => {
  it('share what is uploaded to one of them, do each once, and all answer', async () => {
    const archive = await newUrl()
    const one = await start(archive)
    const two = await start(archive)
    const numbers = Array.from({ length: 24 }, (_, n) => n)
    const texts = numbers.map(n => `${story(n)} @wait 200`)
    const keys = await Promise.all(
      texts.map(async (text, n) => (await send(one.url, `${n}.txt`, text)).key),
    )
    await until(
      () => runs(two.url),
      running => running > 0,
    )
    const jobs = await settled(two.url, keys)
    expect(jobs.filter(job => job.state !== 'done')).toEqual([])
    expect(jobs.flatMap(job => job.stories)).toHaveLength(texts.length)
    for (const { url } of [one, two])
      expect(await search(url, 'boats')).toMatchObject({ status: 200, count: texts.length })
    for (const { child, stderr } of [one, two]) {
      child.kill('SIGTERM')
      expect(await once(child, 'exit')).toEqual([0, null])
      expect(stderr()).toBe('')
    }
    expect(await textsIn(archive)).toEqual(texts.sort())
  })

  it('what one of them worked on when it was killed, another takes up', async () => {
    const archive = await newUrl()
    const temp = tempFolder()
    const one = await start(archive, [], { TMPDIR: temp })
    const texts = Array.from({ length: 60 }, (_, n) => `${story(n)} @wait 300`)
    const lines = texts.map((text, n) => JSON.stringify({ id: `s${n}`, text }))
    const { key } = await send(one.url, 'many.jsonl', lines.join('\n'))
    await until(
      () => jobOf(one.url, key),
      job => (job.counts?.new ?? 0) > 0,
    )
    one.child.kill('SIGKILL')
    await once(one.child, 'exit')
    expect(readdirSync(temp)).toHaveLength(1)
    const two = await start(archive, [], { TMPDIR: temp })
    expect(await search(two.url, 'boats')).toMatchObject({ status: 200 })
    const [job] = await settled(two.url, [key])
    expect(job).toMatchObject({ state: 'done' })
    expect(await textsIn(archive)).toEqual(texts.sort())
    expect(readdirSync(temp)).toEqual([])
  })

  it('a backup of the archive that they serve has all that was taken in, and is an archive', async () => {
    const archive = await newUrl()
    const { url } = await start(archive)
    const before = [1, 2, 3].map(story)
    const keys = await Promise.all(
      before.map(async (text, n) => (await send(url, `${n}.txt`, text)).key),
    )
    await settled(url, keys)
    const slow = `${story(4)} @wait 2000`
    const { key } = await send(url, 'slow.txt', slow)
    const copy = join(tempFolder(), 'copy.db')
    const open = await openArchive(archive)
    await backupArchive(open, copy)
    await open.close()
    const [job] = await settled(url, [key])
    expect(job).toMatchObject({ state: 'done' })
    const other = await newUrl()
    await restoreArchive(copy, other)
    const restored = await start(other)
    expect(await search(restored.url, 'boats')).toMatchObject({ status: 200 })
    expect(await textsIn(other)).toEqual(expect.arrayContaining(before))
  })
})

describe('what killed processes left', () => {
  it('is dropped at the next start, but not what is of a process that lives or of another machine', async () => {
    const temp = tempFolder()
    const folder = (host: string, pid: number) => join(temp, `onrecord-import-${host}-${pid}-abc`)
    const dead = folder(hostname(), 2 ** 22 + 1)
    const alive = folder(hostname(), process.pid)
    const elsewhere = folder('elsewhere', 2 ** 22 + 1)
    for (const path of [dead, alive, elsewhere]) mkdirSync(path)
    await start(join(temp, 'a.db'), [], { TMPDIR: temp })
    await until(
      async () => existsSync(dead),
      there => !there,
    )
    expect([alive, elsewhere].map(path => existsSync(path))).toEqual([true, true])
  })
})
