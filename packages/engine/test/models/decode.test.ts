import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WordRange } from '../../src/models/attributions.js'
import { decodeCues, decodeRoles, distanceBucket } from '../../src/models/decode.js'
import type { QuoteConfig } from '../../src/models/runtime.js'
import { config } from '../fake-model.js'
import { forAll } from '../seed.js'

/** Scores in which each word's label has the lead: one character a word. */
function leading(labels: string, alphabet: string, lead = 10): Float32Array {
  const scores = new Float32Array(labels.length * alphabet.length)
  ;[...labels].forEach((label, word) => {
    scores[word * alphabet.length + alphabet.indexOf(label)] = lead
  })
  return scores
}

/** Every sequence of `words` labels below `count`. */
function* sequences(words: number, count: number): Generator<number[]> {
  const total = count ** words
  for (let k = 0; k < total; k++) {
    yield Array.from({ length: words }, (_, word) => Math.floor(k / count ** word) % count)
  }
}

const scoresOf = (words: number, labels: number) =>
  fc
    .array(fc.double({ min: -4, max: 4, noNaN: true }), {
      minLength: words * labels,
      maxLength: words * labels,
    })
    .map(scores => Float32Array.from(scores))

describe('cues', () => {
  /** N none, B first word, I later word, S the sign behind. */
  const decode = (labels: string, bias = 0) =>
    decodeCues(leading(labels, 'NBIS'), labels.length, bias).map(
      ({ kind, from, to }) => `${kind} ${from}-${to}`,
    )

  it.each([
    ['NNN', []],
    ['NBN', ['cue 1-2']],
    ['BIIN', ['cue 0-3']],
    ['NBB', ['cue 1-2', 'cue 2-3']],
    ['BIBI', ['cue 0-2', 'cue 2-4']],
    ['NSN', ['sign 1-2']],
    ['SSB', ['sign 0-1', 'sign 1-2', 'cue 2-3']],
    ['BIS', ['cue 0-2', 'sign 2-3']],
  ])('of %s are %j', (labels, cues) => {
    expect(decode(labels)).toEqual(cues)
  })

  it('do not start with a later word, nor go on behind a sign', () => {
    // the first word is rather none, or rather before a sign; but then the second could not be a later word
    for (const preferred of [0, 3]) {
      const scores = Float32Array.from([0, 1, 0, 0, 0, 0, 10, 0])
      scores[preferred] = 2
      expect(decodeCues(scores, 2, 0)).toMatchObject([{ kind: 'cue', from: 0, to: 2 }])
    }
  })

  it('of no words are none', () => {
    expect(decodeCues(new Float32Array(0), 0, 0)).toEqual([])
  })

  it('are more with a lower bias and fewer with a higher', () => {
    const scores = Float32Array.from([1, 0, 0, 0, 0, 1, 0, 0])
    const count = (bias: number) => decodeCues(scores, 2, bias).length
    expect([count(5), count(0), count(-5)]).toEqual([0, 1, 2])
  })

  it('are those of the best of all paths, with the probability of their first word', () =>
    forAll(
      fc.integer({ min: 1, max: 5 }).chain(words =>
        fc.record({
          words: fc.constant(words),
          scores: scoresOf(words, 4),
          bias: fc.double({ min: -2, max: 2, noNaN: true }),
        }),
      ),
      150,
      ({ words, scores, bias }) => {
        const cues = decodeCues(scores, words, bias)
        const labels = new Array<number>(words).fill(0)
        for (const { from, to, kind } of cues) {
          labels.fill(2, from, to)
          labels[from] = kind === 'sign' ? 3 : 1
        }
        // not the path itself: two may be equally good
        expect(cueScore(labels, scores, bias)).toBeCloseTo(bestCueScore(scores, words, bias), 6)
        for (const { from, kind, heard } of cues) {
          const at = [...scores.subarray(from * 4, from * 4 + 4)].map(Math.exp)
          const sum = at.reduce((a, b) => a + b)
          expect(heard).toBeCloseTo(at[kind === 'sign' ? 3 : 1]! / sum, 6)
        }
      },
    ))

  const cueScore = (labels: readonly number[], scores: Float32Array, bias: number) =>
    labels.reduce(
      (sum, label, word) => sum + scores[word * 4 + label]! + (label === 0 ? bias : 0),
      0,
    )

  function bestCueScore(scores: Float32Array, words: number, bias: number) {
    let top = Number.NEGATIVE_INFINITY
    for (const labels of sequences(words, 4)) {
      const stray = labels.some((l, word) => l === 2 && ![1, 2].includes(labels[word - 1]!))
      if (!stray) top = Math.max(top, cueScore(labels, scores, bias))
    }
    return top
  }
})

describe('content and source', () => {
  /** content begin, inside, end, single: bieS of "(", "-", ")", "c"; of the source "[", "=", "]", "s". */
  const ALPHABET = '.(-)c[=]s'
  const show = (ranges: readonly WordRange[]) => ranges.map(({ from, to }) => `${from}-${to}`)

  it.each([
    ['....', [], []],
    ['(-).', ['0-3'], []],
    ['()c.', ['0-2', '2-3'], []],
    ['s.()', ['2-4'], ['0-1']],
    ['()s()', ['0-2', '3-5'], ['2-3']],
    ['[=]c', ['3-4'], ['0-3']],
    ['cccc', ['0-1', '1-2', '2-3', '3-4'], []],
    ['[]ss', [], ['0-2', '2-3', '3-4']],
  ])('of %s are %j and %j', (labels, content, source) => {
    const found = decodeRoles(leading(labels, ALPHABET, 20), 0, labels.length, config)
    expect(show(found.content)).toEqual(content)
    expect(show(found.source)).toEqual(source)
    expect(found.labelled).toBeGreaterThan(0.999)
  })

  it('never leave a range open, whatever the scores prefer', () => {
    for (const labels of ['(((', '---', ')))', '(=]', '[-)', '-).', '.([']) {
      const found = decodeRoles(leading(labels, ALPHABET, 3), 0, 3, config)
      for (const { from, to } of [...found.content, ...found.source]) {
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(3)
      }
      expect(found.labelled).toBeLessThanOrEqual(1)
    }
  })

  it('are read from the row that is asked for', () => {
    const rows = new Float32Array([...leading('(-)', ALPHABET), ...leading('s.c', ALPHABET)])
    expect(show(decodeRoles(rows, 0, 3, config).content)).toEqual(['0-3'])
    expect(show(decodeRoles(rows, 27, 3, config).content)).toEqual(['2-3'])
  })

  it('are those of the best of all paths, with its share of them as probability', () =>
    forAll(
      fc.integer({ min: 1, max: 4 }).chain(words =>
        fc.record({
          words: fc.constant(words),
          scores: scoresOf(words, 9),
          moves: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
            minLength: 99,
            maxLength: 99,
          }),
        }),
      ),
      100,
      ({ words, scores, moves }) => {
        const learnt: QuoteConfig = {
          ...config,
          transition: config.transition.map((row, j) =>
            row.map((move, k) => move + moves[j * 9 + k]!),
          ),
          start: config.start.map((move, k) => move + moves[81 + k]!),
          end: config.end.map((move, k) => move + moves[90 + k]!),
        }
        const scoreOf = (labels: readonly number[]) =>
          labels.reduce(
            (total, label, word) =>
              total +
              scores[word * 9 + label]! +
              (word === 0 ? learnt.start[label]! : learnt.transition[labels[word - 1]!]![label]!),
            learnt.end[labels.at(-1)!]!,
          )
        let [top, sum] = [Number.NEGATIVE_INFINITY, 0]
        for (const labels of sequences(words, 9)) {
          const score = scoreOf(labels)
          sum += Math.exp(score)
          top = Math.max(top, score)
        }
        const found = decodeRoles(scores, 0, words, learnt)
        const path = new Array<number>(words).fill(0)
        for (const [base, ranges] of [
          [1, found.content],
          [5, found.source],
        ] as const) {
          for (const { from, to } of ranges) {
            path.fill(base + 1, from, to)
            path[from] = base
            path[to - 1] = to - from === 1 ? base + 3 : base + 2
          }
        }
        // not the path itself: two may be equally good
        expect(scoreOf(path)).toBeCloseTo(top, 6)
        expect(found.labelled).toBeCloseTo(Math.exp(top) / sum, 6)
      },
    ))

  it('of a long block keep a probability', () => {
    const words = 2000
    const labels = `(${'-'.repeat(words - 2)})`
    const sure = decodeRoles(leading(labels, ALPHABET, 30), 0, words, config)
    expect(show(sure.content)).toEqual([`0-${words}`])
    expect(sure.labelled).toBeGreaterThan(0.99)
    const even = decodeRoles(new Float32Array(words * 9), 0, words, config)
    expect(even.labelled).toBeGreaterThanOrEqual(0)
    expect(even.labelled).toBeLessThan(1e-6)
  })

  // a score of 10,000 would buy what BIOES forbids; no model gives a hundredth of it
  it('of scores beyond all measure keep a probability', () =>
    forAll(
      fc.array(fc.constantFrom(-1500, -800, -30, 0, 30, 800, 1500), {
        minLength: 45,
        maxLength: 45,
      }),
      300,
      scores => {
        const found = decodeRoles(Float32Array.from(scores), 0, 5, config)
        expect(found.labelled).toBeGreaterThanOrEqual(0)
        expect(found.labelled).toBeLessThanOrEqual(1)
        for (const { from, to } of [...found.content, ...found.source]) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThan(from)
        }
      },
    ))
})

describe('the bucket of a distance', () => {
  it('is the distance itself to 24', () => {
    for (let d = -24; d <= 24; d++) expect(distanceBucket(d)).toBe(d + 34)
  })

  it('is that of training beyond', () => {
    // where bucket() of training/onrecord_training/model.py starts a new one, up to 320 words
    const edges = [25, 29, 34, 41, 48, 58, 68, 81, 96, 115]
    for (let d = 25; d <= 320; d++) {
      const far = 24 + edges.filter(edge => edge <= d).length
      expect([d, distanceBucket(d)]).toEqual([d, far + 34])
      expect([-d, distanceBucket(-d)]).toEqual([-d, 34 - far])
    }
    expect([distanceBucket(1000), distanceBucket(-100_000)]).toEqual([68, 0])
  })
})
