import { describe, expect, it } from 'vitest'
import { mondayOf, until, weekOf } from '../src/counts/dates.js'
import {
  type Archive,
  addStories,
  type CountQuery,
  count,
  countedQuotes,
  DIMENSIONS,
  recordInForce,
} from '../src/index.js'
import { onBoth, type TestDatabase } from './databases.js'
import { forgetPeople } from './people-stories.js'
import { type Exported, recount } from './recount.js'
import { sampleStories, story } from './stories.js'

const all = (archive: Archive) => ({ archive, sight: 'all' as const })

/** Rows by their keys, as JSON. */
async function counted(archive: Archive, query: CountQuery) {
  const { rows, total } = await count(all(archive), query, { limit: 10_000 })
  const numbers = rows.map(({ of, ...numbers }) => [
    JSON.stringify(of.map(one => one.key)),
    numbers,
  ])
  return { rows: new Map(numbers as [string, object][]), total }
}

/** What the archive exports, and its copies. */
async function exported({ db }: Archive): Promise<Exported> {
  const stories = await db
    .selectFrom('story')
    .innerJoin('version', 'version.id', 'story.version_id')
    .select(['story.id as id', 'key', 'version_id', 'kind'])
    .where('story.state', '=', 'shown')
    .execute()
  const records = await Promise.all(stories.map(one => recordInForce(db, one.version_id!)))
  const keys = new Map(stories.map(one => [one.id, one.key]))
  const copies = await db.selectFrom('copy').selectAll().execute()
  return {
    records,
    copies: copies.map(row => [keys.get(row.story_id)!, keys.get(row.of_story_id)!] as const),
    transcripts: new Set(stories.filter(one => one.kind === 'transcript').map(one => one.key)),
  }
}

const said = (who: string, words: string) => `“${words},” said ${who}.`

/** A story with its outlet and date in the record too, as `onrecord add` reads it. */
function told(...[arrival, its]: Parameters<typeof story>) {
  const made = story(arrival, its)
  const { outlet, published } = arrival
  const known = { ...(outlet !== undefined && { outlet }), ...(published && { published }) }
  return { ...made, record: { ...made.record, story: { ...made.record.story, ...known } } }
}

/** Two outlets and one that is not told, joint speakers, roles, descriptions, a claim, dates of all kinds, odd names. */
const awkward = [
  told(
    {
      text: `${said('Minister Ana Brill and Dr Jon Osk', 'We agree on 1,000 things')} ${said('a neighbour', 'Nobody asked')} “He is the king of fools,” she added.`,
      outlet: 'Courier',
      published: '2026-01-01T23:30:00-05:00',
      path: 'a',
    },
    {
      entities: {
        'Ana Brill': { gender: 'female' },
        'Jon Osk': {},
        'a neighbour': {},
      },
      quotes: [
        {
          content: '“We agree on 1,000 things,”',
          source: 'Minister Ana Brill and Dr Jon Osk',
          speakers: ['Ana Brill', 'Jon Osk'],
        },
        { content: '“Nobody asked,”', source: 'a neighbour', speakers: ['a neighbour'] },
        { content: '“He is the king of fools,”', source: 'she', speakers: [], kind: 'mixed' },
      ],
      facts: [
        { type: 'role', args: { subject: 'Ana Brill', title: 'Minister' }, evidence: 'Minister' },
        {
          type: 'role',
          args: { subject: 'Ana Brill', title: 'party chair' },
          evidence: 'Minister',
        },
        { type: 'role', args: { subject: 'Jon Osk', title: 'MINISTER' }, evidence: 'Dr' },
        { type: 'age', args: { subject: 'Jon Osk' }, evidence: 'Dr' },
      ],
    },
  ),
  told(
    {
      text: `${said('Ána BRILL', '𝔸 مرحبا d’accord')} ${said('Osk Ltd', '=1+1')} “…” was all.`,
      outlet: "O'Hara %_\\ Post",
      published: '2026-02',
      path: 'b',
    },
    {
      entities: { 'Ána BRILL': {}, 'Osk Ltd': { type: 'organisation' } },
      quotes: [
        { content: '“𝔸 مرحبا d’accord,”', source: 'Ána BRILL', speakers: ['Ána BRILL'] },
        { content: '“=1+1,”', source: 'Osk Ltd', speakers: ['Osk Ltd'], kind: 'indirect' },
        { content: '“…”', speakers: [] },
      ],
    },
  ),
  told(
    { text: said('Ana Brill', 'No date here'), path: 'c', kind: 'transcript' },
    {
      entities: { 'Ana Brill': { gender: 'male' } },
      quotes: [{ content: '“No date here,”', source: 'Ana Brill', speakers: ['Ana Brill'] }],
    },
  ),
]

async function filled(database: TestDatabase) {
  const archive = await database.newArchive()
  const [wire] = sampleStories()
  const copied = { ...wire!.record.story, outlet: 'Herald' }
  const copy = {
    arrival: { ...wire!.arrival, outlet: 'Herald', path: 'copy' },
    record: { ...wire!.record, story: copied },
  }
  await addStories(archive, [...sampleStories(), copy, ...awkward])
  // counted by names, as the records have them; the register's turn comes below
  await forgetPeople(archive)
  return archive
}

onBoth('counting who gets quoted', database => {
  it('gives the numbers that plain loops over the exported records give', async () => {
    const archive = await filled(database)
    const data = await exported(archive)
    expect(data.copies!.length).toBeGreaterThan(0)
    const pairs = DIMENSIONS.flatMap(a => DIMENSIONS.filter(b => b !== a).map(b => [a, b]))
    const queries: CountQuery[] = [
      {},
      { copies: 'once' },
      ...DIMENSIONS.flatMap(one => [
        { by: [one] },
        { by: [one], copies: 'once' as const },
        { by: [one], date: 'said' as const },
        { by: [one], from: '2026-03-10', to: '2026-03-12' },
        { by: [one], outlets: ['Courier', "O'Hara %_\\ Post"], kinds: ['direct' as const] },
        { by: [one], speaker: 'ana brill' },
        { by: [one], speaker: 'organisation:osk ltd' },
        { by: [one], storyKind: 'transcript' as const },
      ]),
      ...pairs.map(by => ({ by })),
      { by: ['gender', 'month'], from: '2026', to: '2026', copies: 'once', storyKind: 'story' },
      { by: ['day'], date: 'said', from: '2026-03', to: '2026-03' },
    ]
    for (const query of queries) {
      const { rows, total } = await counted(archive, query)
      const expected = recount(data, query)
      const [whole] = recount(data, { ...query, by: [] }).values()
      expect(total, JSON.stringify(query)).toEqual(
        whole ?? { quotes: 0, words: 0, stories: 0, people: 0 },
      )
      if (query.by) expect(rows, JSON.stringify(query)).toEqual(expected)
    }
  })

  it('counts a joint quote for each speaker and each role, and once in the total', async () => {
    const archive = await database.newArchive()
    await addStories(archive, awkward.slice(0, 1))
    await forgetPeople(archive)
    const { rows, total } = await counted(archive, { by: ['speaker'] })
    expect([...rows]).toEqual([
      ['["described:a neighbour"]', { quotes: 1, words: 2, stories: 1, people: 0 }],
      ['["named:ana brill"]', { quotes: 1, words: 5, stories: 1, people: 1 }],
      ['["named:jon osk"]', { quotes: 1, words: 5, stories: 1, people: 1 }],
      ['["unresolved:"]', { quotes: 1, words: 6, stories: 1, people: 0 }],
    ])
    expect(total).toEqual({ quotes: 3, words: 13, stories: 1, people: 2 })
    const roles = await counted(archive, { by: ['role'] })
    expect(roles.rows.get('["minister"]')).toMatchObject({ quotes: 1, people: 2 })
    expect(roles.rows.get('["party chair"]')).toMatchObject({ quotes: 1, people: 1 })
    const genders = await counted(archive, { by: ['gender'] })
    expect(Object.fromEntries(genders.rows)).toMatchObject({
      '["female"]': { quotes: 1 },
      '["not stated"]': { quotes: 2, people: 1 },
      '["unresolved"]': { quotes: 1, people: 0 },
    })
  })

  it('copies count once, at the earliest that is asked about; two that a third is made of both count', async () => {
    const archive = await database.newArchive()
    const part = (name: string, from: number) =>
      Array.from({ length: 60 }, (_, k) => `${name}${from + k}`).join(' ')
    const [one, two] = [part('alba', 0), part('corr', 500)]
    const make = (text: string, outlet: string, published: string) => {
      const whole = `“Yes,” said Ida Marsh. ${text}`
      const quote = { content: '“Yes,”', source: 'Ida Marsh', speakers: ['Ida Marsh'] }
      return told(
        { text: whole, outlet, published, path: outlet },
        { entities: { 'Ida Marsh': {} }, quotes: [quote] },
      )
    }
    await addStories(archive, [
      make(`${one} ${two}`, 'Both', '2026-03-12'),
      make(one, 'Wire', '2026-03-10'),
      make(two, 'Other Wire', '2026-03-11'),
      make(`${one}.`, 'Courier', '2026-03-13'),
    ])
    const of = async (query: CountQuery) => [
      ...(await counted(archive, { by: ['outlet'], copies: 'once', ...query })).rows.keys(),
    ]
    expect(await of({})).toEqual(['["Other Wire"]', '["Wire"]'])
    expect(await of({ copies: 'all' })).toHaveLength(4)
    expect(await of({ outlets: ['Courier'] })).toEqual(['["Courier"]'])
    expect(await of({ outlets: ['Courier', 'Both'] })).toEqual(['["Both"]'])
    expect(await of({ from: '2026-03-13' })).toEqual(['["Courier"]'])
    expect((await count(all(archive), { copies: 'once' })).copies).toBe(2)
  })

  it('opens every number: the quotes of a row are as many, through pages', async () => {
    const archive = await filled(database)
    for (const by of [['speaker'], ['outlet', 'week'], ['gender', 'month'], ['role']] as const) {
      const query = { by, copies: 'once' as const }
      const { rows } = await count(all(archive), query, { limit: 10_000 })
      for (const { of, quotes } of rows.slice(0, 12)) {
        const keys = of.map(one => one.key)
        const found: string[] = []
        for (let cursor: string | undefined; ; ) {
          const page = await countedQuotes(all(archive), query, keys, { limit: 3, cursor })
          found.push(...page.quotes.map(({ story, item }) => `${story}/${item}`))
          if (page.next === null) break
          cursor = page.next
        }
        expect(found.length, JSON.stringify(keys)).toBe(quotes)
        expect(new Set(found).size).toBe(quotes)
      }
    }
  })

  it('pages of rows are the rows, in an order that is the same everywhere', async () => {
    const archive = await filled(database)
    for (const by of [['speaker'], ['month', 'kind']] as const) {
      const { rows, all: many } = await count(
        all(archive),
        { by },
        { sort: 'words', limit: 10_000 },
      )
      const paged: unknown[] = []
      for (let cursor: string | undefined; ; ) {
        const page = await count(all(archive), { by }, { sort: 'words', limit: 7, cursor })
        paged.push(...page.rows)
        if (page.next === null) break
        cursor = page.next
      }
      expect(paged).toEqual(rows)
      expect(rows).toHaveLength(many)
    }
  })

  it('what is hidden is not counted, nor what may not be seen; a licence cuts the words that are shown', async () => {
    const archive = await filled(database)
    const { db } = archive
    const sources = await db.selectFrom('source').select(['id', 'name']).execute()
    const courier = sources.find(one => one.name === 'Courier')!.id
    const seen = { archive, sight: [courier] }
    expect((await count(seen, {})).total).toMatchObject({ stories: 1, quotes: 3 })
    expect((await count({ archive, sight: [] }, { by: ['speaker'] })).all).toBe(0)
    expect((await countedQuotes(seen, { by: ['gender'] }, ['male'])).quotes).toEqual([])
    const licence = (kind: 'snippet' | 'link') =>
      db
        .updateTable('source')
        .set({ licence: kind, snippet_words: 2 })
        .where('id', '=', courier)
        .execute()
    await licence('snippet')
    const [first] = (await countedQuotes(seen, {}, [])).quotes
    expect(first).toMatchObject({ content: '“We agree', outlet: 'Courier' })
    await licence('link')
    expect((await countedQuotes(seen, {}, [])).quotes[0]).toMatchObject({
      content: null,
      source: null,
    })
    await db.updateTable('quote').set({ hidden: 1 }).where('source_id', '=', courier).execute()
    expect((await count(seen, {})).total.quotes).toBe(0)
  })

  it('counts persons of the register as one, by whatever name, and whom they were merged into', async () => {
    const archive = await database.newArchive()
    await addStories(archive, awkward)
    const { db } = archive
    const person = (key: string, name: string, merged: number | null) =>
      db
        .insertInto('person')
        .values({ key, name, type: 'person', merged_into: merged, state: 'shown', made_at: '2026' })
        .returning('id')
        .executeTakeFirstOrThrow()
    const { id } = await person('abc', 'Ana Brill (minister)', null)
    const old = await person('old', 'A. Brill', id)
    await db.updateTable('entity').set({ person_id: id }).where('name', '=', 'Ána BRILL').execute()
    await db
      .updateTable('entity')
      .set({ person_id: old.id })
      .where('name', '=', 'Ana Brill')
      .execute()
    const { rows } = await count(all(archive), { by: ['speaker'] })
    expect(rows[0]).toEqual({
      of: [{ key: 'person:abc', name: 'Ana Brill (minister)' }],
      quotes: 3,
      words: 11,
      stories: 3,
      people: 1,
    })
    for (const speaker of ['person:abc', 'person:old']) {
      expect((await count(all(archive), { speaker })).total).toMatchObject({ quotes: 3, people: 1 })
    }
    const { quotes } = await countedQuotes(all(archive), { by: ['speaker'] }, ['person:old'])
    expect(quotes).toHaveLength(3)
  })

  it('an empty archive has no numbers; the state says what they were made from', async () => {
    const archive = await database.newArchive()
    const none = await count(all(archive), { by: ['gender'] })
    expect(none).toEqual({
      state: { archive: archive.id, entry: 0, readers: [] },
      total: { quotes: 0, words: 0, stories: 0, people: 0 },
      copies: 0,
      all: 0,
      rows: [],
      next: null,
    })
    await addStories(archive, awkward)
    const { state } = await count(all(archive), {})
    expect(state).toEqual({ archive: archive.id, entry: 3, readers: ['test'] })
  })

  it.each([
    [{ from: 'March' }],
    [{ to: '2026-13' }],
    [{ by: ['day', 'day'] }],
    [{ by: ['day', 'kind', 'role'] }],
  ] as [CountQuery][])('refuses %j', async query => {
    const archive = await database.newArchive()
    await expect(count(all(archive), query)).rejects.toMatchObject({ code: 'bad-query' })
  })

  it('refuses cursors and keys that are none, and finds nothing for keys that nothing has', async () => {
    const archive = await filled(database)
    const bad = { code: 'bad-query' }
    await expect(count(all(archive), { by: ['day'] }, { cursor: 'x' })).rejects.toMatchObject(bad)
    await expect(countedQuotes(all(archive), {}, [], { cursor: 'x' })).rejects.toMatchObject(bad)
    await expect(countedQuotes(all(archive), { by: ['day'] }, [])).rejects.toMatchObject(bad)
    for (const [by, key] of [
      ['outlet', 'no such'],
      ['week', '2026-W60'],
      ['speaker', 'person:none'],
      ['speaker', "named:x' or 1=1 --"],
      ['gender', null],
    ] as const)
      expect((await countedQuotes(all(archive), { by: [by] }, [key])).quotes).toEqual([])
  })

  it('a date that is none of the calendar stops nothing', async () => {
    const archive = await database.newArchive()
    const dates = ['2026-02-31', '0000-01-01', 'Monday!!!!', '2026-00-10', '9999-12-31T00:00Z']
    await addStories(
      archive,
      dates.map((published, k) =>
        told(
          { text: `“Yes ${k},” he said.`, published, path: published },
          { quotes: [{ content: `“Yes ${k},”`, source: 'he' }] },
        ),
      ),
    )
    for (const by of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      const { rows } = await count(all(archive), { by: [by] })
      expect(rows.reduce((sum, { quotes }) => sum + quotes, 0)).toBe(dates.length)
    }
    expect((await count(all(archive), { to: '9999' })).total.quotes).toBeGreaterThan(0)
  })
})

describe('dates', () => {
  it.each([
    ['2026', '2027'],
    ['2026-12', '2027-01'],
    ['2026-02', '2026-03'],
    ['2026-02-28', '2026-03-01'],
    ['2024-02-28', '2024-02-29'],
    ['2026-12-31', '2027-01-01'],
    ['0099-12', '0100-01'],
    ['9999-12-31', '9999-99'],
  ])('up to and with %s is before %s', (to, before) => expect(until(to)).toBe(before))

  it.each([
    ['2025-12-29', '2026-W01'],
    ['2026-03-16', '2026-W12'],
    ['2020-12-28', '2020-W53'],
    ['2021-01-04', '2021-W01'],
  ])('the week of %s is %s, and back', (monday, week) => {
    expect(weekOf(monday)).toBe(week)
    expect(mondayOf(week)).toBe(monday)
  })
})
