import type { StoryRecord } from '@onrecord/engine'
import { describe, expect, it } from 'vitest'
import { predictValues } from '../src/predict-values.js'
import {
  type GoldValue,
  type ReadValue,
  sameQuantity,
  sameTime,
} from '../src/scores/value-match.js'
import { intervalOf, secondsOf } from '../src/scores/value-times.js'
import { scoreValues, type ValueCase } from '../src/scores/values.js'

const at = (written: string) => Date.parse(written)
const gold = (rest: Partial<GoldValue>): GoldValue => ({
  span: [0, 1],
  text: '',
  type: 'date',
  ...rest,
})
const answer = (rest: Partial<ReadValue>): ReadValue => ({ span: [0, 1], ...rest })

describe('intervals', () => {
  it.each([
    [{ value: '2015' }, ['2015-01-01', '2016-01-01']],
    [{ value: '2015-12' }, ['2015-12-01', '2016-01-01']],
    [{ value: '2015-W01' }, ['2014-12-29', '2015-01-05']],
    [{ value: '2015-03-02' }, ['2015-03-02', '2015-03-03']],
    [{ value: '2015-03-02 10:00:00' }, ['2015-03-02T10:00Z', '2015-03-02T10:00Z']],
    [{ start: '2015', end: '2017' }, ['2015-01-01', '2017-01-01']],
    [{ start: '2015', end: '2017', end_inclusive: true }, ['2015-01-01', '2018-01-01']],
  ])('%j', (value, [start, end]) => expect(intervalOf(value)).toEqual([at(start!), at(end!)]))

  it.each(['2015-13', '2015-02-30', '2015-W54', 'XXXX-03-02', 'P3D'])('none: %s', value =>
    expect(intervalOf({ value })).toBeNull(),
  )

  it('an open end is null', () =>
    expect(intervalOf({ start: '2015' })).toEqual([at('2015-01-01'), null]))
})

describe('durations', () => {
  it.each([
    [{ value: 'P1DT2H' }, 93_600],
    [{ timex: 'PT1.5H', value: '9' }, 5400],
    [{ type: 'duration', value: 90 }, 90],
    [{ value: 90 }, null],
    [{ value: 'P' }, null],
  ])('%j', (value, seconds) => expect(secondsOf(value)).toBe(seconds))
})

describe('what counts as right', () => {
  it.each([
    [{ value: '34', unit: 'Cent' }, { value: 34, unit: 'cent' }, true],
    [{ value: '5', unit: 'Dollar' }, { value: 5, unit: 'USD' }, true],
    [{ value: '5', unit: 'Canadian dollar', iso: 'CAD' }, { value: 5, unit: 'CAD' }, true],
    [{ value: '5', unit: 'Dollar' }, { value: 5, unit: 'GBP' }, false],
    [{ value: '5', unit: 'Dollar' }, { value: 5 }, true],
    [{ value: ['55', '65'] }, { value: [55, 65] }, true],
    [{ value: ['55', '65'] }, { value: 55 }, false],
    [{ value: '4%' }, { value: 4 }, true],
  ])('%j and %j', (wanted, read, right) =>
    expect(sameQuantity(gold(wanted), answer(read))).toBe(right),
  )

  it('a time may be right in its start alone', () => {
    const wanted = gold({ values: [{ start: '2015-01-01', end: '2015-02-01' }] })
    expect(sameTime(wanted, answer({ value: '2015' }), false)).toEqual({
      value: false,
      start: true,
    })
    expect(sameTime(wanted, answer({ value: '2015-01' }), false)).toEqual({
      value: true,
      start: true,
    })
  })
})

describe('scores', () => {
  const one: ValueCase = {
    id: 'a',
    text: 'It opened on Friday, the 3 of them.',
    source_corpus: 'Invented',
    ref_datetime: '2018-03-15',
    expected: [gold({ span: [13, 19], text: 'Friday', values: [{ value: '2018-03-09' }] })],
    only_types: ['date'],
  }

  it('count what is found, exact, right and besides, by group', () => {
    const read = [
      answer({ span: [13, 24], type: 'date', value: '2018-03-09' }),
      answer({ span: [0, 2], type: 'date' }),
      answer({ span: [25, 26], type: 'number' }),
    ]
    const groups = scoreValues([one], () => read)
    expect(groups.get('ALL')).toEqual({ n: 1, found: 1, exact: 0, value: 1, start: 1, extra: 1 })
    expect([...groups.keys()]).toEqual(['ALL', 'corpus:Invented', 'type:date'])
  })

  it('nothing half covers, nothing is found', () => {
    const groups = scoreValues([one], () => [answer({ span: [13, 15], type: 'date' })])
    expect(groups.get('ALL')).toMatchObject({ n: 1, found: 0, extra: 1 })
  })

  it('a record answers in code points', () => {
    const text = '🎭 on 9 March 2018'
    const record = {
      story: { text },
      values: [
        { id: 'v1', type: 'date', span: { start: 6, end: 18 }, value: '2018-03-09', stated: {} },
      ],
    } as unknown as StoryRecord
    expect(predictValues(record)).toEqual([{ span: [5, 17], type: 'date', value: '2018-03-09' }])
  })
})
