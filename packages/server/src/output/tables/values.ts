import type { RecordValue } from '@onrecord/engine'
import type { Cell } from '../cell.js'
import type { Table } from './table.js'

/**
 * A row a value. A single one stands in `value`; a range in `from` and `to` (of dates: ISO 8601, the end exclusive; of
 * numbers: both inclusive). Of money the amount, its currency beside it. What the words state, what was inferred and other
 * readings are JSON, as in the record.
 */
export const valuesTable: Table = {
  columns: [
    'id',
    'type',
    'words',
    'value',
    'from',
    'to',
    'currency',
    'stated',
    'inferred',
    'readings',
    'start',
    'end',
  ],
  rows: ({ record }) =>
    record.values.map(({ id, type, span, value, stated, inferred, readings }) => [
      id,
      type,
      record.story.text.slice(span.start, span.end),
      ...parts(value),
      JSON.stringify(stated),
      inferred && JSON.stringify(inferred),
      readings && JSON.stringify(readings),
      span.start,
      span.end,
    ]),
}

/** value, from, to, currency. */
function parts(value: RecordValue['value']): readonly [Cell, Cell, Cell, Cell] {
  if (typeof value !== 'object') return [value, undefined, undefined, undefined]
  if ('amount' in value) {
    const [single, from, to] = parts(value.amount)
    return [single, from, to, value.currency]
  }
  if ('min' in value || 'max' in value) return [undefined, value.min, value.max, undefined]
  if ('start' in value || 'end' in value) return [undefined, value.start, value.end, undefined]
  return [undefined, undefined, undefined, undefined]
}
