import { z } from 'zod'
import { entityId } from '../anchors/told.js'
import { putEntity } from '../items/entities.js'
import { entitySet, setEntity } from '../items/entity-fields.js'
import { kind } from './kind.js'

/** Another type, name or gender. */
export const changeEntity = kind({
  schema: z.strictObject({
    do: z.literal('change-entity'),
    item: entityId,
    set: entitySet.describe('What is to be said of it; what is left out stays.'),
  }),
  apply(record, { item, set }, place) {
    const entity = place.entity(item)
    const next = setEntity(entity, set, place.key)
    return next === entity ? record : putEntity(record, next)
  },
})
