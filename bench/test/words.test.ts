import { describe, expect, test } from 'vitest'
import { toPoints, toUnits } from '../src/points.js'
import { percent, tenth } from '../src/scores/round.js'
import { indexWords, jaccard, sharedWords, wordsIn, wordsKey } from '../src/scores/words.js'

const words = (text: string, start = 0, end = text.length) =>
  wordsIn(indexWords(text), [{ start, end }])

describe('words', () => {
  test.each([
    ['“We’ll go,” he said.', 4],
    ["the players' bus, '07", 4],
    ['snake_case', 2],
    ['3,000 — 4½', 3],
    ['Odile Trémont', 2],
    ['… — “”', 0],
  ])('%j has %i', (text, count) => {
    expect(words(text).size).toBe(count)
  })

  test('a span that touches a letter has the word; punctuation at its edges never counts', () => {
    const text = '“Go,” he said'
    expect(wordsKey(words(text, 0, 5))).toBe(wordsKey(words(text, 1, 3)))
    expect(wordsKey(words(text, 2, 3))).toBe('0')
    expect(words(text, 3, 6).size).toBe(0)
  })

  test('spans may leave the text or be the wrong way round', () => {
    expect(words('one two', -5, 100).size).toBe(2)
    expect(words('one two', 5, 2).size).toBe(0)
  })
})

test('jaccard: shared over either, and 0 of nothing', () => {
  expect(jaccard(new Set([1, 2, 3]), new Set([2, 3, 4]))).toBe(0.5)
  expect(jaccard(new Set(), new Set())).toBe(0)
  expect(sharedWords(new Set([1]), new Set([2]))).toBe(0)
})

test('code points and UTF-16 convert both ways', () => {
  const text = 'a😀b😀c'
  expect(
    toUnits(text)([
      [1, 2],
      [2, 5],
    ]),
  ).toEqual([
    { start: 1, end: 3 },
    { start: 3, end: 7 },
  ])
  expect(
    toPoints(text)([
      { start: 1, end: 3 },
      { start: 3, end: 7 },
    ]),
  ).toEqual([
    [1, 2],
    [2, 5],
  ])
  expect(toPoints(text)([{ start: 2, end: 3 }])).toEqual([[1, 2]])
  expect(toUnits(text)([[0, 99]])).toEqual([{ start: 0, end: 7 }])
  expect(toUnits('plain')([[1, 3]])).toEqual([{ start: 1, end: 3 }])
})

test('a tie is rounded to the even tenth, as Python does', () => {
  expect([12.25, 12.75, 0.25, 99.95, 33.333].map(tenth)).toEqual([12.2, 12.8, 0.2, 100, 33.3])
  expect([percent(1, 3), percent(0, 0), percent(5, 5)]).toEqual([33.3, 0, 100])
})
