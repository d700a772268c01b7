import { type Draft, draft, entityAt } from '../draft.js'
import { type Clause, circumstancesOf, clauseAt, objectOf } from '../ground/clauses.js'
import { timeAt } from '../ground/complements.js'
import type { Context } from '../ground/context.js'
import { coordinatedAfter } from '../ground/coordinated.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import { nominalsOf } from '../ground/nominals.js'

const VERBS = ['married', 'marries', 'wed', 'weds', 'remarried', 'marrying']

/**
 * Who married whom, when and where.
 *
 * - "Fenn married Jo Marsh in 2003" · "Fenn and Marsh wed in Ardesk" · "she is married to Marsh" · "tied the knot with"
 * - "her marriage to Jo Marsh"
 *
 * Not: "married to his work", "a married man", "the vicar married them", "to marry in June", "was never married".
 */
export function married(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, VERBS)) {
    const clause = clauseAt(context, at)
    const to = itemBy(ground, at, 1)?.lower === 'to'
    const object = to
      ? objectOf(ground, at + 1)
      : clause.group.passive
        ? undefined
        : objectOf(ground, itemBy(ground, at, 1)?.kind === 'value' ? at + 1 : at)
    give(clause, object, at)
  }
  for (const at of placesOf(ground, ['tied', 'ties'])) {
    const knot = itemBy(ground, at, 1)
    if (knot === undefined || !/knot$/.test(knot.lower)) continue
    const joint = itemBy(ground, at, 2)?.lower
    give(clauseAt(context, at), joint === 'with' ? objectOf(ground, at + 2) : undefined, at)
  }
  // "exchanged vows with", "walked down the aisle with", "eloped with"; "became the wife of"
  for (const at of placesOf(ground, ['exchanged', 'walked', 'eloped'])) {
    for (let k = 1; k <= 4; k++) {
      const { lower } = itemBy(ground, at, k) ?? { lower: '' }
      const vows = ground.items[at]!.lower === 'eloped' || /^(?:vows|aisle)$/.test(lower)
      if (
        !vows &&
        lower !== 'down' &&
        lower !== 'the' &&
        lower !== 'wedding' &&
        lower !== 'marriage'
      )
        break
      if (!vows) continue
      const with_ = /^(?:vows|aisle)$/.test(lower) ? k + 1 : k
      const joint = itemBy(ground, at, with_)?.lower === 'with'
      give(clauseAt(context, at), joint ? objectOf(ground, at + with_) : undefined, at)
      break
    }
  }
  for (const at of placesOf(ground, ['became', 'becomes'])) {
    const wife = itemBy(ground, at, 1)
    if (!/^(?:wife|husband)$/.test(wife?.lower ?? '')) continue
    const clause = clauseAt(context, at)
    const of =
      itemBy(ground, at, 2)?.lower === 'of' ? entityAt(ground, objectOf(ground, at + 2)) : undefined
    const owner = wife!.noun?.possessor?.entity
    const object = of ?? (owner === undefined ? undefined : { entity: owner })
    const subject = entityAt(ground, clause.subjects[0])
    if (!clause.group.real || subject === undefined || object === undefined) continue
    if (!('entity' in subject) || !('entity' in object) || subject.entity === object.entity)
      continue
    if (typeOf(ground, subject.entity) !== 'person' || typeOf(ground, object.entity) !== 'person')
      continue
    const { time } = circumstancesOf(ground, clause, at + 1)
    drafts.push(
      ...draft(
        ground,
        'married',
        { subject, object, time: time?.argument },
        [clause.subjects[0], at, at + 1],
        0.88,
      ),
    )
  }
  // "the wedding of Fenn and Marsh"
  for (const { at, behind } of nominalsOf(ground, /^(?:wedding|marriage)$/)) {
    const of = behind.get('of')
    const pair = of === undefined ? [] : coordinatedAfter(ground, beside, of)
    if (pair.length === 2) give({ ...clauseAt(context, at), subjects: pair }, undefined, at)
  }
  // "his marriage to Jo Marsh"
  for (const at of ground.nouns) {
    const { lower, noun } = ground.items[at]!
    if (!/^(?:marriage|wedding)$/.test(lower) || noun!.possessor?.entity === undefined) continue
    const other = itemBy(ground, at, 1)?.lower === 'to' ? objectOf(ground, at + 1) : undefined
    const object = entityAt(ground, other)
    if (object === undefined || !('entity' in object)) continue
    const subject = { entity: noun!.possessor.entity }
    if (typeOf(ground, subject.entity) !== 'person' || typeOf(ground, object.entity) !== 'person')
      continue
    if (ground.items[other!]!.noun!.name === undefined || subject.entity === object.entity) continue
    drafts.push(...draft(ground, 'married', { subject, object }, [at, other], 0.85))
  }
  return drafts

  function give(clause: Clause, other: number | undefined, at: number): void {
    const { group, subjects } = clause
    if (!group.real) return
    const pair = other === undefined ? subjects : [subjects.at(-1), other]
    if (pair.length !== 2) return
    const [subject, object] = pair.map(one => entityAt(ground, one))
    if (subject === undefined || object === undefined) return
    if (!('entity' in subject) || !('entity' in object) || subject.entity === object.entity) return
    if (typeOf(ground, subject.entity) !== 'person' || typeOf(ground, object.entity) !== 'person')
      return
    const { time = timeAt(ground, at + 1), place } = circumstancesOf(
      ground,
      clause,
      other === undefined ? at : (beside.get(other)?.last ?? other),
    )
    const parts = { subject, object, time: time?.argument, place: place?.argument }
    drafts.push(...draft(ground, 'married', parts, [...pair, at, time?.at, place?.at], 0.94))
  }
}
