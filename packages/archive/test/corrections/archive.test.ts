import { sql } from 'kysely'
import { expect, it } from 'vitest'
import {
  type Archive,
  addStories,
  checkAudit,
  checkedStories,
  correct,
  findStory,
  keepReread,
  listCorrections,
  recordInForce,
  redo,
  storiesToReread,
  storyPage,
  type ToReread,
  undo,
  type View,
} from '../../src/index.js'
import { onBoth } from '../databases.js'
import { sampleStories, story } from '../stories.js'

const text =
  'Ola Berg, 61, chairs the harbour board. “We will float her,” she said on the quay on Monday.\n\n“Nobody asked us,” said Tam Orrin of the pilots’ guild, who was not there. Orrin left early.'
const told = {
  entities: { 'Ola Berg': { mentions: ['she'] }, 'Tam Orrin': { mentions: ['Orrin#2'] } },
  quotes: [
    { content: '“We will float her,”', cue: 'said', source: 'she', speakers: ['Tam Orrin'] },
    { content: '“Nobody asked us,”', cue: 'said#2', source: 'Tam Orrin', speakers: ['Tam Orrin'] },
  ],
}
const hand = { who: 'anna', at: '2026-03-12T09:00:00Z' }

async function keep(
  archive: Archive,
  arrival: Partial<Parameters<typeof story>[0]> = {},
  said = told,
) {
  const [added] = await addStories(archive, [
    story({ text, outlet: 'Courier', path: 'ferry.txt', ...arrival }, said),
  ])
  return added!
}
const rowsOf = async (archive: Archive) => ({
  quotes: await archive.db
    .selectFrom('quote')
    .select(['id', 'item', 'content', 'kind'])
    .orderBy('start')
    .execute(),
  entities: await archive.db
    .selectFrom('entity')
    .select(['id', 'item', 'name', 'mentions'])
    .orderBy('id')
    .execute(),
  speakers: await archive.db
    .selectFrom('quote_speaker')
    .innerJoin('quote', 'quote.id', 'quote_speaker.quote_id')
    .innerJoin('entity', 'entity.id', 'quote_speaker.entity_id')
    .select(['quote.item as quote', 'entity.item as entity'])
    .orderBy('quote.start')
    .execute(),
})

onBoth('corrections in the archive', database => {
  async function open(): Promise<{ archive: Archive; view: View; key: string }> {
    const archive = await database.newArchive()
    const { key } = await keep(archive)
    return { archive, view: { archive, sight: 'all' }, key }
  }

  it('are what is searched and shown, with the same rows, an entry in the log and an undo', async () => {
    const { archive, view, key } = await open()
    const before = await rowsOf(archive)
    const done = await correct(
      view,
      key,
      [
        {
          do: 'change-quote',
          item: 'q1',
          set: {
            speakers: ['e1'],
            content: [{ words: '“We will float her,” she said on the quay' }],
          },
        },
        { do: 'delete', item: 'q2' },
        { do: 'add-quote', content: [{ words: 'left early' }], speakers: ['e2'] },
      ],
      { ...hand, why: 'heard it on tape', base: 0 },
    )
    expect(done).toMatchObject({
      revision: 1,
      corrections: [{ state: 'applied' }, { state: 'applied' }, { state: 'applied' }],
    })
    const now = await rowsOf(archive)
    expect(now.quotes.map(({ item, content, kind }) => [item, content, kind])).toEqual([
      ['q1', '“We will float her,” she said on the quay', 'mixed'],
      ['q5', 'left early', 'indirect'],
    ])
    expect(now.quotes[0]!.id).toBe(before.quotes[0]!.id)
    expect(now.entities).toEqual(before.entities)
    expect(now.speakers).toEqual([
      { quote: 'q1', entity: 'e1' },
      { quote: 'q5', entity: 'e2' },
    ])
    expect((await storyPage(view, key)).record).toEqual(done.record)
    const undone = await undo(view, { story: key }, { who: 'ben' })
    expect(undone.stories).toEqual([{ key, revision: 2 }])
    const { versionId } = await findStory(view, key)
    expect(
      (await recordInForce(archive.db, versionId)).quotes.map(quote => quote.corrected),
    ).toEqual([undefined, undefined])
    const after = await rowsOf(archive)
    expect(after.speakers).toEqual(before.speakers)
    expect(after.entities).toEqual(before.entities)
    const deeds = await archive.db
      .selectFrom('audit')
      .select(['who', 'action', 'subject'])
      .orderBy('seq')
      .execute()
    expect(deeds.slice(1)).toEqual([
      ...[1, 2, 3].map(() => ({ who: 'anna', action: 'correct', subject: `story:${key}@1` })),
      ...[1, 2, 3].map(() => ({ who: 'ben', action: 'undo', subject: `story:${key}@1` })),
    ])
    expect(await checkAudit(archive.db)).toBe(null)
  })

  it('words of a quote that was added are in the index of words, those of a deleted one are not', async () => {
    const { archive, view, key } = await open()
    await correct(
      view,
      key,
      [
        { do: 'delete', item: 'q2' },
        { do: 'add-quote', content: [{ words: 'left early' }] },
      ],
      hand,
    )
    const find = async (word: string) => {
      const { rows } =
        database.engine === 'sqlite'
          ? await sql<{
              id: number
            }>`select rowid as id from quote_words where quote_words match ${word}`.execute(
              archive.db,
            )
          : await sql<{
              id: number
            }>`select id from quote_words where words @@ plainto_tsquery('simple', ${word})`.execute(
              archive.db,
            )
      return rows.map(row => Number(row.id))
    }
    const { quotes } = await rowsOf(archive)
    expect(await find('early')).toEqual([Number(quotes[1]!.id)])
    expect(await find('nobody')).toEqual([])
  })

  it('all edits or none, and why not', async () => {
    const { archive, view, key } = await open()
    await expect(
      correct(
        view,
        key,
        [
          { do: 'delete', item: 'q2' },
          { do: 'delete', item: 'q2' },
        ],
        hand,
      ),
    ).rejects.toMatchObject({
      code: 'bad-query',
      message: 'Edit 2 (delete): The record has no q2.',
    })
    expect((await rowsOf(archive)).quotes).toHaveLength(2)
    expect((await listCorrections(view, {})).total).toBe(0)
  })

  it('two editors at once: the second is told what the first did', async () => {
    const { view, key } = await open()
    await correct(view, key, [{ do: 'delete', item: 'q2' }], { ...hand, base: 0 })
    await expect(
      correct(view, key, [{ do: 'accept', item: 'q1' }], { who: 'ben', base: 0 }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/revision 0, now 1.*anna did delete/),
    })
    await correct(view, key, [{ do: 'accept', item: 'q1' }], { who: 'ben', base: 1 })
    await expect(
      correct(view, key, [{ do: 'accept', item: 'q1' }], { who: 'ben', base: 7 }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('many at once: each is kept', async () => {
    const { view, key } = await open()
    const names = ['A', 'B', 'C', 'D', 'E', 'F']
    await Promise.all(
      names.map(name =>
        correct(view, key, [{ do: 'change-entity', item: 'e2', set: { name } }], hand),
      ),
    )
    const { corrections } = await listCorrections(view, { story: key })
    expect(new Set(corrections.map(one => one.key)).size).toBe(names.length)
    expect((await storyPage(view, key)).revision).toBe(names.length)
  })

  it('undone, those that rest on it are in conflict; done again, they hold', async () => {
    const { view, key } = await open()
    const { corrections } = await correct(
      view,
      key,
      [
        { do: 'add-quote', content: [{ words: 'left early' }] },
        { do: 'change-quote', item: 'q3', set: { speakers: ['e2'] } },
      ],
      hand,
    )
    const [first, second] = corrections.map(one => one.key) as [string, string]
    const undone = await undo(view, { keys: [first] }, { who: 'ben', why: 'no quote' })
    expect(undone.others).toEqual([
      {
        key: second,
        state: 'conflict',
        conflict: 'The record does not have the quote “left early”.',
      },
    ])
    const listed = await listCorrections(view, { story: key })
    expect(listed.corrections.map(({ key, state, undoneBy }) => [key, state, undoneBy])).toEqual([
      [second, 'conflict', null],
      [first, 'undone', 'ben'],
    ])
    await expect(undo(view, { keys: [first] }, hand)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('onrecord redo'),
    })
    await expect(undo(view, { keys: ['nope'] }, hand)).rejects.toMatchObject({ code: 'not-found' })
    const again = await redo(view, { keys: [first] }, hand)
    expect(again.others).toEqual([{ key: second, state: 'applied', conflict: null }])
    await expect(redo(view, { keys: [first] }, hand)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('a new reading keeps them: applied, fulfilled, or in conflict with the reason', async () => {
    const { archive, view, key } = await open()
    await correct(
      view,
      key,
      [
        { do: 'change-quote', item: 'q1', set: { speakers: ['e1'] } },
        { do: 'change-entity', item: 'e2', set: { name: 'Tam Orrin, pilot' } },
        { do: 'accept', item: 'q2' },
      ],
      hand,
    )
    const before = await rowsOf(archive)
    const better = story(
      { text },
      {
        entities: { 'Tam Orrin': {}, 'Ola Berg': { mentions: ['she'] } },
        quotes: [
          { content: '“We will float her,”', cue: 'said', source: 'she', speakers: ['Ola Berg'] },
        ],
      },
    ).record
    const found = []
    for await (const one of storiesToReread(archive)) found.push(one)
    expect(found.map(one => [one.key, one.reader, one.input.outlet])).toEqual([
      [key, 'test', 'Courier'],
    ])
    const record = { ...better, reader: { version: 'newer', models: [] } }
    expect(await keepReread(archive, [{ story: found[0]!, record }])).toEqual([
      { key, kept: { applied: 1, fulfilled: 1, conflicts: 1, quotes: 1 } },
    ])
    const { corrections } = await listCorrections(view, { state: 'conflict' })
    expect(corrections).toMatchObject([
      { kind: 'accept', conflict: expect.stringContaining('Nobody asked us') },
    ])
    const now = await rowsOf(archive)
    expect(now.quotes.map(({ id }) => id)).toEqual([before.quotes[0]!.id])
    expect(now.entities.map(({ id, name }) => [id, name]).sort()).toEqual(
      before.entities.map(({ id, name }) => [id, name]).sort(),
    )
    // the same again changes nothing
    const page = await storyPage(view, key)
    await keepReread(archive, [{ story: found[0]!, record }])
    expect((await storyPage(view, key)).record).toEqual(page.record)
    expect(await rowsOf(archive)).toEqual(now)
    expect(
      await archive.db.selectFrom('record').select(['reader', 'current']).orderBy('id').execute(),
    ).toEqual([
      { reader: 'test', current: 0 },
      { reader: 'newer', current: 1 },
    ])
  })

  it('a story that has a new text by now is not put back by a slow reading', async () => {
    const { archive, view, key } = await open()
    const { value: slow } = await storiesToReread(archive).next()
    await keep(archive, { text: `HALLIN. ${text}` })
    const answer = await keepReread(archive, [
      { story: slow as ToReread, record: story({ text }, told).record },
    ])
    expect(answer).toEqual([{ key, kept: null }])
    expect((await storyPage(view, key)).version).toBe(2)
  })

  it('a new text of the story keeps them, and counts those that do not fit it', async () => {
    const { archive, view, key } = await open()
    await correct(
      view,
      key,
      [
        { do: 'change-quote', item: 'q1', set: { speakers: ['e1'] } },
        { do: 'add-quote', content: [{ words: 'left early' }] },
      ],
      hand,
    )
    const changed = `HALLIN, Monday. ${text.replace(' Orrin left early.', '')}`
    const entities = { 'Ola Berg': { mentions: ['she'] }, 'Tam Orrin': {} }
    const added = await keep(archive, { text: changed }, { ...told, entities: entities as never })
    expect(added).toMatchObject({
      outcome: 'version',
      key,
      version: 2,
      corrections: { applied: 1, fulfilled: 0, conflicts: 1 },
    })
    const page = await storyPage(view, key)
    expect(page.record.quotes[0]).toMatchObject({ speakers: ['e1'], confidence: 1 })
    expect((await storyPage(view, `${key}@1`)).record.quotes).toHaveLength(3)
    await expect(
      correct(view, `${key}@1`, [{ do: 'accept', item: 'q1' }], hand),
    ).rejects.toMatchObject({ code: 'conflict' })
    const { corrections } = await listCorrections(view, { story: key })
    expect(corrections.map(({ version, state, says }) => [version, state, says])).toEqual([
      [1, 'conflict', 'content: “left early”'],
      [1, 'applied', 'the quote “We will float her,”: speakers: the person Ola Berg'],
    ])
  })

  it('show and take only what the view reaches, and no words that a licence holds back', async () => {
    const { archive, view, key } = await open()
    const { corrections } = await correct(
      view,
      key,
      [{ do: 'delete', item: 'q2' }, { do: 'check' }],
      hand,
    )
    const none: View = { archive, sight: [] }
    expect(await listCorrections(none, {})).toEqual({ total: 0, corrections: [], next: null })
    expect((await checkedStories(none)).stories).toEqual([])
    await expect(listCorrections(none, { story: key })).rejects.toMatchObject({ code: 'not-found' })
    await expect(undo(none, { keys: [corrections[0]!.key] }, hand)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(correct(none, key, [{ do: 'accept', item: 'q1' }], hand)).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await checkedStories(view)).stories).toHaveLength(1)
    await archive.db.updateTable('source').set({ licence: 'link' }).execute()
    expect((await listCorrections(view, {})).corrections.map(one => one.says)).toEqual([null, null])
    expect((await checkedStories(view)).stories).toEqual([])
    await archive.db.updateTable('source').set({ licence: 'full' }).execute()
    await archive.db.updateTable('story').set({ state: 'hidden' }).execute()
    expect((await listCorrections(view, {})).total).toBe(0)
    expect((await checkedStories(view)).stories).toEqual([])
  })

  it('checked stories are those whose check still holds', async () => {
    const { view, key } = await open()
    await correct(view, key, [{ do: 'change-quote', item: 'q1', set: { speakers: ['e1'] } }], hand)
    expect((await checkedStories(view)).stories).toEqual([])
    await correct(view, key, [{ do: 'check' }], hand)
    expect((await checkedStories(view)).stories).toMatchObject([{ key, version: 1, who: 'anna' }])
    await correct(view, key, [{ do: 'delete', item: 'q2' }], hand)
    expect((await checkedStories(view)).stories[0]!.record.quotes).toHaveLength(1)
    const { corrections } = await listCorrections(view, { story: key })
    const check = corrections.find(one => one.kind === 'check')!
    await undo(view, { keys: [check.key] }, hand)
    expect((await checkedStories(view)).stories).toEqual([])
  })

  it('pages go on where they stopped', async () => {
    const archive = await database.newArchive()
    const view: View = { archive, sight: 'all' }
    const stories = await addStories(archive, sampleStories().slice(0, 5))
    for (const { key } of stories)
      await correct(view, key, [{ do: 'accept', item: 'q1' }, { do: 'check' }], hand)
    const keys: string[] = []
    let after: string | undefined
    do {
      const page = await listCorrections(view, { limit: 3, after })
      expect(page.total).toBe(10)
      keys.push(...page.corrections.map(one => one.key))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(keys).size).toBe(10)
    const first = await checkedStories(view, { limit: 3 })
    const rest = await checkedStories(view, { limit: 3, after: first.next! })
    expect([...first.stories, ...rest.stories].map(one => one.key)).toEqual(
      stories.map(one => one.key),
    )
    expect(rest.next).toBe(null)
    await expect(listCorrections(view, { after: 'nowhere' })).rejects.toMatchObject({
      code: 'bad-query',
    })
  })
})
