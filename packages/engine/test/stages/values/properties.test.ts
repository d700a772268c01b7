import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textStages } from '../../../src/stages/index.js'
import { findValues } from '../../../src/stages/values/index.js'
import { anyText, forAll } from '../../seed.js'
import { read } from './read.js'

const fragments = fc.constantFrom(
  ...[
    'Friday',
    'March',
    'May',
    '23',
    '2018',
    '4/5/18',
    '15.03.18',
    ',',
    '.',
    '-',
    '–',
    ' to ',
    'from ',
    'before ',
    'since ',
    'between ',
    'first ',
    'early ',
    ' in ',
    ' and ',
    ' of ',
    'the ',
    'last ',
    'next ',
    'week',
    'two',
    'hundred',
    'million',
    '$',
    '£',
    '%',
    ' per cent',
    'years',
    ' ago',
    '-year-old',
    'aged ',
    '9am',
    ':',
    '’80s',
    '1980s',
    's',
    'half',
    ' a ',
    'third',
    'quarter',
    '\n',
    '\n\n',
    ' ',
    ' ',
    'Ana Lund, 46,',
    '(',
    ')',
    'q3',
    '1,000',
    '½',
    '’',
  ],
)

const story = fc.oneof(
  fc.array(fragments, { maxLength: 40 }).map(parts => parts.join('')),
  fc.array(fragments, { maxLength: 40 }).map(parts => parts.join(' ')),
  anyText(80),
)

describe('whatever the text', () => {
  it.each(['2018-03-15', null])(
    'values are in order of their ends, apart or one in another, not empty and within a paragraph (%s)',
    published =>
      forAll(story, 600, text => {
        const { paragraphs } = textStages.run({ text, meta: { id: 'test' } })
        let last = 0
        let ends: { start: number; end: number }[] = []
        for (const { start, end, value, stated } of read(text, published)) {
          // only a period that dates tell has others in it, and those wholly
          const within = ends.filter(one => one.end > start)
          if (stated.relation === undefined) expect(within).toEqual([])
          for (const one of within) expect(one.start).toBeGreaterThanOrEqual(start)
          ends = [...ends.filter(one => one.end <= start), { start, end }]
          expect(end).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          expect(paragraphs.some(p => p.start <= start && end <= p.end)).toBe(true)
          expect(JSON.stringify(value)).not.toMatch(/NaN|null|undefined|Infinity/)
          last = end
        }
      }),
  )
})

describe('a megabyte in one paragraph', () => {
  it.each([
    ['digits', '1'],
    ['strokes', '1/'],
    ['groups', '1,000,'],
    ['stops', '1.1.'],
    ['number words', 'one hundred '],
    ['dashes', '1-'],
    ['months', 'May to '],
    ['weekdays', 'Friday, '],
    ['quarters', 'third quarter '],
    ['signs', '$-'],
    ['periods', 'from 2004 to 2009 '],
    ['open periods', 'more than two weeks before '],
    ['hours', 'half past seven from 3 to 8 '],
    ['Indian groups', '11,11,'],
  ])('%s are read', (_, unit) => {
    const text = unit.repeat(Math.floor(1_000_000 / unit.length))
    const story = textStages.run({ text, meta: { id: 'test', published: '2018-03-15' } })
    for (const { start, end } of findValues({ ...story, mentions: [] }))
      expect(end - start).toBeLessThan(200)
  })
})
