import { expect, it } from 'vitest'
import { addStories } from '../src/index.js'
import { dayOfId, firstIdBehind, firstIdOf, freeIds, LOWEST } from '../src/stories/dated-ids.js'
import { onBoth } from './databases.js'
import { story } from './stories.js'

it('ids go by the day of publication', () => {
  const days = [null, '0033', '1600-01-01', '1999-12-31', '2014', '2014-02', '2014-02-02T09:00:00Z']
  const firsts = days.map(firstIdOf)
  expect(firsts[0]).toBe(LOWEST)
  expect(firsts[1]).toBe(firsts[2])
  expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
  expect(days.map(day => dayOfId(firstIdBehind(day) - 1))).toEqual([
    null,
    '1600-01-01',
    '1600-01-01',
    '1999-12-31',
    '2014-01-01',
    '2014-02-01',
    '2014-02-02',
  ])
  expect(firstIdBehind('1999-12-31')).toBe(firstIdOf('2000-01-01'))
  expect(Number.isSafeInteger(firstIdBehind('9999-12-31'))).toBe(true)
})

it.each(['yesterday', '2014-13-40', ''])('"%s" is no date', published => {
  expect(firstIdOf(published)).toBe(LOWEST)
})

onBoth('ids by date', database => {
  const text = 'The pier is shut.\n\n“It leaks,” said Wim Aalt.'
  const told = {
    entities: { 'Wim Aalt': {} },
    quotes: [{ content: '“It leaks,”', speakers: ['Wim Aalt'] }],
  }

  it('sort rows by day, whenever they were added; a day that is full goes on in the next', async () => {
    const archive = await database.newArchive()
    const published = ['2014-05-02', '2014-05-01T23:00:00Z', undefined, '2014-05-02']
    await addStories(
      archive,
      published.map((day, k) =>
        story({ text: `${text} ${k}`, path: `${k}`, ...(day ? { published: day } : {}) }, told),
      ),
    )
    const rows = await archive.db
      .selectFrom('quote')
      .select(['id', 'published'])
      .orderBy('id')
      .execute()
    expect(rows.map(row => row.published)).toEqual([
      null,
      '2014-05-01T23:00:00Z',
      '2014-05-02',
      '2014-05-02',
    ])
    const last = firstIdBehind('2014-05-01') - 1
    await archive.db
      .updateTable('passage')
      .set({ id: last })
      .where('id', '=', rows[1]!.id)
      .execute()
    const wanted = ['2014-05-02', '2014-05-01', null, '2014-05-02'].map(published => ({
      published,
      count: 2,
    }))
    const [second, first, undated, third] = await freeIds(archive.db, 'passage', wanted)
    expect(first).toBeGreaterThan(last)
    expect(dayOfId(undated!)).toBe(null)
    expect(undated).toBeGreaterThan(rows[0]!.id)
    // a full day goes on into the next, and nothing is given twice
    expect(second).toBe(first! + 2)
    expect(third).toBe(second! + 2)
  })

  it('a quote keeps its id in a new version of the same day, and moves with the date', async () => {
    const archive = await database.newArchive()
    const ids = async () =>
      (await archive.db.selectFrom('quote').select('id').execute()).map(row => row.id)
    await addStories(archive, [story({ text, path: 'a', published: '2014-05-01' }, told)])
    const before = await ids()
    await addStories(archive, [
      story({ text: `${text} Again.`, path: 'a', published: '2014-05-01T10:00:00Z' }, told),
    ])
    expect(await ids()).toEqual(before)
    await addStories(archive, [
      story({ text: `${text} Once more.`, path: 'a', published: '2014-05-03' }, told),
    ])
    expect((await ids()).map(dayOfId)).toEqual(['2014-05-03'])
  })
})
