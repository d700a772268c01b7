import { z } from 'zod'
import { toldSpan } from '../anchors/told.js'
import { nameOf, putEntity } from '../items/entities.js'
import { entityFields, mentionsAt, onlyOwner, setEntity } from '../items/entity-fields.js'
import { kind } from './kind.js'

const { type, name, gender } = entityFields

/** Someone or something that the reader did not find. Where one has a mention there already, it is as the editor says. */
export const addEntity = kind({
  schema: z.strictObject({
    do: z.literal('add-entity'),
    type,
    name: name.optional(),
    gender: gender.optional(),
    mentions: z.array(toldSpan).min(1).max(500).describe('Where the story refers to it.'),
  }),
  apply(record, { mentions: told, do: _, ...set }, place) {
    const spans = place.spans(told)
    const known = onlyOwner(record, spans)
    if (known) {
      const next = setEntity(known, set, place.key)
      const added = mentionsAt(record, spans).filter(mention => !known.mentions.includes(mention))
      if (next === known && added.length === 0) return record
      const mentions = [...known.mentions, ...added].sort((a, b) => a.start - b.start)
      return putEntity(record, { ...next, mentions, corrected: place.key })
    }
    const mentions = mentionsAt(record, spans)
    const entity = { id: place.freshId('e'), type: set.type, name: nameOf(mentions), mentions }
    return putEntity(record, { ...setEntity(entity, set, place.key), corrected: place.key })
  },
})
