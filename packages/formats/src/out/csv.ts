import type { StoryRecord } from '@onrecord/engine'
import { type TableFormat, type TableName, tableOf } from './tables/index.js'
import type { Cell } from './tables/table.js'

/**
 * One table of all stories, as RFC 4180 has it: a header, commas, CRLF. Each row starts with its story; one that holds
 * nothing of the kind has no row. Several names are parted by "; ", several pieces of text by " … ". Options: `table`.
 */
export const csv: TableFormat = {
  name: 'csv',
  summary: 'One table of all stories, for spreadsheets.',
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  async *write(records, { table } = {}) {
    yield csvHeader(table)
    for await (const record of records) {
      const rows = csvRows(table, record)
      if (rows !== '') yield rows
    }
  },
}

/** The line with the names of the columns. */
export const csvHeader = (table?: TableName): string =>
  csvRow(tableOf(table).columns.map(({ name }) => name))

/** The rows of one record; empty where it holds nothing of the kind. */
export const csvRows = (table: TableName | undefined, record: StoryRecord): string =>
  tableOf(table).rows(record).map(csvRow).join('')

/** A row of any table. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

/** What a spreadsheet would run as a formula; with apostrophes in front, so that the one put there can be taken away again. */
const FORMULA = /^'*[=+\-@\t\r]/

/**
 * A cell. One that a spreadsheet would run as a formula gets an apostrophe in front, except for numbers: "=1+1" is
 * `'=1+1`, the number -4 is `-4`. Nothing is an empty cell; an instant is ISO 8601 in UTC.
 */
function cell(value: Cell): string {
  if (value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
