import { describe, expect, test } from 'vitest'
import type { Span } from '../../src/span.js'
import { findMarks } from '../../src/text/marks.js'
import { findParagraphs } from '../../src/text/paragraphs.js'
import { parseMarked, writeMarked } from '../mark.js'
import { anyText, forAll } from '../seed.js'

/** Reads the text and writes what was found into it: <q> pairs, <on> quotations that run on, <odd> marks. */
function read(text: string): string {
  const { quotations, odd } = findMarks(text, findParagraphs(text))
  return writeMarked(text, {
    q: quotations.filter(({ close }) => close !== undefined),
    on: quotations.filter(({ close }) => close === undefined),
    odd,
  })
}

const expectMarks = (marked: string) => expect(read(parseMarked(marked).text)).toBe(marked)

describe('conventions', () => {
  test.each([
    '<q>“We will appeal,”</q> Lund said. <q>“We will win.”</q>',
    '<q>"We will appeal,"</q> Lund said. <q>"We will win."</q>',
    "<q>''We will appeal,''</q> Lund said. <q>''We will win.''</q>",
    "<q>``We will appeal,''</q> Lund said. <q>``We will win.''</q>",
    '<q>‘We will appeal,’</q> Lund said. <q>‘We’ll win.’</q>',
    "<q>'We will appeal,'</q> Lund said. <q>'We'll win.'</q>",
    "<q>`We will appeal,'</q> Lund said.",
    '<q>«We will appeal»</q>, Lund said. <q>«We will win.»</q>',
    '<q>« We will appeal »</q>, Lund said. <q>« We will win. »</q>',
    '<q>«\u00a0We will appeal\u202f»</q>, Lund said.',
    '<q>»We will appeal«</q>, Lund said. <q>»We will win.«</q>',
    '<q>»We will appeal»</q>, Lund said. <q>»We will win.»</q>',
    '<q>„We will appeal“</q>, Lund said. <q>„We will win.“</q>',
    '<q>„We will appeal”</q>, Lund said. <q>„We will win.”</q>',
    '<q>”We will appeal”</q>, Lund said. <q>”We will win.”</q>',
    '<q>″We will appeal,″</q> Lund said.',
    '<q>‹We will appeal›</q>, Lund said.',
    '<q>‚We will appeal‘</q>, Lund said.',
    '<q>＂We will appeal,＂</q> Lund said.',
  ])('%s', expectMarks)
})

describe('slips that readers do not see', () => {
  test.each([
    '<q>“We will appeal,"</q> Lund said. <q>"We will win.”</q>',
    '<q>“We will appeal,“</q> Lund said. <q>“We will win.”</q>',
    '<q>„We will appeal"</q>, Lund said.',
    "<q>“We will appeal,''</q> Lund said.",
    '<q>“They see that. “</q>',
    '<q>” … they are so like him,”</q> she said. <q>“All of them.”</q>',
    "<q>‘We will appeal,'</q> Lund said.",
    '<q>" We will appeal, "</q> Lund said.',
    'He called it <q>"awful"</q>-looking and left.',
    'It ended.<q>"Go,"</q> she said.',
  ])('%s', expectMarks)
})

describe('quotations within quotations', () => {
  test.each([
    '<q>“He said <q>‘no’</q> twice,”</q> she said.',
    '<q>“He said <q>‘no.’</q>”</q>',
    '<q>“<q>‘No,’</q> he said,”</q> she said.',
    '<q>"He said <q>\'no.\'</q>"</q>',
    '<q>\'He said <q>"no"</q> twice,\'</q> she said.',
    "<q>'It was <q>'awful'</q>,'</q> he said",
    "<q>''He said <q>'no.'</q>''</q> She left.",
    "<q>''<q>'No,'</q> he said,''</q> she said.",
    '<q>"He said, <q>"no,"</q> and left,"</q> she said.',
    '<q>“He said, <q>“no,”</q> and left,”</q> she said.',
    '<q>“He said, <q>‘I heard <q>“no”</q> again,’</q>”</q> she said.',
    '<q>« Il a dit <q>“oui”</q> »</q>, dit-elle.',
    '<q>« Il a dit <q>« oui »</q> hier »</q>, dit-elle.',
    '<q>„Er sagte <q>‚ja‘</q>“</q>, sagte sie.',
    '<q>»Er sagte <q>›ja‹</q>«</q>, sagte sie.'.replace('›ja‹', '‹ja›'),
    '<q>‘He said <q>“no”</q> twice,’</q> she said.',
  ])('%s', expectMarks)

  test('the level counts what a quotation stands in', () => {
    const text = '“A ‘b “c”’ ‘d’,” she said. “E.”'
    const { quotations } = findMarks(text, findParagraphs(text))
    expect(quotations.map(({ start, end, level }) => [text.slice(start, end), level])).toEqual([
      ['“A ‘b “c”’ ‘d’,”', 0],
      ['‘b “c”’', 1],
      ['“c”', 2],
      ['‘d’', 1],
      ['“E.”', 0],
    ])
  })
})

describe('apostrophes, feet and inches are no marks', () => {
  test.each([
    "It's the players' bus, and the players' kit, and Jones' car.",
    'It’s the players’ bus, and the players’ kit, and Jones’ car.',
    "'tis the season, and 'twas the night, and give 'em time.",
    '’tis the season, and ’twas the night, and give ’em time.',
    "Rock 'n' roll of the '90s, back in '66. Fish 'n' chips.",
    'Rock ’n’ roll of the ’90s, back in ’66. Fish ‘n’ chips.',
    "She is 6' 2\" tall, he is 5'11\" and the wall 10' long.",
    'She is 6’ 2” tall and he is 5’11”.',
    'The 12" single, the 7" single and the 55" screen.',
    "O'Brien's goin' home, and dancin' too.",
    "The boys ' bus is late.",
  ])('%s', expectMarks)

  test.each([
    "<q>'I love the players' bus,'</q> he said.",
    '<q>‘I love the players’ bus,’</q> he said.',
    "<q>'I'm goin' home,'</q> he said.",
    "<q>'The Defiant Ones'</q> opened.",
    "<q>'The Defiant Ones'</q> opened, and <q>'Ed'</q> closed.",
    "<q>'I was there,'</q> she said. <q>'I saw it, and I'll never forget it.'</q> The policeman's notes",
    "The players' bus left. <q>'It's late,'</q> he said.",
    "Back in '66, <q>'No'</q> was a hit.",
    "<q>'Til Tuesday,'</q> he said.",
    "<q>'24 Hours in Casualty'</q> is back, and the players' bus.",
    '<q>"It’s a 12" single,"</q> he said.',
    '<q>“It’s a 12" single,”</q> he said.',
    '<q>"He is 6\'2","</q> she said.',
    '<q>“He is 6’2”,”</q> she said.',
    '<q>"I won in 2016"</q> is what he said; <q>"the class of 2016"</q> too.',
    '<q>"I am 12"</q> he said, <q>"and she is 13"</q>.',
    'the \'eavy man said <q>"the players\' bus is here"</q> and left',
    '<q>“Give ’em the ’90s,”</q> he said. <q>“Now.”</q>',
    "I saw <q>'n'</q>.".replace("<q>'n'</q>", "'n'"),
  ])('%s', expectMarks)
})

describe('odd marks spoil nothing else', () => {
  test.each([
    '<odd>"</odd>We will appeal, Lund said.',
    '<odd>“</odd>We will appeal, Lund said. <q>“It was wrong,”</q> he added.',
    '<odd>"</odd>We will appeal, Lund said. <q>"It was wrong,"</q> he added.',
    'We will appeal,<odd>”</odd> Lund said. <q>“It was wrong,”</q> he added.',
    'We will appeal,<odd>"</odd> Lund said. <q>"It was wrong,"</q> he added.',
    '<q>"We will <odd>"</odd> appeal,"</q> Lund said. <q>"Now."</q>',
    '<q>“We will <odd>"</odd> appeal,”</q> Lund said. <q>“Now.”</q>',
    '<q>« Nous <odd>“</odd>ferons appel »</q>, dit-il.',
    '<q>"We «will appeal,"</q> Lund said.'.replace('«', '<odd>«</odd>'),
    "<q>''We will appeal,''</q> Lund said. <odd>''</odd>Now, he said.",
    'Home <odd>»</odd> News <odd>»</odd> Politics',
    '<q>"We will <odd>“</odd>appeal,"</q> Lund said. <q>"Now."</q>',
    '<odd>"</odd>We will appeal, Lund said.\nHe <q>"left."</q>',
    'He said <odd>"</odd>we will appeal.\n\nLund left. <q>"Go,"</q> she said.\nEnd.',
    'We will appeal.<odd>"</odd>\n<q>"Go,"</q> she said.',
    "<q>'He called it <odd>\"</odd>awful and left,'</q> she said. <q>'It was <q>\"bad\"</q>.'</q>",
  ])('%s', expectMarks)

  test('an odd mark put between the sentences of a paragraph takes no pair from it', () => {
    const sentences = ['“A,” he said.', '"B," she said.', '« C », dit-il.', 'He left.']
    for (const mark of ['“', '”', '"', "''", '«', '»', '„', "'", '’', '‘', '″']) {
      for (let at = 0; at <= sentences.length; at++) {
        const text = [...sentences.slice(0, at), mark, ...sentences.slice(at)].join(' ')
        const { quotations } = findMarks(text, findParagraphs(text))
        const found = quotations.map(({ start, end }) => text.slice(start, end))
        for (const pair of ['“A,”', '"B,"', '« C »']) expect(found, text).toContain(pair)
      }
    }
  })
})

describe('quotations over several paragraphs', () => {
  test.each([
    '<on>“We will appeal. It was wrong.</on>\n\n<q>“We will win,”</q> Lund said.',
    '<on>"We will appeal.</on>\n<on>"It was wrong.</on>\n<q>"We will win."</q>',
    'Lund said: <on>“We will appeal.</on>\n<q>“We will win.”</q>',
    "<on>'We'll appeal.</on>\n<q>'We'll win,'</q> Lund said.",
    '<on>‘We’ll appeal.</on>\n<q>‘We’ll win,’</q> Lund said.',
    "<on>''We will appeal.</on>\n<q>''We will win,''</q> Lund said.",
    '<on>« We will appeal.</on>\n<q>« We will win »</q>, Lund said.',
    '<q>“A,”</q> he said. <on>“We will appeal.</on>\n<q>“We will win.”</q>',
    '<on>“He told me, <on>‘Go.</on></on>\n<q>“<q>‘Go home.’</q> So I went.”</q>',
    '<odd>“</odd>Go, he said. <on>“We will appeal.</on>\n<q>“We will win.”</q>',
  ])('%s', expectMarks)

  test.each([
    '<odd>“</odd>We will appeal.\n\nLund left.\n<q>“We will win.”</q>',
    '<odd>“</odd>We will appeal.\n\n<q>‘We will win.’</q>',
    '<odd>“</odd>We will appeal. <q>“Now,”</q> he said.\n<q>“We will win.”</q>',
    "He saw the 'eavy man.\n<q>'Go,'</q> she said.",
    '<odd>“</odd>We will appeal.',
  ])('not: %s', expectMarks)

  test('it has no closing mark and ends with its paragraph', () => {
    const text = '“We will appeal.  \n“Now.”'
    const [first] = findMarks(text, findParagraphs(text)).quotations
    expect(first).toMatchObject({ start: 0, end: 16, close: undefined, level: 0 })
  })
})

describe('texts no one wrote are read in a moment', () => {
  const million = 1_000_000
  test.each([
    ["'", "'".repeat(million)],
    ['"', '"'.repeat(million)],
    ['“', '“'.repeat(million)],
    ['a', 'a'.repeat(million)],
    [`"' `, `"' `.repeat(million / 3)],
    ["a'", "a'".repeat(million / 2)],
    ['opening marks', '“a '.repeat(100_000)],
    ['single opening marks', "'a ".repeat(100_000)],
    ['nested pairs', '“a '.repeat(50_000) + 'a” '.repeat(50_000)],
    ['possessives', "'x dogs' x ".repeat(50_000)],
    ['quotations that run on', '“a\n'.repeat(50_000)],
    ['mixed', `“ " '' « „ ‘ ' » `.repeat(50_000)],
  ])('%s', (_, text) => {
    const { quotations, odd } = findMarks(text, [{ start: 0, end: text.length }])
    expect(quotations.length + odd.length).toBeLessThanOrEqual(text.length)
  })
})

describe('any text', () => {
  test('marks are marks, pairs are in order, nest or are apart, and stay within their paragraph', () =>
    forAll(anyText(120), 3000, text => {
      const paragraphs = findParagraphs(text)
      const { quotations, odd } = findMarks(text, paragraphs)
      const seen = new Set<number>()
      const isMark = ({ start, end }: Span) => {
        expect(text.slice(start, end)).toMatch(/^(?:[“”‟„«»‹›"＂″`'’‘‚‛]|''|’’|‘‘|``|´´)$/)
        expect(seen.has(start)).toBe(false)
        seen.add(start)
      }
      const enclosing: Span[] = []
      let last = -1
      for (const { start, end, open, close, level } of quotations) {
        expect(start).toBe(open.start)
        expect(start).toBeGreaterThan(last)
        last = start
        isMark(open)
        const paragraph = paragraphs.find(p => p.start <= start && start < p.end)!
        if (close === undefined) {
          expect(end).toBe(paragraph.end)
          expect(paragraphs.at(-1)).not.toBe(paragraph)
        } else {
          isMark(close)
          expect(end).toBe(close.end)
          expect(close.start).toBeGreaterThanOrEqual(open.end)
          expect(end).toBeLessThanOrEqual(paragraph.end)
        }
        while (enclosing.length > 0 && enclosing.at(-1)!.end <= start) enclosing.pop()
        if (enclosing.length > 0) expect(end).toBeLessThanOrEqual(enclosing.at(-1)!.end)
        expect(level).toBe(enclosing.length)
        enclosing.push({ start, end })
      }
      for (const mark of odd) isMark(mark)
      expect(odd.map(mark => mark.start)).toEqual(
        [...odd.map(mark => mark.start)].sort((a, b) => a - b),
      )
    }))

  test('what stands in one paragraph changes nothing in another, but for a quotation that runs on', () =>
    forAll(anyText(60), 2000, text => {
      const first = text.replace(/\s+/gu, ' ').trim()
      const second = 'She left. “A,” he said. "B."'
      const { quotations } = findMarks(`${first}\n${second}`, [
        { start: 0, end: first.length },
        { start: first.length + 1, end: first.length + 1 + second.length },
      ])
      const found = quotations
        .filter(({ start }) => start > first.length)
        .map(({ start, end }) => `${first}\n${second}`.slice(start, end))
      expect(found).toEqual(['“A,”', '"B."'])
    }))
})
