import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Archive, addStories, type SearchQuery, search } from '../../src/index.js'
import { onBoth } from '../databases.js'
import { sampleStories, story } from '../stories.js'

/** Stories of one sentence a quote: `who: “words”`. */
const said = (
  id: string,
  published: string | undefined,
  outlet: string,
  ...lines: readonly (readonly [who: string, words: string])[]
) =>
  story(
    {
      text: lines.map(([who, words]) => `“${words}” said ${who}.`).join('\n\n'),
      path: id,
      outlet,
      title: `Title ${id}`,
      ...(published ? { published } : {}),
    },
    {
      entities: Object.fromEntries(lines.map(([who]) => [who, {}])),
      quotes: lines.map(([who, words]) => ({
        content: `“${words}”`,
        cue: 'said',
        source: who,
        speakers: [who],
      })),
    },
  )

const stories = [
  said(
    'a',
    '2014-03-01T09:00:00Z',
    'Courier',
    ['Odile Harrané', 'The tax on ferries will not rise, and no tax will.'],
    ['Wim Aalt', 'A levy is a tax by another name.'],
  ),
  said('b', '2014-03-02', 'Courier', ['Marc Harrane', 'Ferries are late, économie or not.']),
  said('c', '2015-07', 'Post', ['Odile Maria Harrane', 'Economists rise late.']),
  said('d', undefined, 'Zeitung Süd', ['Wim Aalt', 'Will the tax rise? It will rise.']),
]

const words = (
  text: string | null | undefined,
  spans: readonly { start: number; end: number }[] = [],
) => spans.map(({ start, end }) => text?.slice(start, end))

onBoth('search', database => {
  let archive: Archive
  const filled = async (some = stories) => {
    archive = await database.newArchive()
    await addStories(archive, some)
    return archive
  }
  const ask = (query: Partial<SearchQuery>, sight: 'all' | number[] = 'all') =>
    search({ archive, sight }, { in: 'quotes', limit: 20, ...query })
  const found = async (query: Partial<SearchQuery>, sight: 'all' | number[] = 'all') =>
    (await ask(query, sight)).hits.map(
      hit => hit.story.title!.slice(-1) + (hit.quote?.id.slice(1) ?? ''),
    )

  it('finds words, phrases, beginnings, and puts them together', async () => {
    await filled()
    expect((await found({ text: 'tax' })).sort()).toEqual(['a1', 'a2', 'd1'])
    expect(await found({ text: 'tax rise' })).toEqual(['d1', 'a1'])
    expect(await found({ text: '"tax rise"' })).toEqual(['d1'])
    expect(await found({ text: '"rise tax"' })).toEqual([])
    expect((await found({ text: 'econom*' })).sort()).toEqual(['b1', 'c1'])
    expect(await found({ text: 'ECONOMIE' })).toEqual(['b1'])
    expect(await found({ text: '"another na*"' })).toEqual(['a2'])
    expect((await found({ text: 'levy OR economists' })).sort()).toEqual(['a2', 'c1'])
    expect(await found({ text: 'rise -tax' })).toEqual(['c1'])
    expect((await found({ text: '(tax OR ferries) NOT (levy OR late)' })).sort()).toEqual([
      'a1',
      'd1',
    ])
    expect(await found({ text: 'taxes' })).toEqual([])
    // what is told around a quote is not its content
    expect(await found({ text: 'said' })).toEqual([])
  })

  it('finds passages by all their words', async () => {
    await filled()
    expect(
      (await ask({ in: 'passages', text: 'said aalt' })).hits.map(hit => hit.passage?.text),
    ).toEqual(expect.arrayContaining(['“A levy is a tax by another name.” said Wim Aalt.']))
    expect(await found({ in: 'passages', text: 'said -tax' })).toEqual(['c', 'b'])
    const [hit] = (await ask({ in: 'passages', text: '"marc harrane"' })).hits
    expect(hit!.link).toBe(`stories/${hit!.story.key}@1#0-${hit!.passage!.end}`)
    expect(words(hit!.passage!.text, hit!.passage!.highlights)).toEqual(['Marc Harrane'])
    expect(hit!.quote).toBe(null)
    for (const filter of [
      { speaker: 'Aalt' },
      { about: 'Aalt' },
      { said: { from: '2014' } },
      { kinds: ['direct' as const] },
    ])
      await expect(ask({ in: 'passages', ...filter })).rejects.toThrow(
        'Passages cannot be searched by',
      )
  })

  it('filters by speaker, as a name is typed', async () => {
    await filled()
    expect(await found({ speaker: 'Odile Harrane' })).toEqual(['c1', 'a1'])
    expect(await found({ speaker: 'harrané, odile' })).toEqual(['c1', 'a1'])
    expect(await found({ speaker: 'HARRANE' })).toEqual(['c1', 'b1', 'a1'])
    expect(await found({ speaker: 'harran' })).toEqual([])
    expect(await found({ speaker: 'Aalt', text: 'tax' })).toEqual(
      expect.arrayContaining(['a2', 'd1']),
    )
    await expect(ask({ speaker: '—' })).rejects.toThrow('is no name')
  })

  it('a name of two speakers of one quote is not put together from both', async () => {
    const text = '“We agree,” said Odile Venn and Marc Harrane.'
    const entities = { 'Odile Venn': {}, 'Marc Harrane': {} }
    const quotes = [{ content: '“We agree,”', speakers: ['Odile Venn', 'Marc Harrane'] }]
    await filled([story({ text, path: 'x', title: 'x' }, { entities, quotes })])
    expect(await found({ speaker: 'Odile Harrane' })).toEqual([])
    expect(await found({ speaker: 'Harrane' })).toEqual(['x1'])
  })

  it('filters by whom a quote is about', async () => {
    const text =
      '“Wim Aalt lied,” said Orla Venn. “Aalt is late,” she said. “It rains,” said Wim Aalt.'
    const entities = { 'Orla Venn': {}, 'Wim Aalt': { mentions: ['Aalt#2'] } }
    const quotes = [
      { content: '“Wim Aalt lied,”', speakers: ['Orla Venn'] },
      { content: '“Aalt is late,”', speakers: ['Orla Venn'] },
      { content: '“It rains,”', speakers: ['Wim Aalt'] },
    ]
    await filled([story({ text, path: 'x', title: 'x' }, { entities, quotes })])
    expect((await found({ about: 'Wim Aalt' })).sort()).toEqual(['x1', 'x2'])
    expect(await found({ about: 'Wim Aalt', text: 'late' })).toEqual(['x2'])
    expect(await found({ about: 'Venn' })).toEqual([])
  })

  it('filters by a person of the register, and a name finds whom the register knows by it', async () => {
    await filled()
    const { db } = archive
    const at = '2026-01-01T00:00:00Z'
    const people = await db
      .insertInto('person')
      .values([
        { key: 'p-old', type: 'person', state: 'shown', name: 'O. Harrane', made_at: at },
        { key: 'p-new', type: 'person', state: 'shown', name: 'Odile von Stern', made_at: at },
        { key: 'p-none', type: 'person', state: 'shown', name: 'Nobody', made_at: at },
      ])
      .returning('id')
      .execute()
    const [old, now] = people.map(row => row.id)
    await db.updateTable('person').set({ merged_into: now! }).where('id', '=', old!).execute()
    await db
      .updateTable('entity')
      .set({ person_id: now! })
      .where('name', 'in', ['Odile Harrané', 'Odile Maria Harrane'])
      .execute()
    await db
      .insertInto('person_name')
      .values({ person_id: now!, name: 'Odile von Stern', name_key: 'odile von stern' })
      .execute()
    for (const speaker of ['person:p-new', 'person:p-old', 'odile von Stern'])
      expect(await found({ speaker }), speaker).toEqual(['c1', 'a1'])
    expect(await found({ speaker: 'person:p-new', text: 'tax' })).toEqual(['a1'])
    expect(await found({ speaker: 'person:p-none' })).toEqual([])
    await expect(ask({ speaker: 'person:p-other' })).rejects.toThrow('no person p-other')
    const { facets, hits } = await ask({ speaker: 'person:p-new' })
    expect(facets!.speakers).toEqual([{ name: 'Odile von Stern', person: 'p-new', count: 2 }])
    expect(hits[0]!.quote!.speakers).toEqual([{ name: 'Odile Maria Harrane', person: 'p-new' }])
  })

  it('finds what was added after a moment, whenever it was published', async () => {
    archive = await database.newArchive()
    await addStories(archive, stories.slice(0, 2), { at: '2020-01-01T00:00:00.000Z' })
    await addStories(archive, stories.slice(2), { at: '2020-01-02T00:00:00.000Z' })
    expect(await found({ added: '2020-01-01T01:00:00+01:00' })).toEqual(['c1', 'd1'])
    expect(await found({ added: '2020-01-01T00:00:00Z', text: 'late' })).toEqual(['c1'])
    expect(await found({ added: '2020-01-01T00:00:00Z', in: 'passages' })).toEqual(['c', 'd'])
    expect(await found({ added: '2019-12-31T23:59:59.999Z' })).toHaveLength(5)
    expect(await found({ added: '2020-01-02T00:00:00Z' })).toEqual([])
    expect((await ask({ text: 'levy' })).hits[0]!.story.added).toBe('2020-01-01T00:00:00.000Z')
    await expect(ask({ added: 'lately' })).rejects.toThrow('"lately" is no moment')
  })

  it('filters by outlet, story, kind and dates', async () => {
    await filled()
    expect(await found({ outlets: ['Courier'] })).toEqual(['b1', 'a2', 'a1'])
    expect(await found({ outlets: ['zeitung sud', 'Post'] })).toEqual(['c1', 'd1'])
    expect(await found({ text: 'rise', outlets: ['Post'] })).toEqual(['c1'])
    await expect(ask({ outlets: ['Pots'] })).rejects.toThrow(
      'No outlet of the archive is called "Pots"',
    )
    const { hits } = await ask({ text: 'levy' })
    expect(await found({ story: hits[0]!.story.key })).toEqual(['a2', 'a1'])
    expect(await found({ story: hits[0]!.story.key, text: 'rise' })).toEqual(['a1'])
    await expect(ask({ story: 'nothere' })).rejects.toThrow('no story nothere')
    expect(await found({ kinds: ['indirect'] })).toEqual([])
    expect(await found({ kinds: ['indirect', 'direct'], text: 'levy' })).toEqual(['a2'])
    expect(await found({ published: { from: '2014-03-02' } })).toEqual(['c1', 'b1'])
    expect(await found({ published: { to: '2014-03-01' } })).toEqual(['a2', 'a1'])
    expect(await found({ published: { from: '2014', to: '2014-03' }, text: 'tax' })).toEqual(
      expect.arrayContaining(['a1', 'a2']),
    )
    expect(await found({ published: { from: '2015', to: '2015' } })).toEqual(['c1'])
    for (const [from, to, message] of [
      ['2014-02-30', undefined, 'is no date'],
      ['14', undefined, 'is no date'],
      [undefined, 'yesterday', 'is no date'],
      ['2015', '2014-12', 'turn them round'],
    ])
      await expect(ask({ published: { from, to } })).rejects.toThrow(message)
  })

  it('filters by when it was said, where the story tells', async () => {
    const one = said('a', '2014-03-05', 'Courier', ['Wim Aalt', 'On Monday it rained.'])
    const on = (value: string, id: string) => ({
      arrival: { ...one.arrival, text: `${one.arrival.text} ${id}`, path: id, title: id },
      record: {
        ...one.record,
        values: [
          { id: 'v1', type: 'date' as const, span: { start: 1, end: 3 }, value, stated: {} },
        ],
        quotes: one.record.quotes.map(quote => ({ ...quote, setting: { time: 'v1' } })),
      },
    })
    await filled([one, on('2014-03-03', 'b'), on('2014-02', 'c'), on('1999', 'd')])
    expect(await found({ said: { from: '2014-03' } })).toEqual(['b1'])
    expect((await found({ said: { from: '2014-02-11', to: '2014-03-03' } })).sort()).toEqual([
      'b1',
      'c1',
    ])
    expect(await found({ said: { to: '2000' }, text: 'rained' })).toEqual(['d1'])
    expect(await found({ said: { from: '2020', to: '2021' } })).toEqual([])
  })

  it('marks what was searched for in the passage around the quote, with its link', async () => {
    await filled()
    const { hits } = await ask({ text: '"will not" OR tax', speaker: 'Odile' })
    const [{ link, story: about, passage, quote }] = hits as [(typeof hits)[number]]
    expect(link).toBe(`stories/${about.key}/quotes/q1`)
    expect(about).toMatchObject({
      outlet: 'Courier',
      title: 'Title a',
      version: 1,
      licence: 'full',
    })
    expect(passage!.text).toBe(
      '“The tax on ferries will not rise, and no tax will.” said Odile Harrané.',
    )
    expect(passage).toMatchObject({ start: 0, end: passage!.text.length, cut: false })
    expect(words(passage!.text, passage!.highlights)).toEqual(['tax', 'will not', 'tax'])
    expect(words(passage!.text, passage!.quoted)).toEqual([
      '“The tax on ferries will not rise, and no tax will.”',
    ])
    expect(quote).toEqual({
      id: 'q1',
      kind: 'direct',
      said: null,
      confidence: 0.9,
      speakers: [{ name: 'Odile Harrané', person: expect.any(String) }],
    })
  })

  it('a content in pieces is found across them and shown piece by piece', async () => {
    const text = '“We will 𝒳,” said Wim Aalt, “never <b>wait</b>\u202e.”'
    await filled([
      story(
        { text, path: 'x', title: 'x' },
        {
          entities: { 'Wim Aalt': {} },
          quotes: [
            { content: ['“We will 𝒳,”', '“never <b>wait</b>\u202e.”'], speakers: ['Wim Aalt'] },
          ],
        },
      ),
    ])
    const { hits } = await ask({ text: '"will x never" wait' })
    const { passage } = hits[0]!
    expect(passage!.text).toBe(text)
    expect(words(text, passage!.quoted)).toEqual(['“We will 𝒳,”', '“never <b>wait</b>\u202e.”'])
    expect(words(text, passage!.highlights).at(-1)).toBe('wait')
  })

  it('shows no more than the licence of each outlet allows', async () => {
    await filled()
    const licence = (name: string, set: object) =>
      archive.db.updateTable('source').set(set).where('name', '=', name).execute()
    await licence('Courier', { licence: 'snippet', snippet_words: 4 })
    await licence('Post', { licence: 'link' })
    const { hits } = await ask({ text: 'rise', sort: 'newest' })
    const [post, courier, other] = hits
    expect(post).toMatchObject({
      passage: null,
      story: { title: 'Title c', licence: 'link' },
      quote: { id: 'q1', speakers: [] },
    })
    expect(JSON.stringify(post)).not.toMatch(/Economists|Odile/)
    expect(courier!.passage).toMatchObject({ text: 'not rise, and no', cut: true })
    expect(words(courier!.passage!.text, courier!.passage!.highlights)).toEqual(['rise'])
    expect(words(courier!.passage!.text, courier!.passage!.quoted)).toEqual(['not rise, and no'])
    expect(other!.passage!.cut).toBe(false)
  })

  it('finds nothing that is hidden or out of sight', async () => {
    await filled()
    const sources = await archive.db.selectFrom('source').select(['id', 'name']).execute()
    const id = (name: string) => sources.find(source => source.name === name)!.id
    expect(await found({ text: 'tax' }, [id('Courier')])).not.toContain('d1')
    expect(await found({}, [id('Post')])).toEqual(['c1'])
    expect(await found({ in: 'passages' }, [id('Post')])).toEqual(['c'])
    expect(await found({ text: 'tax' }, [])).toEqual([])
    const answer = await ask({ text: 'tax' }, [id('Zeitung Süd')])
    expect(answer.total).toEqual({ count: 1, atLeast: false })
    expect(answer.facets!.outlets).toEqual([{ outlet: 'Zeitung Süd', count: 1 }])
    expect(answer.facets!.speakers).toEqual([
      { name: 'Wim Aalt', person: expect.any(String), count: 1 },
    ])
    await expect(ask({ outlets: ['Post'] }, [id('Courier')])).rejects.toThrow('No outlet')
    await archive.db
      .updateTable('quote')
      .set({ hidden: 1 })
      .where('source_id', '=', id('Courier'))
      .execute()
    await archive.db
      .updateTable('passage')
      .set({ hidden: 1 })
      .where('source_id', '=', id('Courier'))
      .execute()
    expect(await found({ text: 'tax' })).toEqual(['d1'])
    expect(await found({ in: 'passages', text: 'tax' })).toEqual(['d'])
    expect((await ask({ text: 'levy' })).total.count).toBe(0)
    await archive.db.updateTable('story').set({ state: 'hidden' }).execute()
    expect(await found({ text: 'tax' })).toEqual([])
  })

  it('counts outlets, speakers, kinds and times', async () => {
    await filled()
    const { total, facets } = await ask({ text: 'tax OR late' })
    expect(total).toEqual({ count: 5, atLeast: false })
    expect(facets).toEqual({
      counted: 5,
      outlets: [
        { outlet: 'Courier', count: 3 },
        { outlet: 'Post', count: 1 },
        { outlet: 'Zeitung Süd', count: 1 },
      ].sort((a, b) => b.count - a.count),
      speakers: expect.arrayContaining([
        { name: 'Odile Harrané', person: expect.any(String), count: 2 },
      ]),
      kinds: [{ kind: 'direct', count: 5 }],
      years: [
        { year: '2014', count: 3 },
        { year: '2015', count: 1 },
      ],
      months: [
        { month: '2014-03', count: 3 },
        { month: '2015-07', count: 1 },
      ],
    })
    expect((await ask({ in: 'passages', text: 'tax' })).facets).toMatchObject({
      speakers: [],
      kinds: [],
    })
    expect((await ask({ text: 'nowhere' })).facets).toMatchObject({
      counted: 0,
      outlets: [],
      years: [],
    })
  })

  it('pages neither repeat nor leave out, though stories are added between them', async () => {
    const many = Array.from({ length: 25 }, (_, k) =>
      said(String(k), k % 5 ? `2014-0${1 + (k % 7)}-11` : undefined, `Outlet ${k % 3}`, [
        'Wim Aalt',
        `The tax ${'tax '.repeat(k % 4)}is ${k} of many things ${'and more '.repeat(k % 6)}.`,
      ]),
    )
    for (const sort of ['relevance', 'newest', 'oldest'] as const) {
      await filled(many)
      const whole = (await ask({ text: 'tax many', sort, limit: 100 })).hits.map(hit => hit.link)
      expect(whole).toHaveLength(25)
      const links: string[] = []
      let cursor: string | undefined
      for (let page = 0; page < 10; page++) {
        const answer = await ask({ text: 'tax many', sort, limit: 4, cursor })
        expect(answer.total).toEqual({ count: 25, atLeast: false })
        expect(answer.facets === null).toBe(page > 0)
        links.push(...answer.hits.map(hit => hit.link))
        await addStories(archive, [
          said(`new ${page}`, `201${page}-01-01`, 'New', ['Wim Aalt', `tax tax many ${page}`]),
        ])
        if (answer.cursor === null) break
        cursor = answer.cursor
      }
      expect(links, sort).toEqual(whole)
    }
  })

  it('what is behind the ranked ones is still reached', async () => {
    const lines = Array.from(
      { length: 1050 },
      (_, k) => ['Wim Aalt', `tax ${k % 97} things`] as const,
    )
    const text = lines.map(([, words]) => `“${words}”`).join('\n\n')
    let at = 0
    const one = story(
      { text: `${text}\n\nsaid Wim Aalt`, path: 'x', title: 'x', published: '2014' },
      { entities: { 'Wim Aalt': {} } },
    )
    const quotes = lines.map(([, words], k) => {
      const content = `“${words}”`
      const start = text.indexOf(content, at)
      at = start + content.length
      return {
        id: `q${k + 1}`,
        kind: 'direct' as const,
        content: [{ start, end: at, text: content }],
        cue: [],
        source: [],
        speakers: ['e1'],
        confidence: 0.9,
      }
    })
    await filled([{ ...one, record: { ...one.record, quotes } }])
    const links = new Set<string>()
    let cursor: string | undefined
    let pages = 0
    do {
      const answer = await ask({ text: 'tax', limit: 100, cursor })
      expect(answer.total).toEqual({ count: 1000, atLeast: true })
      for (const hit of answer.hits) links.add(hit.link)
      cursor = answer.cursor ?? undefined
      pages++
    } while (cursor)
    expect(pages).toBe(11)
    expect(links.size).toBe(1050)
    expect((await ask({ in: 'passages', text: 'tax' })).total).toEqual({
      count: 400,
      atLeast: true,
    })
  })

  it('refuses cursors that are none, or of another search, and limits out of bounds', async () => {
    await filled()
    const { cursor } = await ask({ text: 'tax', limit: 1 })
    await expect(ask({ text: 'levy', limit: 1, cursor: cursor! })).rejects.toThrow(
      'belongs to another search',
    )
    for (const bad of ['', 'x', 'e30', `${cursor}x`.slice(5)])
      await expect(ask({ text: 'tax', cursor: bad })).rejects.toThrow('not one that a search gave')
    for (const limit of [0, 101, 1.5, Number.NaN])
      await expect(ask({ limit })).rejects.toThrow('1 to 100')
  })

  it('an empty archive answers', async () => {
    await filled([])
    expect(await ask({ text: 'tax' })).toEqual({
      total: { count: 0, atLeast: false },
      hits: [],
      facets: { counted: 0, outlets: [], speakers: [], kinds: [], years: [], months: [] },
      cursor: null,
    })
  })

  it('corrected rows are found by their new words alone', async () => {
    const version = (who: string, words: string) => {
      const one = said('a', '2014-03-01', 'Courier', [who, words])
      return { ...one, arrival: { ...one.arrival, id: 'urn:a' } }
    }
    await filled([version('Wim Aalt', 'An old word.')])
    await addStories(archive, [version('Orla Venn', 'A new term.')])
    expect(await found({ text: 'old' })).toEqual([])
    expect(await found({ text: 'term', speaker: 'Venn' })).toEqual(['a1'])
    expect(await found({ speaker: 'Aalt' })).toEqual([])
  })

  it('real records: the words of a quote, as a phrase, find it', async () => {
    await filled([...sampleStories()])
    const rows = await archive.db.selectFrom('quote').select('content').execute()
    const short = rows.filter(({ content }) => content.length < 1000)
    expect(short.length).toBeGreaterThan(50)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...short), async ({ content }) => {
        const { hits, total } = await ask({
          text: `"${content.replace(/["“”„«»*]/g, ' ')}"`,
          limit: 100,
        })
        expect(total.count).toBeGreaterThan(0)
        expect(hits).toHaveLength(total.count)
        for (const { passage } of hits) expect(passage!.highlights.length).toBeGreaterThan(0)
      }),
      { numRuns: 30 },
    )
  })
})
