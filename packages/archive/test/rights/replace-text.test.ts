import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebase, replaceSpans } from '../../src/rights/replace-text.js'

const span = fc
  .tuple(fc.nat(30), fc.nat(12))
  .map(([start, length]) => ({ start, end: start + length }))
const texts = fc.string({ unit: 'binary', minLength: 45, maxLength: 60 })

describe('spans of a text replaced', () => {
  it('by examples', () => {
    const text = 'Orla Venn said so. Venn left.'
    const replaced = replaceSpans(
      text,
      [
        { start: 19, end: 23 },
        { start: 0, end: 9 },
      ],
      '[name withheld]',
    )
    expect(replaced.text).toBe('[name withheld] said so. [name withheld] left.')
    expect(replaced.count).toBe(2)
    const of = (start: number, end: number) => {
      const at = replaced.at({ start, end })
      return replaced.text.slice(at.start, at.end)
    }
    expect(of(10, 14)).toBe('said')
    expect(of(0, 9)).toBe('[name withheld]')
    expect(of(5, 14)).toBe('[name withheld] said')
    expect(of(0, 4)).toBe('[name withheld]')
    expect(of(15, 21)).toBe('so. [name withheld]')
    expect(of(0, text.length)).toBe(replaced.text)
    expect(of(24, 29)).toBe('left.')
    expect(replaced.at({ start: 9, end: 9 })).toEqual({ start: 15, end: 15 })
  })

  it('nothing replaced is nothing changed', () => {
    const replaced = replaceSpans('abc', [{ start: 1, end: 1 }], 'x')
    expect(replaced.text).toBe('abc')
    expect(replaced.at({ start: 1, end: 3 })).toEqual({ start: 1, end: 3 })
  })

  it('what stands outside stays, in its order, whatever is replaced', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(span, { maxLength: 6 }),
        span,
        fc.string({ minLength: 1, maxLength: 9 }),
        (text, spans, one, by) => {
          const { text: made, at, count } = replaceSpans(text, spans, by)
          const cut = spans.filter(({ start, end }) => start < end)
          const touched = cut.some(other => other.start < one.end && one.start < other.end)
          const moved = at(one)
          expect(0 <= moved.start && moved.start <= moved.end && moved.end <= made.length).toBe(
            true,
          )
          if (!touched && one.start < one.end)
            expect(made.slice(moved.start, moved.end)).toBe(text.slice(one.start, one.end))
          if (one.start < one.end) expect(moved.start).toBeLessThan(moved.end)
          for (const other of cut) {
            const there = at(other)
            expect(made.slice(there.start, there.end)).toContain(by)
            if (one.start <= other.start && other.end <= one.end) {
              expect(moved.start).toBeLessThanOrEqual(there.start)
              expect(moved.end).toBeGreaterThanOrEqual(there.end)
            }
            if (other.end <= one.start && !touched && one.start < one.end)
              expect(there.end).toBeLessThanOrEqual(moved.start)
          }
          expect(count).toBeLessThanOrEqual(cut.length)
          expect(at({ start: 0, end: text.length })).toEqual({ start: 0, end: made.length })
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('moves spans anywhere in JSON, and says the other words', () => {
    const replaced = replaceSpans('He is Bo, 4.', [{ start: 6, end: 8 }], '𝒩')
    const json = {
      start: 'as it is',
      a: [{ start: 0, end: 8, text: 'He is Bo', note: 'bo' }],
      n: null,
      b: { start: 10, end: 11 },
    }
    expect(rebase(json, replaced, words => words.toUpperCase())).toEqual({
      start: 'AS IT IS',
      a: [{ start: 0, end: 8, text: 'He is 𝒩', note: 'BO' }],
      n: null,
      b: { start: 10, end: 11 },
    })
  })
})
