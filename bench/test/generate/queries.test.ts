import type { RecordQuote } from '@onrecord/engine'
import { describe, expect, it } from 'vitest'
import { generateStories, type Query, type QueryKind, queries } from '../../src/generate/index.js'

const options = { seed: 5, stories: 300 }
const stories = new Map([...generateStories(options)].map(story => [story.input.id, story.record]))
const log = [...queries({ ...options, count: 1500 })]
const of = (...kinds: readonly QueryKind[]) => log.filter(({ kind }) => kinds.includes(kind))

const plain = ({ content }: RecordQuote) =>
  content
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase()
    .replace(/[“”,.]/g, '')
    .replace(/ +/g, ' ')
    .trim()
const quotes = [...stories.values()].flatMap(({ quotes }) => quotes)
const answerOf = ({ answer }: Query) =>
  plain(stories.get(answer!.story)!.quotes.find(({ id }) => id === answer!.quote)!)
const same = (text: string) => text.toLowerCase()

describe('a log of queries', () => {
  it('is the same for the same options, another for another seed', () => {
    expect([...queries({ ...options, count: 50 })]).toEqual(log.slice(0, 50))
    expect([...queries({ ...options, seed: 6, count: 50 })]).not.toEqual(log.slice(0, 50))
  })

  it('has every kind, as often as it should', () => {
    expect(new Set(log.map(({ kind }) => kind)).size).toBe(13)
    expect(of('two-words').length).toBeGreaterThan(200)
    expect(of('verify-absent').length).toBeLessThan(60)
  })

  it.each(of('rare-word', 'two-words', 'three-words').slice(0, 60))(
    '$text: all its words are in its answer',
    query => {
      const said = answerOf(query).split(' ')
      expect(said).toEqual(expect.arrayContaining(query.all!.map(same)))
      expect(query.text).toBe(query.all!.join(' '))
    },
  )

  it.each(of('phrase').slice(0, 60))('$text stands in its answer', query => {
    expect(answerOf(query)).toContain(same(query.phrase!))
    expect(query.text).toBe(`"${query.phrase}"`)
  })

  it.each(of('prefix').slice(0, 30))('$text begins a word of its answer', query => {
    expect(
      answerOf(query)
        .split(' ')
        .some(word => word.startsWith(same(query.prefix!))),
    ).toBe(true)
  })

  it('claims that are exact stand in their answers, altered and absent ones in no quote', () => {
    const all = quotes.map(plain)
    for (const query of of('verify-exact')) expect(answerOf(query)).toContain(same(query.claim!))
    const absent = of('verify-absent')
    expect(absent.length).toBeGreaterThan(10)
    for (const { claim } of absent)
      expect(all.some(said => said.includes(same(claim!)))).toBe(false)
    for (const query of of('verify-altered')) expect(answerOf(query)).not.toBe(same(query.claim!))
  })

  it('asks for days in order within the archive, and for its outlets', () => {
    const outlets = new Set([...stories.values()].map(({ story }) => story.outlet))
    const dated = of('outlet-date')
    expect(dated.length).toBeGreaterThan(30)
    for (const { from, to } of dated) {
      expect(from! < to!).toBe(true)
      expect(from! >= '2010-01-01' && to! <= '2025-01-02').toBe(true)
    }
    expect(dated.filter(({ outlet }) => outlets.has(outlet)).length).toBeGreaterThan(20)
  })

  it.each(of('speaker-word').slice(0, 40))(
    '$speaker said $text, where an answer is known',
    query => {
      if (query.answer === undefined) return expect(query.speaker).toMatch(/^[A-Z]/)
      const { entities, quotes } = stories.get(query.answer.story)!
      const { speakers } = quotes.find(({ id }) => id === query.answer!.quote)!
      expect(entities.find(({ id }) => id === speakers[0])!.name).toBe(query.speaker)
      expect(answerOf(query).split(' ')).toContain(same(query.all![0]!))
    },
  )
})
