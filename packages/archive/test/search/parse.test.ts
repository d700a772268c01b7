import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toFts5, toTsquery } from '../../src/database/match.js'
import { ArchiveError } from '../../src/errors.js'
import { parseQuery } from '../../src/search/parse.js'
import { occurrences, termsOf } from '../../src/search/terms.js'
import { wordsOf } from '../../src/text/words.js'

it.each([
  ['rates', '"rates"'],
  ['  Harrané  ', '"harrane"'],
  ['harbour talks', '("harbour" AND "talks")'],
  ['harbour AND talks', '("harbour" AND "talks")'],
  ['and or not', '("and" AND "or" AND "not")'],
  ['"We will not wait"', '"we will not wait"'],
  ['“We won’t wait,”', '"we wont wait"'],
  ['«nous attendons»', '"nous attendons"'],
  ['„wir warten“ jetzt', '("wir warten" AND "jetzt")'],
  ['econom*', '"econom" *'],
  ['"interest rat*"', '"interest rat" *'],
  ['"interest rat"*', '"interest rat" *'],
  ['tax OR levy', '("tax" OR "levy")'],
  ['tax levy OR toll', '(("tax" AND "levy") OR "toll")'],
  ['tax (levy OR toll)', '("tax" AND ("levy" OR "toll"))'],
  ['tax NOT income', '(("tax") NOT ("income"))'],
  ['-income tax', '(("tax") NOT ("income"))'],
  ['tax AND NOT "income tax" -(levy toll)', '(("tax") NOT ("income tax" OR ("levy" AND "toll")))'],
  ['tax-cut', '"tax cut"'],
  ['U.S.', '"u s"'],
  ['1,000 jobs', '("1000" AND "jobs")'],
  ['word(s)', '("word" AND "s")'],
  ['tax — levy?', '("tax" AND "levy")'],
  ['a - b', '("a" AND "b")'],
  ['"..." tax', '"tax"'],
  ['налоги 税', '("налоги" AND "税")'],
  ['𐐨𐐩', '"𐐨𐐩"'],
])('%s', (text, fts5) => {
  expect(toFts5(parseQuery(text))).toBe(fts5)
})

it.each([
  ['', 'The query has no word to search for'],
  [' … — ', 'The query has no word to search for'],
  ['💥', 'The query has no word to search for'],
  ['AND', 'The query has no word to search for'],
  ['rates "we will', 'The quotation mark at character 7 is not closed'],
  ['(tax levy', 'The parenthesis at character 1 is not closed'],
  ['tax (', 'The parenthesis at character 5 is not closed'],
  ['tax) levy', 'The closing parenthesis at character 4 has no opening one'],
  ['tax ()', 'The parentheses at character 5 have no word in them'],
  ['-tax', 'NOT at character 1 stands alone'],
  ['NOT tax', 'NOT at character 1 stands alone'],
  ['tax OR -levy', 'NOT at character 8 stands alone'],
  ['tax (NOT levy)', 'NOT at character 6 stands alone'],
  ['tax NOT', 'NOT at character 5 has nothing behind it'],
  ['tax NOT NOT levy', 'NOT at character 5 stands before another NOT'],
  ['tax AND', 'AND at character 5 has nothing behind it'],
  ['AND tax', 'AND at character 1 has nothing before it'],
  ['tax OR', 'OR at character 5 has nothing behind it'],
  ['OR tax', 'OR at character 1 has nothing before it'],
  ['tax AND OR levy', 'AND at character 5 has nothing behind it'],
  ['(OR tax)', 'OR at character 2 has nothing before it'],
  ['e*', '"e*" at character 1 is too short'],
  ['tax *', 'The * at character 5 does not stand at the end of a word'],
  ['*ism', 'The * at character 1 does not stand at the end of a word'],
  ['wom*n', 'The * at character 4 does not stand at the end of a word'],
  ['"tax* cut"', 'The * at character 5 does not stand at the end of a word'],
  [`${'('.repeat(21)}a${')'.repeat(21)}`, 'at most 20 are understood'],
  [`${'a '.repeat(101)}`, 'at most 100 can be searched for'],
  [`${'a'.repeat(2001)}`, 'at most 2000 can be searched for'],
])('refuses %s', (text, message) => {
  expect(() => parseQuery(text)).toThrow(ArchiveError)
  expect(() => parseQuery(text)).toThrow(message)
})

it('many parentheses beside each other are not within each other', () => {
  expect(() => parseQuery('(a) '.repeat(40))).not.toThrow()
})

const piece = fc.constantFrom(
  'tax',
  'levy*',
  '"a b"',
  '(',
  ')',
  'AND',
  'OR',
  'NOT',
  '-',
  '"',
  '*',
  '’',
  '\\',
  "'",
  '𝒳',
  '𐐨',
)

it('any text is understood or refused in plain words; what is understood finds only words', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map(all => all.join(' ')),
        fc.string({ unit: 'grapheme' }),
      ),
      text => {
        try {
          const terms = termsOf(parseQuery(text))
          expect(terms.length).toBeGreaterThan(0)
          for (const { words } of terms)
            for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
        } catch (error) {
          expect(error).toBeInstanceOf(ArchiveError)
        }
      },
    ),
  )
})

it('PostgreSQL is asked the same', () => {
  expect(toTsquery(parseQuery('tax ("we will" OR econom*) -income'))).toBe(
    "(('tax') & (('we' <-> 'will') | ('econom':*)) & !('income'))",
  )
})

it('terms are found where they stand, phrases and beginnings too', () => {
  const words = [...wordsOf('Tax cuts: the tax cut that taxes cut.')]
  const at = (query: string) =>
    occurrences(termsOf(parseQuery(query)), words).map(({ first, end }) => [first, end])
  expect(at('tax -the')).toEqual([
    [0, 1],
    [3, 4],
  ])
  expect(at('tax*')).toEqual([
    [0, 1],
    [3, 4],
    [6, 7],
  ])
  expect(at('"tax cut"')).toEqual([[3, 5]])
  expect(at('"tax cut*"')).toEqual([
    [0, 2],
    [3, 5],
  ])
  expect(at('"cut tax"')).toEqual([])
})
