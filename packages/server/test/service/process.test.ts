import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { mortal, script, send, settled, start, story, textsIn, until } from './served.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-process-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the service as a process', () => {
  it('takes in what many clients send at once, and tells how far it is', async () => {
    const archive = join(folder, 'many.db')
    const { child, url, stderr } = await start(archive)
    const numbers = Array.from({ length: 200 }, (_, n) => n)
    const keys: string[] = []
    await Promise.all(
      Array.from({ length: 20 }, async (_, client) => {
        for (const n of numbers.filter(n => n % 20 === client)) {
          const { status, key, location } = await send(url, `story ${n}.txt`, story(n))
          expect([status, location]).toEqual([202, `/api/jobs/${key}`])
          keys.push(key)
        }
      }),
    )
    const jobs = await settled(url, keys)
    expect(jobs.filter(job => job.state !== 'done')).toEqual([])
    expect(jobs.flatMap(job => job.stories)).toHaveLength(200)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(stderr()).toBe('')
    expect(await textsIn(archive)).toEqual(numbers.map(story).sort())
  })

  it('killed amid uploads it has lost none that it acknowledged, and doubles none', async () => {
    const archive = join(folder, 'killed.db')
    const acknowledged = new Map<string, string>()
    let n = 0
    for (let round = 0; round < 3; round++) {
      const { child, url } = await start(archive)
      const clients = Array.from({ length: 5 }, async () => {
        for (;;) {
          const text = story(n++)
          try {
            const { status, key } = await send(url, 'story.txt', text)
            if (status === 202) acknowledged.set(key, text)
          } catch {
            return
          }
        }
      })
      const enough = acknowledged.size + 10 + 3 * round
      while (acknowledged.size < enough) await new Promise(resolve => setTimeout(resolve, 10))
      child.kill('SIGKILL')
      await Promise.all(clients)
    }
    const { child, url } = await start(archive)
    const jobs = await settled(url, [...acknowledged.keys()])
    expect(jobs.filter(job => job.state !== 'done')).toEqual([])
    child.kill('SIGTERM')
    await once(child, 'exit')
    const texts = await textsIn(archive)
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of acknowledged.values()) expect(texts).toContain(text)
  })

  it('an upload of many stories is told by events, and can be stopped', async () => {
    const { url } = await start(join(folder, 'events.db'))
    const many = Array.from({ length: 300 }, (_, n) =>
      JSON.stringify({ id: `s${n}`, text: n === 299 ? '@long' : story(n) }),
    ).join('\n')
    const { key } = await send(url, 'many.jsonl', many)
    const events = await fetch(`${url}/api/jobs/${key}/events`)
    expect(events.headers.get('content-type')).toMatch(/^text\/event-stream/)
    let told = ''
    const decoder = new TextDecoder()
    for await (const chunk of events.body as unknown as AsyncIterable<Uint8Array>) {
      told += decoder.decode(chunk, { stream: true })
      if (/"new":[1-9]/.test(told) && !told.includes('cancelled')) {
        const stopped = await fetch(`${url}/api/jobs/${key}/cancel`, {
          method: 'POST',
          body: '{}',
          headers: { 'content-type': 'application/json' },
        })
        expect(stopped.status).toBe(200)
        break
      }
    }
    const [job] = await settled(url, [key])
    expect(job!.state).toBe('cancelled')
    expect(job!.stories.length).toBeGreaterThan(0)
    const end = await (await fetch(`${url}/api/jobs/${key}/events`)).text()
    expect(end).toContain('event: end')
  })

  it('ended while questions wait, it answers those that it took', async () => {
    const archive = join(folder, 'asked.db')
    const { child, url, stderr } = await start(archive)
    await settled(url, [(await send(url, 'story.txt', story(1))).key])
    const exited = once(child, 'exit')
    const told = Array.from({ length: 100 }, async () => {
      const answer = await fetch(`${url}/api/search?text=boats`).catch(() => undefined)
      return answer && [answer.status, ((await answer.json()) as { hits: unknown[] }).hits.length]
    })
    await Promise.race(told)
    child.kill('SIGTERM')
    const taken = (await Promise.all(told)).filter(answer => answer !== undefined)
    expect(await exited).toEqual([0, null])
    expect(stderr()).toBe('')
    expect(taken.length).toBeGreaterThan(0)
    expect(new Set(taken.map(String))).toEqual(new Set(['200,1']))
  })

  it('begins with samples as uploads, told of by their index, and once only', async () => {
    const samples = join(folder, 'samples')
    mkdirSync(samples)
    writeFileSync(join(samples, 'a.txt'), story(1))
    writeFileSync(join(samples, 'b.txt'), story(2))
    writeFileSync(join(samples, 'README.md'), 'Two stories of boats.')
    writeFileSync(join(samples, 'index.json'), '[{"file":"a.txt","title":"Boats","outlet":"Quay"}]')
    const archive = join(folder, 'begun.db')
    const first = await start(archive, ['--samples', samples])
    const listed = async (url: string) =>
      (
        (await (await fetch(`${url}/api/jobs`)).json()) as {
          jobs: { name: string; state: string }[]
        }
      ).jobs
    const jobs = await until(
      () => listed(first.url),
      jobs => jobs.length === 2 && jobs.every(job => job.state === 'done'),
    )
    expect(jobs.map(job => job.name).sort()).toEqual(['a.txt', 'b.txt'])
    const found = await fetch(`${first.url}/api/search?text=boats&outlet=Quay`)
    expect(((await found.json()) as { hits: unknown[] }).hits).toMatchObject([
      { story: { title: 'Boats', outlet: 'Quay' } },
    ])
    first.child.kill('SIGTERM')
    await once(first.child, 'exit')
    const again = await start(archive, ['--samples', samples])
    expect(await listed(again.url)).toHaveLength(2)
    const none = await start(join(folder, 'none.db'), ['--samples', join(folder, 'nowhere')])
    expect(
      await until(
        async () => none.stderr(),
        said => said !== '',
      ),
    ).toMatch(/nowhere: There is no/)
  })

  it('a file that is no story fails alone, and says why', async () => {
    const { url } = await start(join(folder, 'broken.db'))
    const { key } = await send(url, 'broken.warc', 'no warc\n')
    const { key: good } = await send(url, 'good.txt', story(1))
    const [broken, fine] = await settled(url, [key, good])
    expect(broken).toMatchObject({ state: 'done', counts: { problem: 1 }, stories: [] })
    expect(fine!.stories).toHaveLength(1)
    const { problems } = (await (await fetch(`${url}/api/problems`)).json()) as {
      problems: { path: string }[]
    }
    expect(problems[0]!.path).toBe(`import:${key}/broken.warc`)
  })

  it.each([
    [
      'an address that is taken',
      ['--port', 'TAKEN'],
      1,
      /cannot start: 127\.0\.0\.1:\d+ is taken .*--port 0/,
    ],
    ['a port that is none', ['--port', 'x'], 2, /"port" \(the command\)/],
  ])('%s is said in one line', async (_, argv, status, message) => {
    const archive = join(folder, 'taken.db')
    const { url } = await start(archive)
    const port = new URL(url).port
    const child = mortal(
      spawn(process.execPath, [
        script,
        'serve',
        '--archive',
        archive,
        ...argv.map(word => word.replace('TAKEN', port)),
      ]),
    )
    let stderr = ''
    child.stderr.on('data', data => {
      stderr += data
    })
    expect((await once(child, 'close'))[0]).toBe(status)
    expect(stderr).toMatch(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
