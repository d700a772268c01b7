import { expect, it } from 'vitest'
import { addStories, checkAudit, findStory, recordInForce } from '../src/index.js'
import { onBoth } from './databases.js'
import { sampleStories, story } from './stories.js'

const ferry =
  'The ferry ran aground off Hallin on Monday with forty people on board, and the harbour was closed for the rest of the day.\n\n“We heard a bang,” said Orla Venn, who was on the upper deck. “Then the lights went out and nobody told us anything for an hour.”\n\nThe company said that an inquiry had begun and that the captain had been stood down.'
const told = {
  entities: { 'Orla Venn': {}, 'The company': { type: 'organisation' as const } },
  quotes: [
    { content: '“We heard a bang,”', cue: 'said', source: 'Orla Venn', speakers: ['Orla Venn'] },
  ],
}

onBoth('adding stories', database => {
  it('keeps a record and gives it back', async () => {
    const archive = await database.newArchive()
    const stories = sampleStories()
    expect(stories.length).toBeGreaterThan(10)
    const added = await addStories(archive, stories)
    expect(added.every(one => one.outcome === 'new')).toBe(true)
    for (const [k, { key }] of added.entries()) {
      const entry = await findStory({ archive, sight: 'all' }, key)
      const record = await recordInForce(archive.db, entry.versionId)
      const { story: about, ...rest } = stories[k]!.record
      expect(record).toEqual({ ...rest, story: { ...about, id: key } })
    }
    const { quotes } = await archive.db
      .selectFrom('quote')
      .select(({ fn }) => fn.countAll<number>().as('quotes'))
      .executeTakeFirstOrThrow()
    expect(Number(quotes)).toBe(stories.reduce((sum, one) => sum + one.record.quotes.length, 0))
    expect(await checkAudit(archive.db)).toBe(null)
  })

  it('knows the same text of the same outlet again, wherever it lies', async () => {
    const archive = await database.newArchive()
    const [first] = await addStories(archive, [
      story({ text: ferry, outlet: 'Courier', path: 'a.txt' }, told),
    ])
    const [second] = await addStories(archive, [
      story({ text: ferry, outlet: 'Courier', path: 'b.txt' }, told),
    ])
    const [third] = await addStories(archive, [story({ text: ferry, path: 'c.txt' }, told)])
    expect(second).toEqual({ ...first, outcome: 'same' })
    expect(third).toEqual({ ...first, outcome: 'same' })
    const paths = await archive.db.selectFrom('origin').select('path').orderBy('id').execute()
    expect(paths.map(row => row.path)).toEqual(['a.txt', 'b.txt', 'c.txt'])
  })

  it('links the same words of another outlet, and nearly the same', async () => {
    const archive = await database.newArchive()
    const cut = ferry.slice(0, ferry.lastIndexOf('\n\n'))
    const [wire, copy, near, other] = await addStories(archive, [
      story({ text: ferry, outlet: 'Wire', published: '2026-03-10', path: 'a' }, told),
      story({ text: ferry, outlet: 'Courier', published: '2026-03-11', path: 'b' }, told),
      story(
        { text: `HALLIN: ${cut}`, outlet: 'Post', published: '2026-03-09', path: 'c' },
        { ...told, entities: { 'Orla Venn': {} } },
      ),
      story({
        text: 'A budget was read in the house and nobody cheered, which the minister took as praise of a kind that she had not had for years.',
        outlet: 'Post',
        path: 'd',
      }),
    ])
    expect(copy!.copyOf).toEqual([{ key: wire!.key, kind: 'same', similarity: 1 }])
    expect(near!.copyOf.map(one => one.kind)).toEqual(['near', 'near'])
    expect(other!.copyOf).toEqual([])
    const links = await archive.db
      .selectFrom('copy')
      .innerJoin('story as later', 'later.id', 'copy.story_id')
      .innerJoin('story as earlier', 'earlier.id', 'copy.of_story_id')
      .select(['later.key as later', 'earlier.key as earlier'])
      .execute()
    expect(links).toHaveLength(3)
    expect(links).toContainEqual({ later: copy!.key, earlier: wire!.key })
    expect(links).toContainEqual({ later: wire!.key, earlier: near!.key })
  })

  it.each([
    ['the id at the source', { id: 'urn:1', path: 'x' }, { id: 'urn:1', path: 'y' }],
    [
      'the address',
      { url: 'https://courier.test/ferry', path: 'x' },
      { url: 'https://courier.test/ferry', path: 'y' },
    ],
    ['the file', { path: 'x' }, { path: 'x' }],
  ])('takes another text as a new version by %s', async (_, before, after) => {
    const archive = await database.newArchive()
    const [first] = await addStories(archive, [
      story({ ...before, text: ferry, outlet: 'Courier' }, told),
    ])
    const changed = ferry.replace('forty', 'forty-two')
    const [second] = await addStories(archive, [
      story({ ...after, text: changed, outlet: 'Courier' }, told),
    ])
    expect(second).toMatchObject({ outcome: 'version', key: first!.key, version: 2, copyOf: [] })
    expect((await findStory({ archive, sight: 'all' }, first!.key)).version).toBe(2)
    const old = await findStory({ archive, sight: 'all' }, `${first!.key}@1`)
    expect((await recordInForce(archive.db, old.versionId)).story.text).toBe(ferry)
    const rows = await archive.db.selectFrom('quote').selectAll().execute()
    expect(rows).toHaveLength(1)
  })

  it('takes another story in a file of the same name as another story', async () => {
    const archive = await database.newArchive()
    await addStories(archive, [story({ text: ferry, path: 'today.txt' }, told)])
    const [second] = await addStories(archive, [
      story({
        text: 'The council met for the third time this week to talk about the cannery and its roof, and once again came to no end that anyone could name.',
        path: 'today.txt',
      }),
    ])
    expect(second!.outcome).toBe('new')
  })

  it('adds all or nothing', async () => {
    const archive = await database.newArchive()
    const broken = story({ text: 'A second story.', path: 'b' })
    const twice = { ...broken, record: { ...broken.record, quotes: [{}] } } as never
    await expect(
      addStories(archive, [story({ text: ferry, path: 'a' }, told), twice]),
    ).rejects.toThrow()
    expect(await archive.db.selectFrom('story').selectAll().execute()).toEqual([])
    expect(await archive.db.selectFrom('audit').selectAll().execute()).toEqual([])
  })

  it('a changed audit log tells where', async () => {
    const archive = await database.newArchive()
    await addStories(archive, sampleStories().slice(0, 4))
    await archive.db
      .updateTable('audit')
      .set({ who: 'somebody else' })
      .where('seq', '=', 3)
      .execute()
    expect(await checkAudit(archive.db)).toBe(3)
  })
})
