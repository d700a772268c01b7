import { expect, it } from 'vitest'
import {
  type Archive,
  beat,
  beginWork,
  cancelJob,
  endWork,
  findJob,
  jobsOf,
  SILENCE,
  submitUpload,
  takeUpLost,
  UPLOAD_LIMITS,
} from '../src/index.js'
import { onBoth } from './databases.js'

async function* bytes(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}

onBoth('jobs', ({ newArchive }) => {
  async function open() {
    const archive = await newArchive()
    const queue = await archive.openQueue()
    const submit = (who: string, name: string, ...parts: string[]) =>
      submitUpload(archive, queue, { who, name, about: {} }, bytes(...parts))
    const begin = (holder = 'here') => beginWork(archive, queue, holder)
    return { archive, queue, submit, begin }
  }
  const silence = (archive: Archive, key: string) =>
    archive.db
      .updateTable('job')
      .set({ beat_at: new Date(Date.now() - 2 * SILENCE).toISOString() })
      .where('key', '=', key)
      .execute()

  it('keeps an upload whole and gives it to one worker alone', async () => {
    const { archive, queue, submit, begin } = await open()
    const long = 'x'.repeat(3_000_000)
    const { key, state, size } = await submit('ada', 'long.txt', long.slice(0, 10), long.slice(10))
    expect({ state, size }).toEqual({ state: 'waiting', size: long.length })
    const [one, two] = await Promise.all([begin('one'), begin('two')])
    const work = (one ?? two)!
    expect([one, two].filter(Boolean)).toHaveLength(1)
    const chunks = []
    for await (const chunk of work.bytes()) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe(long)
    await endWork(archive, queue, one ? 'one' : 'two', key, { state: 'done', counts: { new: 1 } })
    expect(await findJob(archive.db, key)).toMatchObject({
      state: 'done',
      dealt: long.length,
      counts: { new: 1 },
    })
    const parts = await archive.db.selectFrom('job_part').selectAll().execute()
    expect(parts).toEqual([])
    await queue.close()
  })

  it('is fair: who has many waiting does not hold up who has one', async () => {
    const { queue, submit, begin } = await open()
    for (const name of ['a1', 'a2', 'a3']) await submit('ada', name, 'x')
    await submit('bo', 'b1', 'x')
    const order = []
    for (let k = 0; k < 4; k++) order.push((await begin())!.job.name)
    expect(order).toEqual(['a1', 'b1', 'a2', 'a3'])
    expect(await begin()).toBe(undefined)
    await queue.close()
  })

  it('what is empty, too long, or cut off leaves nothing behind', async () => {
    const { archive, queue, submit } = await open()
    await expect(submit('ada', 'empty')).rejects.toMatchObject({ code: 'bad-query' })
    const limits = { ...UPLOAD_LIMITS, bytes: 5 }
    const upload = { who: 'ada', name: 'long', about: {} }
    await expect(
      submitUpload(archive, queue, upload, bytes('123', '456'), limits),
    ).rejects.toMatchObject({ code: 'bad-query' })
    async function* cut() {
      yield Buffer.from('abc')
      throw new Error('gone')
    }
    await expect(submitUpload(archive, queue, upload, cut())).rejects.toThrow('gone')
    expect((await jobsOf(archive.db, { limit: 10 })).jobs).toEqual([])
    await queue.close()
  })

  it('too many waiting are refused, and taken again once some are done', async () => {
    const { archive, queue, submit, begin } = await open()
    const limits = { ...UPLOAD_LIMITS, waiting: 1 }
    const { key } = await submit('ada', 'first', 'x')
    const second = () =>
      submitUpload(archive, queue, { who: 'ada', name: 's', about: {} }, bytes('x'), limits)
    await expect(second()).rejects.toMatchObject({ code: 'busy' })
    await begin()
    await endWork(archive, queue, 'here', key, { state: 'done', counts: {} })
    expect((await second()).state).toBe('waiting')
    await queue.close()
  })

  it('the work of a process that died is taken up again, and given up in the end', async () => {
    const { archive, queue, submit, begin } = await open()
    const { key } = await submit('ada', 'poison', 'x')
    for (let tries = 1; tries <= 3; tries++) {
      expect((await begin(`dead ${tries}`))?.job.key).toBe(key)
      expect(await takeUpLost(archive, queue)).toBe(0)
      await silence(archive, key)
      expect(await takeUpLost(archive, queue)).toBe(1)
    }
    expect(await begin()).toBe(undefined)
    expect(await findJob(archive.db, key)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('3 times'),
    })
    await queue.close()
  })

  it('a process that was taken for dead cannot end what another works on', async () => {
    const { archive, queue, submit, begin } = await open()
    const { key } = await submit('ada', 'slow', 'x')
    await begin('slow')
    await silence(archive, key)
    await takeUpLost(archive, queue)
    await begin('other')
    expect(await beat(archive, 'slow', key, { dealt: 0, counts: {} })).toBe(false)
    await endWork(archive, queue, 'slow', key, { state: 'failed', message: 'no' })
    expect((await findJob(archive.db, key)).state).toBe('running')
    expect(await beat(archive, 'other', key, { dealt: 1, counts: { new: 2 } })).toBe(true)
    expect(await findJob(archive.db, key)).toMatchObject({ dealt: 1, counts: { new: 2 } })
    await queue.close()
  })

  it('a process that ends gives its work back, however often', async () => {
    const { archive, queue, submit, begin } = await open()
    const { key } = await submit('ada', 'long', 'x')
    for (let k = 0; k < 5; k++) {
      expect((await begin())?.job.key).toBe(key)
      await endWork(archive, queue, 'here', key, { state: 'waits' })
    }
    expect((await findJob(archive.db, key)).state).toBe('waiting')
    await queue.close()
  })

  it('a cancelled job never begins, or stops; an ended one stays as it is', async () => {
    const { archive, queue, submit, begin } = await open()
    const { key: waiting } = await submit('ada', 'waiting', 'x')
    await cancelJob(archive, waiting)
    expect((await findJob(archive.db, waiting)).state).toBe('cancelled')
    expect(await begin()).toBe(undefined)
    const { key } = await submit('ada', 'running', 'x')
    await begin()
    await cancelJob(archive, key)
    expect(await beat(archive, 'here', key, { dealt: 0, counts: {} })).toBe(false)
    await endWork(archive, queue, 'here', key, { state: 'cancelled', counts: {} })
    await cancelJob(archive, key)
    expect((await findJob(archive.db, key)).state).toBe('cancelled')
    await queue.close()
  })

  it('lists jobs by pages, and to each their own', async () => {
    const { archive, queue, submit } = await open()
    for (const name of ['1', '2', '3']) await submit('ada', name, 'x')
    await submit('bo', '4', 'x')
    const names = async (asked: { who?: string; before?: string }) => {
      const { jobs, more } = await jobsOf(archive.db, { ...asked, limit: 2 })
      return { names: jobs.map(job => job.name), more, last: jobs.at(-1)!.key }
    }
    const first = await names({ who: 'ada' })
    expect(first).toMatchObject({ names: ['3', '2'], more: true })
    expect(await names({ who: 'ada', before: first.last })).toMatchObject({
      names: ['1'],
      more: false,
    })
    expect((await names({})).names).toEqual(['4', '3'])
    await expect(findJob(archive.db, first.last, 'bo')).rejects.toMatchObject({ code: 'not-found' })
    await expect(names({ before: 'none' })).rejects.toMatchObject({ code: 'not-found' })
    await queue.close()
  })
})
