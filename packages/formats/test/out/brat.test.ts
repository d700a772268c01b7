import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Span, StoryRecord } from '@onrecord/engine'
import { describe, expect, it } from 'vitest'
import { annOf } from '../../src/out/brat/ann.js'
import { annotationConf } from '../../src/out/brat/conf.js'
import { fragmentsOf } from '../../src/out/brat/fragments.js'
import { brat, readBrat } from '../../src/out/brat.js'
import { fileNames } from '../../src/out/tar.js'
import { wellFormed } from '../../src/out/well-formed.js'
import { whole } from '../../src/out/whole.js'
import { goldenRecords } from './golden-records.js'
import { forAll, hostileRecord } from './hostile.js'
import { bytesOf } from './written.js'

/** The items of a record as brat would have them: type, and spans without the breaks at their edges. */
function expected({ story, quotes, entities, values, facts, findings }: StoryRecord): string[] {
  const text = wellFormed(story.text)
  const items: [string, readonly Span[]][] = [
    ...quotes.flatMap(({ content, cue, source }): [string, readonly Span[]][] => [
      ['Content', content],
      ['Cue', cue],
      ['Source', source],
    ]),
    ...entities.flatMap(({ type, mentions }) =>
      mentions.map((mention): [string, Span[]] => [type, [mention]]),
    ),
    ...values.map(({ type, span }): [string, Span[]] => [type, [span]]),
    ...facts.map(({ type, evidence }): [string, readonly Span[]] => [`Fact_${type}`, evidence]),
    ...findings.map(({ spans }): [string, readonly Span[]] => ['Finding', spans]),
  ]
  return items.flatMap(([type, spans]) => {
    const covered = new Set<number>()
    for (const span of spans) {
      const { start, end } = whole(text, span)
      for (let i = start; i < end; i++)
        if (!/[\t\n\v\f\r\x1c-\x1e\u0085\u2028\u2029]/.test(text[i]!)) covered.add(i)
    }
    if ([...covered].every(i => text[i]!.trim() === '')) return []
    return [shown(type.toLowerCase().replaceAll('-', '_'), covered)]
  })
}

const shown = (type: string, covered: Iterable<number>) =>
  `${type} ${[...covered].sort((a, b) => a - b).join(' ')}`

/** The same of what was read. */
function found(text: string, ann: string): string[] {
  return readBrat(text, ann).spans.map(({ type, spans }) => {
    const covered = new Set<number>()
    for (const { start, end } of spans) {
      for (let i = start; i < end; i++)
        if (!/[\t\n\v\f\r\x1c-\x1e\u0085\u2028\u2029]/.test(text[i]!)) covered.add(i)
    }
    return shown(type.toLowerCase(), covered)
  })
}

describe('fragments', () => {
  it.each<[string, string, [number, number][], [number, number][]]>([
    ['one piece', 'one two', [[0, 3]], [[0, 3]]],
    [
      'over a line',
      'one\ntwo',
      [[0, 7]],
      [
        [0, 3],
        [4, 7],
      ],
    ],
    [
      'over CR LF and a tab',
      'a\r\n\tb',
      [[0, 5]],
      [
        [0, 1],
        [4, 5],
      ],
    ],
    [
      'out of order',
      'one two',
      [
        [4, 7],
        [0, 3],
      ],
      [
        [0, 3],
        [4, 7],
      ],
    ],
    [
      'one over the other',
      'one two',
      [
        [0, 5],
        [2, 7],
      ],
      [[0, 7]],
    ],
    [
      'touching',
      'one two',
      [
        [0, 3],
        [3, 7],
      ],
      [[0, 7]],
    ],
    ['white space only', 'a \n b', [[1, 4]], []],
    ['nothing', 'a', [[1, 1]], []],
  ])('%s', (_, text, spans, fragments) => {
    const toSpans = (pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }))
    expect(fragmentsOf(text, toSpans(spans))).toEqual(toSpans(fragments))
  })
})

it('a small story, line by line', () => {
  const text = '😀 “Go,”\nsaid Ada Fenn, 61. “Now.” She went.'
  const at = (words: string) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length, text: words }
  }
  const record: StoryRecord = {
    schema: 'onrecord/1',
    story: { id: 'a', text, language: 'en', sha256: '' },
    reader: { version: '', models: [] },
    quotes: [
      {
        id: 'q1',
        kind: 'direct',
        content: [at('“Go,”'), at('“Now.”')],
        cue: [at('said')],
        source: [at('Ada Fenn, 61')],
        speakers: ['e1'],
        speakerConfidence: 0.9,
        confidence: 0.97,
      },
    ],
    entities: [
      {
        id: 'e1',
        type: 'person',
        name: 'Ada Fenn',
        mentions: [
          { ...at('Ada Fenn'), form: 'name' },
          { ...at('She'), form: 'pronoun' },
        ],
        gender: { value: 'female', basis: 'pronoun' },
      },
    ],
    values: [{ id: 'v1', type: 'age', span: at('61'), value: 61, stated: {} }],
    facts: [
      {
        id: 'f1',
        type: 'age',
        args: { subject: 'e1', value: 'v1', as: 'so' },
        evidence: [at('Ada Fenn, 61')],
        saidBy: 'q1',
        confidence: 0.6,
      },
    ],
    findings: [
      { code: 'none', severity: 'note', message: 'About no words.', spans: [] },
      { code: 'some', severity: 'error', message: 'Two\tlines\nhere.', spans: [at('”\nsaid')] },
    ],
  }
  expect(annOf(record).split('\n')).toEqual([
    'T1\tContent 2 7;27 33\t“Go,” “Now.”',
    'A1\tKind T1 direct',
    'A2\tConfidence T1 high',
    'T2\tCue 8 12\tsaid',
    'R1\tCue_of Arg1:T2 Arg2:T1',
    'T3\tSource 13 25\tAda Fenn, 61',
    'R2\tSource_of Arg1:T3 Arg2:T1',
    '#1\tAnnotatorNotes T1\tq1: speaker Ada Fenn (e1), 0.9',
    'T4\tPerson 13 21\tAda Fenn',
    'A3\tForm T4 name',
    'T5\tPerson 34 37\tShe',
    'A4\tForm T5 pronoun',
    '*\tEquiv T4 T5',
    '#2\tAnnotatorNotes T4\te1: Ada Fenn, female (pronoun)',
    'T6\tAge 23 25\t61',
    '#3\tAnnotatorNotes T6\t61',
    'T7\tFact_Age 13 25\tAda Fenn, 61',
    'E1\tFact_Age:T7 Subject:T4 Value:T6',
    'A5\tConfidence E1 fair',
    'A6\tClaim E1',
    '#4\tAnnotatorNotes E1\tas: so; said by T1 (q1)',
    'T8\tFinding 6 7;8 12\t” said',
    '#5\tAnnotatorNotes T8\terror some: Two lines here.',
    '',
  ])
})

describe('golden records, read again', () => {
  it.each(goldenRecords().map(record => [record.story.id, record] as const))(
    '%s has every span and what hangs on it',
    (_, record) => {
      const { text } = record.story
      const ann = annOf(record)
      expect(found(text, ann).sort()).toEqual(expected(record).sort())
      const read = readBrat(text, ann)
      const typeOf = new Map(read.spans.map(({ id, type }) => [id, type]))
      const count = (type: string) => read.relations.filter(one => one.type === type).length
      expect(count('Cue_of')).toBe(record.quotes.filter(({ cue }) => cue.length > 0).length)
      expect(count('Source_of')).toBe(
        record.quotes.filter(({ source }) => source.length > 0).length,
      )
      expect(read.events).toHaveLength(record.facts.length)
      expect(read.equivs).toHaveLength(
        record.entities.filter(({ mentions }) => mentions.length > 1).length,
      )
      const events = new Set(read.events.map(({ id }) => id))
      for (const { from, to } of read.relations)
        expect([typeOf.has(from), typeOf.get(to)]).toEqual([true, 'Content'])
      for (const { args, trigger, type } of read.events) {
        expect(typeOf.get(trigger)).toBe(type)
        for (const [, id] of args) expect(typeOf.has(id)).toBe(true)
      }
      for (const { of } of [...read.attributes, ...read.notes]) {
        expect(typeOf.has(of) || events.has(of)).toBe(true)
      }
      for (const type of typeOf.values())
        expect(annotationConf).toMatch(new RegExp(`^\\t?${type}\\b`, 'm'))
    },
  )
})

it('holds hostile words: every span is read again, lines and columns are whole', async () => {
  await forAll(hostileRecord, 300, record => {
    const text = wellFormed(record.story.text)
    const ann = annOf(record)
    expect(found(text, ann).sort()).toEqual(expected(record).sort())
    for (const line of ann.split(/[\n\v\f\r\x1c-\x1e\u0085\u2028\u2029]/).slice(0, -1)) {
      expect(line).toMatch(/^(?:[TREA#]\d+|\*)\t[^\t]+(?:\t[^\t]*)?$/)
    }
    const codePoints = Array.from(text)
    for (const [, at, words] of ann.matchAll(/^T\d+\t\w+ ([\d ;]+)\t(.*)$/gmu)) {
      const pieces = at!.split(';').map(pair => pair.split(' ').map(Number))
      expect(pieces.map(([start, end]) => codePoints.slice(start, end).join('')).join(' ')).toBe(
        words,
      )
      // as brat has it: no fragment over another, none touching the one before
      pieces.slice(1).forEach(([start], i) => {
        expect(start!).toBeGreaterThan(pieces[i]![1]!)
      })
    }
  })
})

it.each([
  'x',
  'T1\tContent 0 3\ttwo',
  'T1\tContent 0 9\tone two',
  'T1\tContent\tone',
  'R1\tCue_of T1',
  'E1\tFact_Age',
])('what is no line of this text is refused: %j', line => {
  expect(() => readBrat('one two', `${line}\n`)).toThrow('Not a line of brat')
})

describe('the archive', () => {
  it('is one that tar reads, with texts to the byte', async () => {
    const records = goldenRecords().slice(0, 3)
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-brat-'))
    const path = join(folder, 'a.tar')
    writeFileSync(path, await bytesOf(brat, records))
    const names = execFileSync('tar', ['-tf', path], { encoding: 'utf8' }).trim().split('\n')
    expect(names).toEqual([
      'annotation.conf',
      'visual.conf',
      ...records.flatMap(({ story }) => [`${story.id}.txt`, `${story.id}.ann`]),
    ])
    execFileSync('tar', ['-xf', path, '-C', folder])
    for (const record of records) {
      const file = (ending: string) =>
        readFileSync(join(folder, `${record.story.id}.${ending}`), 'utf8')
      expect(file('txt')).toBe(record.story.text)
      expect(file('ann')).toBe(annOf(record))
    }
  })

  it('names files after ids, none twice, none outside its folder', () => {
    const nameOf = fileNames()
    const ids = [
      'a',
      'A',
      'desk/a b',
      'desk_a_b',
      '../../etc',
      '',
      '…',
      'a~2',
      'x'.repeat(300),
      'a',
    ]
    const names = ids.map(nameOf)
    expect(names.slice(0, 4)).toEqual(['a', 'A~2', 'desk_a_b', 'desk_a_b~2'])
    expect(names.at(-1)).toBe('a~3')
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(ids.length)
    for (const name of names) expect(name).toMatch(/^[\w-][\w.~-]{0,89}$/)
  })
})
