import type { RecordQuote } from '@onrecord/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markLines } from '../src/output/marked.js'
import { textWriter } from '../src/output/text.js'
import { columnsOf } from '../src/output/width.js'
import { fakeRecord } from './fixtures/fake-reader.mjs'

const words = fc.array(fc.constantFrom('a', ' ', '\n', '“', '漢', '🦭', 'longer', '\r\n', '\x1b'), {
  maxLength: 40,
})

const story = words
  .map(parts => parts.join(''))
  .chain(text => {
    const span = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
      .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
    const quote = fc.record({
      content: fc.array(span, { minLength: 1, maxLength: 3 }),
      cue: fc.array(span, { maxLength: 1 }),
      source: fc.array(span, { maxLength: 2 }),
    })
    return fc.record({ text: fc.constant(text), quotes: fc.array(quote, { maxLength: 5 }) })
  })
  .map(({ text, quotes }) => ({
    ...fakeRecord({ id: 'a', text: '' }),
    story: { id: 'a', text, language: 'en', sha256: '' },
    quotes: quotes.map(
      (quote, i): RecordQuote => ({
        id: `q${i + 1}`,
        kind: 'indirect',
        ...quote,
        speakers: [],
        confidence: 0.5,
      }),
    ),
  }))

test('however its pieces lie, a line keeps its words and each quote is noted once', () => {
  fc.assert(
    fc.property(story, record => {
      const lines = markLines(record)
      const shown = lines.map(line =>
        line.runs.flatMap(run => (run.sign ? [] : [run.text])).join(''),
      )
      const expected = record.story.text
        .replaceAll('\x1b', '␛')
        .split(/\r\n|\n/)
        .map(line => line.trim())
        .filter(line => line !== '')
      expect(shown).toEqual(expected)
      if (lines.length > 0) {
        const noted = lines.flatMap(line => line.quotes).sort((a, b) => a - b)
        expect(noted).toEqual(record.quotes.map((_, i) => i))
      }
    }),
  )
})

test('no page is wider than its columns', () => {
  fc.assert(
    fc.property(story, fc.integer({ min: 20, max: 60 }), fc.boolean(), (record, columns, color) => {
      const page = textWriter({ columns, color }).record(record)
      for (const line of page.replaceAll(/\x1b\[\d+m/g, '').split('\n')) {
        expect(columnsOf(line)).toBeLessThanOrEqual(columns)
      }
    }),
  )
})
