import { expect, it } from 'vitest'
import {
  type Archive,
  addStories,
  checkArchive,
  checkAudit,
  correct,
  type Fault,
  findStory,
  hide,
  keepProblem,
  lift,
  mergePersons,
  problemsOf,
  recognise,
  recordShown,
  replaceName,
  restrictionsOf,
  setLicence,
  sourcesOf,
  withdrawStory,
} from '../../src/index.js'
import { addName } from '../../src/people/persons.js'
import { onBoth } from '../databases.js'
import { story } from '../stories.js'
import { bytesOf, cells, indexed, placesWith } from './places.js'

const doer = { who: 'admin', at: '2026-04-01T10:00:00Z' }
const all = (archive: Archive) => ({ archive, sight: 'all' as const })

const ferry =
  'The ferry ran aground off Hallin on Monday with forty people on board, and the harbour was closed for the rest of the day.\n\n“We heard a zorbang,” said Orla Quillvenn, who was on the upper deck. “Then the lights went out and nobody told us anything for an hour.”\n\nQuillvenn’s lawyer said that an inquiry had begun. “My client is calm,” said Pia Moor.'
const told = {
  entities: { 'Orla Quillvenn': { mentions: ['Quillvenn#2'] }, 'Pia Moor': {} },
  quotes: [
    {
      content: '“We heard a zorbang,”',
      cue: 'said',
      source: 'Orla Quillvenn',
      speakers: ['Orla Quillvenn'],
    },
    { content: '“My client is calm,”', cue: 'said#3', source: 'Pia Moor', speakers: ['Pia Moor'] },
  ],
}
const courier = story(
  {
    text: ferry,
    title: 'Orla Quillvenn tells of zorbang',
    outlet: 'Courier',
    byline: ['Orla Quillvenn', 'Bo Teel'],
    url: 'https://courier.example/orla-quillvenn-zorbang',
    id: 'c-quillvenn-1',
    published: '2026-03-10',
    path: 'in/orla-quillvenn.html',
    original: Buffer.from(`<p>${ferry}</p>`),
    mediaType: 'text/html',
    back: [{ start: 0, end: 3, at: 3 }],
    turns: [{ start: 0, end: 10, speaker: 'Orla Quillvenn' }],
  },
  told,
)
const post = story(
  { text: `HALLIN: ${ferry}`, outlet: 'Post', path: 'in/post.txt', id: 'p1' },
  told,
)
const other = story(
  {
    text: 'Orla Quillvenn, the painter, opened her show on Friday. “Paint what is there,” she said to nobody in particular.',
    outlet: 'Post',
    path: 'in/painter.txt',
  },
  {
    entities: { 'Orla Quillvenn': { mentions: ['her', 'she'] } },
    quotes: [
      {
        content: '“Paint what is there,”',
        cue: 'said',
        source: 'she',
        speakers: ['Orla Quillvenn'],
      },
    ],
  },
)

/** Somebody in the register, joined by an editor with the entities of that name in these stories; in others it is nobody's. */
async function register(archive: Archive, key: string, name: string, stories: readonly string[]) {
  const { id } = await archive.db
    .insertInto('person')
    .values({ key, type: 'person', name, made_at: doer.at } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  await addName(archive.db, id, 'person', name)
  await archive.db
    .insertInto('person_authority')
    .values({ person_id: id, scheme: 'wikidata', identifier: `Q-${key}` })
    .execute()
  await archive.db
    .updateTable('entity')
    .set({ person_id: id, join_score: 0.99, join_by: 'ed', join_evidence: `["${name}"]` })
    .where('name', '=', name)
    .where(
      'story_id',
      'in',
      archive.db.selectFrom('story').select('id').where('key', 'in', stories),
    )
    .execute()
  await archive.db
    .updateTable('entity')
    .set({ person_id: null, join_by: null })
    .where('name', '=', name)
    .where('join_by', '=', 'machine')
    .execute()
  const told = archive.db
    .selectFrom('entity')
    .select('person_id')
    .where('person_id', 'is not', null)
  await archive.db.deleteFrom('person').where('id', 'not in', told).execute()
  return id
}

const hiddenQuotes = async (archive: Archive) =>
  (
    await archive.db
      .selectFrom('quote')
      .select('content')
      .where('hidden', '=', 1)
      .orderBy('id')
      .execute()
  ).map(row => row.content)

/** Texts, hashes, records, rows, indexes and the audit log fit each other. */
async function sound(archive: Archive) {
  const faults: Fault[] = []
  await checkArchive(archive, fault => faults.push(fault))
  expect(faults).toEqual([])
}

onBoth('licences of sources', database => {
  it('are set, and told beforehand', async () => {
    const archive = await database.newArchive()
    const [added] = await addStories(archive, [courier])
    expect(await sourcesOf(all(archive))).toEqual([
      { name: 'Courier', licence: { kind: 'full', words: null }, note: null, stories: 1 },
    ])
    const set = await setLicence(
      archive,
      { name: 'Courier', licence: { kind: 'snippet', words: 5 }, note: 'by letter' },
      doer,
    )
    expect(set).toEqual({
      name: 'Courier',
      licence: { kind: 'snippet', words: 5 },
      note: 'by letter',
      stories: 1,
    })
    expect((await recordShown(all(archive), added!.key)).entry.licence).toEqual({
      kind: 'snippet',
      words: 5,
    })
    const post7 = { name: 'Post', licence: { kind: 'link', words: 7 } } as const
    await expect(setLicence(archive, post7, doer)).rejects.toThrow('There is no outlet "Post". If')
    await expect(setLicence(archive, { ...post7, name: 'courrier' }, doer)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Is it "Courier"?'),
    })
    await setLicence(archive, { ...post7, isNew: true }, doer)
    await setLicence(archive, { name: 'Courier', licence: { kind: 'full', words: null } }, doer)
    await addStories(archive, [post])
    expect(await sourcesOf(all(archive))).toEqual([
      { name: 'Courier', licence: { kind: 'full', words: null }, note: 'by letter', stories: 1 },
      { name: 'Post', licence: { kind: 'link', words: null }, note: null, stories: 1 },
    ])
    expect((await sourcesOf({ archive, sight: [] })).length).toBe(0)
    expect(await checkAudit(archive.db)).toBe(null)
  })
})

onBoth('hidden', database => {
  it('a story: tried out, hidden, shown again', async () => {
    const archive = await database.newArchive()
    const [one] = await addStories(archive, [courier, other])
    const subject = { subject: 'story', key: one!.key } as const
    const before = await cells(archive)
    const tried = await hide(archive, subject, { reason: 'asked for' }, doer)
    expect(tried).toEqual({
      done: false,
      restriction: null,
      changes: [
        { place: 'story.state', story: null, version: null, count: 1, words: [] },
        { place: 'quote.hidden', story: null, version: null, count: 2, words: [] },
        { place: 'passage.hidden', story: null, version: null, count: 3, words: [] },
      ],
    })
    expect(await cells(archive)).toEqual(before)
    const done = await hide(archive, subject, { reason: 'asked for', confirm: true }, doer)
    expect(done.changes).toEqual(tried.changes)
    expect(await hiddenQuotes(archive)).toHaveLength(2)
    expect((await findStory(all(archive), one!.key)).state).toBe('hidden')
    await expect(
      hide(archive, subject, { reason: 'again', confirm: true }, doer),
    ).rejects.toMatchObject({ code: 'conflict' })
    const { restrictions } = await restrictionsOf(archive)
    expect(restrictions).toMatchObject([
      { ...subject, state: 'hidden', reason: 'asked for', who: 'admin', liftedAt: null },
    ])
    await lift(archive, done.restriction!, doer)
    expect(await hiddenQuotes(archive)).toEqual([])
    await expect(lift(archive, done.restriction!, doer)).rejects.toMatchObject({ code: 'conflict' })
    await expect(lift(archive, 'nothing', doer)).rejects.toMatchObject({ code: 'not-found' })
    expect((await restrictionsOf(archive)).restrictions).toEqual([])
    expect((await restrictionsOf(archive, { all: true })).restrictions).toMatchObject([
      { liftedBy: 'admin' },
    ])
    await sound(archive)
  })

  it('a person: theirs alone, whoever was merged into them too, and a new version stays so', async () => {
    const archive = await database.newArchive()
    const [one, three] = await addStories(archive, [courier, other])
    await register(archive, 'orla', 'Orla Quillvenn', [one!.key])
    await register(archive, 'orla2', 'Orla Quillvenn', [three!.key])
    await mergePersons(archive, 'orla2', 'orla', doer)
    const done = await hide(
      archive,
      { subject: 'person', key: 'orla2' },
      { reason: 'asked for', confirm: true },
      doer,
    )
    expect(done.changes.map(({ place, count }) => [place, count])).toEqual([
      ['person.state', 2],
      ['quote.hidden', 2],
    ])
    expect(await hiddenQuotes(archive)).toEqual(
      expect.arrayContaining(['“We heard a zorbang,”', '“Paint what is there,”']),
    )
    await addStories(archive, [
      story(
        { ...other.arrival, text: `${other.arrival.text} It rained.` },
        {
          entities: { 'Orla Quillvenn': { mentions: ['she'] } },
          quotes: [{ content: '“Paint what is there,”', speakers: ['Orla Quillvenn'] }],
        },
      ),
    ])
    expect(await hiddenQuotes(archive)).toHaveLength(2)
    await lift(archive, done.restriction!, doer)
    expect(await hiddenQuotes(archive)).toHaveLength(0)
    await sound(archive)
  })

  it('restrictions page by page', async () => {
    const archive = await database.newArchive()
    const added = await addStories(archive, [courier, post, other])
    for (const { key } of added)
      await hide(archive, { subject: 'story', key }, { reason: 'all', confirm: true }, doer)
    const first = await restrictionsOf(archive, { limit: 2 })
    const second = await restrictionsOf(archive, { limit: 2, before: first.next! })
    expect([...first.restrictions, ...second.restrictions].map(one => one.key)).toEqual(
      added.map(one => one.key).reverse(),
    )
    expect(second.next).toBe(null)
  })
})

onBoth('a story withdrawn', database => {
  it('leaves nothing but its key and the reason', async () => {
    const archive = await database.newArchive()
    const [one, two] = await addStories(archive, [courier, post])
    await addStories(archive, [
      story({ ...courier.arrival, text: `${ferry} It zorbanged twice.` }, told),
    ])
    await archive.db
      .insertInto('correction')
      .values({
        key: 'c1',
        story_id: (await findStory(all(archive), one!.key)).id,
        version_id: null,
        kind: 'add',
        target: '{}',
        change: '{"words":"zorbang"}',
        who: 'x',
        at: doer.at,
        state: 'applied',
      } as never)
      .execute()
    await addStories(archive, [other])
    const before = await cells(archive)
    const tried = await withdrawStory(
      archive,
      one!.key,
      { reason: 'Libel, by order of court.' },
      doer,
    )
    expect(tried.done).toBe(false)
    expect(await cells(archive)).toEqual(before)
    const places = Object.fromEntries(tried.changes.map(({ place, count }) => [place, count]))
    expect(places).toMatchObject({
      version: 2,
      record: 2,
      quote: 2,
      quote_words: 2,
      correction: 1,
      original: 1,
      origin: 2,
      story: 1,
    })
    expect(tried.copies).toMatchObject([{ key: two!.key, outlet: 'Post', kind: 'near' }])
    // the near copy is somebody else's: it is withdrawn by itself
    await withdrawStory(archive, two!.key, { reason: 'A copy of it.', confirm: true }, doer)
    expect(await indexed(archive, 'zorbang')).toEqual(['zorbang'])
    expect(bytesOf(archive).includes('zorbang')).toBe(database.engine === 'sqlite')
    const done = await withdrawStory(
      archive,
      one!.key,
      { reason: 'Libel, by order of court.', confirm: true },
      doer,
    )
    expect(done.done).toBe(true)
    expect(done.remains === null).toBe(database.engine === 'sqlite')
    expect(await placesWith(archive, 'zorbang')).toEqual([])
    expect(await indexed(archive, 'zorbang')).toEqual([])
    expect(bytesOf(archive)).not.toContain('zorbang')
    expect(bytesOf(archive)).not.toContain('Hallin')
    await expect(findStory(all(archive), one!.key)).rejects.toMatchObject({
      code: 'withdrawn',
      message: expect.stringContaining('Libel'),
    })
    await expect(withdrawStory(archive, one!.key, { reason: 'again' }, doer)).rejects.toMatchObject(
      { code: 'withdrawn' },
    )
    await sound(archive)
    expect(await hiddenQuotes(archive)).toEqual([])
  })

  it('is refused when it comes again: its texts, its id, its address; not what is others’', async () => {
    const archive = await database.newArchive()
    const [one] = await addStories(archive, [courier])
    const done = await withdrawStory(archive, one!.key, { reason: 'Libel.', confirm: true }, doer)
    const again = [
      story({ ...courier.arrival, path: 'b.html' }, told),
      story({ text: 'New words of it.', outlet: 'Courier', id: 'c-quillvenn-1', path: 'c.html' }),
      story({
        text: 'Newer words of it.',
        outlet: 'Courier',
        url: courier.arrival.url!,
        path: 'd.html',
      }),
      story({ text: ferry, path: 'e.html' }, told),
    ]
    for (const { arrival } of again)
      expect(await recognise(archive, arrival)).toMatchObject({ is: 'withdrawn', key: one!.key })
    const added = await addStories(archive, again)
    expect(added.map(({ outcome, key }) => [outcome, key])).toEqual(
      again.map(() => ['withdrawn', one!.key]),
    )
    const { problems } = await problemsOf(archive.db, { code: 'withdrawn' })
    expect(problems.map(problem => problem.path).sort()).toEqual([
      'b.html',
      'c.html',
      'd.html',
      'e.html',
    ])
    expect(problems[0]!.message).toContain('Libel.')
    expect((await addStories(archive, [post]))[0]!.outcome).toBe('new')
    await lift(archive, done.restriction!, doer)
    expect((await addStories(archive, [courier]))[0]).toMatchObject({
      outcome: 'new',
      key: one!.key,
    })
    expect((await findStory(all(archive), one!.key)).state).toBe('shown')
    await sound(archive)
  })

  it('others lose bytes that they share with it', async () => {
    const archive = await database.newArchive()
    const original = Buffer.from('{"a":"one story","b":"another zorbang"}')
    const [one, two] = await addStories(archive, [
      story({ text: 'Another zorbang.', path: 'x', part: 'b', original, back: [] }),
      story({ text: 'One story.', path: 'x', part: 'a', original, back: [] }),
    ])
    const { changes } = await withdrawStory(
      archive,
      one!.key,
      { reason: 'Libel.', confirm: true },
      doer,
    )
    expect(changes).toContainEqual({
      place: 'version.original_id',
      story: two!.key,
      version: 1,
      count: 1,
      words: [],
    })
    expect(await placesWith(archive, 'zorbang')).toEqual([])
  })
})

onBoth('a name replaced', database => {
  const ready = async () => {
    const archive = await database.newArchive()
    const [one, two, three] = await addStories(archive, [courier, post, other])
    await register(archive, 'orla', 'Orla Quillvenn', [one!.key, two!.key])
    await keepProblem(archive.db, {
      path: 'in/orla-quillvenn.pdf',
      part: '',
      code: 'broken',
      message: 'It is broken.',
    })
    return { archive, keys: [one!.key, two!.key, three!.key] as const }
  }
  const by = '[a passenger & <b>“no” $1</b>]'

  it('tried out, with what stands around it; then nothing of it is left but the namesake’s', async () => {
    const { archive, keys } = await ready()
    await register(archive, 'painter', 'Orla Quillvenn', [keys[2]])
    const ids = await archive.db
      .selectFrom('quote')
      .select(['id', 'item', 'story_id'])
      .orderBy('id')
      .execute()
    const before = await cells(archive)
    const tried = await replaceName(archive, 'orla', { by, reason: 'Article 17.' }, doer)
    expect(tried.done).toBe(false)
    expect(await cells(archive)).toEqual(before)
    expect(tried.left).toMatchObject([{ story: keys[2], version: 1, why: 'namesake' }])
    const inText = tried.changes.find(
      change => change.place === 'version.text' && change.story === keys[0],
    )!
    expect(inText.count).toBe(2)
    expect(inText.words[0]).toContain('said Orla Quillvenn, who was on the upper')
    const done = await replaceName(
      archive,
      'orla',
      { by, reason: 'Article 17.', confirm: true },
      doer,
    )
    expect(done.changes).toEqual(tried.changes)
    const { record } = await recordShown(all(archive), keys[0])
    expect(record.story.text).toBe(
      ferry.replace('Orla Quillvenn', () => by).replace('Quillvenn', () => by),
    )
    expect(record.entities[0]).toMatchObject({
      name: by,
      mentions: [{ form: 'description' }, { form: 'description' }],
    })
    expect(record.quotes[0]!.speakers).toEqual(['e1'])
    // all that holds the name is the namesake's
    expect(await placesWith(archive, 'Quillvenn')).toEqual(
      [
        'entity.block',
        'entity.name',
        'entity.name_key',
        'name_part.part',
        'person.name',
        'person_name.block',
        'person_name.name',
        'person_name.name_key',
        'record.packed',
        'version.text',
      ].sort(),
    )
    expect((await recordShown(all(archive), keys[2])).record.story.text).toBe(other.arrival.text)
    expect(
      await archive.db
        .selectFrom('quote')
        .select(['id', 'item', 'story_id'])
        .orderBy('id')
        .execute(),
    ).toEqual(ids)
    const person = await archive.db
      .selectFrom('person')
      .selectAll()
      .where('key', '=', 'orla')
      .executeTakeFirstOrThrow()
    expect(person).toMatchObject({ name: by, state: 'replaced' })
    const speakers = await archive.db
      .selectFrom('entity')
      .select('item')
      .where('person_id', '=', person.id)
      .execute()
    expect(speakers).toHaveLength(2)
    await expect(
      replaceName(archive, 'orla', { by, reason: 'Again.' }, doer),
    ).rejects.toMatchObject({ code: 'conflict' })
    await sound(archive)
  })

  it('everywhere: not a byte of it is left, whatever came before', async () => {
    const { archive, keys } = await ready()
    const { record: was } = await correct(
      all(archive),
      keys[0],
      [
        { do: 'change-quote', item: 'q2', set: { speakers: ['e1'] } },
        { do: 'change-entity', item: 'e1', set: { name: 'Orla Quillvenn' } },
      ] as never,
      { who: 'x', at: doer.at, why: 'Quillvenn, Orla said it' },
    )
    expect(was.quotes.map(quote => quote.speakers)).toEqual([['e1'], ['e1']])
    const before = {
      indexed: (await indexed(archive, 'quillvenn')).length > 0,
      bytes: bytesOf(archive).toLowerCase().includes('quillvenn'),
    }
    const done = await replaceName(
      archive,
      'orla',
      { by, reason: 'Article 17.', everywhere: true, confirm: true },
      doer,
    )
    expect(before).toEqual({ indexed: true, bytes: database.engine === 'sqlite' })
    expect(done.left).toEqual([])
    expect(await placesWith(archive, 'quillvenn')).toEqual([])
    expect(await indexed(archive, 'quillvenn')).toEqual([])
    expect(await indexed(archive, 'orla')).toEqual([])
    expect(bytesOf(archive).toLowerCase()).not.toContain('quillvenn')
    // the corrections are still in force, about the words that are there now
    const { record: now } = await recordShown(all(archive), keys[0])
    expect(now.quotes.map(quote => quote.speakers)).toEqual([['e1'], ['e1']])
    const states = await archive.db.selectFrom('correction').select(['state', 'conflict']).execute()
    expect(states).not.toContainEqual(expect.objectContaining({ state: 'conflict' }))
    await sound(archive)
    // and what comes later is kept without it, too
    const again = await addStories(archive, [courier, post])
    expect(again.map(one => one.outcome)).toEqual(['same', 'same'])
    const [later] = await addStories(archive, [
      story(
        {
          ...courier.arrival,
          text: ferry.replace('Monday', 'Tuesday'),
          path: 'new/orla-quillvenn.html',
        },
        told,
      ),
    ])
    expect(later).toMatchObject({ outcome: 'version', key: keys[0], version: 2 })
    const [fresh] = await addStories(archive, [
      story(
        {
          text: 'ORLA QUILLVENN won. Later Quillvenn wept.',
          title: 'Quillvenn, Orla',
          outlet: 'New',
          path: 'x/OrlaQuillvenn',
        },
        {
          entities: { 'ORLA QUILLVENN': { mentions: ['Quillvenn'] } },
        },
      ),
    ])
    const { record } = await recordShown(all(archive), fresh!.key)
    expect(record.story.text).toBe(`${by} won. Later ${by} wept.`)
    await keepProblem(archive.db, {
      path: 'y/orla_quillvenn.pdf',
      part: '',
      code: 'broken',
      message: 'Orla Quillvenn',
    })
    expect(await placesWith(archive, 'quillvenn')).toEqual([])
    expect(await indexed(archive, 'quillvenn')).toEqual([])
    await sound(archive)
  })

  it('lifted: the words do not come back, new ones may come', async () => {
    const { archive, keys } = await ready()
    const { restriction } = await replaceName(
      archive,
      'orla',
      { by, reason: 'Article 17.', everywhere: true, confirm: true },
      doer,
    )
    await lift(archive, restriction!, doer)
    expect((await recordShown(all(archive), keys[0])).record.story.text).not.toContain('Quillvenn')
    const [fresh] = await addStories(archive, [
      story({ text: 'Orla Quillvenn won again.', path: 'z' }),
    ])
    expect((await recordShown(all(archive), fresh!.key)).record.story.text).toBe(
      'Orla Quillvenn won again.',
    )
  })

  it('a person withdrawn: no entry, no quote of theirs, a tombstone', async () => {
    const { archive, keys } = await ready()
    const done = await replaceName(
      archive,
      'orla',
      { by, reason: 'Article 17.', withdrawn: true, everywhere: true, confirm: true },
      doer,
    )
    expect(done.done).toBe(true)
    expect(await placesWith(archive, 'quillvenn')).toEqual([])
    expect(await archive.db.selectFrom('person').select('name').execute()).toEqual([
      { name: 'Pia Moor' },
    ])
    const { record } = await recordShown(all(archive), keys[0])
    expect(record.quotes.map(quote => quote.speakers)).toEqual([[], ['e2']])
    await expect(
      replaceName(archive, 'orla', { by, reason: 'Again.' }, doer),
    ).rejects.toMatchObject({ code: 'withdrawn' })
    await sound(archive)
  })

  it.each([
    ['', 'fine'],
    ['two\nlines', 'fine'],
    ['\ud800', 'fine'],
    ['Ms Quillvenn', 'fine'],
    ['quillvenn', 'fine'],
    ['a woman', 'Orla Quillvenn asked for it'],
    ['a woman', ' '],
  ])('refuses the replacement "%s" for the reason "%s"', async (words, reason) => {
    const { archive } = await ready()
    const before = await cells(archive)
    await expect(
      replaceName(archive, 'orla', { by: words, reason, confirm: true }, doer),
    ).rejects.toMatchObject({ code: 'bad-query' })
    await expect(
      replaceName(archive, 'nobody', { by: 'x', reason: 'fine' }, doer),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await cells(archive)).toEqual(before)
  })
})
