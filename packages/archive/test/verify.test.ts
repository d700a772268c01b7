import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Archive, addStories, type Verification, verify } from '../src/index.js'
import { claimedWords } from '../src/verify/claim.js'
import { maySameName } from '../src/verify/same-name.js'
import { onBoth } from './databases.js'
import { sampleStories, story } from './stories.js'

const quay = `The quay at Osk will be closed until May, the harbour board decided on Tuesday.

“We will not sell the three ferries to Carrow Holdings this year,” said Ilse Varn, who chairs the board. “The tide keeps its own ledger.”

The sale, Varn had told members in January, would need a second vote before the winter timetable. Pilots will strike on Friday if nobody listens to them.`
const quayTold = {
  entities: { 'Ilse Varn': { mentions: ['Varn#2'] } },
  quotes: [
    {
      content: '“We will not sell the three ferries to Carrow Holdings this year,”',
      cue: 'said',
      source: 'Ilse Varn',
      speakers: ['Ilse Varn'],
    },
    { content: '“The tide keeps its own ledger.”', speakers: ['Ilse Varn'] },
    {
      content: ['The sale', 'would need a second vote before the winter timetable'],
      cue: 'had told',
      source: 'Varn#2',
      speakers: ['Ilse Varn'],
      kind: 'indirect' as const,
    },
  ],
}
const other = `Nobody at the fish hall believed it. "The gulls have better lawyers than we do," Tomas Reek said, sweeping.

An unnamed broker added: "Carrow Holdings never wanted rusting hulls."`
const otherTold = {
  entities: { 'Tomas Reek': {}, 'An unnamed broker': {} },
  quotes: [
    {
      content: '"The gulls have better lawyers than we do,"',
      cue: 'said',
      source: 'Tomas Reek',
      speakers: ['Tomas Reek'],
    },
    {
      content: '"Carrow Holdings never wanted rusting hulls."',
      cue: 'added',
      source: 'An unnamed broker',
    },
  ],
}
const speech = `ILSE VARN: I have said it before and I say it again: the dredger was paid for twice, and the second bill was mine.

CHAIR: Thank you. The next item is lighthouse paint.`
const turns = [
  { start: 0, end: speech.indexOf('CHAIR') - 2, from: 61.5, to: 70, speaker: 'ILSE VARN' },
  { start: speech.indexOf('CHAIR'), end: speech.length, from: 71, to: 74, speaker: 'CHAIR' },
]

async function filled(archive: Archive) {
  await addStories(archive, [
    story({ text: quay, outlet: 'Osk Mercury', published: '2026-02-03', path: 'a' }, quayTold),
    story({ text: other, outlet: 'Lamp', path: 'b' }, otherTold),
    story({ text: speech, kind: 'transcript', turns, published: '2026-02-05', path: 'c' }),
    story(
      {
        text: `${quay}\n\nReporting by a wire.`,
        outlet: 'The Late Copy',
        published: '2026-02-04',
        path: 'd',
      },
      quayTold,
    ),
  ])
  return { archive, sight: 'all' as const }
}

/** What an answer comes to, in few words. */
const gist = ({ verdict, matches: [best] }: Verification) => ({
  verdict,
  attribution: best?.attribution,
  found: best?.places.flatMap(({ spans }) => spans.map(({ text }) => text)),
})

onBoth('verifying words', database => {
  it('tells exact words, whatever their marks, with their place', async () => {
    const view = await filled(await database.newArchive())
    const claims = [
      'We will not sell the three ferries to Carrow Holdings this year',
      '"we will not sell the 3 ferries to CARROW HOLDINGS this year."',
      '‘We will not sell … to Carrow Holdings this year’',
      '[The board] will not sell the three ferries',
    ]
    for (const claim of claims) {
      const answer = await verify(view, { claim, speaker: 'Ilse Varn' })
      expect([claim, answer.verdict]).toEqual([claim, 'exact'])
      const [best] = answer.matches
      expect(best).toMatchObject({ attribution: 'asked', wording: 'exact', edits: [], score: 1 })
      const [place] = best!.places
      expect(place).toMatchObject({
        in: 'quote',
        outlet: 'Osk Mercury',
        published: '2026-02-03',
        speakers: [{ name: 'Ilse Varn', person: expect.any(String) }],
        source: 'Ilse Varn',
      })
      expect(place!.quote).toBe(`${place!.story}/quotes/q1`)
      for (const { start, end, text } of place!.spans) expect(quay.slice(start, end)).toBe(text)
      expect(place!.around!.text).toContain('“We will not sell')
      expect(best!.again.map(({ outlet }) => outlet)).toEqual(['The Late Copy'])
    }
  })

  it.each([
    [
      'one dropped',
      'We will not sell the ferries to Carrow Holdings this year',
      'dropped',
      'number',
      false,
    ],
    [
      'a negation dropped',
      'We will sell the three ferries to Carrow Holdings this year',
      'dropped',
      'negation',
      true,
    ],
    [
      'a number changed',
      'We will not sell the four ferries to Carrow Holdings this year',
      'changed',
      'number',
      false,
    ],
    ['one added', 'The tide keeps its own secret ledger', 'added', undefined, false],
    [
      'one changed',
      'We will not lease the three ferries to Carrow Holdings this year',
      'changed',
      undefined,
      false,
    ],
  ])('tells altered words: %s', async (_, claim, kind, alarm, opposite) => {
    const view = await filled(await database.newArchive())
    const { verdict, matches } = await verify(view, { claim, speaker: 'Varn' })
    expect(verdict).toBe('altered')
    expect(matches[0]).toMatchObject({ attribution: 'asked', wording: 'altered', opposite })
    expect(matches[0]!.edits.map(edit => edit.kind)).toEqual([kind])
    expect(matches[0]!.alarms.map(one => one.kind)).toEqual(alarm ? [alarm] : [])
    for (const { text } of matches[0]!.edits)
      if (text) expect(quay.slice(text.start, text.end)).toBe(text.text)
  })

  it('tells words by someone else', async () => {
    const view = await filled(await database.newArchive())
    const claim = 'The gulls have better lawyers than we do'
    expect(gist(await verify(view, { claim, speaker: 'Ilse Varn' }))).toEqual({
      verdict: 'other-speaker',
      attribution: 'other',
      found: [claim],
    })
    expect((await verify(view, { claim, speaker: 'T. Reek' })).verdict).toBe('exact')
    expect((await verify(view, { claim })).matches[0]!.attribution).toBe('named')
  })

  it('says that it is not known whose words they are', async () => {
    const view = await filled(await database.newArchive())
    const answer = await verify(view, {
      claim: 'Carrow Holdings never wanted rusting hulls',
      speaker: 'Ilse Varn',
    })
    expect(gist(answer)).toMatchObject({ verdict: 'exact', attribution: 'unknown' })
    expect(answer.matches[0]!.places[0]).toMatchObject({
      source: 'An unnamed broker',
      speakers: [],
    })
  })

  it('takes a description for nobody else, and tells that the speaker said the contrary', async () => {
    const archive = await database.newArchive()
    const view = await filled(archive)
    const text = 'Chairwoman: “We will sell the three ferries to Carrow Holdings this year”'
    await addStories(archive, [
      story(
        { text, outlet: 'Lamp', path: 'e' },
        {
          entities: { Chairwoman: { type: 'person' } },
          quotes: [
            {
              content: '“We will sell the three ferries to Carrow Holdings this year”',
              source: 'Chairwoman',
              speakers: ['Chairwoman'],
            },
          ],
        },
      ),
    ])
    await archive.db
      .updateTable('entity')
      .set({ named: 0 })
      .where('name', '=', 'Chairwoman')
      .execute()
    const claim = 'We will sell the three ferries to Carrow Holdings this year'
    const answer = await verify(view, { claim, speaker: 'Ilse Varn' })
    expect(gist(answer)).toMatchObject({ verdict: 'exact', attribution: 'unknown' })
    expect(answer.opposite).toBe(true)
  })

  it('says that nobody is quoted with a story’s own words, and what was cut off', async () => {
    const view = await filled(await database.newArchive())
    const answer = await verify(view, {
      claim: 'Pilots will strike on Friday',
      speaker: 'Ilse Varn',
    })
    expect(gist(answer)).toMatchObject({ verdict: 'own-words', attribution: 'nobody' })
    expect(answer.matches[0]!.alarms).toMatchObject([{ kind: 'condition', how: 'cut' }])
    expect(answer.matches[0]!.places[0]).toMatchObject({ in: 'story', quote: null })
  })

  it('does not count cue and source between a quote’s pieces as its words', async () => {
    const view = await filled(await database.newArchive())
    const claim = 'The sale would need a second vote before the winter timetable'
    const answer = await verify(view, { claim, speaker: 'Ilse Varn' })
    expect(gist(answer)).toEqual({
      verdict: 'exact',
      attribution: 'asked',
      found: ['The sale', 'would need a second vote before the winter timetable'],
    })
  })

  it('knows whose turn it is in a transcript', async () => {
    const view = await filled(await database.newArchive())
    const claim = 'The dredger was paid for twice and the second bill was mine'
    const answer = await verify(view, { claim, speaker: 'Ilse Varn' })
    expect(gist(answer)).toMatchObject({ verdict: 'exact', attribution: 'asked' })
    expect(answer.matches[0]!.places[0]).toMatchObject({
      in: 'turn',
      kind: 'transcript',
      seconds: 61.5,
      speakers: [{ name: 'ILSE VARN', person: null }],
    })
    expect((await verify(view, { claim, speaker: 'Tomas Reek' })).verdict).toBe('other-speaker')
  })

  it('tells words joined from two stories, with both places', async () => {
    const view = await filled(await database.newArchive())
    const claim = 'The gulls have better lawyers than we do, and the tide keeps its own ledger'
    const answer = await verify(view, { claim })
    expect(answer.verdict).toBe('altered')
    const [best] = answer.matches
    expect(best!.wording).toBe('joined')
    expect(best!.places.map(({ outlet }) => outlet)).toEqual(['Lamp', 'Osk Mercury'])
    expect(best!.places.map(({ speakers }) => speakers[0]!.name)).toEqual([
      'Tomas Reek',
      'Ilse Varn',
    ])
  })

  it('does not find a paraphrase, and offers what is nearest', async () => {
    const view = await filled(await database.newArchive())
    const answer = await verify(view, {
      claim: 'Our ferries are not for sale to Carrow Holdings, not in this decade',
    })
    expect(answer.verdict).toBe('not-found')
    expect(answer.matches).toEqual([])
    expect(answer.nearest[0]!.score).toBeLessThan(0.6)
    expect(answer.nearest.map(({ quote }) => quote?.slice(-2))).toContain('q1')
  })

  it('finds nothing in an empty archive, and nothing of nothing', async () => {
    const view = { archive: await database.newArchive(), sight: 'all' as const }
    expect(await verify(view, { claim: 'We will not sell the ferries' })).toMatchObject({
      verdict: 'not-found',
      matches: [],
      nearest: [],
    })
  })

  it.each(['', '   ', 'ferries', '“…”', '[we will]'])('refuses “%s”: too short', async claim => {
    const view = { archive: await database.newArchive(), sight: 'all' as const }
    await expect(verify(view, { claim })).rejects.toMatchObject({
      code: 'bad-query',
      message: expect.stringContaining('too short'),
    })
  })

  it('takes 2,000 words and refuses more', async () => {
    const view = await filled(await database.newArchive())
    const long = (n: number) => Array.from({ length: n }, (_, k) => `word${k}`).join(' ')
    expect((await verify(view, { claim: long(2_000) })).verdict).toBe('not-found')
    await expect(verify(view, { claim: long(2_001) })).rejects.toMatchObject({ code: 'bad-query' })
    const whole = await verify(view, { claim: quay })
    expect(whole.matches[0]).toMatchObject({ wording: 'exact', score: 1 })
  })

  it('heeds sight, hidden stories, passages and quotes', async () => {
    const archive = await database.newArchive()
    await filled(archive)
    const claim = 'The gulls have better lawyers than we do'
    const { id } = await archive.db
      .selectFrom('source')
      .select('id')
      .where('name', '=', 'Osk Mercury')
      .executeTakeFirstOrThrow()
    expect((await verify({ archive, sight: [id] }, { claim })).verdict).toBe('not-found')
    expect((await verify({ archive, sight: [] }, { claim })).verdict).toBe('not-found')
    const tide = { claim: 'The tide keeps its own ledger' }
    const seen = await verify({ archive, sight: [id] }, tide)
    expect(seen.matches[0]!.places[0]!.outlet).toBe('Osk Mercury')
    expect(seen.matches[0]!.again).toEqual([])

    await archive.db
      .updateTable('quote')
      .set({ hidden: 1 })
      .where('content', 'like', '%tide%')
      .execute()
    expect((await verify({ archive, sight: 'all' }, tide)).matches).toEqual([])
    await archive.db.updateTable('passage').set({ hidden: 1 }).where('source_id', '=', id).execute()
    const ferries = { claim: 'We will not sell the three ferries to Carrow Holdings' }
    const [best] = (await verify({ archive, sight: 'all' }, ferries)).matches
    expect(best!.places[0]!.outlet).toBe('The Late Copy')
    await archive.db.updateTable('story').set({ state: 'hidden' }).execute()
    expect((await verify({ archive, sight: 'all' }, ferries)).verdict).toBe('not-found')
  })

  it('shows no more of a story than its licence lets', async () => {
    const archive = await database.newArchive()
    const view = await filled(archive)
    const claim = 'We will sell the three ferries to Carrow Holdings this year'
    const licence = (kind: 'snippet' | 'link', words: number | null) =>
      archive.db
        .updateTable('source')
        .set({ licence: kind, snippet_words: words })
        .where('name', '=', 'Osk Mercury')
        .execute()
    await licence('link', null)
    const [linked] = (await verify(view, { claim })).matches
    expect(linked!.places[0]).toMatchObject({ outlet: 'Osk Mercury', around: null })
    expect(linked!.places[0]!.spans.map(({ text }) => text)).toEqual([null])
    expect(linked!.edits.map(({ text }) => text!.text)).toEqual([null])
    expect(linked!.alarms.map(({ kind, text }) => [kind, text!.text])).toEqual([['negation', null]])
    await licence('snippet', 4)
    const [cut] = (await verify(view, { claim })).matches
    expect(cut!.places[0]!.around!.text!.match(/[\p{L}\p{N}]+/gu)).toHaveLength(4)
    expect(cut!.places[0]!.spans.map(({ text }) => text)).toEqual([null])
  })

  it('finds the speaker asked for among many who say the same', async () => {
    const archive = await database.newArchive()
    const words = 'We are very disappointed with the verdict of the jury'
    const many = Array.from({ length: 115 }, (_, k) => {
      const name = `Person${k} Number${k}`
      return story(
        { text: `“${words},” said ${name} in town ${k}.`, outlet: `Paper ${k % 7}`, path: `${k}` },
        {
          entities: { [name]: {} },
          quotes: [{ content: `“${words},”`, cue: 'said', source: name, speakers: [name] }],
        },
      )
    })
    await addStories(archive, many)
    const view = { archive, sight: 'all' as const }
    const asked = await verify(view, { claim: words, speaker: 'Person111 Number111' })
    expect(gist(asked)).toMatchObject({ verdict: 'exact', attribution: 'asked' })
    const nobody = await verify(view, { claim: words, speaker: 'Ilse Varn' })
    expect(nobody.verdict).toBe('other-speaker')
    expect(nobody.matches.length).toBe(5)
    const claim = 'We are very pleased with the verdict of the jury'
    expect((await verify(view, { claim, speaker: 'Person111 Number111' })).verdict).toBe('altered')
  })

  it('cites many copies once, the first appearance first, and says that there are more', async () => {
    const archive = await database.newArchive()
    const copies = Array.from({ length: 115 }, (_, k) =>
      story(
        {
          text: `Desk ${k}.\n\n“The dredger was paid for twice,” said Ilse Varn.`,
          outlet: `Paper ${k}`,
          published: `2026-03-${String(30 - (k % 29)).padStart(2, '0')}`,
          path: `${k}`,
        },
        {
          entities: { 'Ilse Varn': {} },
          quotes: [
            {
              content: '“The dredger was paid for twice,”',
              cue: 'said',
              source: 'Ilse Varn',
              speakers: ['Ilse Varn'],
            },
          ],
        },
      ),
    )
    await addStories(archive, copies)
    const { matches } = await verify(
      { archive, sight: 'all' },
      { claim: 'the dredger was paid for twice' },
    )
    expect(matches).toHaveLength(1)
    expect(matches[0]!.places[0]!.published).toBe('2026-03-02')
    expect(matches[0]!.more).toBe(true)
    const dates = matches[0]!.again.map(({ published }) => published!)
    expect([...dates].sort()).toEqual(dates)
  })

  it('knows the speaker by the register: another name, a key, and not a namesake', async () => {
    const archive = await database.newArchive()
    const view = await filled(archive)
    const { id } = await archive.db
      .insertInto('person')
      .values({
        key: 'varn01',
        type: 'person',
        name: 'Ilse Varn',
        state: 'shown',
        made_at: '2026-03-01',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await archive.db
      .insertInto('person_name')
      .values(
        ['Ilse Varn', 'Lady Osk'].map(name => ({
          person_id: id,
          name,
          name_key: name.toLowerCase(),
        })),
      )
      .execute()
    await archive.db
      .updateTable('entity')
      .set({ person_id: id })
      .where('name', '=', 'Ilse Varn')
      .execute()
    const claim = 'The tide keeps its own ledger'
    for (const speaker of ['Lady Osk', 'varn01', 'person:varn01', 'Varn'])
      expect((await verify(view, { claim, speaker })).matches[0]).toMatchObject({
        attribution: 'asked',
        places: [{ speakers: [{ name: 'Ilse Varn', person: 'varn01' }] }],
      })
    expect((await verify(view, { claim, speaker: 'Otto Varn' })).verdict).toBe('other-speaker')
    expect((await verify(view, { claim, speaker: 'person:varn01' })).speaker).toBe('Ilse Varn')
    await expect(verify(view, { claim, speaker: 'person:varn02' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('tells hearsay as such: words within somebody else’s quote, behind where the speaker is quoted', async () => {
    const archive = await database.newArchive()
    const view = await filled(archive)
    const hearsay = `"She told us, 'The boats are mine alone,'" Eva Lund said.`
    await addStories(archive, [
      story(
        { text: hearsay, outlet: 'Lamp', published: '2026-01-02', path: 'h' },
        {
          entities: { 'Eva Lund': {}, She: {} },
          quotes: [
            {
              content: `"She told us, 'The boats are mine alone,'"`,
              cue: 'said',
              source: 'Eva Lund',
              speakers: ['Eva Lund'],
            },
            {
              content: `'The boats are mine alone,'`,
              cue: 'told',
              source: 'She',
              speakers: ['She'],
            },
          ],
        },
      ),
    ])
    const asked = { claim: 'The boats are mine alone' }
    const alone = await verify(view, asked)
    expect(alone).toMatchObject({
      verdict: 'exact',
      matches: [{ places: [{ speakers: [{ name: 'She' }], quotedBy: ['Eva Lund'] }] }],
    })
    const direct = `"The boats are mine alone," said She.`
    await addStories(archive, [
      story(
        { text: direct, outlet: 'Osk Mercury', published: '2026-02-02', path: 'i' },
        {
          entities: { She: {} },
          quotes: [{ content: '"The boats are mine alone,"', source: 'She', speakers: ['She'] }],
        },
      ),
    ])
    const { matches } = await verify(view, asked)
    expect(matches[0]!.places[0]).toMatchObject({ outlet: 'Osk Mercury', quotedBy: [] })
  })

  it('never fails on a claim, and a claim is no query', async () => {
    const view = await filled(await database.newArchive())
    const hostile = [
      `" OR 1=1 --`,
      `ferries" AND NEAR(`,
      `tide' | 'ledger' & !'x`,
      `=o1 =sberg`,
      `𝒯𝒽𝑒 𝓉𝒾𝒹𝑒 keeps its own ledger`,
      `\u202eledger own its keeps tide The`,
      `The t\u00adide kee\u200bps its own ledger`,
      `<b>The tide</b> keeps its own ledger`,
      '\ud800 lone surrogate',
    ]
    for (const claim of hostile) await verify(view, { claim })
    expect((await verify(view, { claim: hostile[6]! })).verdict).toBe('exact')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async text => {
        const answer = await verify(view, { claim: `the tide ${text}` })
        for (const { places } of answer.matches) expect(places.length).toBeGreaterThan(0)
      }),
      { numRuns: 40, seed: 5 },
    )
  })
})

onBoth('verifying words of the samples', database => {
  it('knows what the papers did to a quote', async () => {
    const archive = await database.newArchive()
    await addStories(archive, sampleStories())
    const view = { archive, sight: 'all' as const }
    // every direct quote of every sample is found again in its own story, word for word
    for (const { record } of sampleStories()) {
      const quote = record.quotes.find(
        ({ kind, content }) => kind === 'direct' && content[0]!.text.split(' ').length > 6,
      )
      if (!quote) continue
      const claim = quote.content.map(({ text }) => text).join(' … ')
      const { verdict } = await verify(view, { claim })
      expect([claim, verdict]).toEqual([claim, 'exact'])
    }
  })
})

describe('names', () => {
  it.each([
    ['Berg', 'Ola Berg', true],
    ['O. Berg', 'Ola Berg', true],
    ['OLA BERG', 'President Ola Berg', true],
    ['Ola Bérg', 'ola berg', true],
    ['the Harbour Board', 'Harbour Board', true],
    ['Eva Berg', 'Ola Berg', false],
    ['Ola Berg', 'Ola Bergman', false],
    ['O', 'Ola Berg', false],
    ['', 'Ola Berg', false],
    ['Berg Ola', 'Ola Berg', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(maySameName(a, b)).toBe(same)
    expect(maySameName(b, a)).toBe(same)
  })
})

describe('the words of a claim that are looked for', () => {
  it.each([
    ['[W]e will appeal[ed]', [['we', 'will', 'appealed']]],
    ['We [the board] will … appeal', [['we', 'will'], ['appeal']]],
    ['one […] two', [['one'], ['two']]],
    ['co\u00adoperate café', [['cooperate', 'cafe']]],
    ['…', []],
  ])('%s', (claim, words) => {
    expect(claimedWords(claim)).toEqual(words)
  })
})
