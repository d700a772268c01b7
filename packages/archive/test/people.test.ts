import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Archive,
  acceptCandidate,
  addStories,
  checkAudit,
  giveMentions,
  listCandidates,
  listPeople,
  mergePersons,
  personPage,
  type ReadArrival,
  rejectCandidate,
  rejoin,
  renamePerson,
  splitPerson,
  undoEdit,
} from '../src/index.js'
import { fullName } from '../src/people/name.js'
import { type Profile, profilesOf, sumOf } from '../src/people/profile.js'
import { weigh } from '../src/people/weigh.js'
import { onBoth } from './databases.js'
import { type Brief, brief } from './people-stories.js'
import { sampleStories, story } from './stories.js'

const all = (archive: Archive) => ({ archive, sight: 'all' as const })
const editor = { who: 'ed', at: '2026-04-01T10:00:00Z' }

/** Who is together, by the stories' own ids: groups of "story name". */
async function grouping({ db }: Archive): Promise<string[]> {
  const rows = await db
    .selectFrom('entity')
    .innerJoin('story', 'story.id', 'entity.story_id')
    .innerJoin('origin', 'origin.version_id', 'story.version_id')
    .select(['origin.path as path', 'entity.name as name', 'entity.person_id as person'])
    .where('entity.person_id', 'is not', null)
    .execute()
  const groups = new Map<number, string[]>()
  for (const { path, name, person } of rows)
    groups.set(person!, [...(groups.get(person!) ?? []), `${path.replace('.txt', '')} ${name}`])
  return [...groups.values()].map(group => group.sort().join(', ')).sort()
}

/** The grouping of one name alone. */
const groupsOf = async (archive: Archive, name: string) =>
  (await grouping(archive))
    .filter(group => group.endsWith(name))
    .map(group => group.replaceAll(` ${name}`, ''))

const add = (archive: Archive, ...briefs: Brief[]) => addStories(archive, briefs.map(brief))

async function keyOf(archive: Archive, name: string, nth = 0): Promise<string> {
  const { people } = await listPeople(all(archive), { name, limit: 50 })
  return people.filter(one => one.name === name)[nth]!.key
}

const master = { title: 'harbour master', organisation: 'Hallin Port' }

describe('a name', () => {
  it('is full, or nobody is known by it', () => {
    const block = (type: string, name: string) => fullName(type, name)?.block ?? null
    expect(block('person', 'Ola Berg')).toBe('p ola berg')
    expect(block('person', 'Óla M. BERG Jr.')).toBe('p ola berg')
    expect(block('person', 'J. K. Rowling')).toBe('p jk rowling')
    expect(block('person', 'J. Edgar Hoover')).toBe('p edgar hoover')
    expect(block('person', 'Berg')).toBe(null)
    expect(block('person', 'O. Berg')).toBe(null)
    expect(block('person', 'Ola B.')).toBe(null)
    expect(block('person', '')).toBe(null)
    expect(block('person', '💥 !')).toBe(null)
    expect(block('organisation', 'The Harbour Board')).toBe('o harbour board')
    expect(block('group', 'Reuters')).toBe('o reuters')
    expect(block('place', 'Port Hallin')).toBe(null)
  })
})

describe('evidence', () => {
  const profile: fc.Arbitrary<Profile> = fc.record({
    mentions: fc.integer({ min: 1, max: 50 }),
    days: fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 20_000 }), fc.nat(4000))
        .map(([a, b]) => [a, a + b] as const),
    ),
    born: fc.option(
      fc
        .tuple(fc.integer({ min: 1900, max: 2000 }), fc.nat(3))
        .map(([a, b]) => [a, a + b + 1] as const),
    ),
    gender: fc.option(fc.constantFrom('female', 'male')),
    middles: fc.subarray(['m', 'maria', 'j']),
    suffix: fc.option(fc.constantFrom('jr', 'sr')),
    roles: fc.array(
      fc.record({
        title: fc.constantFrom('', 'director', 'film director', 'nurse'),
        organisation: fc.option(fc.constantFrom('hallin port', 'the mill')),
        days: fc.constant(null),
      }),
      { maxLength: 3 },
    ),
    ties: fc.subarray(['family a', 'created b', 'staff c']),
    others: fc.subarray(['a', 'b', 'c', 'd']),
    outlets: fc.subarray([1, 2, 3]),
  })

  it('weighs the same both ways round', () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        const [one, other] = [weigh(a, b), weigh(b, a)]
        expect(one.times).toBeCloseTo(other.times, 9)
        expect(one.apart === null).toBe(other.apart === null)
      }),
    )
  })

  it('is not lost in summing up', () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        const sum = sumOf(a, b)
        expect(sum.mentions).toBe(a.mentions + b.mentions)
        for (const outlet of [...a.outlets, ...b.outlets]) expect(sum.outlets).toContain(outlet)
        if (a.born && b.born && weigh(a, b).apart === null) expect(sum.born).not.toBe(null)
      }),
    )
  })

  it('is not what somebody claims', () => {
    const { arrival, record } = brief({
      id: 'x',
      name: 'Ola Berg',
      age: 50,
      title: 'vet',
      by: 'Ada Venn',
    })
    expect(record.facts.every(fact => fact.saidBy === 'q2')).toBe(true)
    const profiles = profilesOf({
      sourceId: 1,
      published: arrival.published ?? null,
      entities: [{ id: 'e1', type: 'person', name: 'Ola Berg', gender: null, block: 'p ola berg' }],
      facts: [{ type: 'role', subject: 'e1', object: null, args: { title: 'vet' }, claimed: true }],
    })
    expect(profiles.get('e1')!.roles).toEqual([])
  })
})

onBoth('the register', database => {
  it('joins a full name and a role in two outlets, with the reasons', async () => {
    const archive = await database.newArchive()
    await add(
      archive,
      { id: 'a', name: 'Orla Venn', ...master, outlet: 'Courier' },
      { id: 'b', name: 'Orla VENN', ...master, outlet: 'Herald' },
    )
    expect(await groupsOf(archive, 'Orla Venn')).toHaveLength(0)
    expect(await grouping(archive)).toContainEqual('a Orla Venn, b Orla VENN')
    const { join_score, join_evidence, join_by } = await archive.db
      .selectFrom('entity')
      .select(['join_score', 'join_evidence', 'join_by'])
      .where('name', '=', 'Orla VENN')
      .executeTakeFirstOrThrow()
    expect(join_by).toBe('machine')
    expect(join_score).toBeGreaterThan(0.99)
    expect(JSON.parse(join_evidence!)).toContain('both harbour master, hallin port')
  })

  it('a common name needs much, a rare one less, and nothing but the name is never enough', async () => {
    const archive = await database.newArchive()
    await add(
      archive,
      { id: 'a', name: 'John Smith', published: '2026-03-01', outlet: 'Courier' },
      { id: 'b', name: 'John Smith', published: '2026-03-02', outlet: 'Courier' },
      { id: 'c', name: 'John Smith', published: '2026-03-03', outlet: 'Courier', ...master },
      { id: 'd', name: 'John Smith', published: '2026-03-04', outlet: 'Courier', ...master },
      { id: 'e', name: 'Thessaly Quorn', published: '2026-03-01', outlet: 'Courier' },
      { id: 'f', name: 'Thessaly Quorn', published: '2026-03-02', outlet: 'Courier' },
      { id: 'g', name: 'Ysolde Prand', outlet: 'Courier' },
      { id: 'h', name: 'Ysolde Prand', outlet: 'Herald' },
    )
    expect(await groupsOf(archive, 'John Smith')).toEqual(['a', 'b', 'c, d'])
    expect(await groupsOf(archive, 'Thessaly Quorn')).toEqual(['e, f'])
    expect(await groupsOf(archive, 'Ysolde Prand')).toEqual(['g', 'h'])
    const { candidates } = await listCandidates(all(archive), { limit: 50 })
    expect(candidates.map(one => one.one.name)).toContain('Ysolde Prand')
    expect(candidates.find(one => one.one.name === 'Ysolde Prand')!.evidence).toEqual([
      'a rare name',
    ])
  })

  it('never joins a surname', async () => {
    const archive = await database.newArchive()
    await add(
      archive,
      { id: 'a', name: 'Quillane', ...master },
      { id: 'b', name: 'Quillane', ...master },
    )
    const rows = await archive.db
      .selectFrom('entity')
      .select('person_id')
      .where('name', '=', 'Quillane')
      .execute()
    expect(rows).toEqual([{ person_id: null }, { person_id: null }])
  })

  it.each<[string, Partial<Brief>, Partial<Brief>]>([
    ['ages that cannot both be true', { age: 34 }, { age: 61 }],
    ['genders', { gender: 'female' }, { gender: 'male' }],
    ['middle names', { name: 'Ola M. Berg' }, { name: 'Ola Jens Berg' }],
    ['father and son', { name: 'Ola Berg Sr' }, { name: 'Ola Berg Jr' }],
  ])('keeps apart: %s', async (_, one, other) => {
    const archive = await database.newArchive()
    const both = {
      name: 'Ola Berg',
      ...master,
      published: '2026-03-01',
      with: ['Thessaly Quorn', 'Rafe Stow'],
    }
    await add(archive, { ...both, ...one, id: 'a' }, { ...both, ...other, id: 'b' })
    const groups = (await grouping(archive)).filter(group => group.includes('Berg'))
    expect(groups).toHaveLength(2)
    const same = await database.newArchive()
    await add(same, { ...both, ...one, id: 'a' }, { ...both, ...one, id: 'b' })
    expect((await grouping(same)).filter(group => group.includes('Berg'))).toHaveLength(1)
  })

  it('ages are counted by the dates: 59 then, 61 two years later', async () => {
    const archive = await database.newArchive()
    await add(
      archive,
      { id: 'a', name: 'Ola Berg', age: 59, published: '2020-03-01' },
      { id: 'b', name: 'Ola Berg', age: 61, published: '2022-03-01' },
      { id: 'c', name: 'Ola Berg', age: 59, published: '2026-03-01' },
    )
    expect(await groupsOf(archive, 'Ola Berg')).toEqual(['a, b', 'c'])
  })

  it('two roles at one time keep a name apart, and those of whom nothing is told go to neither', async () => {
    const archive = await database.newArchive()
    const at = (id: string, more: Partial<Brief>): Brief => ({
      id,
      name: 'Thessaly Quorn',
      published: '2026-03-01',
      ...more,
    })
    await add(
      archive,
      at('a', { title: 'nurse', age: 30 }),
      at('b', {}),
      at('c', { title: 'admiral', age: 60 }),
      at('d', { outlet: 'Herald' }),
    )
    const groups = await groupsOf(archive, 'Thessaly Quorn')
    expect(groups).toEqual(['a', 'b', 'c', 'd'])
  })

  it('two roles are no proof either way: the pair waits for an editor, unless more speaks for it', async () => {
    const archive = await database.newArchive()
    await add(
      archive,
      { id: 'a', name: 'Thessaly Quorn', title: 'nurse' },
      { id: 'b', name: 'Thessaly Quorn', title: 'admiral' },
      { id: 'c', name: 'Ysolde Prand', title: 'delegate', with: ['Rafe Stow', 'Ada Venn'] },
      { id: 'd', name: 'Ysolde Prand', title: 'rebel', with: ['Rafe Stow', 'Ada Venn'] },
    )
    expect(await groupsOf(archive, 'Thessaly Quorn')).toEqual(['a', 'b'])
    expect(await groupsOf(archive, 'Ysolde Prand')).toEqual(['c, d'])
    const { candidates } = await listCandidates(all(archive), { limit: 9 })
    expect(candidates.map(one => one.one.name)).toEqual(['Thessaly Quorn'])
    expect(candidates[0]!.evidence[1]).toMatch(/^against it: different roles/)
  })

  it('copies of one story are about the same people', async () => {
    const archive = await database.newArchive()
    const words = Array.from({ length: 60 }, (_, k) => `word${k * 7}`).join(' ')
    const copy = (outlet: string): ReadArrival => {
      const text = `John Smith came on the boat. ${words}\n\n“It was cold,” he said in ${outlet}.`
      return story({ text, outlet, path: `${outlet}.txt` }, { entities: { 'John Smith': {} } })
    }
    await addStories(archive, [copy('Courier'), copy('Herald')])
    await add(archive, { id: 'x', name: 'John Smith', outlet: 'Post' })
    expect(await groupsOf(archive, 'John Smith')).toEqual(['Courier, Herald', 'x'])
  })

  it('two of one name in one story are two', async () => {
    const archive = await database.newArchive()
    const text = 'Clem Hobday sold it. Another Clem Hobday, no relation, bought it.'
    const twice = story({ text }, { entities: { 'Clem Hobday': {} } })
    const second = {
      ...twice.record.entities[0]!,
      id: 'e2',
      mentions: [{ start: 29, end: 40, text: 'Clem Hobday', form: 'name' as const }],
    }
    expect(text.slice(29, 40)).toBe('Clem Hobday')
    await addStories(archive, [
      { ...twice, record: { ...twice.record, entities: [...twice.record.entities, second] } },
    ])
    await rejoin(archive, editor)
    expect((await listPeople(all(archive), { name: 'hobday', limit: 9 })).people).toHaveLength(2)
  })

  const many: Brief[] = [
    { id: 'a', name: 'Ola Berg', ...master, age: 50, published: '2026-03-01' },
    { id: 'b', name: 'Ola Berg', age: 51, published: '2026-09-01', outlet: 'Herald' },
    { id: 'c', name: 'Ola Berg', title: 'nurse', age: 25, published: '2026-03-05' },
    { id: 'd', name: 'Ola Berg', published: '2026-03-02' },
    { id: 'e', name: 'Ola Berg', ...master, published: '2020-03-02', outlet: 'Post' },
    { id: 'f', name: 'Rafe Stow', published: '2026-03-01' },
    { id: 'g', name: 'Rafe Stow', published: '2026-03-09', gender: 'male' },
    { id: 'h', name: 'Rafe Stow', published: '2026-04-09', wife: 'Ada Stow' },
    { id: 'i', name: 'Rafe Stow', published: '2026-04-10', gender: 'female' },
  ]

  it('is the same in whatever order stories come', async () => {
    const orders = fc.sample(fc.shuffledSubarray(many, { minLength: many.length }), {
      numRuns: 5,
      seed: 7,
    })
    const groupings: string[][] = []
    for (const order of [many, ...orders]) {
      const archive = await database.newArchive()
      for (const one of order) await add(archive, one)
      await rejoin(archive, editor)
      groupings.push(await grouping(archive))
    }
    for (const one of groupings) expect(one).toEqual(groupings[0])
    expect(groupings[0]).toContain('a Ola Berg, b Ola Berg, e Ola Berg')
  })

  it('reading a story anew looks at its names anew', async () => {
    const archive = await database.newArchive()
    const old: Brief = { id: 'a', name: 'Ola Berg', age: 34, ...master, published: '2026-03-01' }
    await add(archive, old, { ...old, id: 'b', age: 61 })
    expect(await groupsOf(archive, 'Ola Berg')).toHaveLength(2)
    const [again] = await add(archive, { ...old, age: 61 })
    expect(again!.outcome).toBe('version')
    expect(await groupsOf(archive, 'Ola Berg')).toEqual(['a, b'])
  })

  it('the samples: joins only those that are one', async () => {
    const archive = await database.newArchive()
    await addStories(archive, sampleStories())
    const joined = (await grouping(archive)).filter(group => group.includes(', '))
    for (const group of joined) {
      const names = new Set(
        group.split(', ').map(one => one.replace(/^\S+ /, '').toLowerCase().replace(/['’]/g, '')),
      )
      expect(names.size, group).toBe(1)
    }
    expect(joined.some(group => group.includes('Mirela Tasch'))).toBe(true)
    expect(await checkAudit(archive.db)).toBe(null)
  })
})

onBoth('editors', database => {
  const told: Brief[] = [
    { id: 'a', name: 'Ola Berg', ...master, age: 50, published: '2026-03-01' },
    { id: 'b', name: 'Ola Berg', ...master, published: '2026-03-04' },
    { id: 'c', name: 'Ola Berg', title: 'nurse', age: 25, published: '2026-03-05' },
    { id: 'd', name: 'Ola Svensson', published: '2026-03-06' },
    { id: 'e', name: 'Berg', published: '2026-03-06' },
  ]

  /** All that edits may change. */
  async function state({ db }: Archive) {
    const people = await db
      .selectFrom('person')
      .select(['key', 'name', 'merged_into', 'known', 'mentions'])
      .orderBy('id')
      .execute()
    const made = new Set(people.filter(one => one.merged_into === null).map(one => one.key))
    return {
      people: people.filter(one => made.has(one.key)),
      entities: await db
        .selectFrom('entity')
        .select(['id', 'person_id', 'join_by', 'join_score'])
        .orderBy('id')
        .execute(),
      names: await db
        .selectFrom('person_name')
        .innerJoin('person', 'person.id', 'person_name.person_id')
        .select(['key', 'person_name.name'])
        .where('merged_into', 'is', null)
        .orderBy('key')
        .orderBy('person_name.name')
        .execute(),
      candidates: await db
        .selectFrom('candidate')
        .select(['person_id', 'other_id', 'state'])
        .orderBy('person_id')
        .orderBy('other_id')
        .execute(),
    }
  }

  it('merge: mentions, names and links go over; undone it is as before; undone again it is done', async () => {
    const archive = await database.newArchive()
    await add(archive, ...told)
    const [berg, svensson] = [
      await keyOf(archive, 'Ola Berg'),
      await keyOf(archive, 'Ola Svensson'),
    ]
    const before = await state(archive)
    const edit = await mergePersons(archive, svensson, berg, { ...editor, why: 'married' })
    const page = await personPage(all(archive), svensson, { limit: 10 })
    expect(page).toMatchObject({ key: berg, stories: 3, names: ['Ola Svensson'] })
    expect(page.edits).toMatchObject([
      { key: edit.key, kind: 'merge', who: 'ed', why: 'married', undone: false },
    ])
    const after = await state(archive)
    const undo = await undoEdit(archive, edit.key, editor)
    expect(await state(archive)).toEqual(before)
    await expect(undoEdit(archive, edit.key, editor)).rejects.toMatchObject({ code: 'conflict' })
    await undoEdit(archive, undo.key, editor)
    expect(await state(archive)).toEqual(after)
    const [first] = (await personPage(all(archive), berg, { limit: 1 })).edits.filter(
      one => one.kind === 'merge',
    )
    expect(first!.undone).toBe(false)
    expect(await checkAudit(archive.db)).toBe(null)
    const deeds = await archive.db
      .selectFrom('audit')
      .select('action')
      .where('subject', '=', `person:${berg}`)
      .execute()
    expect(deeds.map(one => one.action)).toEqual(['person-merge', 'person-undo', 'person-undo'])
  })

  it('split: the machine never puts it back, nor takes what stayed', async () => {
    const archive = await database.newArchive()
    await add(archive, ...told)
    const berg = await keyOf(archive, 'Ola Berg')
    const page = await personPage(all(archive), berg, { limit: 10 })
    const story = page.said.quotes.find(quote => quote.published === '2026-03-04')!.story
    const edit = await splitPerson(
      archive,
      berg,
      { mentions: [story], name: 'Ola Berg (tug)' },
      editor,
    )
    await rejoin(archive, editor)
    await add(archive, { id: 'f', name: 'Ola Berg', ...master, published: '2026-03-07' })
    await rejoin(archive, editor)
    const groups = await groupsOf(archive, 'Ola Berg')
    expect(groups.some(group => /a.*b|b.*a/.test(group))).toBe(false)
    expect(groups.join(' ')).toContain('b')
    const made = edit.persons[1]!
    expect((await personPage(all(archive), made, { limit: 1 })).name).toBe('Ola Berg (tug)')
    await undoEdit(archive, edit.key, editor)
    expect((await personPage(all(archive), made, { limit: 1 })).key).toBe(berg)
  })

  it('give: a surname alone is whom an editor says', async () => {
    const archive = await database.newArchive()
    const added = await add(archive, ...told)
    const berg = await keyOf(archive, 'Ola Berg')
    const ref = `${added[4]!.key}/e1`
    await expect(giveMentions(archive, berg, [added[4]!.key], editor)).rejects.toMatchObject({
      code: 'bad-query',
    })
    await giveMentions(archive, berg, [ref], editor)
    await rejoin(archive, editor)
    const page = await personPage(all(archive), berg, { limit: 10 })
    expect(page.called.map(one => one.name).sort()).toEqual(['Berg', 'Ola Berg'])
    expect(page.stories).toBe(3)
  })

  it('candidates: rejected they are gone for ever, accepted they are one', async () => {
    const archive = await database.newArchive()
    await add(
      archive,
      { id: 'a', name: 'Ysolde Prand' },
      { id: 'b', name: 'Ysolde Prand', outlet: 'Herald' },
    )
    const pairs = async () => (await listCandidates(all(archive), { limit: 9 })).candidates
    const [{ one, other }] = (await pairs()) as [Awaited<ReturnType<typeof pairs>>[0]]
    const edit = await rejectCandidate(archive, one.key, other.key, editor)
    expect(await pairs()).toEqual([])
    await add(archive, { id: 'c', name: 'Ysolde Prand', ...master, outlet: 'Post' })
    await rejoin(archive, editor)
    expect(
      (await pairs()).some(pair =>
        [pair.one.key, pair.other.key].every(key => [one.key, other.key].includes(key)),
      ),
    ).toBe(false)
    await undoEdit(archive, edit.key, editor)
    await acceptCandidate(archive, one.key, other.key, editor)
    expect(await groupsOf(archive, 'Ysolde Prand')).toContain('a, b')
  })

  it('refuses what cannot be, and says the way out', async () => {
    const archive = await database.newArchive()
    await add(archive, ...told)
    const berg = await keyOf(archive, 'Ola Berg')
    const port = await keyOf(archive, 'Hallin Port')
    const refused = (what: Promise<unknown>, code: string) =>
      expect(what).rejects.toMatchObject({ code })
    await refused(mergePersons(archive, berg, berg, editor), 'bad-query')
    await refused(mergePersons(archive, berg, port, editor), 'bad-query')
    await refused(mergePersons(archive, berg, 'nobody', editor), 'not-found')
    await refused(splitPerson(archive, berg, { mentions: ['nowhere'] }, editor), 'not-found')
    await refused(undoEdit(archive, 'none', editor), 'not-found')
    await refused(listPeople(all(archive), { limit: 5, cursor: 'x' }), 'bad-query')
    const first = await renamePerson(archive, berg, 'Ola B.', editor)
    await renamePerson(archive, berg, 'O. Berg', editor)
    await refused(undoEdit(archive, first.key, editor), 'conflict')
  })

  it('any edits undone one after another, the last first, leave the register as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom('merge', 'split', 'rename', 'reject', 'give'),
            fc.nat(9),
            fc.nat(9),
          ),
          {
            minLength: 2,
            maxLength: 6,
          },
        ),
        async steps => {
          const archive = await database.newArchive()
          const added = await add(archive, ...told)
          const before = await state(archive)
          const done: string[] = []
          for (const [what, a, b] of steps) {
            const { people } = await listPeople(all(archive), { limit: 50 })
            const [one, other] = [people[a % people.length]!, people[b % people.length]!]
            const edit = await {
              merge: () => mergePersons(archive, one.key, other.key, editor),
              split: () => splitPerson(archive, one.key, { mentions: [added[b % 5]!.key] }, editor),
              rename: () => renamePerson(archive, one.key, `Name ${b}`, editor),
              reject: () => rejectCandidate(archive, one.key, other.key, editor),
              give: () => giveMentions(archive, one.key, [`${added[b % 5]!.key}/e1`], editor),
            }
              [what]()
              .catch(error => {
                expect(error.code).toMatch(/bad-query|conflict|not-found/)
              })
            if (edit) done.push(edit.key)
          }
          for (const key of done.toReversed()) await undoEdit(archive, key, editor)
          expect(await state(archive)).toEqual(before)
        },
      ),
      { numRuns: database.engine === 'sqlite' ? 12 : 4 },
    )
  })
})

onBoth('the page of a person', database => {
  it('tells quotes, roles, ages, ties and claims, each with its place', async () => {
    const archive = await database.newArchive()
    const base: Brief = { id: 'a', name: 'Ola Berg', ...master, published: '2026-03-01' }
    await add(
      archive,
      { ...base, age: 50, wife: 'Ada Berg', with: ['Rafe Stow'] },
      { ...base, id: 'b', published: '2026-05-01', outlet: 'Herald' },
      {
        ...base,
        id: 'c',
        published: '2026-06-01',
        age: 71,
        by: 'Rafe Stow',
        with: [],
        organisation: undefined as never,
        title: 'thief',
      },
    )
    const page = await personPage(all(archive), await keyOf(archive, 'Ola Berg'), { limit: 10 })
    const own = page.roles.find(role => role.title === 'harbour master')!
    expect(own).toMatchObject({ times: 2, claim: false, first: '2026-03-01', last: '2026-05-01' })
    expect(own.organisation!.name).toBe('Hallin Port')
    const claim = page.roles.find(role => role.title === 'thief')!
    expect(claim).toMatchObject({ claim: true })
    expect(claim.citations[0]!.claimedBy).toMatchObject([{ name: 'Rafe Stow' }])
    expect(page.ties).toMatchObject([
      { type: 'family', relation: 'wife', direction: 'to', other: { name: 'Ada Berg' } },
    ])
    expect(page.about).toMatchObject([{ speakers: [{ name: 'Rafe Stow' }] }])
    expect(page.contradictions).toMatchObject([{ kind: 'born' }])
    const cited = page.contradictions[0]!.sides.flatMap(side => side.citations)
    expect(cited.map(one => one.claimedBy !== null)).toEqual([false, true])
    const { start, end, story: key } = page.ages[0]!.citation
    const { text } = await archive.db
      .selectFrom('version')
      .innerJoin('story', 'story.version_id', 'version.id')
      .select('text')
      .where('story.key', '=', key)
      .executeTakeFirstOrThrow()
    expect(text.slice(start, end)).toBe('Ola Berg, 50')
    expect(page.quotedWith).toMatchObject([{ name: 'Rafe Stow', stories: 1 }])
    expect(page.toldIn).toHaveLength(page.stories)
    expect(page.toldIn.map(one => one.story)).toContain(key)
  })

  it('goes through all quotes by a cursor, and filters them', async () => {
    const archive = await database.newArchive()
    const days = ['2026-03-01', '2026-03-02', '2026-03-02', '2026-03-04', undefined]
    await add(
      archive,
      ...days.map((published, k) => ({
        id: 'abcde'[k]!,
        name: 'Ola Berg',
        ...master,
        outlet: k % 2 ? 'Herald' : 'Courier',
        ...(published ? { published } : {}),
      })),
    )
    const key = await keyOf(archive, 'Ola Berg')
    const whole = (await personPage(all(archive), key, { limit: 100 })).said.quotes
    expect(whole).toHaveLength(5)
    const walked: (typeof whole)[number][] = []
    let cursor: string | undefined
    do {
      const { said } = await personPage(all(archive), key, { limit: 2, cursor })
      walked.push(...said.quotes)
      cursor = said.next ?? undefined
    } while (cursor)
    expect(walked).toEqual(whole)
    const days2 = await personPage(all(archive), key, {
      limit: 9,
      from: '2026-03-02',
      to: '2026-03-02',
    })
    expect(days2.said.quotes).toHaveLength(2)
    expect(
      (await personPage(all(archive), key, { limit: 9, outlet: 'Herald' })).said.quotes,
    ).toHaveLength(2)
  })

  it('shows what licences, sight and hidden stories leave', async () => {
    const archive = await database.newArchive()
    const [, hidden] = await add(
      archive,
      { id: 'a', name: 'Ola Berg', ...master, says: 'One two three four five', outlet: 'Courier' },
      { id: 'b', name: 'Ola Berg', ...master, says: 'Never seen by anybody', outlet: 'Courier' },
      { id: 'c', name: 'Ola Berg', ...master, says: 'Six seven eight nine', outlet: 'Herald' },
      { id: 'd', name: 'Rafe Stow', outlet: 'Herald' },
    )
    await archive.db
      .updateTable('story')
      .set({ state: 'hidden' })
      .where('key', '=', hidden!.key)
      .execute()
    await archive.db
      .updateTable('source')
      .set({ licence: 'snippet', snippet_words: 2 })
      .where('name', '=', 'Courier')
      .execute()
    await archive.db
      .updateTable('source')
      .set({ licence: 'link' })
      .where('name', '=', 'Herald')
      .execute()
    const key = await keyOf(archive, 'Ola Berg')
    const words = async (view: Parameters<typeof personPage>[0]) =>
      (await personPage(view, key, { limit: 9 })).said.quotes.map(quote => quote.words).sort()
    expect(await words(all(archive))).toEqual([null, '“One two'].sort())
    const [courier, herald] = await Promise.all(
      ['Courier', 'Herald'].map(
        async name =>
          (
            await archive.db
              .selectFrom('source')
              .select('id')
              .where('name', '=', name)
              .executeTakeFirstOrThrow()
          ).id,
      ),
    )
    const only = (id: number) => ({ archive, sight: [id] })
    expect(await words(only(courier!))).toEqual(['“One two'])
    const seen = async (id: number) =>
      (await listPeople(only(id), { limit: 9 })).people.map(one => one.name).sort()
    expect(await seen(courier!)).toEqual(['Hallin Port', 'Ola Berg'])
    expect(await seen(herald!)).toEqual(['Hallin Port', 'Ola Berg', 'Rafe Stow'])
    const toldIn = async (view: Parameters<typeof personPage>[0]) =>
      (await personPage(view, key, { limit: 1 })).toldIn.map(one => one.outlet).sort()
    expect(await toldIn(all(archive))).toEqual(['Courier', 'Herald'])
    expect(await toldIn(only(courier!))).toEqual(['Courier'])
    const stow = await keyOf(archive, 'Rafe Stow')
    await expect(personPage(only(courier!), stow, { limit: 1 })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(personPage({ archive, sight: [] }, key, { limit: 1 })).rejects.toMatchObject({
      code: 'not-found',
    })
    await archive.db.updateTable('person').set({ state: 'hidden' }).where('key', '=', key).execute()
    await expect(personPage(all(archive), key, { limit: 1 })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await listPeople(all(archive), { name: 'berg', limit: 9 })).people).toEqual([])
  })

  it('finds people by any beginning of words, and nothing in them is a pattern', async () => {
    const archive = await database.newArchive()
    await add(
      archive,
      { id: 'a', name: 'Óla Måns Berg', ...master },
      { id: 'b', name: 'Rafe Stow' },
    )
    const found = async (name: string) =>
      (await listPeople(all(archive), { name, limit: 9 })).people.map(one => one.name)
    expect(await found('berg OL')).toEqual(['Óla Måns Berg'])
    expect(await found('ans')).toEqual([])
    for (const name of ['%', '_', "'; drop table person; --", '💥', '"'])
      expect(await found(name), name).toEqual([])
    const first = await listPeople(all(archive), { limit: 1 })
    const second = await listPeople(all(archive), { limit: 5, cursor: first.next! })
    expect([...first.people, ...second.people].map(one => one.name).sort()).toEqual([
      'Hallin Port',
      'Rafe Stow',
      'Óla Måns Berg',
    ])
    expect(second.next).toBe(null)
  })
})
