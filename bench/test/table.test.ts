import { SCHEMA, type StoryRecord } from '@onrecord/engine'
import { expect, test } from 'vitest'
import { pythonLine, readQuotes } from '../src/predict.js'
import { sorted } from '../src/results.js'
import { keep, renderTable } from '../src/table.js'

const table = {
  key: 'speed',
  title: 'speed',
  columns: ['n', 'share'],
  rows: { one: { n: 12, share: 65.6 }, two: { share: 3 } },
}

test('a table in plain text, with a decimal where the column has one', () => {
  expect(renderTable(table)).toBe(
    ['speed   n  share', 'one    12   65.6', 'two          3.0'].join('\n'),
  )
})

test('changes stand beside the numbers that changed', () => {
  const before = { speed: { one: { n: 12, share: 65.3 }, two: { share: 4.5 } } }
  expect(renderTable(table, before)).toBe(
    ['speed   n      share', 'one    12  65.6 ▲0.3', 'two         3.0 ▼1.5'].join('\n'),
  )
})

test('what is kept has no blanks', () => {
  expect(keep([{ ...table, rows: { one: { n: 1, share: undefined } } }])).toEqual({
    speed: { one: { n: 1 } },
  })
})

test('keys are sorted at every depth, lists are left alone', () => {
  const value = { b: 1, a: { d: [3, 1], c: null } }
  expect(JSON.stringify(sorted(value))).toBe('{"a":{"c":null,"d":[3,1]},"b":1}')
})

const text = '😀 “Go,” said Anna Lund. She left.'
const at = (words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, text: words }
}
const record: StoryRecord = {
  schema: SCHEMA,
  story: { id: 's', text, language: 'en', sha256: '' },
  reader: { version: '0', models: [] },
  quotes: [
    {
      id: 'q1',
      kind: 'direct',
      content: [at('“Go,”')],
      cue: [at('said')],
      source: [at('Anna Lund')],
      speakers: ['e1'],
      speakerConfidence: 0.8,
      confidence: 0.9,
    },
  ],
  entities: [
    {
      id: 'e1',
      type: 'person',
      name: 'Anna Lund',
      mentions: [
        { ...at('Anna Lund'), form: 'name' },
        { ...at('She'), form: 'pronoun' },
      ],
    },
  ],
  values: [],
  facts: [],
  findings: [],
}

test('a record as the scorers see it: only where the speaker is called by name counts as an answer', () => {
  expect(readQuotes(record)).toMatchObject([
    {
      names: ['Anna Lund'],
      mentions: [at('Anna Lund')],
      forms: ['Anna Lund', 'Anna Lund', 'She', 'Anna Lund'],
      confidence: 0.9,
      speakerConfidence: 0.8,
    },
  ])
})

test('a line for the Python scorers counts code points', () => {
  expect(JSON.parse(pythonLine('s', text, readQuotes(record)))).toEqual({
    id: 's',
    quotes: [
      {
        content: [[2, 7]],
        cue: [[8, 12]],
        source: [[13, 22]],
        speaker: 'Anna Lund',
        speaker_mentions: [[13, 22]],
      },
    ],
  })
})
