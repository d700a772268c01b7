import { describe, expect, it } from 'vitest'
import { decodeNames, TAGS } from '../../src/models/names.js'
import { textStages } from '../../src/stages/index.js'

/** Labels by their letters: B, I, E, S with the number of the type (0 person, 1 organisation …); N with it for a noun. */
function decode(text: string, labels: readonly string[], sure = 9) {
  const { tokens } = textStages.run({ text, meta: { id: 'test' } })
  const words = tokens.filter(token => token.word)
  const scores = new Float32Array(words.length * TAGS)
  labels.forEach((label, word) => {
    const type = Number(label[1])
    if (label[0] === 'N') scores[word * TAGS + 29 + 1 + type] = sure
    else if (label !== '-') scores[word * TAGS + 1 + 4 * type + 'BIES'.indexOf(label[0]!)] = sure
    if (label === '-' || label[0] === 'N') scores[word * TAGS] = sure
  })
  const { names, nouns } = decodeNames(scores, words)
  const show = (found: typeof names) =>
    found.map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`)
  return { names: show(names), nouns: show(nouns), sure: [...names, ...nouns].map(n => n.sure) }
}

describe('names', () => {
  it.each([
    ['Anna Lund left.', ['B0', 'E0', '-'], ['person: Anna Lund']],
    ['Lund left.', ['S0', '-'], ['person: Lund']],
    [
      'The Hallin Harbour Board met.',
      ['-', 'B1', 'I1', 'E1', '-'],
      ['organisation: Hallin Harbour Board'],
    ],
    ['Anna Lund, Bo Dore', ['B0', 'E0', 'B0', 'E0'], ['person: Anna Lund', 'person: Bo Dore']],
    ['Nobody left.', ['-', '-'], []],
  ])('%s', (text, labels, expected) => expect(decode(text, labels).names).toEqual(expected))

  it.each([
    ['an inside without a begin', 'Anna Lund left.', ['I0', 'E0', '-'], ['person: Anna Lund']],
    ['an end of another type', 'Anna Lund left.', ['B0', 'E1', '-'], ['person: Anna Lund']],
    ['a begin without an end', 'Anna left here.', ['B0', '-', '-'], []],
  ])('%s is mended by the best path', (_, text, labels, expected) =>
    expect(decode(text, labels).names.length).toBe(expected.length),
  )

  it('are as sure as the labels of their words', () => {
    const [low] = decode('Lund left.', ['S0', '-'], 3).sure
    const [high] = decode('Lund left.', ['S0', '-'], 9).sure
    expect(low!).toBeGreaterThan(0.3)
    expect(low!).toBeLessThan(0.5)
    expect(high!).toBeGreaterThan(0.99)
  })

  it('are none in no words', () =>
    expect(decodeNames(new Float32Array(0), [])).toEqual({ names: [], nouns: [] }))
})

describe('nouns', () => {
  it('are single words outside names', () => {
    const { names, nouns } = decode('The director met Anna Lund.', ['-', 'N0', '-', 'B0', 'E0'])
    expect(nouns).toEqual(['person: director'])
    expect(names).toEqual(['person: Anna Lund'])
  })
})
