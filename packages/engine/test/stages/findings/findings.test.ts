import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEntities } from '../../../src/stages/entities/entities.js'
import { findMentions } from '../../../src/stages/entities/mentions.js'
import { findings, RULES } from '../../../src/stages/findings/index.js'
import type { FindingStory } from '../../../src/stages/findings/types.js'
import { textStages } from '../../../src/stages/index.js'
import type { Value } from '../../../src/stages/values/types.js'
import { forAll } from '../../seed.js'

/** Every run of digits a number, every name what the reader takes for one, everything in marks a quote. */
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
  const { mentions, sources } = findMentions({ ...story, quotes })
  const entities = findEntities({ ...story, quotes, mentions, sources })
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
