import { describe, expect, it } from 'vitest'
import { COINABLE, coin } from '../../src/generate/coin.js'
import { generateStories } from '../../src/generate/index.js'
import { quoteLength, run, sentenceLength } from '../../src/generate/prose.js'
import { rngOf } from '../../src/generate/random.js'
import { LISTED, vocabulary } from '../../src/generate/vocabulary.js'
import { drawBy, zipfWeights } from '../../src/generate/zipf.js'

const words = vocabulary()

describe('the vocabulary', () => {
  it('has 65,536 different words, real ones first', () => {
    expect(words.words).toHaveLength(LISTED)
    expect(new Set(words.words).size).toBe(LISTED)
    expect(words.words.slice(0, 3)).toEqual(['the', 'of', 'to'])
    expect(words.words.indexOf('minister')).toBeLessThan(150)
  })

  it.each([
    { word: 'the', grammar: true },
    { word: 'because', grammar: true },
    { word: 'minister', grammar: false },
    { word: words.words[40_000]!, grammar: false },
  ])('$word carries grammar: $grammar', ({ word, grammar }) => {
    expect(words.isFunction(word)).toBe(grammar)
  })

  it('coins another word for every number', () => {
    const numbers = [
      ...Array.from({ length: 50_000 }, (_, k) => k),
      ...Array.from({ length: 50_000 }, (_, k) => 2_500_000 + k * 7919),
      COINABLE - 1,
    ]
    const coined = numbers.map(coin)
    expect(new Set(coined).size).toBe(numbers.length)
    expect(coined.filter(word => !/^[a-z]{3,}$/.test(word))).toEqual([])
  })
})

describe('draws', () => {
  it.each([
    { n: 10, at: [0, 4, 9] },
    { n: 5000, at: [0, 4, 100] },
  ])('follow the weights of $n items', ({ n, at }) => {
    const weights = zipfWeights(n, 1, 2)
    const sum = weights.reduce((a, b) => a + b, 0)
    const draw = drawBy(weights)
    const rng = rngOf(1, 1)
    const counts = new Map<number, number>()
    const N = 200_000
    for (let k = 0; k < N; k++) {
      const one = draw(rng)
      counts.set(one, (counts.get(one) ?? 0) + 1)
    }
    expect(Math.max(...counts.keys())).toBeLessThan(n)
    for (const k of at) {
      const expected = (weights[k]! / sum) * N
      expect(Math.abs((counts.get(k) ?? 0) - expected)).toBeLessThan(5 * Math.sqrt(expected))
    }
  })

  it('of different keys have nothing in common, of the same everything', () => {
    const ten = (...key: [number, number, number, number]) =>
      Array.from({ length: 10 }, rngOf(...key))
    expect(ten(1, 2, 3, 4)).toEqual(ten(1, 2, 3, 4))
    const others = [
      ten(1, 2, 3, 4),
      ten(2, 2, 3, 4),
      ten(1, 3, 3, 4),
      ten(1, 2, 4, 4),
      ten(1, 2, 3, 5),
    ]
    expect(new Set(others.flat()).size).toBe(50)
  })
})

describe('prose', () => {
  const rng = rngOf(5, 5)
  it.each([1, 2, 5, 40])('of %i words has as many, the last one of matter', n => {
    for (let k = 0; k < 200; k++) {
      const made = run(rng, words, ['topic'], n)
      expect(made).toHaveLength(n)
      expect(words.isFunction(made.at(-1)!)).toBe(false)
      expect(made.at(-1)).not.toMatch(/,$/)
    }
  })

  it.each([
    { what: 'quotes', length: quoteLength, least: 5, most: 40, middle: [14, 16] },
    { what: 'sentences', length: sentenceLength, least: 6, most: 45, middle: [18, 20] },
  ])('$what are $least to $most words long', ({ length, least, most, middle }) => {
    const lengths = Array.from({ length: 5000 }, () => length(rng)).sort((a, b) => a - b)
    expect([lengths[0], lengths.at(-1)]).toEqual([least, most])
    expect(lengths[2500]).toBeGreaterThanOrEqual(middle[0]!)
    expect(lengths[2500]).toBeLessThanOrEqual(middle[1]!)
  })

  it('of an archive follows Zipf: the slope over ranks 10 to 3,000, and words seen once', () => {
    const counts = new Map<string, number>()
    for (const { record } of generateStories({ seed: 4, stories: 1500 }))
      for (const [word] of record.story.text.toLowerCase().matchAll(/[a-z]+/g))
        counts.set(word, (counts.get(word) ?? 0) + 1)
    const sorted = [...counts.values()].sort((a, b) => b - a)
    const slope = slopeOf(
      sorted.map((n, k) => [Math.log(k + 1), Math.log(n)] as const),
      10,
      3000,
    )
    expect(slope).toBeLessThan(-0.9)
    expect(slope).toBeGreaterThan(-1.15)
    const once = sorted.filter(n => n === 1).length / sorted.length
    expect(once).toBeGreaterThan(0.3)
    expect(counts.get('the')! / sorted.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.02)
  })
})

/** Of the line of least squares, ranks spread evenly by their logarithm. */
function slopeOf(points: readonly (readonly [number, number])[], from: number, to: number): number {
  const ranks = Array.from({ length: 60 }, (_, k) => Math.round(from * (to / from) ** (k / 59)))
  const used = ranks.map(rank => points[rank - 1]!)
  const mean = (k: 0 | 1) => used.reduce((sum, point) => sum + point[k], 0) / used.length
  const [x, y] = [mean(0), mean(1)]
  const over = used.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0)
  return over / used.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
}
