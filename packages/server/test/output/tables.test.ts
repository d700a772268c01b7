import { type TableName, tables } from '@onrecord/formats'
import { describe, expect, test } from 'vitest'
import { csvWriter } from '../../src/output/csv.js'
import { over, rich } from './record.js'

/** The rows as objects, without what is empty and what the story gives each. */
function table(name: TableName, record = rich): Record<string, string>[] {
  const writer = csvWriter(name)
  const [columns, ...rows] = `${writer.start}${writer.record(record)}`
    .split('\r\n')
    .slice(0, -1)
    .map(line => Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g), cellOf))
  return rows.map(row =>
    Object.fromEntries(
      columns!
        .map((column, i) => [column, row[i]!] as const)
        .slice(4)
        .filter(([, cell]) => cell !== ''),
    ),
  )
}
const cellOf = ([, quoted, plain]: RegExpMatchArray) => quoted?.replaceAll('""', '"') ?? plain ?? ''

test.each(tables)('%s: every row has the columns of the header and its story', name => {
  const writer = csvWriter(name)
  const cells = (line: string) => line.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^",]*)/g)!.length
  const rows = writer.record(rich).split('\r\n').slice(0, -1)
  expect(rows.length).toBeGreaterThan(name === 'stories' ? 0 : 1)
  for (const row of rows) {
    expect(cells(row)).toBe(cells(writer.start.trimEnd()))
    expect(row).toMatch(/^tollen,Tollen label goes to Harrow Group,The Ardesk Courier,2026-03-10,/)
  }
})

test.each(tables)('%s: a story without has no row, but for stories', name => {
  const rows = csvWriter(name).record(over('It rained.').record({}))
  expect(rows.split('\r\n').length - 1).toBe(name === 'stories' ? 1 : 0)
})

test('quotes with their setting', () => {
  expect(table('quotes')[0]).toEqual({
    quote: 'q1',
    kind: 'direct',
    speakers: 'Ida Marsh',
    source: 'Marsh, 61, the label’s president,',
    cue: 'told',
    content: '“We never wanted to grow old in it,”',
    confidence: '0.9',
    start: '174',
    end: '210',
    speaker_ids: 'e2',
    speaker_confidence: '0.9',
    to: 'Courier',
    place: 'Verran',
    time: 'Friday',
  })
})

test('people, quoted or not', () => {
  expect(table('people')).toEqual([
    {
      person: 'e2',
      name: 'Ida Marsh',
      ages: '61',
      roles: 'president, Tollen Records',
      family: 'husband: Sten Aker',
      quotes: '1',
      quote_ids: 'q1',
      mentions: '1',
      start: '93',
      end: '102',
    },
    expect.objectContaining({ person: 'e3', name: 'Lev Tollen' }),
    expect.objectContaining({ roles: 'actor', family: 'husband of Ida Marsh', quotes: '0' }),
    expect.objectContaining({ name: 'Ola Brenn' }),
  ])
})

describe('values', () => {
  const { value, record } = over('one two three four five six')
  const values = [
    value('v1', 'one', 'number', -4),
    value('v2', 'two', 'percent', { min: 2, max: 3 }),
    value('v3', 'three', 'money', { amount: { min: 5 }, currency: 'GBP' }),
    value('v4', 'four', 'money', { amount: 6.5 }),
    value('v5', 'five', 'date', { start: '1980', end: '1990' }, { readings: ['1981'] }),
    value('v6', 'six', 'date', '2026', { stated: { day: 1 }, inferred: { year: 2026 } }),
  ]

  test('single ones and ranges have columns of their own', () => {
    expect(table('values', record({ values }))).toMatchObject([
      { id: 'v1', words: 'one', value: '-4', start: '0', end: '3' },
      { from: '2', to: '3' },
      { from: '5', currency: 'GBP' },
      { value: '6.5' },
      { from: '1980', to: '1990', readings: '["1981"]' },
      { value: '2026', stated: '{"day":1}', inferred: '{"year":2026}' },
    ])
  })
})

test('facts: a column an argument, with names; their ids together', () => {
  const facts = table('facts')
  expect(facts[2]).toEqual({
    fact: 'f3',
    type: 'acquired',
    buyer: 'Harrow Group',
    target: 'Tollen Records',
    seller: 'Ida Marsh',
    price: '$3bn',
    time: 'last month',
    arguments: 'buyer=e4; target=e1; seller=e2; price=v3; time=v4',
    evidence: 'was sold to Harrow Group for $3bn',
    confidence: '0.9',
    start: '127',
    end: '160',
    spans: '127-160',
  })
  expect(facts[8]).toMatchObject({ type: 'born', said_by: 'q2', speakers: 'Lev Tollen' })
})

test('findings: their words and where those are', () => {
  expect(table('findings')).toEqual([
    { finding: '1', code: 'b', severity: 'note', message: 'A note.' },
    {
      finding: '2',
      code: 'a',
      severity: 'error',
      message: '“Marsh” is 61 and 62.',
      words: 'Marsh, 61 … He was born',
      line: '7',
      start: '211',
      end: '379',
      spans: '211-220; 368-379',
    },
  ])
})

test('no cell is a formula', () => {
  const { entity, fact, record } = over('=1+1 and so')
  const evil = record({
    entities: [entity('e1', 'person', '=1+1')],
    facts: [fact('role', { subject: 'e1', title: '@SUM(A1)' }, '=1+1')],
    findings: [{ code: 'a', severity: 'note', message: '+1', spans: [{ start: 0, end: 4 }] }],
  })
  for (const name of ['people', 'facts', 'findings'] as const) {
    for (const row of table(name, evil)) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@]/)
    }
  }
})
