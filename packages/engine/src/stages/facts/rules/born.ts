import { type Draft, draft, personAt } from '../draft.js'
import { circumstancesOf, clauseAt } from '../ground/clauses.js'
import type { Circumstances } from '../ground/complements.js'
import type { Context } from '../ground/context.js'
import { type Ground, itemBy, placesOf } from '../ground/ground.js'

/**
 * Where and when someone was born.
 *
 * - "she was born in Ardesk in 1960" · "Ardesk, where she was born," · "Ada Fenn, born in 1960," · "Ada Fenn, who was born on a farm near Orm,"
 *
 * Not: "a star was born" (no person), "was not born in Ardesk", "born to run".
 */
export function born(context: Context): Draft[] {
  const { ground } = context
  return placesOf(ground, ['born']).flatMap(at => {
    const clause = clauseAt(context, at)
    const { group, subjects } = clause
    // "Ada Fenn, born in 1960, …"
    const reduced = !group.passive && group.from === at
    const comma = itemBy(ground, at, -1)?.lower
    const beside =
      reduced && (comma === ',' || comma === '(') && itemBy(ground, at, -2)?.kind === 'noun'
        ? [at - 2]
        : []
    if (!group.real || (!group.passive && !reduced)) return []
    const who = subjects.length > 0 && !reduced ? subjects : beside.length > 0 ? beside : subjects
    const found = circumstancesOf(ground, clause, at)
    // "born Thaxby 12 May 1930"
    const next = itemBy(ground, at, 1)?.noun
    const dated = itemBy(ground, at, 2)?.kind === 'value' && next?.name !== undefined
    const bare = next?.type === 'place' || dated ? next?.entity : undefined
    const { time } = found
    const place = bare === undefined ? found.place : { argument: { entity: bare }, at: at + 1 }
    const where = place ?? placeBefore(ground, at)
    if (time === undefined && where === undefined) return []
    return who.flatMap(one => {
      const subject = personAt(ground, one)
      if (subject === undefined) return []
      const parts = { subject, time: time?.argument, place: where?.argument }
      return draft(ground, 'born', parts, [one, at, time?.at, where?.at], 0.95)
    })
  })
}

const REACH = 8

/** "Orm, where she was born": the place before "where". */
function placeBefore(ground: Ground, at: number): Circumstances['place'] {
  for (let k = 1; k <= REACH; k++) {
    const item = itemBy(ground, at, -k)
    if (item === undefined || item.kind === 'sign') return undefined
    if (item.lower !== 'where') continue
    const back = itemBy(ground, at, -k - 1)?.lower === ',' ? at - k - 2 : at - k - 1
    const noun = itemBy(ground, at, back - at)?.noun
    return noun?.type === 'place' && noun.name !== undefined && noun.entity !== undefined
      ? { argument: { entity: noun.entity }, at: back }
      : undefined
  }
  return undefined
}
