import { csvHeader, csvRows, type TableName } from '@onrecord/formats/tables'
import type { Writer } from './writer.js'

/** One table of all stories. */
export const csvWriter = (table?: TableName): Writer => ({
  start: csvHeader(table),
  record: record => csvRows(table, record),
  end: '',
})
