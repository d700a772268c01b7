import { isDeepStrictEqual } from 'node:util'
import type { RecordValue, StoryRecord } from '@onrecord/engine'
import { z } from 'zod'
import type { Place } from '../anchors/place.js'
import { toldSpan } from '../anchors/told.js'
import { Misfit } from '../misfit.js'
import { normal, readNormal, valueTypes } from './value-forms.js'

/** What an editor can say of a value. */
export const valueFields = {
  type: z.enum(valueTypes),
  span: toldSpan,
  value: normal,
}

export const valueSet = z.strictObject(valueFields).partial()

/** The value as an editor says, which is no inference any more; the very same object where it says so already. */
export function setValue(
  value: RecordValue,
  set: z.output<typeof valueSet>,
  place: Place,
): RecordValue {
  const type = set.type ?? value.type
  const read = readNormal(type, set.value ?? value.value)
  if ('wrong' in read) throw new Misfit(read.wrong)
  const found = set.span && place.span(set.span)
  const span = found ? { start: found.start, end: found.end } : value.span
  const same = isDeepStrictEqual([type, span, read.is], [value.type, value.span, value.value])
  if (same) return value
  const { inferred: _, readings: __, ...rest } = value
  return { ...rest, type, span, value: read.is, corrected: place.key }
}

/** Values are in the order of their ends. */
export function putValue(record: StoryRecord, value: RecordValue): StoryRecord {
  const others = record.values.filter(other => other.id !== value.id)
  const at = others.findIndex(other => other.span.end > value.span.end)
  return { ...record, values: others.toSpliced(at < 0 ? others.length : at, 0, value) }
}
