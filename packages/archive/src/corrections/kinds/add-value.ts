import { z } from 'zod'
import { toldSpan } from '../anchors/told.js'
import { sameSpan } from '../items/entities.js'
import { putValue, setValue, valueFields } from '../items/values.js'
import { Misfit } from '../misfit.js'
import { kind } from './kind.js'

const { type, value } = valueFields

/** A date, an amount, an age … that the reader did not find. Where one stands there already, it is as the editor says. */
export const addValue = kind({
  schema: z.strictObject({ do: z.literal('add-value'), type, value, span: toldSpan }),
  apply(record, { do: _, ...set }, place) {
    const span = place.span(set.span)
    const [known, other] = record.values.filter(one => sameSpan(one.span, span))
    if (known && other)
      throw new Misfit(`“${span.text}” has two values already: change one of them.`)
    const value = known ?? {
      id: place.freshId('v'),
      type: set.type,
      span: { start: 0, end: 0 },
      value: '',
      stated: {},
    }
    const next = setValue(value, set, place)
    return next === known ? record : putValue(record, next)
  },
})
