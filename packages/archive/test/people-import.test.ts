import { expect, it } from 'vitest'
import {
  type Archive,
  type Authority,
  addStories,
  type ImportRow,
  importAuthorities,
  listCandidates,
  listPeople,
  mergePersons,
  personPage,
  rejoin,
  undoEdit,
} from '../src/index.js'
import { onBoth } from './databases.js'
import { type Brief, brief } from './people-stories.js'

const editor = { who: 'ed', at: '2026-04-01T10:00:00Z' }
const all = (archive: Archive) => ({ archive, sight: 'all' as const })

const authority = (identifier: string, more: Partial<Authority>): ImportRow => ({
  line: 1,
  entry: {
    scheme: 'wikidata',
    identifier,
    type: 'person',
    name: 'Ola Berg',
    aliases: [],
    born: null,
    gender: null,
    roles: [],
    ...more,
  },
})

async function* of(rows: readonly ImportRow[]) {
  yield* rows
}

const take = (archive: Archive, ...rows: ImportRow[]) =>
  importAuthorities(archive, of(rows), editor)

const told: Brief[] = [
  { id: 'a', name: 'Ola Berg', title: 'harbour master', age: 50, published: '2020-03-01' },
  { id: 'b', name: 'Rafe Stow', published: '2020-03-02' },
]

const idsOf = async (archive: Archive, name: string) =>
  (await listPeople(all(archive), { name, limit: 9 })).people.map(one => one.identifiers)

onBoth('authority files', database => {
  it('join on a name and a date of birth, and bring names; again they change nothing', async () => {
    const archive = await database.newArchive()
    await addStories(archive, told.map(brief))
    const row = authority('Q1', { born: '1969-06-01', aliases: ['Ola Svensson', 'Berg'] })
    expect((await take(archive, row)).counts).toMatchObject({ joined: 1, doubtful: 0 })
    expect(await idsOf(archive, 'svensson')).toEqual([[{ scheme: 'wikidata', identifier: 'Q1' }]])
    const before = await archive.db.selectFrom('person').selectAll().orderBy('id').execute()
    expect((await take(archive, row)).counts).toMatchObject({ joined: 0, known: 1 })
    expect(await archive.db.selectFrom('person').selectAll().orderBy('id').execute()).toEqual(
      before,
    )
    await rejoin(archive, editor)
    expect(await idsOf(archive, 'svensson')).toEqual([[{ scheme: 'wikidata', identifier: 'Q1' }]])
    // a name that only the file gives is known to later stories
    await addStories(archive, [
      brief({
        id: 'c',
        name: 'Ola Svensson',
        age: 51,
        title: 'harbour master',
        published: '2020-12-01',
      }),
    ])
    const [person] = (await listPeople(all(archive), { name: 'ola berg', limit: 9 })).people
    expect(person!.stories).toBe(2)
  })

  it('never join on a name alone, nor against a date of birth', async () => {
    const archive = await database.newArchive()
    await addStories(archive, told.map(brief))
    const { counts } = await take(
      archive,
      authority('Q1', { name: 'Rafe Stow' }),
      authority('Q2', { born: '1930' }),
      authority('Q3', { name: 'Nobody Known', born: '1930' }),
    )
    expect(counts).toMatchObject({ joined: 0, doubtful: 1, nobody: 2 })
    expect(
      (await listPeople(all(archive), { limit: 9 })).people.every(one => one.stories > 0),
    ).toBe(true)
    const rows = await archive.db.selectFrom('person_authority').select('identifier').execute()
    expect(rows).toEqual([{ identifier: 'Q1' }])
  })

  it('never pick one of several: both are candidates, and an editor says', async () => {
    const archive = await database.newArchive()
    await addStories(archive, told.map(brief))
    const { counts, problems } = await take(
      archive,
      authority('Q1', { born: '1969-06-01' }),
      { line: 2, problem: 'It is no JSON.' },
      { ...authority('Q2', { born: '1969-08-01' }), line: 3 },
    )
    expect(counts).toMatchObject({ joined: 0, conflict: 2, bad: 1 })
    expect(problems.map(one => one.line).sort()).toEqual([1, 2, 3])
    expect((await idsOf(archive, 'ola berg')).flat()).toEqual([])
    const { candidates } = await listCandidates(all(archive), { limit: 9 })
    const ids = candidates.flatMap(one => [...one.one.identifiers, ...one.other.identifiers])
    expect(ids.map(one => one.identifier).sort()).toEqual(['Q1', 'Q2'])
    const pair = candidates.find(one =>
      [one.one, one.other].some(({ identifiers }) => identifiers[0]?.identifier === 'Q2'),
    )!
    const [from, into] = pair.one.stories === 0 ? [pair.one, pair.other] : [pair.other, pair.one]
    const edit = await mergePersons(archive, from.key, into.key, editor)
    expect(await idsOf(archive, 'ola berg')).toEqual([[{ scheme: 'wikidata', identifier: 'Q2' }]])
    await undoEdit(archive, edit.key, editor)
    expect((await idsOf(archive, 'ola berg')).flat()).toEqual([])
  })

  it('a join is undone like any edit', async () => {
    const archive = await database.newArchive()
    await addStories(archive, told.map(brief))
    await take(archive, authority('Q1', { born: '1969-06-01', aliases: ['Ola Svensson'] }))
    const { key } = (await listPeople(all(archive), { name: 'svensson', limit: 1 })).people[0]!
    const page = await personPage(all(archive), key, { limit: 1 })
    expect(page.edits).toMatchObject([{ kind: 'import', who: 'ed' }])
    await undoEdit(archive, page.edits[0]!.key, editor)
    expect((await listPeople(all(archive), { name: 'svensson', limit: 1 })).people).toEqual([])
    expect((await idsOf(archive, 'ola berg')).flat()).toEqual([])
  })
})
