import { argumentOf, type Draft, draft, entityAt } from '../draft.js'
import type { Context } from '../ground/context.js'
import { type Ground, typeOf } from '../ground/ground.js'
import { type Title, titleAt } from '../ground/titles.js'

const SURENESS = { before: 0.96, beside: 0.95, verb: 0.9 }

/**
 * Who holds an office or follows a trade.
 *
 * - before a name: "Beacon president Ola Berg", "the actor and director Jo Marsh", "his actress wife Mara Lind"
 * - beside one: "Ola Berg, president of Beacon,", "the film's director, Ada Fenn,"
 * - by a verb: "Berg became chief executive of Beacon", "she works as a nurse"
 *
 * Not: "the victim, Ada Fenn", "she would be president", "he is not a doctor", "the director said" (no one else is named).
 */
export function role({ ground, predications }: Context): Draft[] {
  return predications.flatMap(({ subject, noun, by, shared, inner }) => {
    const who = inner === undefined ? entityAt(ground, subject) : argumentOf(inner)
    if (who === undefined || !('entity' in who)) return []
    if (!/^(?:person|other)$/.test(typeOf(ground, who.entity)) && by === 'before') return []
    const found = titleAt(ground, noun, shared, inner, by)
    if (found === undefined) return []
    if (typeOf(ground, who.entity) !== 'person' && !isOwner(ground, who.entity, found)) return []
    const { title, organisation, work, last } = found
    const parts = { subject: who, title, organisation, work }
    return draft(ground, 'role', parts, [subject, noun, last], SURENESS[by])
  })
}

/** A firm can own, publish, sponsor; what else it is called is no office. */
function isOwner(ground: Ground, entity: number, { title, organisation }: Title): boolean {
  if (typeOf(ground, entity) !== 'organisation' || organisation === undefined) return false
  return (
    'text' in title &&
    /(?:^| )(?:owner|publisher|operator|sponsor|founder|maker|co-owner)$/i.test(title.text)
  )
}
