import type { RecordQuote } from '@onrecord/engine'
import { describe, expect, it } from 'vitest'
import { archiveOf, type Generated, generateStories } from '../../src/generate/index.js'
import { roleOn, yearsBetween } from '../../src/generate/people.js'

const options = { seed: 11, stories: 2500 }
const { settings } = archiveOf(options)
const all = [...generateStories(options)]
const byId = new Map(all.map(story => [story.input.id, story]))
const copies = all.filter(({ truth }) => truth.copyOf !== undefined)
const originalOf = ({ truth }: Generated) => byId.get(truth.copyOf!)!
const paragraphs = ({ input }: Generated) => input.text.split('\n\n')
const words = (text: string) => text.split(/\s+/)

describe('a copy', () => {
  it('is of a story that is none, by another outlet, within two days', () => {
    expect(copies.length).toBeGreaterThan(100)
    for (const copy of copies) {
      const original = originalOf(copy)
      expect(original.truth.copyOf).toBeUndefined()
      expect(original.kind).toBe('story')
      expect(original.input.outlet).not.toBe(copy.input.outlet)
      const later = Date.parse(copy.input.published) - Date.parse(original.input.published)
      expect(later).toBeGreaterThan(0)
      expect(later).toBeLessThanOrEqual(48 * 3_600_000)
    }
  })

  it('has the same words where nothing was cut or changed, and only there', () => {
    const same = copies.filter(({ truth }) => truth.cut === 0 && truth.changed === 0)
    expect(same.length / copies.length).toBeGreaterThan(0.35)
    expect(same.length / copies.length).toBeLessThan(0.65)
    for (const copy of copies) {
      const equal = copy.input.text === originalOf(copy).input.text
      expect(equal).toBe(same.includes(copy))
    }
  })

  it('lacks as many paragraphs and has as many other words as it says', () => {
    for (const copy of copies) {
      const [mine, theirs] = [paragraphs(copy), [...paragraphs(originalOf(copy))]]
      expect(theirs.length - mine.length).toBe(copy.truth.cut)
      // the paragraph left out is the one that has no like at its place
      const gap = mine.findIndex((p, k) => unlike(p, theirs[k]!) > 4 || differs(p, theirs[k]!))
      if (copy.truth.cut! > 0) theirs.splice(gap < 0 ? mine.length : gap, 1)
      const changed = mine.reduce((sum, p, k) => sum + unlike(p, theirs[k]!), 0)
      expect(changed).toBe(copy.truth.changed)
    }
  })
})

const differs = (a: string, b: string) => words(a).length !== words(b).length
const unlike = (a: string, b: string) => {
  const other = words(b)
  return words(a).filter((word, k) => word !== other[k]).length
}

describe('a variant', () => {
  const variants = all.flatMap(({ record, truth }) =>
    truth.variants.map(variant => ({ record, truth, variant })),
  )
  /** Without marks, commas and the upper case of a beginning. */
  const plain = ({ content }: RecordQuote) =>
    content
      .flatMap(({ text }) => text.toLowerCase().split(' '))
      .map(word => word.replace(/[“”,.]/g, ''))
      .filter(word => word !== '')
  const quoteOf = (story: string, quote: string) =>
    byId.get(story)!.record.quotes.find(({ id }) => id === quote)!

  it.each(['dropped', 'changed', 'truncated'] as const)('%s differs by just that', change => {
    const alone = variants.filter(
      ({ truth, variant }) =>
        variant.change === change &&
        truth.variants.filter(({ quote }) => quote === variant.quote).length === 1 &&
        // a copy's variants may be its original's
        (truth.copyOf === undefined || variant.of.story === truth.copyOf),
    )
    expect(alone.length).toBeGreaterThan(30)
    for (const { record, variant } of alone) {
      const mine = plain(record.quotes.find(({ id }) => id === variant.quote)!)
      const first = plain(quoteOf(variant.of.story, variant.of.quote))
      const was = variant.was.toLowerCase()
      if (change === 'truncated') {
        expect([...mine, ...was.split(' ')]).toEqual(first)
        continue
      }
      const at = mine.findIndex((word, k) => word !== first[k])
      const k = at < 0 ? mine.length : at
      if (change === 'dropped') {
        expect(first.length - mine.length).toBe(1)
        expect(first.toSpliced(k, 1)).toEqual(mine)
      } else {
        expect([first[k], mine[k]]).toEqual([was, variant.now!.toLowerCase()])
        expect(first.toSpliced(k, 1)).toEqual(mine.toSpliced(k, 1))
      }
    }
  })

  it('is said by whom it was, or by another where the truth says so', () => {
    for (const { record, truth, variant } of variants) {
      const mine = record.quotes.find(({ id }) => id === variant.quote)!
      const source = byId.get(variant.of.story)!
      const first = quoteOf(variant.of.story, variant.of.quote)
      const who = (speaker: string, people: Generated['truth']['people'], r = record) =>
        people[speaker] ?? r.entities.find(({ id }) => id === speaker)!.name.toLowerCase()
      const same =
        who(mine.speakers[0]!, truth.people) ===
        who(first.speakers[0]!, source.truth.people, source.record)
      expect(same).toBe(!variant.otherSpeaker)
    }
    expect(variants.some(({ variant }) => variant.otherSpeaker)).toBe(true)
  })

  it('is of an earlier story', () => {
    for (const { record, variant } of variants)
      expect(variant.of.story < record.story.id).toBe(true)
  })
})

describe('a fact', () => {
  const told = all.flatMap(({ record, truth, input }) =>
    record.facts.map(fact => ({
      fact,
      record,
      who: truth.people[fact.args.subject!]!,
      // a copy repeats what was right on the original's day
      day: Math.floor(
        Date.parse((byId.get(truth.copyOf ?? '')?.input ?? input).published) / 86_400_000,
      ),
      wrong: truth.contradictions.find(one => one.fact === fact.id),
    })),
  )
  const personOf = (who: string) => settings.population.person(Number(who.slice(1)))

  it('of age is right on the day, or planted wrong', () => {
    const ages = told.filter(({ fact }) => fact.type === 'age')
    expect(ages.length).toBeGreaterThan(500)
    for (const { fact, record, who, day, wrong } of ages) {
      const so = yearsBetween(personOf(who).born, day)
      const { value } = record.values.find(({ id }) => id === fact.args.value)!
      if (wrong === undefined) expect(value).toBe(so)
      else expect([wrong.so, wrong.stated, value === so]).toEqual([`${so}`, `${value}`, false])
    }
  })

  it('of role is that of the day, or planted wrong', () => {
    const roles = told.filter(({ fact }) => fact.type === 'role')
    expect(roles.length).toBeGreaterThan(500)
    for (const { fact, who, day, wrong } of roles) {
      const { title } = roleOn(personOf(who), day)
      expect(fact.args.title === title).toBe(wrong === undefined)
    }
  })

  it('is wrong in about one of two hundred', () => {
    const wrong = told.filter(fact => fact.wrong !== undefined).length / told.length
    expect(wrong).toBeGreaterThan(0.001)
    expect(wrong).toBeLessThan(0.012)
  })

  it.each([
    { born: '1980-05-10', on: '2020-05-09', years: 39 },
    { born: '1980-05-10', on: '2020-05-10', years: 40 },
    { born: '1980-02-29', on: '2021-02-28', years: 40 },
    { born: '1980-02-29', on: '2021-03-01', years: 41 },
  ])('$years years from $born to $on', ({ born, on, years }) => {
    const day = (iso: string) => Date.parse(iso) / 86_400_000
    expect(yearsBetween(day(born), day(on))).toBe(years)
  })
})

describe('people', () => {
  it('share surnames often and whole names now and then, and are then two with two numbers', () => {
    const { people, person } = archiveOf({ seed: 1, quotes: 1_000_000 }).settings.population
    const lasts = new Map<string, number>()
    const wholes = new Map<string, number>()
    for (let k = 0; k < people; k++) {
      const { first, last } = person(k)
      lasts.set(last, (lasts.get(last) ?? 0) + 1)
      wholes.set(`${first} ${last}`, (wholes.get(`${first} ${last}`) ?? 0) + 1)
    }
    const shared = (counts: Map<string, number>) =>
      [...counts.values()].filter(n => n > 1).reduce((a, b) => a + b, 0) / people
    expect(people).toBe(83_000)
    expect(shared(lasts)).toBeGreaterThan(0.7)
    expect(shared(wholes)).toBeGreaterThan(0.01)
    expect(shared(wholes)).toBeLessThan(0.1)
  })
})
