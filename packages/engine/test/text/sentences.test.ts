import { describe, expect, test } from 'vitest'
import { contains, isSpace } from '../../src/span.js'
import { findParagraphs } from '../../src/text/paragraphs.js'
import { findSentences } from '../../src/text/sentences.js'
import { anyText, forAll } from '../seed.js'

/** In the cases below | stands between sentences. */
const expectSentences = (marked: string) => {
  const text = marked.replaceAll('|', '')
  const found = findSentences(text, { start: 0, end: text.length })
  expect(found.map(({ start, end }) => text.slice(start, end)).join('| ')).toBe(marked)
}

describe('stops', () => {
  test.each([
    'Lund left.| She stayed.',
    'Did Lund leave?| She did.| Go!',
    'Is it over?!| Yes.',
    'Market to be sold',
    'Market to be sold: “No,” says Lund',
    'Lund left.|  She stayed'.replace('  ', ' '),
    'He won 3.5 points.| She won 2.',
    'The index fell 0.4 per cent to 7,012.3 points.| It had risen.',
    'It was in 1996.| The year after, he left.',
    'They lost, 3.| Lund scored 2.',
    'See https://example.org/a.b?c=d for more.| Or example.com, he said.',
    'Write to n.lund@example.org.| He answers.',
    'He uses Node.js and ASP.NET daily.',
  ])('%s', expectSentences)
})

describe('marks and brackets behind the stop', () => {
  test.each([
    '"Is it over?" she asked.',
    '“Go!” he shouted.| “Now!”',
    '“Go.”| He left.',
    '“I came.| I saw.”| He left.',
    '“Is it over?” Lund asked.| Nobody knew.',
    '“Is it over?” Mr. Lund asked.',
    '“Is it over?” Ned J. Crask asked.',
    '“Is it over?”| Lund left the room.',
    '“Is it over?”| She left the room.',
    '(He left in May.)| She stayed.',
    'Lund (he left in May.) said so.',
    '« Oui. »| Il part.',
    '‘It’s “over.”’| He left.',
    "''Go.''| He left.",
    'He said: “Go.”| “Why?” she asked.',
    '“We will win.” — and they did.',
    'He left [sic.], she said.',
  ])('%s', expectSentences)
})

describe('abbreviations', () => {
  test.each([
    'Mr. Lund and Mrs. Crask met Dr. Irk.| They talked.',
    'Gov. Ned Lund, Sen. Crask and Lt. Gen. Irk spoke.',
    'MR. LUND MEETS GOV. CRASK.| THE TALKS FAILED.',
    'He lives in St. Louis.| She lives in St. Ives.',
    'He lives on Main St.| The house is red.',
    'On Jan. 6 he left.| It was Feb. 3 when she came.',
    'He came in Jan.| The snow had gone.',
    'It was No. 5 of Nos. 1 to 9.',
    'He said no.| She said yes.',
    '“No.”| He left.',
    'The U.S. Senate and the U.N. council met.',
    'He left the U.S.| The reason is unknown.',
    'He left the U.S.| “Why?” she asked.',
    'He left the U.S. “in a hurry” on Monday.',
    'It works for Acme Inc. Chairman Ned Crask said.',
    'He owns Acme Inc.| It is big.',
    'Ned Lund Jr. spoke.| Ned Lund Sr. did not.',
    'Crask v. Lund was heard.| Lund vs. Crask was not.',
    'It sells fish, eels, etc.| Lund buys them.',
    'It sells fish, e.g. Irish eels, i.e. Lund’s.',
    'Rep. Ned Lund, D-Ky., and Sen. Crask (R-Fla.) spoke.',
    'She is from Albany, Ga. Lund is from Ohio.',
    'She has a Ph.D. from Yale.| He has none.',
  ])('%s', expectSentences)
})

describe('times of day', () => {
  test.each([
    'He left at 5 p.m.| The doors closed.',
    'He left at 5 p.m. on Tuesday.',
    'He left at 5 p.m. Tuesday.| She came at 9 a.m. EST.',
    'The doors closed at 5 p.m.| Lund had left.',
    'At 5 p.m. Lund left.',
    'He left at 5 P.M.| She stayed.',
    'Between 9 a.m. and 5 p.m., he slept.',
    'He left at 5 p.m.| “Bye,” he said.',
  ])('%s', expectSentences)
})

describe('initials and lists', () => {
  test.each([
    'J. R. Lund met J.K. Crask and George W. Irk.| They talked.',
    'It was signed by J. Lund.| He is rich.',
    'Robert C. “Bobby” Lund spoke.',
    'He has a plan B.| The plan failed.',
    '1. Go home.| 2. Stay there.',
    'a. Go home.| b. Stay there.',
    'iv. The last of them.',
    'There are rules: 1. No fish.| 2. No eels.',
  ])('%s', expectSentences)
})

describe('ellipses and small letters', () => {
  test.each([
    'I … I forgot.',
    'I... I forgot.',
    'He left … and came back.',
    'He left …| The door closed.',
    'He left...| Lund stayed.',
    'He left . . . and came back.| She did not.',
    '… he left.| She stayed.',
    '...Then he left.| She stayed.',
    '“He left….”| She stayed.',
    'The phone is old.| iPhone sales fell.| eBay closed.',
    'He uses Yahoo! Mail.| She does not.',
    'Yahoo! is old.',
    'He left.—| “Why?”'.replace('—|', '|'),
    'Really? he asked.| Yes.',
  ])('%s', expectSentences)
})

test('sentences hold all of each paragraph but white space, in order', () =>
  forAll(anyText(200), 2000, text => {
    for (const paragraph of findParagraphs(text)) {
      let end = paragraph.start
      for (const sentence of findSentences(text, paragraph)) {
        expect(contains(paragraph, sentence)).toBe(true)
        expect(sentence.end).toBeGreaterThan(sentence.start)
        expect(blank(text.slice(end, sentence.start))).toBe(true)
        expect(sentence.start).toBeGreaterThanOrEqual(end)
        end = sentence.end
      }
      expect(end).toBe(paragraph.end)
    }
  }))

const blank = (s: string) => [...s].every(c => isSpace(c.codePointAt(0)!))

test.each([
  ['dots', `${'.'.repeat(1_000_000)}a`],
  ['dots and spaces', '. '.repeat(500_000)],
  ['stops and marks', `${'!"'.repeat(500_000)}a`],
  ['spaces', `a.${' '.repeat(1_000_000)}B.`],
  ['initials', 'A. '.repeat(300_000)],
  ['abbreviations', 'Mr. '.repeat(250_000)],
  ['one letter', 'a'.repeat(1_000_000)],
  ['guillemets', '. » '.repeat(250_000)],
])('a megabyte of %s', (_, text) => {
  const found = findSentences(text, { start: 0, end: text.length })
  expect(found.at(-1)?.end).toBe(text.trimEnd().length)
})
