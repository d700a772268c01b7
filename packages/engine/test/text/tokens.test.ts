import { describe, expect, test } from 'vitest'
import { contains, isSpace } from '../../src/span.js'
import { findParagraphs } from '../../src/text/paragraphs.js'
import { findTokens } from '../../src/text/tokens.js'
import { parseMarked, writeMarked } from '../mark.js'
import { anyText, forAll } from '../seed.js'

const all = (text: string) => findTokens(text, { start: 0, end: text.length })

/** <w> are words, <s> signs. */
const expectTokens = (marked: string) => {
  const { text } = parseMarked(marked)
  const tokens = all(text)
  expect(writeMarked(text, { w: tokens.filter(t => t.word), s: tokens.filter(t => !t.word) })).toBe(
    marked,
  )
}

describe('words and signs', () => {
  test.each([
    '<w>Lund</w> <w>said</w><s>:</s> <s>“</s><w>No</w><s>.</s><s>”</s>',
    "<w>don’t</w> <w>O'Brien</w> <w>players</w><s>’</s>",
    '<w>so</w><s>-</s><w>called</w> <w>AC</w><s>/</s><w>DC</w>',
    '<w>3</w><s>.</s><w>5</w> <w>7</w><s>,</s><w>012</w> <s>£</s><w>4m</w>',
    '<w>wait</w><s>...</s> <s>--</s> <s>?</s><s>!</s>',
    '<w>cafe\u0301</w> <w>東京</w> <w>𝐀𝐁</w>',
    '<s>😀😀</s><w>a</w><s>😀</s><s>😃</s>',
    '<w>a</w>\u200b<w>b</w>\u00a0<w>c</w>\n<w>d</w>',
    "<s>''</s><w>Go</w><s>''</s>",
    '<s>\ud800\ud800</s><w>a</w><s>\udc00</s>',
    '',
    ' \n ',
  ])('%j', expectTokens)

  test('only what stands within the span', () => {
    expect(findTokens('ab cd ef', { start: 1, end: 4 })).toEqual([
      { start: 1, end: 2, word: true },
      { start: 3, end: 4, word: true },
    ])
  })
})

test('any text: in order, within their paragraph, and nothing but white space outside', () =>
  forAll(anyText(200), 2000, text => {
    for (const paragraph of findParagraphs(text)) {
      let end = paragraph.start
      for (const token of findTokens(text, paragraph)) {
        expect(contains(paragraph, token)).toBe(true)
        expect(token.end).toBeGreaterThan(token.start)
        expect(token.start).toBeGreaterThanOrEqual(end)
        expect(blank(text.slice(end, token.start))).toBe(true)
        const held = text.slice(token.start, token.end)
        if (token.word) expect(held).toMatch(/^[\p{L}\p{N}\p{M}'’]+$/u)
        else expect(new Set(held).size).toBe(1)
        end = token.end
      }
      expect(blank(text.slice(end, paragraph.end))).toBe(true)
    }
  }))

const blank = (s: string) => [...s].every(c => isSpace(c.codePointAt(0)!))

test.each([
  ['letters', 'a'.repeat(1_000_000)],
  ['apostrophes', "a'".repeat(500_000)],
  ['signs', '-'.repeat(1_000_000)],
  ['signs and spaces', '- '.repeat(500_000)],
  ['half characters', '\ud83d'.repeat(1_000_000)],
])('a megabyte of %s', (_, text) => {
  expect(all(text).at(-1)?.end).toBeGreaterThanOrEqual(text.length - 1)
})
