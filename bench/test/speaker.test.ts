import { describe, expect, test } from 'vitest'
import { isPerson, nameOwners, plainName } from '../src/scores/names.js'
import { type SpeakerQuote, type SpokenQuote, scoreSpeakers } from '../src/scores/speaker.js'

test.each([
  ['Sen. Tom Carper', 'tom carper'],
  ['the Prime Minister', 'minister'],
  ['President', 'president'],
  ["Anna Lund's", 'anna lund'],
  ['AT&T', 'at&t'],
  ['Jean-Luc', 'jean-luc'],
  ['“The Post”', 'post'],
  ['', ''],
])('plainName %j → %j', (name, plain) => {
  expect(plainName(name)).toBe(plain)
})

describe('isPerson', () => {
  const anna = { name: 'Anna Maria Lund', aliases: ['Lund', 'the director'] }
  const olaf = { name: 'Olaf Lund', aliases: ['Olaf'] }
  const alone = nameOwners([anna])
  const both = nameOwners([anna, { name: 'Olaf Lund', aliases: ['Olaf', 'Olaf Lund'] }])

  test.each([
    ['Anna Maria Lund', true],
    ['Ms Lund', true],
    ['the director', true],
    ['Anna', true],
    ['Anna Lund', true],
    ['Director Anna Maria Lund of Oslo', true],
    ['Maria', false],
    ['Olaf Berg', false],
    ['Anna Maria Lund and a great many other people', false],
    ['', false],
  ])('%j: %s', (answer, right) => {
    expect(isPerson(answer, anna, alone)).toBe(right)
  })

  test('a part of the name that fits another is not enough', () => {
    expect(isPerson('Lund', { ...anna, aliases: [] }, nameOwners([olaf]))).toBe(false)
    expect(isPerson('Lund', { ...anna, aliases: [] }, nameOwners([]))).toBe(true)
  })

  test('the name of somebody else never is', () => {
    expect(isPerson('Olaf Lund', anna, both)).toBe(false)
  })
})

describe('scoreSpeakers', () => {
  const lund = { name: 'Anna Lund', aliases: ['Lund'], mentions: [{ start: 90, end: 94 }] }
  const berg = { name: 'Ola Berg', aliases: ['Berg'], mentions: [] }
  const text = 'x'.repeat(100)
  const gold = (...speakers: SpeakerQuote['speakers']): SpeakerQuote => ({
    content: [{ start: 0, end: 10 }],
    speakers,
    groups: ['direct'],
  })
  const read = (start: number, end: number, ...names: string[]): SpokenQuote => ({
    content: [{ start, end }],
    names,
    mentions: [],
  })
  const counts = (quote: SpeakerQuote, ...given: SpokenQuote[]) => {
    const story = { id: 's', text, entities: [lund, berg], quotes: [quote] }
    const { groups, nobodyAnswered } = scoreSpeakers([story], () => given)
    expect(groups.get('direct')).toEqual(groups.get('ALL'))
    const { n: _, ...rest } = groups.get('ALL') ?? { n: 0 }
    return { ...rest, ...(nobodyAnswered ? { nobodyAnswered } : {}) }
  }
  const none = { covered: 0, answered: 0, full: 0, entity: 0, any: 0, wrong: 0 }
  const right = { ...none, covered: 1, answered: 1, entity: 1, any: 1 }

  test('the canonical name is full, an alias the entity, another name wrong', () => {
    expect(counts(gold(lund), read(0, 10, 'Anna Lund'))).toEqual({ ...right, full: 1 })
    expect(counts(gold(lund), read(0, 10, 'Lund'))).toEqual(right)
    expect(counts(gold(lund), read(0, 10, 'Berg'))).toEqual({
      ...none,
      covered: 1,
      answered: 1,
      wrong: 1,
    })
  })

  test('a mention of the right one is an answer', () => {
    const here = { ...read(0, 10), mentions: [{ start: 93, end: 99 }] }
    expect(counts(gold(lund), here)).toEqual(right)
  })

  test('covered: half of the gold characters, or of those read', () => {
    expect(counts(gold(lund), read(0, 5, 'Lund'))).toEqual(right)
    expect(counts(gold(lund), read(9, 11, 'Lund'))).toEqual(right)
    expect(counts(gold(lund), read(7, 40, 'Lund'))).toEqual(none)
    expect(counts(gold(lund), read(0, 10))).toEqual({ ...none, covered: 1 })
  })

  test('the quote with the most in common answers, of equals the shorter', () => {
    expect(counts(gold(lund), read(0, 4, 'Berg'), read(2, 10, 'Lund'))).toEqual(right)
    expect(counts(gold(lund), read(0, 19, 'Berg'), read(0, 12, 'Lund'))).toEqual(right)
  })

  test('of joint speakers all are wanted', () => {
    const one = { ...none, covered: 1, answered: 1, any: 1 }
    expect(counts(gold(lund, berg), read(0, 10, 'Anna Lund'))).toEqual(one)
    expect(counts(gold(lund, berg), read(0, 10, 'Lund', 'Berg'))).toEqual(right)
    expect(counts(gold(lund, berg), read(0, 10, 'Lund and Berg'))).toEqual(right)
  })

  test('what answered is handed on with whether it was right', () => {
    const story = { id: 's', text, entities: [], quotes: [gold(lund), gold(berg), gold()] }
    const answer = read(0, 10, 'Lund')
    expect(scoreSpeakers([story], () => [answer]).answers).toEqual([
      { quote: answer, right: true },
      { quote: answer, right: false },
    ])
  })

  test('a quote of nobody counts only when it is given to somebody', () => {
    expect(counts(gold(), read(0, 10))).toEqual({})
    expect(counts(gold(), read(0, 10, 'Lund'))).toEqual({ nobodyAnswered: 1 })
  })
})
