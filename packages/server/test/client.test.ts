import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addStories, openArchive } from '@onrecord/archive'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { sampleStories } from '../../archive/test/stories.js'
import { createClient, type ServiceError } from '../src/client.js'
import { poolOfOne } from '../src/pool.js'
import { answeringHere } from '../src/service/answering/answering.js'
import { toConfig } from '../src/service/config.js'
import { openLog } from '../src/service/log.js'
import { type Service, serviceOperations, startService } from '../src/service/serve.js'
import { createFakeReader } from './fixtures/fake-reader.mjs'
import { jsonLines } from './host.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-client-'))
let service: Service
beforeAll(async () => {
  const path = join(folder, 'archive.db')
  const archive = await openArchive(path, { create: true })
  await addStories(archive, sampleStories())
  await archive.close()
  service = await startService(
    toConfig({ archive: path, port: 0, workers: 1 }, {}),
    () => poolOfOne(async () => createFakeReader()),
    openLog('none', process.stderr),
    answeringHere,
  )
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the client', () => {
  it('asks with the types of the operations', async () => {
    const client = createClient(`${service.local}/`)
    const { total, problems } = await client.ask('problems', { limit: 5 })
    expectTypeOf(total).toEqualTypeOf<number>()
    expect(problems).toEqual([])
    const record = await client.ask('read', { text: '“No,” said Bo Lim.' })
    expect(record.quotes[0]?.source[0]?.text).toBe('Bo Lim')
    const asked = client.ask('story', { story: 'a/b?c#d' })
    await expect(asked).rejects.toMatchObject({ status: 404, code: 'not-found' })
    // @ts-expect-error there is no such field
    await expect(client.ask('problems', { lmit: 5 })).rejects.toMatchObject({ code: 'bad-query' })
  })

  it('asks every operation that reads with its examples', async () => {
    const client = createClient(service.local)
    for (const { name, permission, stream, examples } of serviceOperations) {
      if (permission !== 'read') continue
      for (const { input } of examples) {
        const asked = [name as 'problems', input as object] as const
        if (stream && 'format' in input) expect((await client.file(...asked)).ok).toBe(true)
        else await client.ask(...asked)
      }
    }
  })

  it('says what is wrong where something else answers, or nobody', async () => {
    const proxy = async () => new Response('<h1>Bad gateway</h1>', { status: 502 })
    const error = await createClient('https://desk.example', { fetch: proxy })
      .ask('problems', {})
      .catch((error: ServiceError) => error)
    expect(error).toMatchObject({ status: 502, code: 'no-answer' })
    await expect(createClient('http://127.0.0.1:1').ask('problems', {})).rejects.toThrow()
  })
})

describe('reading in bulk', () => {
  const send = (body: string) =>
    fetch(`${service.local}/api/read`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-ndjson' },
    })

  it('answers a record for each line, in their order, and says which cannot be read', async () => {
    const stories = Array.from({ length: 40 }, (_, n) => ({
      id: `s${n}`,
      text: `“${n},” said Bo Lim.`,
    }))
    const lines = stories.map(one => JSON.stringify(one))
    lines.splice(5, 0, '{"id":"bad"', '{"id":"none"}', '', '{"id":"f","text":"@fail"}')
    const answer = await send(lines.join('\n'))
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
    const answers = jsonLines(await answer.text())
    expect(answers.map(one => one.error?.code ?? one.story.id)).toEqual([
      ...stories.slice(0, 5).map(one => one.id),
      'bad-json',
      'no-text',
      'reader-failed',
      ...stories.slice(5).map(one => one.id),
    ])
  })

  it('nothing is answered with nothing', async () => {
    expect(await (await send('')).text()).toBe('')
  })
})
