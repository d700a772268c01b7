import { stripVTControlCharacters } from 'node:util'
import type { StoryInput, StoryRecord } from '@onrecord/engine'
import { describe, expect, test } from 'vitest'
import { InputError } from '../src/errors.js'
import { csvWriter } from '../src/output/csv.js'
import { jsonlWriter, jsonWriter } from '../src/output/json.js'
import { mdWriter } from '../src/output/md.js'
import { escapeMd } from '../src/output/md-escape.js'
import { textWriter } from '../src/output/text.js'
import { visible, visibleJson } from '../src/output/visible.js'
import { columnsOf, shorten } from '../src/output/width.js'
import { wrap } from '../src/output/wrap.js'
import { fakeRecord } from './fixtures/fake-reader.mjs'

const story: StoryInput = {
  id: 's1',
  title: 'Ferry aground',
  outlet: 'The Verran Post',
  published: '2026-03-11T05:00:00Z',
  byline: ['Thea Rundle'],
  text: 'The ferry stuck fast.\n\n“We will float her,” said Nora Lund. “At noon,” she thought.\n“When?” asked Emil. Nobody knew. “Ask the moon,” said the mate.\n',
}

const text = (record: StoryRecord, color = false, columns = 60) =>
  textWriter({ columns, color }).record(record)

describe('text', () => {
  test('a page', () => {
    expect(text(fakeRecord(story))).toBe(`Ferry aground
The Verran Post · 11 March 2026 · Thea Rundle
────────────────────────────────────────────────────────────

The ferry stuck fast.

⟨“We will float her,”⟩¹ _said_ *Nora Lund*. “At noon,” she
thought.
    ¹ Nora Lund · direct, 97% sure; speaker 88%

⟨“When?”⟩² _asked_ *Emil*. Nobody knew. ⟨“Ask the moon,”⟩³
_said_ the mate.
    ² Emil · direct, 97% sure; speaker 88%
    ³ speaker not resolved · direct, 97% sure

People
  Nora Lund · 1 quote
    ¹ “We will float her,”
  Emil · 1 quote
    ² “When?”
  Speaker not resolved · 1 quote
    ³ “Ask the moon,”

3 quotes, 2 speakers, 1 with no speaker resolved.
`)
  })

  test('with colour it says the same words, without the signs for cue and source', () => {
    const colored = text(fakeRecord(story), true, 200)
    expect(colored).toContain('\x1b[4m')
    expect(stripVTControlCharacters(colored)).toBe(
      text(fakeRecord(story), false, 200).replace(/[*_]([a-zA-Z ]+)[*_]/g, '$1'),
    )
  })

  test('colour never crosses a line', () => {
    for (const line of text(fakeRecord(story), true, 30).split('\n')) {
      const open = new Set<string>()
      for (const [, code] of line.matchAll(/\x1b\[(\d+)m/g)) open.add(code!)
      if (open.size > 0) expect(line).toMatch(/\x1b\[(22|23|24|39)m[^\x1b]*$/)
    }
  })

  test('a title that heads the story is said once', () => {
    const record = fakeRecord({ ...story, text: 'Ferry aground\n\nShe stuck.' })
    expect(text(record).match(/Ferry aground/g)).toHaveLength(1)
  })

  test('no title: the id; no quotes: it says so', () => {
    const page = text(fakeRecord({ id: 'desk/a', text: 'Nothing.' }))
    expect(page).toMatch(/^desk\/a\n/)
    expect(page).toMatch(/\n\nNo quotes heard\.\n$/)
  })

  test('an empty story', () => {
    expect(text(fakeRecord({ id: 'a', text: '' }))).toContain('No quotes heard.')
  })

  test('quotes within quotes keep their brackets and numbers', () => {
    const record = fakeRecord({ id: 'a', text: '“He said ‘never’ to us,” said Nora.' })
    const [outer] = record.quotes
    const inner = {
      ...outer!,
      id: 'q2',
      content: [{ start: 9, end: 16, text: '‘never’' }],
      cue: [],
      source: [{ start: 1, end: 3, text: 'He' }],
      speakers: [],
      within: 'q1',
    }
    const page = text({ ...record, quotes: [outer!, inner] }, false, 80)
    expect(page).toContain('⟨“*He* said ⟨‘never’⟩² to us,”⟩¹ _said_ *Nora*.')
    expect(page).toContain('² speaker not resolved (He) · direct, 97% sure; within ¹')
  })

  test('pieces that cross are told apart by their numbers', () => {
    const record = fakeRecord({ id: 'a', text: 'one two three four' })
    const quote = (id: string, start: number, end: number, words: string) => ({
      id,
      kind: 'indirect' as const,
      content: [{ start, end, text: words }],
      cue: [],
      source: [],
      speakers: [],
      confidence: 0.5,
    })
    const quotes = [quote('q1', 0, 7, 'one two'), quote('q2', 4, 13, 'two three')]
    expect(text({ ...record, quotes })).toContain('⟨one ⟨two⟩¹ three⟩² four')
  })

  test('several pieces of one quote have one number', () => {
    const record = fakeRecord({ id: 'a', text: 'It is, she said, cold.' })
    const content = [
      { start: 0, end: 6, text: 'It is,' },
      { start: 17, end: 22, text: 'cold.' },
    ]
    const cue = [{ start: 11, end: 15, text: 'said' }]
    const source = [{ start: 7, end: 10, text: 'she' }]
    const quotes = [
      {
        id: 'q1',
        kind: 'indirect' as const,
        content,
        cue,
        source,
        speakers: [],
        confidence: 0.995,
      },
    ]
    const page = text({ ...record, quotes })
    expect(page).toContain('⟨It is,⟩¹ *she* _said_, ⟨cold.⟩¹')
    expect(page).toContain('¹ It is, … cold.')
    expect(page).toContain('over 99% sure')
  })

  test('findings stand in plain words with the words they are about', () => {
    const finding = {
      code: 'weekday-date-mismatch',
      severity: 'warning' as const,
      message: '11 March 2026 is a Wednesday.',
      spans: [{ start: 0, end: 17 }],
    }
    const record = fakeRecord({ id: 'a', text: 'Thursday 11 March' })
    const page = text({ ...record, findings: [finding] })
    expect(page).toContain(
      'Findings\n  Warning: 11 March 2026 is a Wednesday.\n    line 1  Thursday 11 March',
    )
  })

  test('what would act on a terminal is shown instead', () => {
    const evil = '\x1b[2J\x1b]0;x\x07 \x9b31m \x00\x7f \u202egnorw\u2066 said\rover'
    const record = fakeRecord({
      id: `i${evil}`,
      title: `t${evil}`,
      outlet: evil,
      byline: [evil],
      text: `“${evil}” said Nora.`,
    })
    const forged = { ...record, entities: [{ ...record.entities[0]!, name: `Nora${evil}` }] }
    const page = text(forged)
    expect(page).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
    expect(page).toContain('␛[2J␛]0;x␇ ‹9B›31m ␀␡ ‹RLO›gnorw‹LRI› said')
  })

  test('several pages are parted', () => {
    const writer = textWriter({ columns: 20, color: false })
    const pages = writer.record(fakeRecord(story)) + writer.record(fakeRecord(story))
    expect(pages).toContain(`\n\n${'═'.repeat(20)}\n\nFerry aground\n`)
  })

  test.each([20, 40, 100])('no line is wider than %i columns', columns => {
    const long = {
      ...story,
      text: `${story.text}\n漢字とかな交じり文を折り返す。${'x'.repeat(250)} 🦭🦭 é`,
    }
    for (const line of text(fakeRecord(long), false, columns).split('\n')) {
      expect(columnsOf(line)).toBeLessThanOrEqual(columns)
    }
  })
})

describe('wrapping', () => {
  const lines = (words: string, columns: number) =>
    wrap([{ text: words, style: 0 }], columns).map(runs => runs.map(run => run.text).join(''))

  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['one  two', 20, ['one  two']],
    ['one    two', 5, ['one', 'two']],
    ['abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
    ['漢字漢字', 5, ['漢字', '漢字']],
    ['a\u00a0b c', 3, ['a\u00a0b', 'c']],
    ['', 10, []],
  ])('%j in %i', (words, columns, expected) => {
    expect(lines(words, columns)).toEqual(expected)
  })

  test('a word of several styles keeps together', () => {
    const runs = [
      { text: 'one tw', style: 1 },
      { text: 'o', style: 2 },
    ]
    expect(wrap(runs, 6)).toEqual([
      [{ text: 'one', style: 1 }],
      [
        { text: 'tw', style: 1 },
        { text: 'o', style: 2 },
      ],
    ])
  })

  test.each([
    ['plain', 5],
    ['“é”', 3],
    ['e\u0301', 1],
    ['漢字', 4],
    ['🦭', 2],
    ['👩‍🚀', 2],
    ['🇳🇴', 2],
    ['a\u200bb', 2],
    ['soft\u00adhyphen', 10],
    ['ｆｕｌｌ', 8],
  ])('%s takes %i columns', (words, columns) => {
    expect(columnsOf(words)).toBe(columns)
  })

  test.each([
    ['short', 5, 'short'],
    ['longer', 5, 'long…'],
    ['漢字漢字', 5, '漢字…'],
    ['one two', 5, 'one…'],
    ['one … two', 6, 'one…'],
  ])('%s shortened to %i', (words, columns, expected) => {
    expect(shorten(words, columns)).toBe(expected)
  })
})

describe('visible', () => {
  test('leaves letters of every script as they are', () => {
    const words = '“Née” Øystein שלום عربي 漢字 🦭 \u200d\u200f a\tb\n'
    expect(visible(words)).toBe(words)
  })

  test('JSON stays the same JSON', () => {
    const value = { text: '\x1b[2J\x9b\x7f\u202e\u2028é' }
    const json = visibleJson(JSON.stringify(value))
    expect(JSON.parse(json)).toEqual(value)
    expect(json).not.toMatch(/[\0-\x1f\x7f-\x9f\u202e]/)
  })
})

describe('json', () => {
  const record = fakeRecord(story)

  test('one record', () => {
    const writer = jsonWriter(false)
    const output = writer.start + writer.record(record) + writer.end
    expect(output).toBe(`${JSON.stringify(record, null, 2)}\n`)
  })

  test.each([0, 1, 3])('an array of %i', n => {
    const writer = jsonWriter(true)
    const records = Array(n).fill(record)
    const output = writer.start + records.map(record => writer.record(record)).join('') + writer.end
    expect(output).toBe(`${JSON.stringify(records, null, 2)}\n`)
  })

  test('a line a record, whatever the text', () => {
    const line = jsonlWriter().record(fakeRecord({ id: 'a', text: 'a\nb\r\u2028c\ud800' }))
    expect(line.indexOf('\n')).toBe(line.length - 1)
    expect(JSON.parse(line).story.text).toBe('a\nb\r\u2028c\ud800')
  })

  test('an error in its place', () => {
    const error = new InputError('no-text', 'It has no "text".', 'a')
    const { error: line } = jsonlWriter()
    expect(JSON.parse(line!(error, { file: 'stdin', line: 3 }))).toEqual({
      id: 'a',
      error: { code: 'no-text', message: 'It has no "text".' },
    })
    expect(line!(error, { file: 'a.jsonl', line: 3 })).toContain('a.jsonl:3: It has')
  })
})

describe('csv', () => {
  const rows = (record: StoryRecord) => csvWriter().record(record)

  test('one row a quote', () => {
    expect(csvWriter().start).toBe(
      'story,title,outlet,published,quote,kind,speakers,source,cue,content,confidence,start,end,speaker_ids,speaker_confidence,to,place,event,time,within,continues\r\n',
    )
    expect(rows(fakeRecord(story)).split('\r\n')).toEqual([
      's1,Ferry aground,The Verran Post,2026-03-11T05:00:00Z,q1,direct,Nora Lund,Nora Lund,said,"“We will float her,”",0.97,23,43,e1,0.88,,,,,,',
      's1,Ferry aground,The Verran Post,2026-03-11T05:00:00Z,q2,direct,Emil,Emil,asked,“When?”,0.97,84,91,e2,0.88,,,,,,',
      's1,Ferry aground,The Verran Post,2026-03-11T05:00:00Z,q3,direct,,,said,"“Ask the moon,”",0.97,117,132,,,,,,,,',
      '',
    ])
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['a=b', 'a=b'],
    ['“-', '“-'],
    ['say "no"', '"say ""no"""'],
    ['a,b', '"a,b"'],
    ['a\nb', '"a\nb"'],
  ])('the cell %j', (title, cell) => {
    const row = rows(fakeRecord({ ...story, title, text: '“When?” said Nora.' }))
    expect(row).toContain(`s1,${cell},The Verran Post`)
  })
})

describe('md', () => {
  test('a page', () => {
    expect(mdWriter().record(fakeRecord(story))).toBe(`# Ferry aground

The Verran Post · 11 March 2026 · Thea Rundle

The ferry stuck fast.

⟨“We will float her,”⟩¹ <i>said</i> <b>Nora Lund</b>. “At noon,” she thought.

> - ¹ <b>Nora Lund</b> · direct, 97% sure; speaker 88%

⟨“When?”⟩² <i>asked</i> <b>Emil</b>. Nobody knew. ⟨“Ask the moon,”⟩³ <i>said</i> the mate.

> - ² <b>Emil</b> · direct, 97% sure; speaker 88%
> - ³ speaker not resolved · direct, 97% sure

## People

<b>Nora Lund</b> · 1 quote

- ¹ “We will float her,”

<b>Emil</b> · 1 quote

- ² “When?”

Speaker not resolved · 1 quote

- ³ “Ask the moon,”

3 quotes, 2 speakers, 1 with no speaker resolved.
`)
  })

  test.each([
    ['# Head', '\\# Head'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['1. first', '1\\. first'],
    ['24) last', '24\\) last'],
    ['---', '\\---'],
    ['===', '\\=\\=\\='],
    ['> said', '\\> said'],
    ['    code', 'code'],
    ['*b* _i_ `c`', '\\*b\\* \\_i\\_ \\`c\\`'],
    ['<script>x</script>', '\\<script\\>x\\</script\\>'],
    ['![a](b) [c][d]', '!\\[a\\](b) \\[c\\]\\[d\\]'],
    ['&amp; ~~x~~ | \\', '\\&amp; \\~\\~x\\~\\~ \\| \\\\'],
    ['see https://a.example', 'see https\\://a.example'],
    ['see www.a.example', 'see www\\.a.example'],
    ['It’s 5.30 - no: “yes” (so).', 'It’s 5.30 - no: “yes” (so).'],
  ])('%s', (words, expected) => {
    expect(escapeMd(words)).toBe(expected)
  })
})
