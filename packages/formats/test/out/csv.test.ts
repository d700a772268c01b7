import { describe, expect, it } from 'vitest'
import { csv } from '../../src/out/csv.js'
import { tableOf, tables } from '../../src/out/tables/index.js'
import type { Cell } from '../../src/out/tables/table.js'
import { readCsv, unguarded } from './csv-reader.js'
import { goldenRecords } from './golden-records.js'
import { forAll, hostileRecord } from './hostile.js'
import { piecesOf, textOf } from './written.js'

const said = (cell: Cell) =>
  cell === undefined ? '' : cell instanceof Date ? cell.toISOString() : String(cell)

describe.each(tables)('%s', table => {
  it('of golden records, read again, has every cell of the table', async () => {
    const records = goldenRecords()
    const [header, ...rows] = readCsv(await textOf(csv, records, { table }))
    expect(header).toEqual(tableOf(table).columns.map(({ name }) => name))
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.map(row => row.map(unguarded))).toEqual(
      records.flatMap(record => tableOf(table).rows(record)).map(row => row.map(said)),
    )
  })

  it('has no cell of another type than its column says', () => {
    const { columns, rows } = tableOf(table)
    for (const row of goldenRecords().flatMap(rows)) {
      expect(row).toHaveLength(columns.length)
      row.forEach((cell, i) => {
        const { type } = columns[i]!
        if (cell === undefined) return
        if (type === 'timestamp') expect(cell).toBeInstanceOf(Date)
        else if (type === 'boolean') expect(cell).toBeTypeOf('boolean')
        else if (type === 'integer') expect(cell).toBe(Math.trunc(cell as number))
        else if (type === 'double') expect(cell).toBeTypeOf('number')
        else expect(['string', 'number']).toContain(typeof cell)
      })
    }
  })

  it('holds hostile words: what is read is what was said, and no cell is a formula', async () => {
    await forAll(hostileRecord, 100, async record => {
      const text = (await piecesOf(csv, [record], { table })).join('')
      const [, ...rows] = readCsv(text)
      const cells = tableOf(table).rows(record)
      expect(rows.map(row => row.map(unguarded))).toEqual(cells.map(row => row.map(said)))
      rows.forEach((row, r) => {
        row.forEach((cell, c) => {
          if (typeof cells[r]![c] === 'string') expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        })
      })
    })
  })

  it('of no record is the header alone', async () => {
    expect(readCsv(await textOf(csv, [], { table }))).toHaveLength(1)
  })
})

it('is the table of quotes unless another is named', async () => {
  const records = goldenRecords().slice(0, 1)
  expect(await textOf(csv, records)).toBe(await textOf(csv, records, { table: 'quotes' }))
})

it.each([
  ['=1+1', "'=1+1"],
  ['-W-4', "'-W-4"],
  ["'=1", "''=1"],
  ["'so", "'so"],
  ['a=1', 'a=1'],
  [-4.5, '-4.5'],
])('a value of %j is the cell %s', async (value, cell) => {
  const [record] = goldenRecords()
  const [first] = record!.values
  const text = await textOf(csv, [{ ...record!, values: [{ ...first!, value }] }], {
    table: 'values',
  })
  const [header, row] = readCsv(text)
  expect(row![header!.indexOf('value')]).toBe(cell)
  expect(row![header!.indexOf('value_number')]).toBe(typeof value === 'number' ? cell : '')
})

describe('stories', () => {
  it.each([
    ['2026-03-10T05:00:00Z', '2026-03-10T05:00:00.000Z'],
    ['2026-03-10T05:00+01:00', '2026-03-10T04:00:00.000Z'],
    ['2026-03-10T05:00', ''],
    ['2026-03-10', ''],
    ['2026-02-31T25:00:00Z', ''],
    ['yesterday', ''],
  ])('published %s is the instant %j', async (published, instant) => {
    const [record] = goldenRecords()
    const story = { ...record!.story, published }
    const [header, row] = readCsv(await textOf(csv, [{ ...record!, story }], { table: 'stories' }))
    expect(row![header!.indexOf('published')]).toBe(published)
    expect(row![header!.indexOf('published_at')]).toBe(instant)
  })
})

describe('mentions', () => {
  it('in_quote: all of it stands in the content of a quote, or of quotes that touch', async () => {
    const [record] = goldenRecords()
    const text = '“Ada Fenn went,” Bo said of Ada Fenn.'
    const at = (start: number, end: number) => ({ start, end, text: text.slice(start, end) })
    const quote = { kind: 'direct', cue: [], source: [], speakers: [], confidence: 1 } as const
    const mention = (start: number, end: number) => ({ ...at(start, end), form: 'name' }) as const
    const small = {
      ...record!,
      story: { ...record!.story, text },
      quotes: [
        { ...quote, id: 'q1', content: [at(0, 4)] },
        { ...quote, id: 'q2', content: [at(4, 16)] },
      ],
      entities: [
        {
          id: 'e1',
          type: 'person' as const,
          name: 'Ada Fenn',
          mentions: [mention(1, 9), mention(28, 36), mention(10, 19)],
        },
      ],
    }
    const [header, ...rows] = readCsv(await textOf(csv, [small], { table: 'mentions' }))
    const column = header!.indexOf('in_quote')
    expect(rows.map(row => row[column])).toEqual(['true', 'false', 'false'])
  })
})
