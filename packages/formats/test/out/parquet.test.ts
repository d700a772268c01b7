import type { StoryRecord } from '@onrecord/engine'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { parquet } from '../../src/out/parquet.js'
import { type TableName, tableOf, tables } from '../../src/out/tables/index.js'
import type { Cell } from '../../src/out/tables/table.js'
import { wellFormed } from '../../src/out/well-formed.js'
import { goldenRecords } from './golden-records.js'
import { forAll, hostileRecord } from './hostile.js'
import { bytesOf, piecesOf } from './written.js'

const fileOf = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

/** What a cell is in the file; hyparquet takes a byte order mark at the beginning away as it reads. */
function value(cell: Cell, type: string): unknown {
  if (cell === undefined) return null
  return type === 'string' ? wellFormed(String(cell)).replace(/^\ufeff/, '') : cell
}

/** The names of a table's columns; the title of a role is told apart from the story's. */
const namesOf = (table: TableName) =>
  tableOf(table).columns.map(({ name }, i, all) =>
    name === 'title' && all.findIndex(column => column.name === name) < i ? 'title_2' : name,
  )

const expected = (name: TableName, records: readonly StoryRecord[]) => {
  const { columns, rows } = tableOf(name)
  return records
    .flatMap(record => rows(record))
    .map(row =>
      Object.fromEntries(namesOf(name).map((name, i) => [name, value(row[i], columns[i]!.type)])),
    )
}

describe.each(tables)('%s', table => {
  it('of golden records, read again, has every cell, nulls and types', async () => {
    const file = fileOf(await bytesOf(parquet, goldenRecords(), { table }))
    expect(await parquetReadObjects({ file })).toEqual(expected(table, goldenRecords()))
  })

  it('of no record is a valid file with the columns', async () => {
    const file = fileOf(await bytesOf(parquet, [], { table }))
    const { schema, num_rows } = parquetMetadata(file)
    expect(num_rows).toBe(0n)
    expect(schema.slice(1).map(({ name }) => name)).toEqual(namesOf(table))
    expect(await parquetReadObjects({ file })).toEqual([])
  })

  it('holds hostile words', async () => {
    await forAll(hostileRecord, 50, async record => {
      const file = fileOf(await bytesOf(parquet, [record], { table }))
      expect(await parquetReadObjects({ file })).toEqual(expected(table, [record]))
    })
  })
})

it('writes row groups as they fill, and they are all read', async () => {
  const records = goldenRecords()
  const perRound = tableOf('mentions').rows
  const each = records.reduce((sum, record) => sum + perRound(record).length, 0)
  const rounds = Math.ceil(120_000 / each)
  function* many() {
    for (let i = 0; i < rounds; i++) yield* records
  }
  const pieces = await piecesOf(parquet, many(), { table: 'mentions' })
  expect(pieces.length).toBeGreaterThanOrEqual(3)
  const file = fileOf(Buffer.concat(pieces.map(piece => Buffer.from(piece as Uint8Array))))
  const { row_groups, num_rows } = parquetMetadata(file)
  expect(row_groups.map(group => Number(group.num_rows)).slice(0, 2)).toEqual([50_000, 50_000])
  expect(Number(num_rows)).toBe(rounds * each)
  const last = await parquetReadObjects({ file, rowStart: (rounds - 1) * each })
  expect(last).toEqual(expected('mentions', records))
})

it('types are those of the table', async () => {
  const { schema } = parquetMetadata(
    fileOf(await bytesOf(parquet, goldenRecords(), { table: 'stories' })),
  )
  const of = (name: string) => schema.find(element => element.name === name)
  expect(of('story')).toMatchObject({ type: 'BYTE_ARRAY', converted_type: 'UTF8' })
  expect(of('quotes')).toMatchObject({ type: 'INT32', repetition_type: 'OPTIONAL' })
  expect(of('published_at')).toMatchObject({
    type: 'INT64',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  })
})
