import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../../src/span.js'
import { type Comparison, normalWords, verifyQuote, wordDiff } from '../../src/verify/index.js'
import { anyText, forAll } from '../seed.js'

/** Words that are not alike: each occurs once in a story, so that what is dropped can be told. */
const VOCABULARY = Array.from({ length: 400 }, (_, index) => {
  const consonants = 'bdfgklmnprstvz'
  const vowels = 'aeiou'
  const at = (list: string, n: number) => list[n % list.length]!
  return [index * 3, index + 5, index * 7 + 1, Math.floor(index / 14)]
    .map((n, k) => at(consonants, n) + at(vowels, n + k))
    .join('')
}).filter((word, index, all) => all.indexOf(word) === index)

const story = fc
  .tuple(
    fc.shuffledSubarray(VOCABULARY, { minLength: 40, maxLength: 80 }),
    fc.nat(15),
    fc.integer({ min: 6, max: 20 }),
  )
  .map(([words, from, length]) => ({ words, from, to: from + length }))

const typography = fc.record({
  space: fc.constantFrom(' ', '\u00a0', '\n', '  ', '\r\n'),
  upper: fc.boolean(),
  marks: fc.constantFrom(['“', '”'], ['"', '"'], ['«', '»'], ['', '']),
  comma: fc.nat(5),
})

/** Does every span slice to its own text, and start and end with a word? */
function isSound(text: string, spans: readonly (Span & { text: string })[]): boolean {
  const words = normalWords(text)
  const starts = new Set(words.map(({ start }) => start))
  const ends = new Set(words.map(({ end }) => end))
  return spans.every(
    ({ start, end, text: own }) =>
      text.slice(start, end) === own && own !== '' && starts.has(start) && ends.has(end),
  )
}

const textSpans = ({ edits, omitted, inserted, alarms }: Comparison) =>
  [...edits, ...omitted, ...inserted, ...alarms].flatMap(({ text }) => text ?? [])

const claimSpans = ({ edits }: Comparison) => edits.flatMap(({ claim }) => claim ?? [])

describe('verifyQuote', () => {
  it('finds words in their text whatever the typography', () =>
    forAll(fc.tuple(story, typography), 300, ([{ words, from, to }, look]) => {
      const said = words.slice(from, to)
      const claim = said.join(' ')
      const set = said.map((word, index) => (index === look.comma ? `${word},` : word))
      if (look.upper) set[0] = set[0]!.toUpperCase()
      const before = `${words.slice(0, from).join(' ')} ${look.marks[0]}`
      const quote = set.join(look.space)
      const text = `${before}${quote}${look.marks[1]} ${words.slice(to).join(' ')}.`
      const found = verifyQuote(claim, text)
      expect(found).toMatchObject({ kind: 'exact', score: 1, edits: [], alarms: [] })
      expect(found.spans).toHaveLength(1)
      expect(found.spans[0]!.start).toBe(before.length)
      expect(found.spans[0]!.text).toBe(quote.replace(/,$/, ''))
    }))

  it('names the words that a claim drops, and no other', () =>
    forAll(fc.tuple(story, fc.array(fc.nat(100), { maxLength: 3 })), 300, ([made, drops]) => {
      const { words, from, to } = made
      const inner = to - from - 4
      const gone = new Set(drops.map(drop => from + 2 + (drop % inner)))
      const claim = words.filter((_, i) => i >= from && i < to && !gone.has(i)).join(' ')
      const found = verifyQuote(claim, words.join(' '))
      expect(found.kind).toBe(gone.size === 0 ? 'exact' : 'altered')
      expect(found.edits.every(({ kind }) => kind === 'dropped')).toBe(true)
      const named = found.edits.flatMap(({ text }) => text!.text.split(' '))
      expect(named).toEqual([...gone].sort((a, b) => a - b).map(i => words[i]))
    }))

  it('names the words that a claim adds, and no other', () =>
    forAll(fc.tuple(story, fc.nat(100)), 200, ([{ words, from, to }, place]) => {
      const at = from + 2 + (place % (to - from - 4))
      const claim = [...words.slice(from, at), 'quixotry', ...words.slice(at, to)].join(' ')
      const { kind, edits } = verifyQuote(claim, words.join(' '))
      expect(kind).toBe('altered')
      expect(edits).toMatchObject([{ kind: 'added', claim: { text: 'quixotry' } }])
    }))

  it('does not find words in a text that has none of them', () =>
    forAll(story, 100, ({ words, from, to }) => {
      const text = words.filter((_, i) => i < from || i >= to).join(' ')
      expect(verifyQuote(words.slice(from, to).join(' '), text).kind).toBe('absent')
    }))

  it('never throws, and its spans are those of words', () =>
    forAll(fc.tuple(anyText(40), anyText(120), fc.nat(60)), 600, ([some, text, at]) => {
      for (const claim of [some, text.slice(at, at + 40), `${text.slice(at, at + 12)}…${some}`]) {
        const found = verifyQuote(claim, text, { skip: [{ start: at, end: at + 3 }] })
        expect(found.score).toBeGreaterThanOrEqual(0)
        expect(found.score).toBeLessThanOrEqual(1)
        expect(isSound(text, [...found.spans, ...found.interruptions, ...textSpans(found)])).toBe(
          true,
        )
        expect(claimSpans(found).every(s => claim.slice(s.start, s.end) === s.text)).toBe(true)
      }
    }))
})

describe('wordDiff', () => {
  const OTHER: Record<string, string> = { dropped: 'added', added: 'dropped' }
  const turned = (found: Comparison) => ({
    ...found,
    edits: found.edits.map(({ kind, claim, text }) => ({
      kind: OTHER[kind] ?? kind,
      ...(text && { claim: text }),
      ...(claim && { text: claim }),
    })),
    omitted: found.omitted.map(({ claim, text }) => ({
      ...(text && { claim: text }),
      ...(claim && { text: claim }),
    })),
    inserted: found.inserted.map(({ claim, text }) => ({
      ...(text && { claim: text }),
      ...(claim && { text: claim }),
    })),
    alarms: found.alarms.map(({ kind, how, claim, text }) => ({
      kind,
      how: OTHER[how] ?? how,
      ...(text && { claim: text }),
      ...(claim && { text: claim }),
    })),
  })

  it('is the same both ways round', () =>
    forAll(fc.tuple(anyText(60), anyText(60)), 400, ([a, b]) => {
      expect(wordDiff(a, b)).toEqual(turned(wordDiff(b, a)))
    }))

  it('finds nothing between a text and itself', () =>
    forAll(anyText(80), 300, text => {
      expect(wordDiff(text, text)).toMatchObject({ edits: [], differences: [] })
    }))
})
