import { expect, it } from 'vitest'
import {
  type Archive,
  acceptCandidate,
  addStories,
  checkArchive,
  type Fault,
  giveMentions,
  hide,
  importAuthorities,
  lift,
  listCandidates,
  listPeople,
  mergePersons,
  personPage,
  rejectCandidate,
  rejoin,
  renamePerson,
  replaceName,
  search,
  setLicence,
  splitPerson,
  undoEdit,
  withdrawStory,
} from '../../src/index.js'
import { onBoth } from '../databases.js'
import { type Brief, brief } from '../people-stories.js'
import { bytesOf, indexed, placesWith } from './places.js'

const doer = { who: 'admin', at: '2026-04-01T10:00:00Z' }
const editor = { who: 'ed', at: '2026-03-20T10:00:00Z' }
const all = (archive: Archive) => ({ archive, sight: 'all' as const })
const lawyer = { title: 'lawyer', organisation: 'Hallin Bar' }

/** Orla Maria Quillvenn under three names in five stories, with others who are told of beside her, and a body named after her. */
const told: Brief[] = [
  {
    id: 'a',
    name: 'Orla Maria Quillvenn',
    ...lawyer,
    age: 41,
    with: ['Pia Moor', 'Bo Teel'],
    published: '2026-01-03',
  },
  {
    id: 'b',
    name: 'Orla Quillvenn',
    ...lawyer,
    age: 41,
    with: ['Pia Moor'],
    published: '2026-01-05',
  },
  {
    id: 'c',
    name: 'Orla Zanderby',
    title: 'rower',
    with: ['Bo Teel', 'Pia Moor'],
    published: '2026-01-09',
  },
  { id: 'd', name: 'Orla Quillvenn', published: '2026-01-10', outlet: 'Post' },
  {
    id: 'e',
    name: 'Bo Teel',
    title: 'clerk',
    organisation: 'Quillvenn Trust',
    published: '2026-01-12',
  },
  { id: 'f', name: 'Jon Sorley', wife: 'Orla Quillvenn', published: '2026-01-13' },
]

async function* rows(...entries: Partial<Record<string, unknown>>[]) {
  for (const [k, entry] of entries.entries())
    yield {
      line: k + 1,
      entry: {
        scheme: 'wikidata',
        identifier: `Q${k + 71}`,
        type: 'person',
        name: 'Orla Quillvenn',
        aliases: [],
        born: null,
        gender: null,
        roles: [],
        ...entry,
      },
    } as never
}

const keyOf = async (archive: Archive, name: string): Promise<string> =>
  (await listPeople(all(archive), { name, limit: 50 })).people.find(one => one.name === name)!.key

/** A register as editors leave it: joined, merged, renamed, given, with an authority's identifiers. */
async function built(archive: Archive) {
  const added = await addStories(archive, told.map(brief))
  const stories = Object.fromEntries(added.map(({ key }, k) => [told[k]!.id, key]))
  await rejoin(archive, editor)
  const orla = (await listPeople(all(archive), { name: 'quillvenn', limit: 50 })).people.find(
    one => one.stories > 1,
  )!.key
  const rower = await keyOf(archive, 'Orla Zanderby')
  const merge = await mergePersons(archive, rower, orla, {
    ...editor,
    why: 'Zanderby is her name by birth',
  })
  const rename = await renamePerson(archive, orla, 'O. M. Quillvenn-Zanderby', editor)
  await importAuthorities(
    archive,
    rows({ born: '1984-06', roles: ['lawyer'], aliases: ['Orla von Quillvenn'] }),
    editor,
  )
  return { stories, orla, rower, merge, rename }
}

async function sound(archive: Archive) {
  const faults: Fault[] = []
  await checkArchive(archive, fault => faults.push(fault))
  expect(faults).toEqual([])
}

const FORMS = ['quillvenn', 'zanderby', 'Q71']
const by = 'a "lawyer" of 41'
const replacing = { by, reason: 'Article 17.', everywhere: true, confirm: true }

onBoth('a name replaced that the register knows', database => {
  it('is gone in all its forms: from the register, from what it says of others, from ways back', async () => {
    const archive = await database.newArchive()
    const { orla, rower, merge, rename } = await built(archive)
    const held = await placesWith(archive, 'quillvenn')
    for (const place of [
      'person.name',
      'person_name.name',
      'name_part.part',
      'correction.change',
      'correction.target',
      'audit.detail',
      'entity.block',
    ])
      expect(held).toContain(place)
    expect(await placesWith(archive, 'Q71')).toContain('person_authority.identifier')
    const tried = await replaceName(archive, orla, { ...replacing, confirm: false }, doer)
    const done = await replaceName(archive, orla, replacing, doer)
    expect(done.changes).toEqual(tried.changes)
    expect(done.left).toEqual([])
    for (const form of FORMS) {
      const left = await placesWith(archive, form)
      // the body is called after a surname alone
      expect([
        form,
        left.filter(
          place => !/^(entity|person|name_part|record|version|fact|correction)/.test(place),
        ),
      ]).toEqual([form, []])
    }
    expect(await placesWith(archive, 'orla')).toEqual([])
    expect(await placesWith(archive, 'zanderby')).toEqual([])
    expect(await placesWith(archive, 'maria')).toEqual([])
    expect(await placesWith(archive, 'Q71')).toEqual([])
    for (const word of ['orla', 'zanderby']) {
      expect(await indexed(archive, word)).toEqual([])
      expect(bytesOf(archive).toLowerCase()).not.toContain(word)
    }
    await sound(archive)
    const page = await personPage(all(archive), rower, { limit: 9 })
    expect(page).toMatchObject({ key: orla, name: by, names: [], identifiers: [] })
    expect(page.said.quotes.length).toBeGreaterThan(3)
    for (const { key } of [merge, rename])
      await expect(undoEdit(archive, key, editor)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('not kept'),
      })
    const husband = await personPage(all(archive), await keyOf(archive, 'Jon Sorley'), { limit: 9 })
    expect(husband.ties.map(tie => tie.other)).toEqual([{ name: by, key: orla }])
    await rejoin(archive, editor)
    await sound(archive)
    expect(await placesWith(archive, 'orla')).toEqual([])
  })

  it('does not come back: by edits, authority files, stories', async () => {
    const archive = await database.newArchive()
    const { orla } = await built(archive)
    await replaceName(archive, orla, replacing, doer)
    await expect(renamePerson(archive, orla, 'Orla Quillvenn', editor)).rejects.toMatchObject({
      code: 'conflict',
    })
    const pia = await keyOf(archive, 'Pia Moor')
    await expect(renamePerson(archive, pia, 'Zanderby, Orla', editor)).rejects.toMatchObject({
      code: 'conflict',
    })
    const report = await importAuthorities(
      archive,
      rows({ born: '1984-06' }, { name: 'Pia Moor', aliases: ['Orla Quillvenn'] }),
      editor,
    )
    expect(report.counts.nobody).toBe(2)
    expect(report.problems).toHaveLength(2)
    await addStories(archive, [brief({ id: 'g', name: 'Orla Quillvenn', ...lawyer, age: 41 })])
    expect(await placesWith(archive, 'orla')).toEqual([])
    const again = await renamePerson(archive, orla, 'a rower', editor)
    await undoEdit(archive, again.key, editor)
    expect((await personPage(all(archive), orla, { limit: 1 })).name).toBe(by)
    await sound(archive)
  })

  it('stays with namesakes whom an editor keeps apart, and with candidates unless everywhere', async () => {
    const archive = await database.newArchive()
    await addStories(
      archive,
      [
        { id: 'a', name: 'Ola Berg', title: 'baker', published: '2026-01-01' },
        { id: 'b', name: 'Ola Berg', title: 'baker', published: '2026-01-02' },
        { id: 'c', name: 'Ola Berg', title: 'judge', published: '2026-01-02', outlet: 'Post' },
      ].map(brief),
    )
    const { people } = await listPeople(all(archive), { name: 'berg', limit: 9 })
    const [baker, ...others] = people.map(one => one.key)
    for (const other of others) {
      const { candidates } = await listCandidates(all(archive), { person: other, limit: 9 })
      if (candidates.length === 0) continue
      const tried = await replaceName(archive, baker!, { by: 'a baker', reason: 'x' }, doer)
      expect(
        tried.left.filter(one => one.person === other).every(one => one.why === 'unknown'),
      ).toBe(true)
      await rejectCandidate(archive, baker!, other, editor)
    }
    expect(others.length).toBeGreaterThan(0)
    const done = await replaceName(
      archive,
      baker!,
      { by: 'a baker', reason: 'x', everywhere: true, confirm: true },
      doer,
    )
    expect(done.left.map(one => one.why)).toEqual(others.map(() => 'namesake'))
    expect(
      (await listPeople(all(archive), { name: 'berg', limit: 9 })).people.map(one => one.key),
    ).toEqual(others)
    await sound(archive)
  })

  it('withdrawn: the keys of all who were merged say so, and nobody is left', async () => {
    const archive = await database.newArchive()
    const { orla, rower } = await built(archive)
    await replaceName(archive, orla, { ...replacing, withdrawn: true }, doer)
    expect(await placesWith(archive, 'orla')).toEqual([])
    for (const key of [orla, rower])
      await expect(personPage(all(archive), key, { limit: 1 })).rejects.toMatchObject({
        code: 'withdrawn',
      })
    await sound(archive)
  })
})

onBoth('somebody hidden', database => {
  const ready = async () => {
    const archive = await database.newArchive()
    const made = await built(archive)
    const { restriction } = await hide(
      archive,
      { subject: 'person', key: made.orla },
      { reason: 'asked for', confirm: true },
      doer,
    )
    const quotes = async () =>
      (await search(all(archive), { in: 'quotes', speaker: 'Orla', limit: 50 })).hits.length
    return { archive, ...made, restriction: restriction!, quotes }
  }

  it('is in no list and on nobody’s page; a story to come is joined and hidden', async () => {
    const { archive, orla, quotes, restriction } = await ready()
    const view = all(archive)
    expect(await quotes()).toBe(0)
    await addStories(archive, [
      brief({ id: 'h', name: 'Orla Quillvenn', ...lawyer, age: 41, published: '2026-01-20' }),
    ])
    expect(await quotes()).toBe(0)
    expect(
      (await listPeople(view, { name: 'quillvenn', type: 'person', limit: 9 })).people,
    ).toEqual([])
    await expect(personPage(view, orla, { limit: 9 })).rejects.toMatchObject({ code: 'not-found' })
    const husband = await personPage(view, await keyOf(archive, 'Jon Sorley'), { limit: 9 })
    const words = JSON.stringify([husband, await listCandidates(view, { limit: 99 })])
    expect(words).not.toContain(orla)
    await rejoin(archive, editor)
    expect(await quotes()).toBe(0)
    await sound(archive)
    await lift(archive, restriction, doer)
    expect(await quotes()).toBeGreaterThan(4)
    expect(await keyOf(archive, 'O. M. Quillvenn-Zanderby')).toBe(orla)
    await sound(archive)
  })

  it('is not parted while hidden; what is given to them is hidden too', async () => {
    const { archive, orla, merge, stories, quotes } = await ready()
    const pia = await keyOf(archive, 'Pia Moor')
    for (const edit of [
      () => undoEdit(archive, merge.key, editor),
      () => splitPerson(archive, orla, { mentions: [stories.c!] }, editor),
      () => giveMentions(archive, pia, [`${stories.a}/e1`], editor),
      () => mergePersons(archive, orla, pia, editor),
      () => acceptCandidate(archive, orla, pia, editor),
    ])
      await expect(edit()).rejects.toMatchObject({ code: 'conflict' })
    const found = async () =>
      (await search(all(archive), { in: 'quotes', text: '"file e"', limit: 9 })).hits.length
    const before = await found()
    await giveMentions(archive, orla, [`${stories.e}/e1`], editor)
    expect(await quotes()).toBe(0)
    expect(await found()).toBe(before - 1)
    await sound(archive)
  })

  it('a name replaced stays hidden, and is shown again without it', async () => {
    const { archive, orla, restriction } = await ready()
    await replaceName(archive, orla, replacing, doer)
    expect(
      (await listPeople(all(archive), { limit: 50 })).people.map(one => one.key),
    ).not.toContain(orla)
    await sound(archive)
    await lift(archive, restriction, doer)
    expect((await personPage(all(archive), orla, { limit: 1 })).name).toBe(by)
    await sound(archive)
  })
})

onBoth('a story withdrawn that the register knows', database => {
  it('takes with it what the register had from it alone', async () => {
    const archive = await database.newArchive()
    const { stories, orla } = await built(archive)
    await addStories(
      archive,
      [
        {
          id: 'x',
          name: 'Orla Quillvenn',
          title: 'zorbsmith',
          organisation: 'Xylo Works',
          age: 41,
          with: ['Yorick Plimsole'],
          published: '2026-01-15',
        },
      ].map(brief),
    )
    expect(await placesWith(archive, 'zorbsmith')).toContain('person.profile')
    expect(await placesWith(archive, 'plimsole')).toContain('name_part.part')
    const x = (
      await archive.db.selectFrom('story').select('key').orderBy('id', 'desc').execute()
    )[0]!.key
    await withdrawStory(archive, x, { reason: 'Libel.', confirm: true }, doer)
    for (const word of ['zorbsmith', 'xylo', 'plimsole', 'yorick'])
      expect([word, await placesWith(archive, word)]).toEqual([word, []])
    await withdrawStory(archive, stories.c!, { reason: 'Libel.', confirm: true }, doer)
    expect(await placesWith(archive, 'rower')).toEqual([])
    expect((await personPage(all(archive), orla, { limit: 9 })).key).toBe(orla)
    await sound(archive)
  })
})

onBoth('a page of the register', database => {
  it('shows roles, ages, ties and evidence of no source that lets no word be shown', async () => {
    const archive = await database.newArchive()
    await addStories(
      archive,
      [
        {
          id: 'a',
          name: 'Ola Berg',
          title: 'tide reader',
          organisation: 'Xylo Works',
          age: 50,
          outlet: 'Link',
          wife: 'Ann Berg',
        },
        { id: 'b', name: 'Ola Berg', title: 'night baker', age: 51, outlet: 'Free' },
        {
          id: 'c',
          name: 'Ola Berg',
          title: 'night baker',
          outlet: 'Free',
          published: '2026-01-01',
        },
      ].map(one => brief({ published: '2026-02-01', ...one })),
    )
    const { people } = await listPeople(all(archive), { name: 'ola berg', limit: 9 })
    const pages = async () =>
      JSON.stringify([
        await Promise.all(people.map(one => personPage(all(archive), one.key, { limit: 9 }))),
        await listCandidates(all(archive), { limit: 99 }),
      ])
    expect(await pages()).toContain('tide reader')
    const licence = { kind: 'link', words: null } as const
    await setLicence(archive, { name: 'Link', licence }, doer)
    const shown = await pages()
    expect(shown).not.toContain('tide reader')
    expect(shown).not.toContain('xylo works')
    expect(shown).toContain('night baker')
    await setLicence(archive, { name: 'Link', licence: { kind: 'snippet', words: 4 } }, doer)
    expect(await pages()).not.toContain('tide reader')
  })
})
