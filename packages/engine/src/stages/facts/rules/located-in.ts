import { type Draft, draft, entityAt } from '../draft.js'
import { clauseAt, objectOf } from '../ground/clauses.js'
import { circumstancesAfter } from '../ground/complements.js'
import type { Context } from '../ground/context.js'
import { type Ground, isNamed, itemBy, placesOf, typeOf } from '../ground/ground.js'
import { isRoleNoun } from '../ground/role-nouns.js'

/**
 * Where a venue, a firm or a place is: each in the next larger one that is named.
 *
 * - "at the Plaza in Dray Street, Orm" (the Plaza in Dray Street, Dray Street in Orm) · "the museum stands in Karsk"
 * - "Beacon, based in Ardesk," · "Ardesk-based Beacon"
 *
 * Not: "in Ardesk, Orm and Karsk" (a list), "Fenn, of Ardesk" (a person), "Beacon said in Ardesk".
 */
export function locatedIn(context: Context): Draft[] {
  const { ground } = context
  const drafts: Draft[] = []
  const give = (one: number | undefined, at: number, confidence: number) => {
    const subject = entityAt(ground, one)
    const object = entityAt(ground, at)
    if (subject === undefined || object === undefined) return
    if (!('entity' in subject) || !('entity' in object) || subject.entity === object.entity) return
    if (typeOf(ground, object.entity) !== 'place' || !isNamed(ground, subject.entity)) return
    if (!/^(?:place|organisation)$/.test(typeOf(ground, subject.entity))) return
    drafts.push(...draft(ground, 'located-in', { subject, object }, [one, at], confidence))
  }
  for (const at of ground.nouns) {
    const { noun } = ground.items[at]!
    if (noun!.type !== 'place' && noun!.type !== 'organisation') continue
    if (noun!.entity === undefined || noun!.possessive) continue
    const comma = itemBy(ground, at, 1)?.lower === ',' && itemBy(ground, at, 2)?.lower === 'in'
    const further = comma ? itemBy(ground, at, 3)?.noun : undefined
    if (further?.type === 'place' && further.name !== undefined && noun!.type === 'place')
      give(at, at + 3, 0.85)
    const joint = itemBy(ground, at, 1)?.lower
    const larger = itemBy(ground, at, 2)?.noun
    if (larger?.type !== 'place' || larger.name === undefined || larger.possessive) continue
    if (joint === ',' && larger.determiner !== '') continue // "Orm, the Norland Isles": two
    if (joint === 'at' && noun!.type === 'place' && noun!.name !== undefined) {
      // "the Duchess of Orm at the Sail Loft"
      if (itemBy(ground, at, -1)?.lower !== 'of') give(at, at + 2, 0.85)
    } else if (joint === 'in' && (noun!.type === 'place' || isNamedVenue(ground, at)))
      give(at, at + 2, 0.9)
    else if (
      joint === ',' &&
      noun!.type === 'place' &&
      noun!.name !== undefined &&
      !isList(ground, at)
    )
      give(at, at + 2, 0.88)
    else if (joint === ',' && isNamedVenue(ground, at) && !isList(ground, at))
      give(at, at + 2, 0.85)
  }
  for (const at of placesOf(ground, [
    'based',
    'headquartered',
    'situated',
    'located',
    'stands',
    'stood',
    'lies',
    'sits',
  ])) {
    const joint = itemBy(ground, at, 1)?.lower ?? ''
    if (!/^(?:in|at|on)$/.test(joint) || itemBy(ground, at, 2)?.kind !== 'noun') continue
    const { group, subjects } = clauseAt(context, at)
    const comma = itemBy(ground, at, -1)
    const reduced = group.from === at && comma?.lower === ',' ? at - 2 : undefined
    const owner =
      reduced !== undefined && ground.items[reduced]?.kind === 'noun' ? reduced : subjects[0]
    if (group.real) give(owner, at + 2, 0.9)
  }
  // "the Ardesk-based start-up Beacon", "Beacon, an Ardesk-based start-up,"
  for (const at of placesOf(ground, ['based'])) {
    if (!/^[-‐‑]$/.test(itemBy(ground, at, -1)?.lower ?? '')) continue
    const object = itemBy(ground, at, -2)?.noun
    if (object?.type !== 'place') continue
    const owner = [1, 2, 3, -4, -5].find(k => itemBy(ground, at, k)?.noun?.type === 'organisation')
    if (owner !== undefined) give(at + owner, at - 2, 0.88)
  }
  for (const at of placesOf(ground, ['opened', 'opens'])) {
    if (objectOf(ground, at) !== undefined) continue
    const { group, subjects } = clauseAt(context, at)
    const { place } = circumstancesAfter(ground, at)
    if (group.real && !group.passive && place !== undefined) give(subjects[0], place.at, 0.85)
  }
  return drafts
}

/** A firm, a school, a club named behind "at": what follows says where it is. */
function isNamedVenue(ground: Ground, at: number): boolean {
  const { noun } = ground.items[at]!
  return (
    noun!.type === 'organisation' &&
    noun!.name !== undefined &&
    (/^(?:at|near)$/.test(itemBy(ground, at, -1)?.lower ?? '') || isOffice(ground, at))
  )
}

/** "director of the Brell Gallery in Orm": not what is held there ("the meeting of Brell Lines in Orm"). */
const isOffice = (ground: Ground, at: number) =>
  itemBy(ground, at, -1)?.lower === 'of' && isRoleNoun(itemBy(ground, at, -2)?.lower ?? '')

/** "Ardesk, Orm and Karsk": places beside one another. */
function isList(ground: Ground, at: number): boolean {
  for (let next = at + 3; ; next += 2) {
    const joint = itemBy(ground, at, next - at)
    const noun = itemBy(ground, at, next + 1 - at)?.noun
    const other = joint?.lower === ',' ? (itemBy(ground, at, next + 1 - at)?.lower ?? '') : ''
    if (joint?.lower === 'and' || joint?.lower === 'or' || other === 'and')
      return noun?.type === 'place' || other === 'and'
    if (joint?.lower !== ',' || noun?.type !== 'place' || next > at + 12) return false
  }
}
