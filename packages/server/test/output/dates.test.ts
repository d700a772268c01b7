import type { RecordValue } from '@onrecord/engine'
import { expect, test } from 'vitest'
import { dateKey, dateWords } from '../../src/output/page/dates.js'

test.each<[RecordValue['value'], string]>([
  ['2018', '2018'],
  ['2018-03', 'March 2018'],
  ['2018-03-05', '5 March 2018'],
  ['2018-03-15T19:00', '15 March 2018, 19:00'],
  ['2018-03-15T19:00:00Z', '15 March 2018, 19:00 UTC'],
  ['2018-03-15T19:00+02:00', '15 March 2018, 19:00 +02:00'],
  ['T09', '09:00'],
  ['T09:30', '09:30'],
  [{ start: '1980', end: '1990' }, '1980–1989'],
  [{ start: '1980-01-01', end: '1990-01-01' }, '1980–1989'],
  [{ start: '2019', end: '2020' }, '2019'],
  [{ start: '2026-01', end: '2026-04' }, 'January–March 2026'],
  [{ start: '2026-03-01', end: '2026-04-01' }, 'March 2026'],
  [{ start: '2025-11', end: '2026-01' }, 'November–December 2025'],
  [{ start: '2025-12', end: '2026-03' }, 'December 2025 – February 2026'],
  [{ start: '2026-03-02', end: '2026-03-09' }, '2–8 March 2026'],
  [{ start: '2026-02-27', end: '2026-03-01' }, '27–28 February 2026'],
  [{ start: '2024-02-27', end: '2024-03-02' }, '27 February – 1 March 2024'],
  [{ start: '2018-03-15T19:00', end: '2018-03-15T21:00' }, '15 March 2018, 19:00–21:00'],
  [{ start: 'T19:00', end: 'T21:00' }, '19:00–21:00'],
  [{ start: '2019-05' }, 'from May 2019'],
  [{ end: '1990' }, 'before 1990'],
])('%j is %s', (value, words) => {
  expect(dateWords(value)).toBe(words)
})

test.each<[RecordValue['value']]>([
  ['P3D'],
  ['2018-13'],
  ['2018-W11-5'],
  ['2018-03T19:00'],
  ['T9'],
  ['\x1b2018'],
  [52],
  [{ min: 3, max: 4 }],
  [{ amount: 3, currency: 'GBP' }],
  [{ start: 'soon' }],
  [{}],
])('%j is no date', value => {
  expect(dateWords(value)).toBeUndefined()
})

test('the whole comes before its parts, a time of no day last', () => {
  const sorted = ['1994', { start: '1994-02' }, '1994-03-01', { end: '1995' }, '2001-05', 'T09:00']
  const keys = [...sorted].reverse().map(dateKey)
  expect(keys.sort()).toEqual(sorted.map(dateKey))
})
