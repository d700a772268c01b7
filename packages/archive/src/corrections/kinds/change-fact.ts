import { z } from 'zod'
import { factId } from '../anchors/told.js'
import { factSet, replaceFact, setFact } from '../items/facts.js'
import { kind } from './kind.js'

/** Another type, other arguments or evidence, or somebody else's claim. */
export const changeFact = kind({
  schema: z.strictObject({
    do: z.literal('change-fact'),
    item: factId,
    set: factSet.describe('What is to be said of it; what is left out stays.'),
  }),
  apply(record, { item, set }, place) {
    const fact = place.fact(item)
    const next = setFact(fact, set, place)
    return next === fact ? record : replaceFact(record, next)
  },
})
