import type { Normal, RecordValue } from '@onrecord/engine'
import { type Cell, double, integer, string, table } from './table.js'

/** A value in parts: alone or from one to another; of money the amount, its currency apart. */
interface Parts {
  readonly value?: string | number
  readonly from?: string | number | undefined
  readonly to?: string | number | undefined
  readonly currency?: string | undefined
}

function partsOf(value: Normal): Parts {
  if (typeof value !== 'object') return { value }
  if ('amount' in value) return { ...partsOf(value.amount), currency: value.currency }
  if ('min' in value || 'max' in value) return { from: value.min, to: value.max }
  if ('start' in value || 'end' in value) return { from: value.start, to: value.end }
  return {}
}

const number = (cell: Cell) => (typeof cell === 'number' ? cell : undefined)
const json = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value))

/**
 * A row a value. A single one stands in `value`; a range in `from` and `to` (of dates: ISO 8601, the end exclusive; of
 * numbers: both inclusive). Of money the amount, its currency beside it. What the words state, what was inferred and other
 * readings are JSON, as in the record. `value_number`, `from_number` and `to_number` are the same where they are numbers.
 */
export const valuesTable = table<RecordValue>('a value', ({ record }) => record.values, [
  string('id', ({ id }) => id),
  string('type', ({ type }) => type),
  string('words', ({ span }, { record }) => record.story.text.slice(span.start, span.end)),
  string('value', ({ value }) => partsOf(value).value),
  string('from', ({ value }) => partsOf(value).from),
  string('to', ({ value }) => partsOf(value).to),
  string('currency', ({ value }) => partsOf(value).currency),
  string('stated', ({ stated }) => json(stated)),
  string('inferred', ({ inferred }) => json(inferred)),
  string('readings', ({ readings }) => json(readings)),
  integer('start', ({ span }) => span.start),
  integer('end', ({ span }) => span.end),
  double('value_number', ({ value }) => number(partsOf(value).value)),
  double('from_number', ({ value }) => number(partsOf(value).from)),
  double('to_number', ({ value }) => number(partsOf(value).to)),
])
