import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entity, Mention } from '../../../src/stages/entities/types.js'
import { findings, RULES } from '../../../src/stages/findings/index.js'
import type { FindingStory } from '../../../src/stages/findings/types.js'
import { textStages } from '../../../src/stages/index.js'
import { findValues } from '../../../src/stages/values/index.js'
import type { Value } from '../../../src/stages/values/types.js'
import { forAll } from '../../seed.js'

/** Every run of digits a number, all words with capitals people, everything in marks a quote. */
function read(text: string): FindingStory {
  const story = textStages.run({ text, meta: { id: 'test', published: '2026-03-14' } })
  const quotes = story.marks.quotations
    .filter(({ level }) => level === 0)
    .map(({ start, end }) => ({
      content: [{ start, end }],
      cue: [],
      source: [],
      kind: 'direct' as const,
      confidence: 1,
      basis: { cued: false, heard: 1, labelled: 1 },
    }))
  const mentions = [...text.matchAll(/\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*/gu)].map(
    ({ 0: name, index }): Mention => ({
      start: index,
      end: index + name.length,
      form: 'name',
      type: 'person',
    }),
  )
  const byName = new Map<string, number[]>()
  mentions.forEach(({ start, end }, k) => {
    const name = text.slice(start, end)
    const known = byName.get(name)
    if (known === undefined) byName.set(name, [k])
    else known.push(k)
  })
  const entities = [...byName].map(
    ([name, own]): Entity => ({ type: 'person', name, mentions: own }),
  )
  const values = [...text.matchAll(/\d+/g)].map(
    ({ 0: digits, index }): Value => ({
      type: 'number',
      value: Number(digits),
      stated: {},
      start: index,
      end: index + digits.length,
    }),
  )
  const people = entities.flatMap(({ type }, k) => (type === 'person' ? [k] : []))
  const facts = values.slice(0, 50).flatMap((_, k) => {
    const entity = people[k % Math.max(1, people.length)]
    if (entity === undefined) return []
    const args = { subject: { entity }, value: { value: k } }
    return [{ type: 'age' as const, args, evidence: [values[k]!], confidence: 1 }]
  })
  const speakers = quotes.map((_, k) => ({
    entities: people.slice(k, k + 1),
    confidence: 1,
  }))
  return { ...story, quotes, mentions, entities, values, facts, speakers }
}

const FRAGMENTS = [
  'Anna Lund',
  ', 45,',
  ' said',
  ' “We will not go to the pier again.”',
  '"',
  '‘',
  '’',
  '\n',
  '\n\n',
  '. ',
  ': ',
  '31 April',
  ' 2026',
  '32.03.18',
  'at 25:00',
  ' 12 people',
  ', seven women and 4 men,',
  ' 61 to 58',
  ' Lunt',
  ' Mr Dore',
  ' (',
  ')',
  ' 40 per cent',
  '🎉',
  'Bo Dore',
  ' each to ',
  '; ',
  'They include 96 flats',
  '\u2028',
  ' and ',
]

/** As the reader finds its values; nobody is known and nobody speaks. */
function withValues(text: string): FindingStory {
  const story = textStages.run({ text, meta: { id: 'test', published: '2026-03-12' } })
  const none = { quotes: [], mentions: [], entities: [], speakers: [], facts: [] }
  return { ...story, ...none, values: findValues({ ...story, mentions: [] }) }
}

describe('with the values that the reader finds', () => {
  it.each([
    ['They met on Friday 14 March 2026.', 'error weekday-date-mismatch'],
    ['They met on Friday, March 14, 2026, at the pier.', 'error weekday-date-mismatch'],
    ['They met on Friday night (14/03/2026).', 'error weekday-date-mismatch'],
    ['They meet on Sunday 14 March.', 'warning weekday-date-mismatch'],
    ['The fire killed 12 people: seven women, four men and two children.', 'warning sum-mismatch'],
    ['Twelve people, seven women and four men, were held.', 'warning sum-mismatch'],
    [
      'It cost $12m: $7m for the hall, $2m for the pier and $4m for the road.',
      'warning sum-mismatch',
    ],
    [
      'It passed by 61 votes to 58, with three abstentions in a house of 121.',
      'warning sum-mismatch',
    ],
    ['It shuts on 31 April.', 'error impossible-date'],
  ])('%s', (text, found) =>
    expect(
      findings.read(withValues(text)).findings.map(({ severity, code }) => `${severity} ${code}`),
    ).toEqual([found]),
  )

  it.each([
    'They met on Saturday 14 March 2026, on Sunday, March 15, 2026, and on Monday the 16th.',
    'They met on Saturday night (14/03/2026) and on Monday 12 October 1987.',
    'The fire killed 13 people: seven women, four men and two children.',
    'They played 12 games: won seven, drew three and lost two.',
    'It passed by 61 votes to 58, with two abstentions in a house of 121.',
    'She has three children: two sons, 12 and 14, and a daughter, 9.',
  ])('not: %s', text => expect(findings.read(withValues(text)).findings).toEqual([]))
})

describe('all rules together', () => {
  it('give sound findings of any mixture', () =>
    forAll(fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 120 }), 300, fragments => {
      const story = read(fragments.join(''))
      const { findings: found } = findings.read(story)
      for (const { code, severity, message, spans } of found) {
        expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
        expect(['error', 'warning', 'note']).toContain(severity)
        expect(message).toMatch(/^\S.*[.]$/su)
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(story.text.length)
        }
      }
      const starts = found.map(({ spans }) => spans[0]?.start ?? -1)
      expect(starts).toEqual([...starts].sort((a, b) => a - b))
    }))

  it('find nothing in a story that has nothing', () =>
    expect(findings.read(read('')).findings).toEqual([]))

  it.each([
    ['numbers', '12, 7 and 4, '],
    ['dates', '31 April '],
    ['times', 'at 25:00 '],
    ['parts', '12 people: 7 women, 4 men; '],
    ['names', 'Anna Lund, 45, and Lunt '],
    ['marks', '“We will not go. ” '],
    ['votes', 'It passed 61 to 58. '],
  ])('take no more than linear time over one long paragraph of %s', (_, words) => {
    // the characters that are looked at are counted, not seconds
    const looked = (count: number) => {
      const story = read(words.repeat(count))
      let steps = 0
      const text = new Proxy(Object(story.text), {
        get: (target, key) => {
          const got = Reflect.get(target, key)
          if (typeof got !== 'function') return got
          return (...given: unknown[]) => {
            const result = got.apply(String(target), given)
            steps += typeof result === 'string' ? result.length + 1 : 1
            return result
          }
        },
      })
      for (const rule of RULES) rule({ ...story, text } as FindingStory)
      return steps
    }
    expect(looked(400)).toBeLessThan(3 * looked(200) + 1000)
  })
})
