import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import { type TableFormat, tableOf } from './tables/index.js'
import type { Cell, CellType, Table } from './tables/table.js'
import { wellFormed } from './well-formed.js'

/** Rows of a row group, and characters of its strings: whichever is reached first ends the group. */
const ROWS = 50_000
const CHARACTERS = 16 * 1024 * 1024

/**
 * The same tables as csv, with types: strings are UTF-8, offsets and counts INT32, confidences DOUBLE, instants
 * TIMESTAMP(MILLIS, UTC); what csv leaves empty because it is not known is null. Lists and nested values are strings, as in csv (JSON
 * where csv has JSON). A surrogate without its other half becomes U+FFFD. Snappy pages; one table a file. Options: `table`.
 *
 * Row groups are written as they fill, so that no more than one is held; what the footer says of each group is held to the
 * end, some hundred bytes a column and group.
 */
export const parquet: TableFormat = {
  name: 'parquet',
  summary: 'One table of all stories, with types, for DuckDB, pandas and the like.',
  mediaType: 'application/vnd.apache.parquet',
  extension: 'parquet',
  write(records, { table: name = 'quotes' } = {}) {
    const { columns, rows } = tableOf(name)
    async function* all() {
      for await (const record of records) yield rows(record)
    }
    return parquetOf({ name, columns }, all())
  },
}

/** A table of any kind as a file; rows come some at a time. `name` stands in the file's metadata as onrecord.table. */
export async function* parquetOf(
  table: { readonly name: string; readonly columns: Table['columns'] },
  rows: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<Uint8Array> {
  const names = distinct(table.columns.map(({ name }) => name))
  const out = new ByteWriter()
  const file = new ParquetWriter({
    writer: out,
    schema: schemaOf(table.columns, names),
    createdBy: 'onrecord',
    kvMetadata: [{ key: 'onrecord.table', value: table.name }],
  })
  let columns = emptyColumns(table.columns)
  let count = 0
  let characters = 0
  const writeGroup = () => {
    file.write({
      columnData: columns.map((data, i) => ({ name: names[i]!, data })),
      rowGroupSize: count,
    })
    columns = emptyColumns(table.columns)
    count = 0
    characters = 0
  }
  for await (const some of rows) {
    for (const cells of some) {
      cells.forEach((cell, i) => {
        const value = storedAs(cell, table.columns[i]!.type)
        if (typeof value === 'string') characters += value.length
        columns[i]!.push(value)
      })
      count++
      if (count < ROWS && characters < CHARACTERS) continue
      writeGroup()
      yield taken(out)
    }
  }
  if (count > 0) writeGroup()
  file.finish()
  yield taken(out)
}

/** What was written since it was last asked. */
function taken(out: ByteWriter): Uint8Array {
  const bytes = out.getBytes().slice()
  out.index = 0
  return bytes
}

type Value = string | number | boolean | Date | null

const emptyColumns = (columns: Table['columns']): Value[][] => columns.map(() => [])

function storedAs(cell: Cell, type: CellType): Value {
  if (cell === undefined) return null
  return type === 'string' ? wellFormed(String(cell)) : cell
}

const TYPES: Readonly<Record<CellType, Omit<SchemaElement, 'name'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT32' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  timestamp: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
}

const schemaOf = (columns: Table['columns'], names: readonly string[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(
    ({ type }, i): SchemaElement => ({
      name: names[i]!,
      repetition_type: 'OPTIONAL',
      ...TYPES[type],
    }),
  ),
]

/** The names, where the table of facts has two of one (the story's title and the title of a role): "title", "title_2". */
const distinct = (names: readonly string[]): readonly string[] =>
  names.map((name, i) => {
    const before = names.slice(0, i).filter(other => other === name).length
    return before === 0 ? name : `${name}_${before + 1}`
  })
