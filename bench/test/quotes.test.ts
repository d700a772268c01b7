import { describe, expect, test } from 'vitest'
import { kindOf, markQuoted, scoreKinds } from '../src/scores/kinds.js'
import { type Article, scoreQuotes, usefulQuotes } from '../src/scores/quotes.js'
import { marked } from './marked.js'

/** The same text marked twice: as it is right, and as it was read. */
function article(right: string, read: string): Article {
  const gold = marked(right)
  const given = marked(read)
  expect(given.text).toBe(gold.text)
  return { text: gold.text, gold: gold.quotes, read: given.quotes }
}

const story = article(
  '<c1>“We will appeal,”</c1> <s1>Lund</s1> <k1>said</k1>. <s2>Police</s2> <k2>say</k2> <c2>two men fled the old mill</c2>. <s3>He</s3> <k3>hopes</k3> <c3>to go</c3>.',
  '“<c1>We will appeal</c1>,” <s1>Lund</s1> <k1>said</k1>. <s2>Police</s2> <k2>say two</k2> <c2>men fled the old mill</c2>. He hopes to go.',
)

describe('score_quotes', () => {
  const scores = scoreQuotes([story])

  test.each([
    // Two contents read, one with the same words (marks do not count); three to find.
    ['content exact', { P: 50, R: 33.3, F: 40, n: 3 }],
    ['content overlap', { P: 100, R: 66.7, F: 80, n: 3 }],
    // 3 + 5 words of 3 + 6 + 2.
    ['content word', { P: 100, R: 72.7, F: 84.2, n: 11 }],
    ['cue exact', { P: 50, R: 33.3, F: 40, n: 3 }],
    ['cue overlap', { P: 100, R: 66.7, F: 80, n: 3 }],
    ['cue word', { P: 66.7, R: 66.7, F: 66.7, n: 3 }],
    ['source exact', { P: 100, R: 66.7, F: 80, n: 3 }],
    ['attribution exact', { P: 50, R: 33.3, F: 40, n: 3 }],
    ['attribution useful', { P: 100, R: 66.7, F: 80, n: 3 }],
    ['direct found (recall)', { R: 100, n: 1 }],
    ['direct attributed (recall)', { R: 100, n: 1 }],
  ])('%s', (name, figures) => {
    expect(scores[name]).toEqual(figures)
  })

  test('nothing read: recall alone, and it is 0', () => {
    expect(scoreQuotes([{ ...story, read: [] }])['content exact']).toEqual({ R: 0, n: 3 })
  })

  test('a content without words is not counted, one without spans is no quote', () => {
    const { text } = story
    const empty = { content: [], cue: [], source: [] }
    expect(scoreQuotes([{ text, gold: [empty], read: [empty] }])['attribution useful']).toEqual({
      R: 0,
      n: 0,
    })
  })
})

describe('useful', () => {
  test.each([
    ['half of the words in common', '<c1>a b</c1> <k1>said</k1> <s1>X Y</s1>', true],
    ['the source touched by one word', '<c1>a b c d</c1> <k1>said</k1> X <s1>Y</s1>', true],
    ['the cue does not matter', '<c1>a b c d</c1> said <s1>X</s1> Y', true],
    ['under half of the words', '<c1>a</c1> <k1>said</k1> <s1>X Y</s1>', false],
    ['no source where there is one', '<c1>a b c d</c1> <k1>said</k1> X Y', false],
    ['the wrong source', '<c1>a b c d</c1> <s1>said</s1> X Y', false],
  ])('%s', (_, read, useful) => {
    const plain = read.includes('<c1>a b</c1>')
      ? read.replace('</c1>', '</c1> c d')
      : read.replace('<c1>a</c1>', '<c1>a</c1> b c d')
    expect(usefulQuotes(article('<c1>a b c d</c1> <k1>said</k1> <s1>X Y</s1>', plain))).toEqual([
      useful,
    ])
  })

  test('two without a source agree', () => {
    expect(
      usefulQuotes(article('<c1>a b</c1> it is <k1>said</k1>', '<c1>a b</c1> it is said')),
    ).toEqual([true])
  })
})

describe('kinds', () => {
  test.each([
    ['<c1>“All of it,”</c1> she said', 'direct'],
    ["<c1>''All of it,''</c1> she said", 'direct'],
    ['“<c1>All of it</c1>,” she said', 'direct'],
    ['she called it <c1>a “real treat” for all</c1>', 'mixed'],
    ['she said <c1>that it rains</c1>, not “pours”', 'indirect'],
    ['<c1>‘Single marks’ are too like apostrophes to be told</c1>', 'indirect'],
    ['<c1>—</c1>', 'indirect'],
  ])('%s: %s', (source, kind) => {
    const { text, quotes } = marked(source)
    expect(kindOf(text, quotes[0]!.content)).toBe(kind)
  })

  test('a mark left open ends with its line', () => {
    const text = '“Open\nplain "shut" plain'
    const quoted = markQuoted(text)
    const within = [...text].filter((_, i) => quoted[i]).join('')
    expect(within).toBe('Openshut')
  })

  test('recall by kind and role', () => {
    expect(scoreKinds([story])).toEqual({
      direct: {
        n: 1,
        found: 100,
        attributed: 100,
        exact: 100,
        content: 100,
        cue: 100,
        source: 100,
      },
      mixed: { n: 0, found: 0, attributed: 0, exact: 0, content: 0, cue: 0, source: 0 },
      indirect: { n: 2, found: 50, attributed: 50, exact: 0, content: 0, cue: 0, source: 50 },
    })
  })
})
