import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedLength } from '../../../src/span.js'
import type { Quote } from '../../../src/stages/quotes/types.js'
import { anyText, forAll } from '../../seed.js'
import { readQuotes } from './hear.js'

/** Any text, with quotes that stand anywhere in it and were said by anything. */
const story = fc
  .tuple(anyText(120), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 4 }))
  .map(([text, numbers]) => {
    const spanAt = (a: number, b: number) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
      return { start: start!, end: end! }
    }
    const quotes = numbers.map(
      ([a, b, c, d], i): Quote => ({
        content: [spanAt(a, b)],
        cue: [],
        source: d % 5 === 0 ? [] : [spanAt(c, d)],
        kind: 'direct',
        confidence: 1,
        basis: { cued: true, heard: 1, labelled: 1 },
        ...(i > 0 && a % 4 === 0 && { continues: i - 1 }),
      }),
    )
    return { text, quotes }
  })

describe('whatever the text', () => {
  it('mentions nest or keep apart, belong to one entity at most, and every quote has its speaker', () =>
    forAll(story, 300, ({ text, quotes }) => {
      const { mentions, entities, speakers } = readQuotes(text, quotes)
      mentions.forEach((a, i) => {
        expect(a.start).toBeLessThan(a.end)
        for (const b of mentions.slice(i + 1))
          if (sharedLength(a, b) > 0) expect(b.end).toBeLessThanOrEqual(a.end)
      })
      const used = entities.flatMap(entity => entity.mentions)
      expect(new Set(used).size).toBe(used.length)
      for (const { name, mentions: own, sure } of entities) {
        expect(name).not.toBe('')
        expect(own.length).toBeGreaterThan(0)
        expect(sure!.length).toBe(own.length)
        expect([...own].sort((a, b) => a - b)).toEqual(own)
      }
      expect(speakers.length).toBe(quotes.length)
      for (const speaker of speakers) {
        expect(speaker.confidence > 0).toBe(speaker.entities.length > 0)
        for (const entity of speaker.entities) expect(entities[entity]).toBeDefined()
      }
    }))

  it('the same story gives the same record', () =>
    forAll(story, 50, ({ text, quotes }) => {
      expect(readQuotes(text, quotes)).toEqual(readQuotes(text, quotes))
    }))
})
