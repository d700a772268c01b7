import { type Draft, draft, entityAt, personAt } from '../draft.js'
import { circumstancesOf, clauseAt, objectOf } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { type Ground, itemBy, placesOf, typeOf } from '../ground/ground.js'
import { titleAt } from '../ground/titles.js'
import type { Argument } from '../types.js'

const OWN = 'resigned resigns quit quits retired retires'.split(' ')
const STEPS = ['stepped', 'stepping', 'steps', 'stood', 'stands']
const SACKED = 'sacked fired dismissed ousted'.split(' ')

/**
 * Who gave up or lost a post, and at what.
 *
 * - "Fenn resigned as director of Beacon" · "he left Beacon in 2019" · "was sacked by the club" · "who stepped down"
 *
 * Not: "left the room", "left two friends on the ridge", "denied that she had resigned", "a retired teacher".
 */
export function left(context: Context): Draft[] {
  const { ground } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, OWN)) give(at, false, at)
  for (const at of placesOf(ground, STEPS)) {
    const down = itemBy(ground, at, 1)?.lower
    if (down === 'down' || down === 'aside') give(at, false, at + 1)
  }
  for (const at of placesOf(ground, SACKED)) give(at, true, at)
  for (const at of placesOf(ground, ['released']))
    if (itemBy(ground, at, 1)?.lower === 'by') give(at, true, at, false, true)
  for (const at of placesOf(ground, ['left', 'leaves'])) give(at, false, at, true)
  // "After leaving Beacon, Fenn …"
  for (const at of placesOf(ground, ['leaving', 'resigning', 'retiring', 'quitting']))
    if (/^(?:after|since|before)$/i.test(itemBy(ground, at, -1)?.lower ?? ''))
      give(at, false, at, ground.items[at]!.lower === 'leaving')
  return drafts

  function give(at: number, passive: boolean, last: number, direct = false, by = false): void {
    const clause = clauseAt(context, at)
    const { group, subjects } = clause
    if (!group.real || group.passive !== passive) return
    const object = objectBehind(ground, last, direct)
    if ((direct || by) && object === undefined) return
    const { time } = circumstancesOf(ground, clause, object?.at ?? last)
    for (const one of subjects) {
      const subject = personAt(ground, one)
      if (subject === undefined) continue
      const parts = { subject, object: object?.argument, time: time?.argument }
      drafts.push(...draft(ground, 'left', parts, [one, last, object?.at], direct ? 0.85 : 0.92))
    }
  }
}

const BANDS =
  /^(?:band|group|duo|trio|quartet|quintet|orchestra|choir|team|squad|party|cast|ensemble|troupe|board|cabinet)$/

/** What was left: "Beacon", "as director of Beacon", "from the board", "her post at Beacon". */
function objectBehind(
  ground: Ground,
  at: number,
  direct: boolean,
): { argument: Argument; at: number } | undefined {
  let next = at
  const word = itemBy(ground, at, 1)?.lower ?? ''
  if (/^(?:as|from|by)$/.test(word)) next++
  else if (!direct && objectOf(ground, at) === undefined) return undefined
  const noun = objectOf(ground, next)
  if (noun === undefined) return undefined
  const title = titleAt(ground, noun)
  if (title?.organisation !== undefined) return { argument: title.organisation, at: title.last }
  if (title !== undefined) return undefined
  const entity = entityAt(ground, noun)
  if (entity !== undefined && 'entity' in entity) {
    const type = typeOf(ground, entity.entity)
    const { name } = ground.items[noun]!.noun!
    return type === 'organisation' ||
      (type === 'group' &&
        (name !== undefined || word === 'from' || BANDS.test(ground.items[noun]!.lower))) ||
      (type === 'work' && name !== undefined && /^qui/.test(ground.items[at]!.lower))
      ? { argument: entity, at: noun }
      : undefined
  }
  if (!/^(?:post|role|job|position|seat)$/.test(ground.items[noun]!.lower)) return undefined
  const of = itemBy(ground, noun, 2)
  if (!/^(?:at|with|on)$/.test(itemBy(ground, noun, 1)?.lower ?? '') || of?.kind !== 'noun')
    return undefined
  const body = entityAt(ground, noun + 2)
  return body === undefined ? undefined : { argument: body, at: noun + 2 }
}
