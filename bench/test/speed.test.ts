import { describe, expect, test } from 'vitest'
import { memoryOf } from '../src/speed/memory.js'
import { speedIn } from '../src/speed/prototype.js'
import { median, quantile, slope } from '../src/speed/statistics.js'
import { countWords, samples, storyStream } from '../src/speed/stories.js'
import { growth } from '../src/speed/tables.js'

describe('the stream of stories', () => {
  const texts = ['one two.\n\nthree four.', 'five']
  const stream = (count: number, seed?: number) => [...storyStream(texts, count, seed)]

  test('is the same every time, and longer streams begin as shorter ones', () => {
    expect(stream(50)).toEqual(stream(50))
    expect(stream(50).slice(0, 20)).toEqual(stream(20))
    expect(stream(50, 2)).not.toEqual(stream(50))
  })

  test('varies in length and numbers its stories', () => {
    const all = [...storyStream(samples(), 200)]
    const lengths = all.map(({ text }) => countWords(text))
    expect(new Set(all.map(({ id }) => id)).size).toBe(200)
    expect(Math.max(...lengths)).toBeGreaterThan(4 * Math.min(...lengths))
  })

  test('needs samples', () => {
    expect(() => [...storyStream([], 1)]).toThrow('no samples')
  })
})

test('words are runs of anything but white space', () => {
  expect(countWords(' “We go,” he — said.\n')).toBe(5)
  expect(countWords('')).toBe(0)
})

test('median and slope', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(
    slope([
      { x: 0, y: 1 },
      { x: 1, y: 3 },
      { x: 2, y: 5 },
    ]),
  ).toBe(2)
  expect(
    slope([
      { x: 1, y: 3 },
      { x: 1, y: 5 },
    ]),
  ).toBe(0)
})

test('growth of memory is taken from a fifth of the stream on', () => {
  const memory = Array.from({ length: 101 }, (_, i) => ({
    done: i * 10,
    now: i < 20 ? 50 : 100 + i / 10,
  }))
  expect(growth(memory, 1000)).toEqual({
    'at 20 %': 102,
    'at the end': 110,
    'MB / 1,000 stories': 10,
  })
  expect(growth([], 1000)).toEqual({})
})

test('the prototype says its speed in its own words', () => {
  expect(speedIn('weights .q th1 bs8: total 22.0s 2830 w/s | enc 15.1s')).toBe(2830)
  expect(() => speedIn('Traceback')).toThrow('the prototype says no speed: Traceback')
})

test('memory of a process that is gone is unknown', () => {
  expect(memoryOf(2 ** 30)).toBeUndefined()
})

test('a quantile is one of the values', () => {
  const values = [5, 1, 4, 2, 3]
  expect([0, 0.5, 0.95, 1].map(share => quantile(values, share))).toEqual([1, 3, 5, 5])
  expect(quantile([], 0.5)).toBe(Number.NaN)
})
