import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldedWords, wordsOf } from '../src/text/words.js'

it.each([
  ["Don’t, won't — can\u02bct", 'dont wont cant'],
  ['twenty-one', 'twenty one'],
  ['1,000 and 1,000,000, but 10,00', '1000 and 1000000 but 10 00'],
  ['Odile Harrané', 'odile harrane'],
  ['½ ² ﬁne', '12 2 fine'],
  ['x'.repeat(80), 'x'.repeat(60)],
  ['“Stop!”', 'stop'],
  ['rock ’n’ roll', 'rock n roll'],
  ['שָׁלוֹם مَرحَبا', 'שלום مرحبا'],
])('%s', (text, folded) => {
  expect(foldedWords(text)).toBe(folded)
})

/** The words as one expression has them, without the shorter way for plain letters. */
function* byExpression(text: string) {
  for (const { 0: word, index } of text.matchAll(
    /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu,
  ))
    yield { start: index, end: index + word.length }
}

const unit = fc.oneof(
  fc.constantFrom(
    'a',
    'Z',
    '7',
    "'",
    '’',
    'ʼ',
    '“',
    ' ',
    '-',
    '.',
    '\u0301',
    'é',
    'ß',
    '𐐨',
    '💥',
    '\ud800',
    '\udc00',
    '中',
    '‍',
    '٣',
  ),
  fc.string({ unit: 'binary', maxLength: 1 }),
)

it('the short way finds the words of the expression', () => {
  fc.assert(
    fc.property(fc.array(unit), units => {
      const text = units.join('')
      const spans = Array.from(wordsOf(text), ({ start, end }) => ({ start, end }))
      expect(spans).toEqual([...byExpression(text)])
    }),
    { numRuns: 2000 },
  )
})
