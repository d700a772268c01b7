import type { Span, StoryRecord } from '@onrecord/engine'
import { describe, expect, it } from 'vitest'
import { bracketsOf } from '../../src/out/conllu/entities.js'
import { escapeSpaces, unescapeSpaces } from '../../src/out/conllu/escape.js'
import { project } from '../../src/out/conllu/project.js'
import { conllu } from '../../src/out/conllu.js'
import { readConllu, validate } from './conllu-reader.js'
import { goldenRecords } from './golden-records.js'
import { forAll, hostileRecord, hostileText } from './hostile.js'
import { piecesOf, textOf } from './written.js'

const whole = (tokens: readonly Span[], span: Span): Span | undefined => {
  const held = tokens.filter(token => token.start < span.end && span.start < token.end)
  return held.length === 0 ? undefined : { start: held[0]!.start, end: held.at(-1)!.end }
}

/** The record's pieces as they should be read: widened to whole tokens; two that share one are one. */
function piecesExpected({ quotes, values }: StoryRecord, tokens: readonly Span[]): string[] {
  const wide = (label: string, spans: readonly Span[]) => {
    const merged: { start: number; end: number }[] = []
    for (const span of spans) {
      const at = whole(tokens, span)
      const last = merged.at(-1)
      if (at && last && at.start < last.end) last.end = Math.max(last.end, at.end)
      else if (at) merged.push({ ...at })
    }
    return merged.map(({ start, end }) => `${label} ${start}-${end}`)
  }
  return [
    ...quotes.flatMap(({ content, cue, source }, i) => [
      ...wide(`content:q${i + 1}`, content),
      ...wide(`cue:q${i + 1}`, cue),
      ...wide(`source:q${i + 1}`, source),
    ]),
    ...values.flatMap(({ type, span }, i) => wide(`${type}:v${i + 1}`, [span])),
  ]
}

describe('golden records, read again', () => {
  it.each(goldenRecords().map(record => [record.story.id, record] as const))(
    '%s is valid, has its text to the letter, and every span to the token',
    async (_, record) => {
      const file = await textOf(conllu, [record])
      validate(file)
      const [document, ...others] = readConllu(file)
      expect(others).toEqual([])
      const { text, tokens, pieces, mentions } = document!
      expect(text).toBe(record.story.text)
      expect(pieces.map(({ start, end, label }) => `${label} ${start}-${end}`).sort()).toEqual(
        piecesExpected(record, tokens).sort(),
      )
      const all = record.entities.flatMap(({ type, mentions }, i) =>
        mentions.map(mention => {
          const { start, end } = whole(tokens, mention)!
          return `e${i + 1}-${type}-${mention.form} ${start}-${end}`
        }),
      )
      expect(mentions.map(({ start, end, label }) => `${label} ${start}-${end}`).sort()).toEqual(
        all.sort(),
      )
    },
  )
})

it('all golden records in one file: a document each', async () => {
  const file = await textOf(conllu, goldenRecords())
  validate(file)
  expect(readConllu(file).map(({ text }) => text)).toEqual(
    goldenRecords().map(({ story }) => story.text),
  )
})

it('a small story, line by line', async () => {
  const text = ' “Go,” said Bo.\n\nHe  went.'
  const at = (words: string) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length, text: words }
  }
  const [golden] = goldenRecords()
  const record: StoryRecord = {
    ...golden!,
    story: { id: 'desk/a b', text, language: 'en', sha256: '' },
    quotes: [
      {
        id: 'q1',
        kind: 'direct',
        content: [at('“Go,”')],
        cue: [at('said')],
        source: [at('Bo')],
        speakers: ['e1'],
        confidence: 0.9,
      },
    ],
    entities: [
      {
        id: 'e1',
        type: 'person',
        name: 'Bo',
        mentions: [
          { ...at('Bo'), form: 'name' },
          { ...at('He'), form: 'pronoun' },
        ],
      },
    ],
    values: [],
    facts: [],
    findings: [],
  }
  const lines = (await textOf(conllu, [record])).split('\n')
  expect(lines.filter(line => !line.startsWith('# meta::projection'))).toEqual([
    '# newdoc id = desk_a_b',
    '# global.Entity = eid-etype-form',
    '# meta::quote q1 = kind=direct; speakers=e1; confidence=0.9',
    '# newpar',
    '# sent_id = desk_a_b-1',
    '# text = “Go,” said Bo.',
    '1\t“\t_\t_\t_\t_\t_\t_\t_\tQuote=B-content:q1|SpaceAfter=No|SpacesBefore=\\s',
    '2\tGo\t_\t_\t_\t_\t_\t_\t_\tQuote=I-content:q1|SpaceAfter=No',
    '3\t,\t_\t_\t_\t_\t_\t_\t_\tQuote=I-content:q1|SpaceAfter=No',
    '4\t”\t_\t_\t_\t_\t_\t_\t_\tQuote=I-content:q1',
    '5\tsaid\t_\t_\t_\t_\t_\t_\t_\tQuote=B-cue:q1',
    '6\tBo\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1-person-name)|Quote=B-source:q1|SpaceAfter=No',
    '7\t.\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\n\\n',
    '',
    '# newpar',
    '# sent_id = desk_a_b-2',
    '# text = He went.',
    '1\tHe\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1-person-pronoun)|SpacesAfter=\\s\\s',
    '2\twent\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No',
    '3\t.\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No',
    '',
    '',
  ])
})

describe('brackets', () => {
  const tokens = [0, 2, 4, 6, 8].map(start => ({ start, end: start + 1 }))
  const entity = (...ranges: [number, number][]) => ({
    id: '',
    type: 'person' as const,
    name: '',
    mentions: ranges.map(([start, end]) => ({ start, end, text: '', form: 'name' as const })),
  })
  it.each([
    ['one token', [entity([2, 3])], ['', '(e1-person-name)', '', '', '']],
    ['several', [entity([0, 5])], ['(e1-person-name', '', 'e1)', '', '']],
    [
      'one within another, ending together',
      [entity([0, 5]), entity([2, 5])],
      ['(e1-person-name', '(e2-person-name', 'e2)e1)', '', ''],
    ],
    [
      'one token at the end of another',
      [entity([0, 5]), entity([4, 5])],
      ['(e1-person-name', '', '(e2-person-name)e1)', '', ''],
    ],
    [
      'one token at the beginning of another',
      [entity([0, 5]), entity([0, 1])],
      ['(e1-person-name(e2-person-name)', '', 'e1)', '', ''],
    ],
    [
      'crossing',
      [entity([0, 5]), entity([4, 9])],
      ['(e1-person-name', '', 'e1)(e2-person-name', '', 'e2)'],
    ],
    [
      'crossing itself: the first',
      [entity([0, 5], [4, 9])],
      ['(e1-person-name', '', 'e1)', '', ''],
    ],
    ['twice the same: one', [entity([0, 1], [0, 1])], ['(e1-person-name)', '', '', '', '']],
    ['on white space: none', [entity([1, 2])], ['', '', '', '', '']],
  ])('%s', (_, entities, brackets) => {
    expect(bracketsOf(tokens, entities)).toEqual(brackets)
  })

  it.each([
    [0, 1, { first: 0, last: 0 }],
    [1, 2, undefined],
    [1, 3, { first: 1, last: 1 }],
    [0, 9, { first: 0, last: 4 }],
    [9, 20, undefined],
  ])('%i to %i are the tokens %j', (start, end, range) => {
    expect(project(tokens, { start, end })).toEqual(range)
  })
})

it('white space, escaped and back', async () => {
  expect(escapeSpaces(' \t\r\n|\\\u00a0\u2028')).toBe('\\s\\t\\r\\n\\p\\\\\\u00A0\\u2028')
  await forAll(hostileText(20), 300, text => {
    const escaped = escapeSpaces(text)
    expect(escaped).not.toMatch(/[\s|]/)
    expect(unescapeSpaces(escaped)).toBe(text)
  })
})

it('holds hostile words: valid, the text to the letter, brackets balanced, every piece to the token', async () => {
  await forAll(hostileRecord, 150, async record => {
    const file = (await piecesOf(conllu, [record])).join('')
    validate(file)
    const [document] = readConllu(file)
    if (!document) {
      expect(record.story.text.replace(/[\s\u200b-\u200f\u2060\u0085\u202a-\u202e]/g, '')).toBe('')
      return
    }
    const { text, tokens, pieces, mentions } = document
    expect(text).toBe(record.story.text)
    expect(new Set(pieces.map(({ start, end, label }) => `${label} ${start}-${end}`))).toEqual(
      new Set(piecesExpected(record, tokens)),
    )
    const all = record.entities.flatMap(({ mentions }) =>
      mentions.map(mention => JSON.stringify(whole(tokens, mention))),
    )
    for (const { start, end } of mentions) expect(all).toContain(JSON.stringify({ start, end }))
  })
})
