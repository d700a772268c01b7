import type { StoryRecord } from '@onrecord/engine'
import { expect, it } from 'vitest'
import {
  type Archive,
  addStories,
  checkAudit,
  MASK,
  noteExport,
  planRecords,
  type RecordsQuery,
  recordsOf,
} from '../src/index.js'
import { onBoth } from './databases.js'
import { sampleStories, story } from './stories.js'

const all = (archive: Archive) => ({ archive, sight: 'all' as const })

async function collected(view: Parameters<typeof recordsOf>[0], query: RecordsQuery = {}) {
  const records: StoryRecord[] = []
  for await (const record of recordsOf(view, query)) records.push(record)
  return records
}

const licence = ({ db }: Archive, name: string, kind: 'snippet' | 'link') =>
  db
    .updateTable('source')
    .set({ licence: kind, snippet_words: 3 })
    .where('name', '=', name)
    .execute()

onBoth('records that leave the archive', database => {
  it('are those in force, in the order they were added, under their keys', async () => {
    const archive = await database.newArchive()
    const added = await addStories(archive, sampleStories())
    const records = await collected(all(archive))
    expect(records.map(record => record.story.id)).toEqual(added.map(({ key }) => key))
    for (const [k, { record }] of sampleStories().entries())
      expect({ ...records[k]!, story: 0 }).toEqual({ ...record, story: 0 })
    expect(await planRecords(all(archive), {})).toMatchObject({
      stories: added.length,
      snippets: 0,
      links: 0,
      hidden: 0,
    })
  })

  it('come in batches that lose and double none', async () => {
    const archive = await database.newArchive()
    const many = Array.from({ length: 103 }, (_, k) => story({ text: `Story ${k}.`, path: `${k}` }))
    const added = await addStories(archive, many)
    const keys = (await collected(all(archive))).map(record => record.story.id)
    expect(keys).toEqual(added.map(({ key }) => key))
  })

  it('go as far as their licences: snippets, or metadata alone; hidden stories do not go', async () => {
    const archive = await database.newArchive()
    const make = (outlet: string) =>
      story(
        { text: `“We said nothing at all in ${outlet},” Ida Marsh said.`, outlet, path: outlet },
        {
          entities: { 'Ida Marsh': {} },
          quotes: [{ content: `“We said nothing at all in ${outlet},”`, speakers: ['Ida Marsh'] }],
        },
      )
    await addStories(archive, ['Full', 'Snip', 'Link', 'Gone'].map(make))
    await licence(archive, 'Snip', 'snippet')
    await licence(archive, 'Link', 'link')
    const { db } = archive
    const gone = db.selectFrom('source').select('id').where('name', '=', 'Gone')
    await db.updateTable('story').set({ state: 'hidden' }).where('source_id', 'in', gone).execute()
    expect(await planRecords(all(archive), {})).toMatchObject({
      stories: 3,
      snippets: 1,
      links: 1,
      hidden: 1,
    })
    const [full, snippet, link, ...rest] = await collected(all(archive))
    expect(rest).toEqual([])
    expect(full!.story.text).not.toContain(MASK)
    expect(snippet!.quotes[0]!.content[0]!.text).toBe('“We said nothing')
    expect(link!.quotes).toEqual([])
    expect(link!.story.text.replaceAll(MASK, '')).toBe('')
  })

  it('are those asked for, and seen', async () => {
    const archive = await database.newArchive()
    const make = (outlet: string, published: string, who: string, kind?: 'transcript') =>
      story(
        {
          text: `“Yes,” said ${who} in ${outlet}.`,
          outlet,
          published,
          path: outlet,
          ...(kind && { kind }),
        },
        { entities: { [who]: {} }, quotes: [{ content: '“Yes,”', speakers: [who] }] },
      )
    const added = await addStories(archive, [
      make('A', '2026-03-31T23:00:00Z', 'Ida Marsh'),
      make('B', '2026-04-01', 'Ida Marsh', 'transcript'),
      make("C' or 1=1", '2026-05', 'Lev Tollen'),
    ])
    const keys = added.map(({ key }) => key)
    const of = async (query: RecordsQuery, sight: 'all' | number[] = 'all') => {
      const view = { archive, sight }
      const found = (await collected(view, query)).map(record => keys.indexOf(record.story.id))
      expect((await planRecords(view, query)).stories).toBe(found.length)
      return found
    }
    expect(await of({ to: '2026-03' })).toEqual([0])
    expect(await of({ from: '2026-04-01', to: '2026-04-01' })).toEqual([1])
    expect(await of({ outlets: ["C' or 1=1", 'A'] })).toEqual([0, 2])
    expect(await of({ speaker: 'ida marsh' })).toEqual([0, 1])
    const { key } = await archive.db
      .selectFrom('person')
      .select('key')
      .where('name', '=', 'Lev Tollen')
      .executeTakeFirstOrThrow()
    expect(await of({ speaker: `person:${key}` })).toEqual([2])
    expect(await of({ storyKind: 'transcript' })).toEqual([1])
    expect(await of({ stories: [keys[2]!, keys[0]!] })).toEqual([0, 2])
    expect(await of({}, [])).toEqual([])
    await expect(planRecords(all(archive), { stories: ['nowhere'] })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      planRecords({ archive, sight: [] }, { stories: [keys[0]!] }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(planRecords(all(archive), { from: 'May' })).rejects.toMatchObject({
      code: 'bad-query',
    })
  })

  it('a story that is withdrawn meanwhile is passed over', async () => {
    const archive = await database.newArchive()
    await addStories(archive, [
      story({ text: 'One.', path: 'a' }),
      story({ text: 'Two.', path: 'b' }),
    ])
    const texts: string[] = []
    for await (const record of recordsOf(all(archive), {})) {
      texts.push(record.story.text)
      await archive.db.updateTable('story').set({ state: 'withdrawn' }).execute()
    }
    expect(texts).toEqual(['One.'])
  })

  it('are noted before they leave', async () => {
    const archive = await database.newArchive()
    await noteExport(all(archive), { format: 'csv' }, { who: 'ida', at: '2026-03-20T12:00:00Z' })
    const entries = await archive.db.selectFrom('audit').selectAll().execute()
    expect(entries).toMatchObject([
      { who: 'ida', action: 'export', subject: 'archive', detail: '{"format":"csv"}' },
    ])
    expect(await checkAudit(archive.db)).toBe(null)
  })
})
