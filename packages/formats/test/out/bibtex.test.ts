import type { StoryRecord } from '@onrecord/engine'
import { describe, expect, it } from 'vitest'
import { bibtex } from '../../src/out/bibtex.js'
import { slugOf } from '../../src/out/slug.js'
import { readBibtex, unescapeTex } from './bibtex-reader.js'
import { goldenRecords } from './golden-records.js'
import { fileOf, forAll, hostile, hostileRecord } from './stories.js'

const golden = goldenRecords()
const [first] = golden as [StoryRecord]
const entriesOf = async (records: readonly StoryRecord[], options?: object) =>
  readBibtex(await fileOf(bibtex, records, options))
const withStory = (story: Partial<StoryRecord['story']>): StoryRecord => ({
  ...first,
  story: { ...first.story, ...story },
})
/** White space as the form has it, a lone surrogate as U+FFFD. */
const line = (text: string) =>
  Buffer.from(text)
    .toString()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

describe('BibTeX', () => {
  it('of a story', async () => {
    expect(
      await fileOf(bibtex, [withStory({ url: 'https://c.example/a_b?x=1&y=50%25#t{1}' })]),
    ).toBe(`@article{01-marrec-tax-pledge,
  author = {Thea Rundle},
  title = {{Marrec: ‘No new tax on work’ in tomorrow’s budget}},
  journal = {The Ardesk Courier},
  journaltitle = {The Ardesk Courier},
  date = {2026-03-09},
  year = {2026},
  month = {3},
  url = {https://c.example/a_b?x=1&y=50%25#t%7B1%7D},
  note = {Record: urn:onrecord:stories:01-marrec-tax-pledge},
  langid = {english},
}

`)
  })

  it('of a story without an outlet', async () => {
    const { outlet: _, byline: __, published: ___, ...story } = first.story
    const [entry] = await entriesOf([{ ...first, story }])
    expect(entry!.type).toBe('misc')
    expect(Object.keys(entry!.fields)).toEqual(['title', 'note', 'langid'])
  })

  it('of direct quotes, where they are asked for', async () => {
    const [story, ...quotes] = await entriesOf([first], { quotes: true })
    expect(quotes.map(({ key }) => key)).toEqual(
      first.quotes.filter(({ kind }) => kind === 'direct').map(({ id }) => `${story!.key}.${id}`),
    )
    expect(quotes[0]).toEqual({
      type: 'misc',
      key: '01-marrec-tax-pledge.q4',
      fields: {
        author: 'Tobin Marrec',
        title:
          '{Quoted in “Marrec: ‘No new tax on work’ in tomorrow’s budget”, The Ardesk Courier}',
        howpublished:
          'Quoted in “Marrec: ‘No new tax on work’ in tomorrow’s budget”, The Ardesk Courier',
        date: '2026-03-09',
        year: '2026',
        month: '3',
        note: '“There will be no new tax on work this year, and I would not sit in this office if there were,”',
        related: '01-marrec-tax-pledge',
        relatedstring: 'Quoted in',
        addendum: 'Record: urn:onrecord:stories:01-marrec-tax-pledge:quotes:q4',
      },
    })
  })

  it('a title of any length is not written with every quote', async () => {
    const title = 'Long '.repeat(10_000)
    const record = withStory({ title, url: `https://c.example/${title}` })
    const [story, quote] = await entriesOf([record], { quotes: true })
    expect(story!.fields.title!.length).toBeGreaterThan(40_000)
    expect(quote!.fields.title!.length).toBeLessThan(1_100)
    expect(quote!.fields.url).toBeUndefined()
  })

  it.each([
    [['Ida Fenn', 'Jo Marsh'], 'Ida Fenn and Jo Marsh'],
    [['Ida Fenn and Jo Marsh'], '{Ida Fenn and Jo Marsh}'],
    [['Marsh, J'], '{Marsh, J}'],
    [['desk'], '{desk}'],
    [['Ann Andersen'], 'Ann Andersen'],
    [['Ó Dálaigh'], 'Ó Dálaigh'],
    [['Fenn & Marsh'], 'Fenn \\& Marsh'],
    [['', ' '], undefined],
  ])('by %j', async (byline, author) => {
    expect((await entriesOf([withStory({ byline })]))[0]!.fields.author).toBe(author)
  })

  it.each([
    '50% of {A_1} & B\\C ~ ^2 #1 $5',
    '}{',
    '\\',
    '\\textbackslash{}',
    '@article{x,',
    'Él dijo "¿qué?"',
    'ends in \\%',
    'one\r\ntwo\ttabs',
  ])('the title %j comes back', async title => {
    expect(unescapeTex((await entriesOf([withStory({ title })]))[0]!.fields.title!)).toBe(
      line(title),
    )
  })

  it('of any text is read back', () =>
    forAll(hostileRecord, 200, async record => {
      const [story, ...quotes] = await entriesOf([record, record], { quotes: true })
      const { title, outlet } = record.story
      expect(unescapeTex(story!.fields.title ?? '')).toBe(line(title ?? ''))
      expect(unescapeTex(story!.fields.journal ?? '')).toBe(line(outlet ?? ''))
      const content = record.quotes[0]!.content.map(({ text }) => text).join(' … ')
      expect(unescapeTex(quotes[0]!.fields.note!)).toBe(line(content))
    }))

  it('any title comes back', () =>
    forAll(hostile(40), 300, async title => {
      const [entry] = await entriesOf([withStory({ title })])
      expect(unescapeTex(entry!.fields.title ?? '')).toBe(line(title))
    }))

  it('keys are unique in a file, and a story’s own does not hang on the others', async () => {
    const keys = async (...ids: string[]) =>
      (await entriesOf(ids.map(id => withStory({ id })))).map(({ key }) => key)
    expect(await keys('a', 'a', 'A', 'b')).toEqual(['a', 'a.2', 'A.3', 'b'])
    const [one, other] = await keys('a b', 'a/b')
    expect(one).not.toBe(other)
    expect(await keys('a/b')).toEqual([other])
  })
})

describe('a slug', () => {
  it.each([
    ['week-01', /^week-01$/],
    ['a b', /^a-b-[0-9a-f]{16}$/],
    ['', /^s-[0-9a-f]{16}$/],
    ['東', /^s-[0-9a-f]{16}$/],
    ['-a', /^a-[0-9a-f]{16}$/],
    ['x'.repeat(65), /^x{64}-[0-9a-f]{16}$/],
  ])('of %j', (id, slug) => {
    expect(slugOf(id)).toMatch(slug)
  })
})
