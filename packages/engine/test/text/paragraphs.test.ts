import { describe, expect, test } from 'vitest'
import { isSpace } from '../../src/span.js'
import { findParagraphs } from '../../src/text/paragraphs.js'
import { parseMarked, writeMarked } from '../mark.js'
import { anyText, forAll } from '../seed.js'

const expectParagraphs = (marked: string) => {
  const { text } = parseMarked(marked)
  expect(writeMarked(text, { p: findParagraphs(text) })).toBe(marked)
}

describe('a line is a paragraph', () => {
  test.each([
    ['one', '<p>Lund left.</p>'],
    ['two', '<p>Lund left.</p>\n<p>She came back.</p>'],
    ['blank lines between', '<p>Lund left.</p>\n\n\n<p>She came back.</p>\n'],
    ['white space at the edges', '  <p>Lund left.</p> \t\n \u00a0<p>She came back.</p>\u3000'],
    ['CRLF', '<p>Lund left.</p>\r\n\r\n<p>She came back.</p>\r\n'],
    ['CR', '<p>Lund left.</p>\r<p>She came back.</p>'],
    ['U+2028 and U+2029', '<p>Lund left.</p>\u2028<p>She came back.</p>\u2029<p>Why?</p>'],
    ['next line and form feed', '<p>Lund left.</p>\u0085<p>She came back.</p>\f<p>Why?</p>'],
    ['zero-width', '\ufeff<p>Lund left.</p>\u200b\n\u200b\n<p>She\u200bcame.</p>'],
    ['non-breaking spaces within', '<p>Lund\u00a0left.</p>\n\u00a0\n<p>She came.</p>'],
    ['astral characters', '<p>😀</p>\n<p>𝐀 b 👩‍👧</p>'],
    ['empty', ''],
    ['white space only', ' \n\t\r\n\u00a0\u200b\n'],
  ])('%s', (_, marked) => expectParagraphs(marked))
})

const WRAPPED = `The harbour commissioners said on Tuesday that the old fish market
would be sold by the end of the year, and that the money would
go towards a new breakwater. “We have waited long enough,” said
the chairman, Ned Crask.`

const RAGGED = `A special meeting of the Commission was held on Thurs-
day evening, Mr. D. Irk in the chair, to con-
sider the grounding of the Marguerite Brell upon the Gannet Bar. The
Chairman, who had been there, said that it was a great dis-
grace and that he would say so to anyone who asked him, and that
it would be the last of its kind, for the money had all been spent
on the lights, the buoys and the repair of the outer mole, and there
was no more to be had.`

describe('wrapped lines are one paragraph', () => {
  test.each([
    ['one paragraph', `<p>${WRAPPED}</p>`],
    ['blank lines between', `<p>${WRAPPED}</p>\n\n<p>${WRAPPED}</p>\n`],
    ['a headline above', `<p>Market to be sold</p>\n\n<p>${WRAPPED}</p>`],
    [
      'a long headline above',
      `<p>${'Market to be sold, says the board '.repeat(4)}now</p>\n\n<p>${WRAPPED}</p>`,
    ],
    ['CRLF', `<p>${WRAPPED}</p>\n\n<p>${WRAPPED}</p>`.replaceAll('\n', '\r\n')],
    ['indents between', `    <p>${WRAPPED}</p>\n    <p>${WRAPPED}</p>`],
    ['all of it set in', `  <p>${WRAPPED.replaceAll('\n', '\n  ')}</p>\n\n  <p>End.</p>`],
    ['short last lines between', `<p>${WRAPPED}</p>\n<p>${WRAPPED}</p>`],
    ['a list below', `<p>${WRAPPED}</p>\n<p>- fish</p>\n<p>- boats</p>`],
    ['a headline right above', `<p>Market to be sold</p>\n<p>${WRAPPED}</p>\n\n<p>${WRAPPED}</p>`],
    ['a ragged edge and hyphens', `<p>${RAGGED}</p>`],
    ['a page break between', `<p>${WRAPPED}</p>\f<p>${WRAPPED}</p>`],
  ])('%s', (_, marked) => expectParagraphs(marked))
})

const perLine = (text: string) =>
  text.replace(/[^\n]+/g, line => (line.trim() === '' ? line : `<p>${line}</p>`))

describe('not wrapped: the lines stay as they are', () => {
  test.each([
    [
      'verse',
      `I wandered by the harbour in the cold and early morning light,
And saw the eels go down the stream,
The lamps were out, the boats were in, and nothing was in sight
But one grey gull and one grey dream.`,
    ],
    [
      'verse in lower case',
      `i wandered by the harbour in the cold and early morning light
and saw the eels
go down the stream and through the reeds and past the mill again
to sea`,
    ],
    [
      'a list',
      `- the breakwater, which is to be built by the end of next year
- the fish market, which is to be sold to the highest bidder
- the slipway, which is to be closed for repairs in the spring
- the ferry`,
    ],
    [
      'a transcript',
      `LUND: Did you see the letter before it was sent to the papers?
CRASK: I did not see it, no, and I have said so many times before.
LUND: So who gave it to them, if it was not you or your office?
CRASK: You would have to ask them.`,
    ],
    [
      'a sentence a line',
      `The harbour commissioners said that the fish market would be sold.
The money would go towards a new breakwater, they said in a letter.
The chairman said that they had waited for long enough already.
The sale will take place in May.`,
    ],
    [
      'a live blog',
      `10.05am
The commissioners have arrived and are taking their seats now.
10.12am
Crask is speaking. He says that the market has to be sold.
10.20am
A protest from the gallery.`,
    ],
    [
      'subtitles',
      `The harbour commissioners said
on Tuesday that the old market
would be sold by the end of
the year.`,
    ],
    [
      'two lines alone',
      `The harbour commissioners said on Tuesday that the old fish market
would be sold by the end of the year.`,
    ],
    [
      'long lines',
      `${'The harbour commissioners said that '.repeat(5)}the market
${'would be sold by the end of the year '.repeat(5)}and
${'that the money would go to the breakwater '.repeat(5)}and
so on.`,
    ],
    ['wrapped by hard line breaks', WRAPPED.replaceAll('\n', '\u2028')],
  ])('%s', (_, text) => {
    expectParagraphs(
      perLine(text.replaceAll('\u2028', '\n')).replaceAll(
        '\n',
        text.includes('\u2028') ? '\u2028' : '\n',
      ),
    )
  })
})

test('any text: in order, trimmed, and nothing but white space outside', () =>
  forAll(anyText(200), 2000, text => {
    const found = findParagraphs(text)
    let end = 0
    for (const paragraph of found) {
      expect(blank(text.slice(end, paragraph.start))).toBe(true)
      expect(paragraph.end).toBeGreaterThan(paragraph.start)
      expect(isSpace(text.charCodeAt(paragraph.start))).toBe(false)
      expect(isSpace(text.charCodeAt(paragraph.end - 1))).toBe(false)
      end = paragraph.end
    }
    expect(blank(text.slice(end))).toBe(true)
  }))

const blank = (s: string) => [...s].every(c => isSpace(c.codePointAt(0)!))

test.each([
  ['line ends', '\n'.repeat(1_000_000)],
  ['short lines', 'a\n'.repeat(500_000)],
  ['wrapped lines', `${WRAPPED}\n`.repeat(4000)],
  ['one long line', 'a'.repeat(1_000_000)],
  ['two long lines', `${'a'.repeat(500_000)}\n${'b'.repeat(500_000)}`],
  ['spaces', ' '.repeat(1_000_000)],
])('a megabyte of %s', (_, text) => {
  expect(findParagraphs(text).length).toBeLessThanOrEqual(text.length)
})
