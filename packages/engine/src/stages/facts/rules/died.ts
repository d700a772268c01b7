import { type Draft, draft, entityAt } from '../draft.js'
import { circumstancesOf, clauseAt } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'

/** "died when their car left the road on Sunday": the day is that of the death. */
const STOPS = new Set('; : who which but because although'.split(' '))
const VERBS = ['died', 'dies', 'drowned', 'perished']
const PASSIVES = ['killed', 'murdered', 'drowned', 'assassinated', 'executed']

/**
 * Who died, when and where.
 *
 * - "Ada Fenn, 61, died in Ardesk on Sunday" · "Marsh, who has died aged 90," · "two men were killed" · "passed away"
 *
 * Not: "the wind died", "nearly died", "would have died", "Marsh killed the story".
 */
export function died(context: Context): Draft[] {
  const { ground } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, VERBS)) give(at, false)
  for (const at of placesOf(ground, ['passed']))
    if (itemBy(ground, at, 1)?.lower === 'away') give(at, false)
  for (const at of placesOf(ground, PASSIVES)) give(at, true)
  for (const at of placesOf(ground, ['shot', 'stabbed', 'found']))
    if (itemBy(ground, at, 1)?.lower === 'dead') give(at, true)
  return drafts

  function give(at: number, passive: boolean): void {
    const clause = clauseAt(context, at)
    if (!clause.group.real || clause.group.passive !== passive) return
    const { time, place } = circumstancesOf(ground, clause, at, STOPS)
    for (const one of clause.subjects) {
      const subject = entityAt(ground, one)
      if (subject === undefined || !('entity' in subject)) continue
      const type = typeOf(ground, subject.entity)
      if (type !== 'person' && type !== 'group') continue
      const parts = { subject, time: time?.argument, place: place?.argument }
      drafts.push(...draft(ground, 'died', parts, [one, at, time?.at, place?.at], 0.94))
    }
  }
}
