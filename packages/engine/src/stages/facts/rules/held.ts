import { type Draft, draft } from '../draft.js'
import { circumstancesOf, clauseAt } from '../ground/clauses.js'
import { circumstancesAfter } from '../ground/complements.js'
import type { Context } from '../ground/context.js'
import { eventAt } from '../ground/events.js'
import { itemBy, placesOf } from '../ground/ground.js'

const PASSIVES = ['held', 'staged', 'hosted', 'opened']
const ACTIVES = ['begins', 'began', 'starts', 'started', 'runs', 'ran', 'opens', 'opened']

/**
 * An event with where or when it was, or is to be.
 *
 * - "The gala was held at the Sail Loft on Saturday" · "will take place in Orm" · "a supper at Stokely Hall"
 *
 * Not: "the gala may be held", "was not held", "a party in power".
 */
export function held(context: Context): Draft[] {
  const { ground } = context
  const drafts: Draft[] = []
  const done = new Set<number>()
  for (const at of placesOf(ground, PASSIVES)) give(at, at, true)
  for (const at of placesOf(ground, ACTIVES)) give(at, at, false)
  for (const at of placesOf(ground, ['took', 'takes', 'take', 'taking']))
    if (itemBy(ground, at, 1)?.lower === 'place') give(at, at + 1, false)
  for (const at of ground.nouns) {
    if (done.has(at)) continue
    const event = eventAt(ground, at)
    const next = itemBy(ground, at, 1)
    if (event === undefined || next?.kind !== 'word' || !/^(?:at|in|on|near)$/.test(next.lower))
      continue
    const { time, place } = circumstancesAfter(ground, at)
    if (place === undefined && !('entity' in event)) continue
    if (place === undefined && (time === undefined || time.at > at + 2)) continue
    const parts = { event, place: place?.argument, time: time?.argument }
    drafts.push(...draft(ground, 'held', parts, [at, place?.at, time?.at], 0.85))
  }
  return drafts

  function give(at: number, last: number, passive: boolean): void {
    const clause = clauseAt(context, at)
    const { group, subjects } = clause
    if ((!group.real && !group.coming) || group.passive !== passive) return
    const { time, place } = circumstancesOf(ground, clause, last)
    if (time === undefined && place === undefined) return
    for (const one of subjects) {
      const event = eventAt(ground, one)
      if (event === undefined) continue
      done.add(one)
      const parts = { event, place: place?.argument, time: time?.argument }
      drafts.push(...draft(ground, 'held', parts, [one, at, place?.at, time?.at], 0.92))
    }
  }
}
