import { describe, expect, test } from 'vitest'
import { scoreAwkward } from '../src/scores/awkward.js'
import { bins, calibrationError } from '../src/scores/calibration.js'
import { addCaseCounts, caseRow, isSpeaker, scoreCase } from '../src/scores/cases.js'
import { nameOwners } from '../src/scores/names.js'
import { asRead, marked } from './marked.js'

describe('scoreCase', () => {
  const { text, quotes } = marked(
    '@speaker 1: Anna Lund\n<c1>“We will appeal,”</c1> <k1>said</k1> <s1>Anna Lund</s1> of the “Free” Press.',
  )
  const right = asRead(quotes, 'Anna Lund')
  const score = (read = right) => scoreCase({ name: 'case', text, quotes, read })
  const all = { cases: 1, whole: 1, n: 1, found: 1, attributed: 1, spoken: 1, speaker: 1, false: 0 }

  test('all right', () => {
    expect(score()).toEqual({ counts: all, misses: [] })
  })

  test('not found', () => {
    const counts = { ...all, whole: 0, found: 0, attributed: 0, speaker: 0 }
    expect(score([])).toEqual({ counts, misses: ['case 1: not found'] })
  })

  test('without its source', () => {
    const { counts, misses } = score([{ ...right[0]!, source: [] }])
    expect(counts).toEqual({ ...all, whole: 0, attributed: 0 })
    expect(misses).toEqual(['case 1: source "", not "Anna Lund"'])
  })

  test('with another speaker', () => {
    const { counts, misses } = score([{ ...right[0]!, names: ['Ola Berg'] }])
    expect(counts).toEqual({ ...all, whole: 0, speaker: 0 })
    expect(misses).toEqual(['case 1: speaker Ola Berg, not Anna Lund'])
  })

  test('something that is no quote', () => {
    const at = text.indexOf('“Free”')
    const { counts, misses } = score([
      ...right,
      { ...right[0]!, content: [{ start: at, end: at + 6 }] },
    ])
    expect(counts).toEqual({ ...all, whole: 0, false: 1 })
    expect(misses).toEqual(['case: false "“Free”"'])
  })

  test('of two readings of one quote the better answers', () => {
    expect(score([{ ...right[0]!, source: [], names: [] }, ...right]).counts).toEqual(all)
  })

  test('sums and shares', () => {
    const sum = addCaseCounts([score().counts, score([]).counts])
    expect(caseRow(sum)).toEqual({
      n: 2,
      found: 50,
      attributed: 50,
      speaker: 50,
      false: 0,
      whole: 50,
    })
  })
})

describe('isSpeaker', () => {
  const owners = nameOwners([])
  test.each([
    [['Anna Lund'], 'Anna Lund', true],
    [['Lund'], 'Anna Lund', true],
    [['Dr Anna Lund'], 'Anna Lund', true],
    [['Berg'], 'Anna Lund', false],
    [[], 'Anna Lund', false],
    [[], null, true],
    [['Anna Lund'], null, false],
    [['a neighbour, who did not want to be named'], 'A neighbour', true],
    [['Anna Lund, who did not want to be named'], 'Anna', false],
    [['Perpetua', 'Ansel Drewe'], 'Perpetua and Ansel Drewe', true],
    [['Perpetua and Ansel Drewe'], 'Perpetua and Ansel Drewe', true],
    [['Ansel Drewe'], 'Perpetua and Ansel Drewe', false],
  ])('%j for %j: %s', (names, speaker, right) => {
    expect(isSpeaker(names, speaker, owners)).toBe(right)
  })
})

describe('calibration', () => {
  const answers = (confidence: number, right: number, n: number) =>
    Array.from({ length: n }, (_, i) => ({ confidence, right: i < right }))

  test('nine in ten right at 0.9 has no error', () => {
    expect(calibrationError(answers(0.9, 9, 10))).toBe(0)
  })

  test('bins are weighed by their size', () => {
    // 30 answers off by 0.1 and 10 off by 0.3: 0.15.
    const all = [...answers(0.9, 24, 30), ...answers(0.3, 6, 10)]
    expect(calibrationError(all)).toBe(0.15)
    expect(bins(all)[9]).toMatchObject({ from: 0.9, n: 30, right: 0.8 })
    expect(bins(all)[0]).toEqual({ from: 0, n: 0, confidence: 0, right: 0 })
  })

  test('the ends belong to the first and the last bin', () => {
    const ends = bins([...answers(0, 0, 1), ...answers(1, 1, 1)])
    expect([ends[0]!.n, ends[9]!.n]).toEqual([1, 1])
  })

  test('no answers, no error', () => {
    expect(calibrationError([])).toBe(0)
  })
})

describe('scoreAwkward', () => {
  const { text, quotes } = marked(
    '<c1>“The rains did not come.</c1>\n\n<c2>“The river rose,”</c2> <s2>John Okoro</s2> <k2>said</k2> at “Home”.',
  )
  const wanted = [{ content: [{ start: 1, end: quotes[1]!.content[0]!.end }], speaker: 'Okoro' }]
  const read = asRead(quotes, 'John Okoro', 'Okoro')
  const score = (given: typeof read) => scoreAwkward(text, wanted, given)

  test('a content of two paragraphs is found by two quotes together', () => {
    expect(score(read)).toEqual({ n: 1, found: 1, speaker: 1, false: 0 })
  })

  test('all parts must have the right speaker', () => {
    const [first, second] = read as [(typeof read)[0], (typeof read)[0]]
    expect(score([first, { ...second, forms: ['he'] }])).toEqual({
      n: 1,
      found: 1,
      speaker: 0,
      false: 0,
    })
  })

  test('what is no quote is counted', () => {
    const at = text.indexOf('“Home”')
    const home = { ...read[0]!, content: [{ start: at, end: at + 6 }] }
    expect(score([home])).toEqual({ n: 1, found: 0, speaker: 0, false: 1 })
  })
})
