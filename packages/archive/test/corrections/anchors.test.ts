import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchor, type Selector, selectorOf } from '../../src/corrections/anchors/selector.js'

/** The place between the brackets, found again in another text, in brackets. */
function again(marked: string, other: string): string | undefined {
  const start = marked.indexOf('[')
  const text = marked.replace(/[[\]]/g, '')
  const selector = selectorOf(text, { start, end: marked.indexOf(']') - 1 })
  const span = anchor(other, JSON.parse(JSON.stringify(selector)) as Selector)
  return (
    span &&
    `${other.slice(0, span.start)}[${other.slice(span.start, span.end)}]${other.slice(span.end)}`
  )
}

const ferry = 'The ferry lay off Hallin. “We will float her,” said Lund. Nobody moved.'

describe('finding words again', () => {
  it.each([
    ['in the same text', ferry, ferry],
    ['behind new words', ferry, `HALLIN: ${ferry}`],
    [
      'where both neighbours changed, if they are telling',
      ferry,
      ferry.replace('Hallin. ', 'Hallin: ').replace('” said', '”, said'),
    ],
  ])('%s', (_, before, now) => {
    const marked = before.replace('“We will float her,”', '[“We will float her,”]')
    expect(again(marked, now)).toContain('[“We will float her,”]')
  })

  it('of two places the one with the same context', () => {
    const text = 'Lund [said] that the tide would turn. Brack said nothing of the tide.'
    expect(again(text, `In Hallin, Brack said a lot. ${text.replace(/[[\]]/g, '')}`)).toContain(
      'Lund [said] that',
    )
  })

  it('changed words between unchanged ones', () => {
    const text =
      'On the quay on Monday Ola Lund said: [“We will float her by Friday”], and left for the harbour office.'
    const typo = text.replace(/[[\]]/g, '').replace('will float her', 'will re-float her')
    expect(again(text, typo)).toContain('[“We will re-float her by Friday”]')
  })

  it.each([
    [
      'words that are gone',
      'Lund [said] that the tide would turn.',
      'Lund held that the tide would turn.',
    ],
    [
      'words that stand elsewhere only',
      'Lund [said] so at noon. Brack said no.',
      'Lund left at noon. Brack said no.',
    ],
    [
      'other words between the same',
      'It was on Monday that she [flatly refused] to say anything at all of it.',
      'It was on Monday that she agreed at last to say anything at all of it.',
    ],
    [
      'two places with the same around them',
      'No. She [left]. No. ',
      'Well: No. She left. No. She left. No.',
    ],
  ])('not %s', (_, before, now) => {
    expect(again(before, now)).toBe(undefined)
  })

  it('is quick and right in a paragraph of a megabyte, and of one letter', () => {
    const long = 'no word of it '.repeat(70_000)
    expect(again(`${long}[unsinkable] ${long}`, `x ${long}unsinkable ${long}`)).toContain(
      '[unsinkable]',
    )
    const text = 'a'.repeat(3000)
    const selector = selectorOf(text, { start: 1000, end: 1001 })
    expect(anchor(`b${text}`, selector)).toBe(undefined)
  })
})

/** Texts of few words, so that every stretch of them stands in many places. */
const words = (...known: string[]) =>
  fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 60 })
const text = words(
  'he',
  'said',
  'the',
  'tide',
  '“no”',
  'Lund',
  'would',
  'turn.',
  '\n\n',
  '😀',
  'and',
)
/** Words put in stand nowhere else: they make no second place of the same words. */
const news = words('Brack', 'left', 'fog', 'quickly,', '“yes”')

describe('after any edits around it, a place is found where it is or not at all', () => {
  it('holds', () => {
    let found = 0
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.array(fc.record({ side: fc.nat(1), at: fc.nat(59), cut: fc.nat(5), put: news }), {
          minLength: 1,
          maxLength: 3,
        }),
        (before, inside, behind, edits) => {
          const exact = inside.join(' ')
          const sides = [before, behind]
          const start = before.join(' ').length + 1
          const selector = selectorOf(`${before.join(' ')} ${exact} ${behind.join(' ')}`, {
            start,
            end: start + exact.length,
          })
          for (const { side, at, cut, put } of edits)
            sides[side] = sides[side]!.toSpliced(at % (sides[side]!.length + 1), cut, ...put)
          const [left, right] = sides.map(side => side.join(' '))
          const span = anchor(`${left} ${exact} ${right}`, selector)
          if (!span) return
          found += 1
          expect(span).toEqual({ start: left!.length + 1, end: left!.length + 1 + exact.length })
        },
      ),
      { numRuns: 3000, seed: 20261130 },
    )
    expect(found).toBeGreaterThan(1500)
  })

  it('an unchanged text gives every place back, or tells that there are several', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (all, a, b) => {
        const text = all.join(' ')
        const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [
          number,
          number,
        ]
        if (start === end) return
        const span = anchor(text, selectorOf(text, { start, end }))
        // a text that repeats itself tells no place by its words
        if (span) expect(span).toEqual({ start, end })
        else expect(text.split(text.slice(start, end)).length).toBeGreaterThan(2)
      }),
      { seed: 20261130 },
    )
  })
})
