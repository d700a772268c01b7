import { describe, expect, it } from 'vitest'
import { weekdayMismatches } from '../../../src/stages/findings/weekday.js'
import type { Value } from '../../../src/stages/values/types.js'
import { build, shown } from './story.js'

type Given = Omit<Value, 'start' | 'end'>

const full = (weekday: string, year: number, month: number, day: number): Given => ({
  type: 'date',
  value: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  stated: { weekday, year, month, day },
})
const yearless = (weekday: string, year: number, month: number, day: number): Given => {
  const { stated, ...rest } = full(weekday, year, month, day)
  return { ...rest, stated: { weekday, month, day }, inferred: { year: stated.year! } }
}
const find = (words: string, value: Given, published?: string) =>
  shown(
    weekdayMismatches,
    build(`They met on ${words} in the hall.`, {
      values: [[words, value]],
      ...(published === undefined ? {} : { meta: { published } }),
    }),
  )

describe('a weekday that does not fit its date', () => {
  it('is an error where the year is stated', () =>
    expect(find('Friday 14 March 2026', full('friday', 2026, 3, 14))).toEqual([
      'error: “Friday 14 March 2026” is a Saturday. [Friday 14 March 2026]',
    ]))

  it('is a warning where it is not, and names the year', () =>
    expect(find('Thursday 11 March', yearless('thursday', 2026, 3, 11), '2026-03-12')).toEqual([
      'warning: “Thursday 11 March” is a Wednesday in 2026; the year is not stated and was taken from the date of publication. [Thursday 11 March]',
    ]))

  it.each<[string, [string, Given], [string, Given], string]>([
    [
      'in brackets',
      [
        'Friday night',
        { type: 'date', value: '2026-03-13', stated: { weekday: 'friday', daypart: 'night' } },
      ],
      [
        '14.03.26',
        { type: 'date', value: '2026-03-14', stated: { numbers: '14.03.26', month: 3, day: 14 } },
      ],
      'They met on Friday night (14.03.26).',
    ],
    [
      'of its month',
      [
        'Friday the 14th',
        { type: 'date', value: '2025-11-14', stated: { weekday: 'friday', day: 14 } },
      ],
      ['March 2026', { type: 'date', value: '2026-03', stated: { month: 3, year: 2026 } }],
      'They met on Friday the 14th of March 2026.',
    ],
  ])('is an error with the date behind it %s', (_, weekday, date, text) => {
    const words = text.slice('They met on '.length, -1)
    expect(shown(weekdayMismatches, build(text, { values: [weekday, date] }))).toEqual([
      `error: “${words}” is a Saturday. [${words}]`,
    ])
  })

  it('is an error where a period stands between the weekday and its date', () => {
    const story = build('They met until Friday (March 14, 2026).', {
      values: [
        ['Friday', { type: 'date', value: '2026-03-13', stated: { weekday: 'friday' } }],
        [
          'March 14, 2026',
          { type: 'date', value: '2026-03-14', stated: { month: 3, day: 14, year: 2026 } },
        ],
      ],
    })
    const [friday, date] = story.values
    const period = {
      type: 'date' as const,
      value: { end: '2026-03-13' },
      stated: { relation: 'until' },
      start: friday!.start - 'until '.length,
      end: friday!.end,
    }
    expect(shown(weekdayMismatches, { ...story, values: [friday!, period, date!] })).toEqual([
      'error: “Friday (March 14, 2026)” is a Saturday. [Friday (March 14, 2026)]',
    ])
  })

  it('is none where the date is told apart', () =>
    expect(
      shown(
        weekdayMismatches,
        build('They met on Friday and on 14 March 2026.', {
          values: [
            ['Friday', { type: 'date', value: '2026-03-13', stated: { weekday: 'friday' } }],
            [
              '14 March 2026',
              { type: 'date', value: '2026-03-14', stated: { day: 14, month: 3, year: 2026 } },
            ],
          ],
        }),
      ),
    ).toEqual([]))

  it.each<[string, string, Given, string?]>([
    ['it fits', 'Saturday 14 March 2026', full('saturday', 2026, 3, 14)],
    ['it fits the year taken', 'Monday, 9 March', yearless('monday', 2026, 3, 9), '2026-03-12'],
    [
      'it fits the coming year, which is as near',
      'Monday, January 9',
      yearless('monday', 2016, 1, 9),
      '2016-12-20',
    ],
    [
      'the date is far from publication',
      'Tuesday, January 27',
      yearless('tuesday', 2016, 1, 27),
      '2016-06-20',
    ],
    [
      'it fits another year, and is weeks away',
      'Monday, January 11',
      yearless('monday', 2026, 1, 11),
      '2026-03-12',
    ],
    ['a sentence ends within', 'Friday. March 14', yearless('friday', 2026, 3, 14), '2026-03-12'],
    ['nobody knows the year', 'Tuesday, January 27', yearless('tuesday', 2016, 1, 27)],
    [
      'the weekday came from elsewhere',
      '14 March 2026',
      { type: 'date', value: '2026-03-14', stated: { year: 2026, month: 3, day: 14 } },
    ],
    [
      'no day is stated',
      'Friday',
      { type: 'date', value: '2026-03-14', stated: { weekday: 'friday' } },
      '2026-03-16',
    ],
    [
      'another reading fits',
      'Friday 04/05/2018',
      { ...full('friday', 2018, 4, 5), readings: ['2018-05-04'] },
    ],
  ])('is none where %s', (_, words, value, published) =>
    expect(find(words, value, published)).toEqual([]),
  )
})
