import { expect, it } from 'vitest'
import { type Arrival, addStories, type Provenance, provenance } from '../src/index.js'
import { onBoth } from './databases.js'
import { sampleStories, story } from './stories.js'

const said = 'We have counted the swans twice and there are forty-one of them, not thirty'

/** A story that quotes words as Nell Ahr's. */
function quoting(words: string, about: Partial<Arrival> & { path: string }, by = 'Nell Ahr') {
  return story(
    {
      text: `${about.title ?? 'News'} from the weir.\n\n“${words},” said ${by} at dusk.`,
      ...about,
    },
    {
      entities: { [by]: {} },
      quotes: [{ content: `“${words},”`, cue: 'said', source: by, speakers: [by] }],
    },
  )
}

const papers = [
  quoting(said, { path: 'a', outlet: 'Weir Wire', published: '2026-04-01T08:00:00Z' }),
  quoting(said.replace('forty-one', '41').toUpperCase(), {
    path: 'b',
    outlet: 'Reed',
    published: '2026-04-02',
  }),
  quoting(said.replace('not thirty', 'thirty'), {
    path: 'c',
    outlet: 'Lock',
    published: '2026-04-03',
  }),
  quoting('We have counted the swans twice', {
    path: 'd',
    outlet: 'Lock',
    published: '2026-04-03',
  }),
  quoting(said.replace('not thirty', 'thirty').replace('swans', 'geese'), {
    path: 'e',
    outlet: 'Mud',
    published: '2026-05-04',
  }),
  quoting(said.replace('twice', 'three times'), { path: 'f', outlet: 'Undated' }),
  quoting('The weir is older than the parish and will outlast it', {
    path: 'g',
    outlet: 'Reed',
    published: '2026-04-01',
  }),
  story({
    text: `At dusk somebody wrote on the wall: we have counted the swans twice and there are forty-one of them, not thirty.`,
    path: 'h',
    outlet: 'Wall',
    published: '2026-06-01',
  }),
]

/** Variants by what is special in them, and who comes from whom. */
function shape({ groups }: Provenance) {
  return groups.map(({ variants, descents }) => ({
    variants: variants.map(({ count, occurrences }) => [occurrences[0]!.outlet, count]),
    descents: descents.map(({ from, to, order, basis }) => [from, to, order, basis].join(' ')),
  }))
}

onBoth('provenance', database => {
  it('makes a tree of variants, each from the earlier one that it differs least from', async () => {
    const archive = await database.newArchive()
    await addStories(archive, papers)
    const view = { archive, sight: 'all' as const }
    const answer = await provenance(view, { of: said })
    expect(shape(answer)).toEqual([
      {
        variants: [
          ['Weir Wire', 3],
          ['Lock', 1],
          ['Lock', 1],
          ['Mud', 1],
          ['Undated', 1],
        ],
        descents: [
          'v1 v2 dates wording',
          expect.stringMatching(/^v[12] v3 (?:dates|not-known) wording$/),
          'v2 v4 dates wording',
          'v1 v5 not-known copy',
        ],
      },
    ])
    const [group] = answer.groups
    expect(group).toMatchObject({ count: 7, first: { outlet: 'Weir Wire' } })
    expect(group!.variants[0]!.occurrences.map(({ in: where, outlet }) => [where, outlet])).toEqual(
      [
        ['quote', 'Weir Wire'],
        ['quote', 'Reed'],
        ['story', 'Wall'],
      ],
    )
    expect(group!.months).toEqual([
      { month: '2026-04', count: 4 },
      { month: '2026-05', count: 1 },
      { month: '2026-06', count: 1 },
      { month: null, count: 1 },
    ])
    expect(group!.outlets[0]).toEqual({ outlet: 'Lock', count: 2 })
    const dropped = group!.descents.find(({ to }) => to === 'v2')!
    expect(dropped.edits).toEqual([{ kind: 'dropped', from: 'not', to: '' }])
    expect(dropped.alarms.map(({ kind }) => kind)).toContain('negation')
    expect(answer.more).toBe(false)
  })

  it('follows a quote by its link, however that is written', async () => {
    const archive = await database.newArchive()
    const added = await addStories(archive, papers)
    const view = { archive, sight: 'all' as const }
    const { key } = added[1]!
    const links = [
      `${key}#q1`,
      `stories/${key}/quotes/q1`,
      `https://paper.example/x/stories/${key}/quotes/q1`,
      `urn:onrecord:stories:${key}:quotes:q1`,
    ]
    for (const of of links) {
      const answer = await provenance(view, { of })
      expect(answer.quote).toBe(`stories/${key}/quotes/q1`)
      expect(answer.groups[0]!.count).toBe(7)
    }
    for (const of of [`${key}#q9`, `stories/nobody/quotes/q1`])
      await expect(provenance(view, { of })).rejects.toMatchObject({ code: 'not-found' })
    await expect(provenance(view, { of: 'swans' })).rejects.toMatchObject({ code: 'bad-query' })
    expect((await provenance(view, { of: 'no such words stand anywhere' })).groups).toEqual([])
  })

  it('knows a copy by its story, and parts words that have nothing in common', async () => {
    const archive = await database.newArchive()
    const more =
      ' The wardens walk the bank at night with lamps and write down each bird in a green book that nobody else may open.'
    const wire = quoting(said, {
      path: 'a',
      outlet: 'Wire',
      published: '2026-04-01',
      title: `Swans.${more}`,
    })
    const copy = quoting(said.replace('twice', 'again'), {
      path: 'b',
      outlet: 'Copy',
      published: '2026-04-02',
      title: `Swans.${more}`,
    })
    await addStories(archive, [wire, copy, ...papers.slice(6, 7)])
    const view = { archive, sight: 'all' as const }
    const answer = await provenance(view, { of: said })
    expect(shape(answer)).toEqual([
      {
        variants: [
          ['Wire', 1],
          ['Copy', 1],
        ],
        descents: ['v1 v2 dates copy'],
      },
    ])
    const [first, later] = answer.groups[0]!.variants
    expect(later!.occurrences[0]!.copyOf).toBe(first!.occurrences[0]!.story)
    const both = `${said} … The weir is older than the parish and will outlast it`
    expect((await provenance(view, { of: both })).groups).toHaveLength(2)
  })

  it('heeds sight, hidden quotes and licences', async () => {
    const archive = await database.newArchive()
    await addStories(archive, papers)
    const idOf = async (name: string) =>
      (
        await archive.db
          .selectFrom('source')
          .select('id')
          .where('name', '=', name)
          .executeTakeFirstOrThrow()
      ).id
    const mud = await provenance({ archive, sight: [await idOf('Mud')] }, { of: said })
    expect(shape(mud)).toEqual([{ variants: [['Mud', 1]], descents: [] }])
    expect((await provenance({ archive, sight: [] }, { of: said })).groups).toEqual([])

    await archive.db
      .updateTable('source')
      .set({ licence: 'link' })
      .where('name', 'in', ['Mud', 'Undated'])
      .execute()
    const view = { archive, sight: 'all' as const }
    const [group] = (await provenance(view, { of: said })).groups
    const kept = group!.variants.filter(({ words }) => words === null)
    expect(kept.map(({ occurrences }) => occurrences[0]!.outlet)).toEqual(['Mud', 'Undated'])
    for (const { from, to, edits } of group!.descents)
      if (kept.some(({ id }) => id === from || id === to))
        expect(edits.every(edit => edit.from === null && edit.to === null)).toBe(true)
    expect(JSON.stringify(group)).not.toContain('geese')

    await archive.db
      .updateTable('quote')
      .set({ hidden: 1 })
      .where('source_id', '=', await idOf('Lock'))
      .execute()
    const left = await provenance(view, { of: said })
    expect(JSON.stringify(left)).not.toContain('"Lock"')
  })

  it('lists so many places and counts all of them', async () => {
    const archive = await database.newArchive()
    const many = Array.from({ length: 115 }, (_, k) =>
      quoting(said, {
        path: `${k}`,
        outlet: `Paper ${k}`,
        published: `2026-04-${String(1 + (k % 28)).padStart(2, '0')}`,
        title: `Number ${k}`,
      }),
    )
    await addStories(archive, many)
    const answer = await provenance({ archive, sight: 'all' }, { of: said, limit: 3 })
    expect(answer.groups).toHaveLength(1)
    expect(answer).toMatchObject({ more: false, groups: [{ count: 115 }] })
    expect(answer.groups[0]!.variants[0]!.occurrences).toHaveLength(3)
    expect(answer.groups[0]!.first.published).toBe('2026-04-01')
  })
})

onBoth('provenance in the samples', database => {
  it('follows a pledge into the live page, where it is cut, and leaves other pledges alone', async () => {
    const archive = await database.newArchive()
    await addStories(archive, sampleStories())
    const view = { archive, sight: 'all' as const }
    const { groups } = await provenance(view, { of: 'There will be no new tax on work this year' })
    expect(groups).toHaveLength(1)
    const [{ first, variants, descents }] = groups as [(typeof groups)[number]]
    expect(first.outlet).toBe('The Ardesk Courier')
    expect(variants.length).toBeGreaterThan(1)
    for (const { speakers } of variants)
      expect(speakers.map(({ name }) => name)).toEqual(['Tobin Marrec'])
    expect(descents.some(({ order }) => order === 'dates')).toBe(true)
  })
})
