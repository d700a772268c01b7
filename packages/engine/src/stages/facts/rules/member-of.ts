import { MEMBER_NOUNS } from '../../../lexicon/en/roles.js'
import { type Draft, draft, entityAt } from '../draft.js'
import type { Context } from '../ground/context.js'
import { coordinatedBefore } from '../ground/coordinated.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import { whichBefore } from '../ground/titles.js'

/**
 * Who belongs to a body.
 *
 * - "Ada Fenn, a member of the Hill Party," · "she is a founding member of the band" · "Larders member Ottie Brandt"
 *
 * Not: "has never been a member of", "a member of staff", "the club's captain".
 */
export function memberOf({ ground, owners, predications }: Context): Draft[] {
  return [
    ...bothOf(),
    ...predications.flatMap(({ subject, noun: at, by }) => {
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
              ? entityAt(ground, whichBefore(ground, at))
              : entityAt(ground, of)
      if (who === undefined || object === undefined || !('entity' in object)) return []
      const type = typeOf(ground, object.entity)
      if (type !== 'organisation' && type !== 'group' && type !== 'other') return []
      if (of !== undefined && /^(?:staff|public)$/.test(ground.items[of]!.lower)) return []
      return draft(
        ground,
        'member-of',
        { subject: who, object },
        [subject, at, of],
        by === 'verb' ? 0.9 : 0.93,
      )
    }),
  ]

  /** "Fenn and her husband, Jo, both members of the squad," */
  function bothOf(): Draft[] {
    return placesOf(ground, ['both']).flatMap(at => {
      const object =
        itemBy(ground, at, 1)?.lower === 'members' ? entityAt(ground, at + 3) : undefined
      if (object === undefined || itemBy(ground, at, 2)?.lower !== 'of') return []
      if (itemBy(ground, at, -1)?.lower !== ',') return []
      const named = itemBy(ground, at, -3)?.lower === ',' && itemBy(ground, at, -4)?.kind === 'noun'
      const last = owners.get(at - 1) ?? (named ? at - 4 : at - 2)
      if (itemBy(ground, at, last - at)?.kind !== 'noun') return []
      return coordinatedBefore(ground, owners, last).flatMap(one => {
        const subject = entityAt(ground, one)
        return subject === undefined
          ? []
          : draft(ground, 'member-of', { subject, object }, [one, at, at + 3], 0.88)
      })
    })
  }
}
