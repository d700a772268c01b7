import { describe, expect, it } from 'vitest'
import { archiveOf, generateStories } from '../../src/generate/index.js'
import { expectValid } from './valid.js'

const options = { seed: 7, stories: 1500 }
const archive = archiveOf(options)
const all = [...generateStories(options)]
const quotes = all.flatMap(({ record }) => record.quotes)
const originals = all.filter(({ truth }) => truth.copyOf === undefined)
const share = (n: number, of: number) => n / of

describe('an archive', () => {
  it('is the same to the letter for the same seed and size, in any order', () => {
    for (const i of [1499, 3, 700, 3])
      expect(JSON.stringify(archive.story(i))).toBe(JSON.stringify(all[i]))
  })

  it.each([
    { what: 'seed', other: { seed: 8, stories: 1500 } },
    { what: 'size', other: { seed: 7, stories: 15_000 } },
  ])('is another with another $what', ({ other }) => {
    const [first] = generateStories(other)
    expect(first!.record.story.text).not.toBe(all[0]!.record.story.text)
  })

  it('has as many stories as asked for, or about as many quotes', () => {
    expect(all).toHaveLength(1500)
    const some = [...generateStories({ seed: 2, quotes: 4000 })]
    const made = some.reduce((sum, { record }) => sum + record.quotes.length, 0)
    expect(Math.abs(made - 4000)).toBeLessThan(120)
  })

  it.each([
    { options: { seed: 1 }, says: 'undefined' },
    { options: { seed: 1, stories: 0 }, says: '0' },
    { options: { seed: 1, stories: 2.5 }, says: '2.5' },
    { options: { seed: 0.5, stories: 2 }, says: '0.5' },
  ])('refuses $options', ({ options, says }) => {
    expect(() => archiveOf(options)).toThrow(RangeError)
    expect(() => archiveOf(options)).toThrow(says)
  })

  it('can be of one story', () => {
    const [only, ...more] = generateStories({ seed: 3, stories: 1 })
    expect(more).toEqual([])
    expectValid(only!.record)
  })
})

describe('a generated record', () => {
  const sample = all.filter((_, i) => i % 7 === 0)
  it(`is a valid one (${sample.length} of them)`, () => {
    expect(sample.length).toBeGreaterThanOrEqual(200)
    for (const { record } of sample) expectValid(record)
  })

  it('of a cut copy and of a transcript, too', () => {
    const cut = all.filter(({ truth }) => (truth.cut ?? 0) > 0)
    const spoken = all.filter(({ kind }) => kind === 'transcript')
    expect(Math.min(cut.length, spoken.length)).toBeGreaterThan(5)
    for (const { record } of [...cut, ...spoken]) expectValid(record)
  })

  it('has an id of its own, and its input is what it was read from', () => {
    expect(new Set(all.map(({ record }) => record.story.id)).size).toBe(all.length)
    for (const { input, record } of all) {
      const { language, sha256, ...known } = record.story
      expect(input).toEqual(known)
      expect([language, sha256.length]).toEqual(['en', 64])
    }
  })

  it('has marks as its kinds say', () => {
    for (const { kind, content } of quotes) {
      const marked = content.map(({ text }) => /^“[^“”]*”$/.test(text))
      const plain = content.map(({ text }) => !/[“”]/.test(text))
      if (kind === 'direct') expect(marked).not.toContain(false)
      else if (kind === 'indirect') expect(plain).not.toContain(false)
      else expect([...marked, ...plain]).not.toContain(true)
    }
  })

  it('of a printed story is 250 to 750 words long, with 5 to 12 quotes of 4 to 41', () => {
    for (const { kind, record } of originals) {
      if (kind === 'transcript') continue
      const words = record.story.text.split(/\s+/).length
      expect(words).toBeGreaterThanOrEqual(250)
      expect(words).toBeLessThanOrEqual(750)
      expect(record.quotes.length).toBeGreaterThanOrEqual(5)
      expect(record.quotes.length).toBeLessThanOrEqual(12)
      for (const { content } of record.quotes) {
        const n = content.flatMap(({ text }) => text.split(' ')).length
        expect(n).toBeGreaterThanOrEqual(4)
        expect(n).toBeLessThanOrEqual(41)
      }
    }
  })

  it('dates a weekday by the publication, less than a week back', () => {
    const days = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
    const seen = all.flatMap(({ record }) =>
      record.values
        .filter(({ stated }) => stated.weekday !== undefined)
        .map(value => ({ value, published: record.story.published! })),
    )
    expect(seen.length).toBeGreaterThan(500)
    for (const { value, published } of seen) {
      const day = Date.parse(value.value as string)
      expect(days[new Date(day).getUTCDay()]).toBe(value.stated.weekday)
      const back = (Date.parse(published.slice(0, 10)) - day) / 86_400_000
      expect(back).toBeGreaterThanOrEqual(0)
      expect(back).toBeLessThan(7)
    }
  })
})

describe('shares', () => {
  const kindIs = (kind: string) => quotes.filter(quote => quote.kind === kind).length
  const speakerIs = (letter: string | undefined) =>
    all
      .flatMap(({ record, truth }) => record.quotes.map(q => truth.people[q.speakers[0]!]?.[0]))
      .filter(who => who === letter).length
  it.each([
    { of: 'direct', is: share(kindIs('direct'), quotes.length), about: 0.59, by: 0.03 },
    { of: 'indirect', is: share(kindIs('indirect'), quotes.length), about: 0.26, by: 0.03 },
    { of: 'mixed', is: share(kindIs('mixed'), quotes.length), about: 0.15, by: 0.02 },
    { of: 'people', is: share(speakerIs('p'), quotes.length), about: 0.75, by: 0.03 },
    { of: 'bodies', is: share(speakerIs('o'), quotes.length), about: 0.15, by: 0.02 },
    { of: 'unnamed', is: share(speakerIs(undefined), quotes.length), about: 0.1, by: 0.02 },
    { of: 'copies', is: 1 - share(originals.length, all.length), about: 0.08, by: 0.02 },
    {
      of: 'transcripts',
      is: share(all.filter(({ kind }) => kind === 'transcript').length, all.length),
      about: 0.01,
      by: 0.007,
    },
    {
      of: 'altered quotes',
      is: share(
        originals.flatMap(({ truth }) => truth.variants).length,
        originals.flatMap(({ record }) => record.quotes).length,
      ),
      about: 0.05,
      by: 0.01,
    },
    {
      of: 'stories with roles, ages or ties',
      is: share(all.filter(({ record }) => record.facts.length > 0).length, all.length),
      about: 0.35,
      by: 0.05,
    },
  ])('$of: about $about', ({ is, about, by }) => {
    expect(Math.abs(is - about)).toBeLessThan(by)
  })

  it('two hundred outlets, a few with much, over fifteen years', () => {
    const counts = new Map<string, number>()
    for (const { input } of all) counts.set(input.outlet!, (counts.get(input.outlet!) ?? 0) + 1)
    expect(counts.size).toBeGreaterThan(100)
    expect(counts.size).toBeLessThanOrEqual(200)
    expect(Math.max(...counts.values())).toBeGreaterThan(50)
    const years = all.map(({ input }) => Number(input.published.slice(0, 4)))
    expect([Math.min(...years), Math.max(...years)]).toEqual([2010, 2024])
  })
})
