import { z } from 'zod'
import { valueId } from '../anchors/told.js'
import { putValue, setValue, valueSet } from '../items/values.js'
import { kind } from './kind.js'

/** Another type, span or reading of a value. */
export const changeValue = kind({
  schema: z.strictObject({
    do: z.literal('change-value'),
    item: valueId,
    set: valueSet.describe('What is to be said of it; what is left out stays.'),
  }),
  apply(record, { item, set }, place) {
    const value = place.value(item)
    const next = setValue(value, set, place)
    return next === value ? record : putValue(record, next)
  },
})
