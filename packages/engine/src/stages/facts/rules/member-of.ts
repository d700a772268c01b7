import { MEMBER_NOUNS } from '../../../lexicon/en/roles.js'
import { type Draft, draft, entityAt } from '../draft.js'
import type { Context } from '../ground/context.js'
import { itemBy, typeOf } from '../ground/ground.js'

/**
 * Who belongs to a body.
 *
 * - "Ada Fenn, a member of the Hill Party," · "she is a founding member of the band" · "Larders member Ottie Brandt"
 *
 * Not: "has never been a member of", "a member of staff", "the club's captain".
 */
export function memberOf({ ground, predications }: Context): Draft[] {
  return predications.flatMap(({ subject, noun: at, by }) => {
    const { noun, lower } = ground.items[at]!
    if (!MEMBER_NOUNS.has(lower)) return []
    const who = entityAt(ground, subject)
    const named = noun!.names[0]
    const entity = named === undefined ? -1 : ground.entityOf[named.mention!]!
    const of = itemBy(ground, at, 1)?.lower === 'of' ? at + 2 : undefined
    const object =
      entity >= 0
        ? { entity }
        : noun!.possessor?.entity !== undefined
          ? { entity: noun!.possessor.entity }
          : of === undefined || itemBy(ground, at, 2)?.kind !== 'noun'
            ? undefined
            : entityAt(ground, of)
    if (who === undefined || object === undefined || !('entity' in object)) return []
    const type = typeOf(ground, object.entity)
    if (type !== 'organisation' && type !== 'group' && type !== 'other') return []
    return draft(
      ground,
      'member-of',
      { subject: who, object },
      [subject, at, of],
      by === 'verb' ? 0.9 : 0.93,
    )
  })
}
