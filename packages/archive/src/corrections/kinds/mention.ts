import { byPosition } from '@onrecord/engine'
import { z } from 'zod'
import { entityId, toldSpan } from '../anchors/told.js'
import { moveMentions, ownerOf, putEntity, sameSpan } from '../items/entities.js'
import { mentionForm, mentionsAt } from '../items/entity-fields.js'
import { Misfit } from '../misfit.js'
import { kind } from './kind.js'

/** Words are a mention of this entity, whosever they were before; or of none. */
export const mention = kind({
  schema: z.strictObject({
    do: z.literal('mention'),
    of: entityId.nullable().describe('The entity that the words refer to; null for none.'),
    span: toldSpan,
    form: mentionForm.optional(),
  }),
  apply(record, { of, span: told, form }, place) {
    const span = place.span(told)
    const owner = ownerOf(record, span)
    const entity = of === null ? undefined : place.entity(of)
    const [words] = mentionsAt(record, [span], form)
    if (owner && owner.id !== entity?.id && owner.mentions.length === 1)
      throw new Misfit(
        `“${span.text}” is the only mention of ${owner.name}: merge or delete that entity.`,
      )
    if (!entity) {
      if (!owner) return record
      const mentions = owner.mentions.filter(one => !sameSpan(one, span))
      return putEntity(record, { ...owner, mentions, corrected: place.key })
    }
    if (owner && owner.id !== entity.id)
      return moveMentions(record, [words!], owner, { ...entity, corrected: place.key })
    if (owner?.mentions.includes(words!)) return record
    const mentions = [...entity.mentions.filter(one => !sameSpan(one, span)), words!]
    return putEntity(record, {
      ...entity,
      mentions: mentions.sort(byPosition),
      corrected: place.key,
    })
  },
})
