import { type Draft, draft, entityAt } from '../draft.js'
import { circumstancesOf, clauseAt, objectOf } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { behindOf, coordinatedAfter } from '../ground/coordinated.js'
import { eventAt } from '../ground/events.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import { nominalsOf } from '../ground/nominals.js'
import { honourAt, type Prize, prizeAt } from '../ground/prizes.js'
import type { Argument } from '../types.js'

const TRIUMPHS = ['triumphed', 'triumphs', 'prevailed', 'victorious']
const TO_VICTORY =
  /^(?:stormed|cruised|romped|raced|swept|coasted|eased|powered|rode|sailed|surged|swam|ran|sprinted|galloped|drove|skated|charged|went|claimed|took|secured|sealed|scored|completed|earned|celebrated|clinched|recorded|storms|cruises|romps|sweeps|claims|takes|seals|secures|snatched|grabbed|landed)$/
const GIVEN = 'went goes awarded given presented handed'.split(' ')
const GIVES =
  'awarded awards awarding gave gives giving handed handing presented presenting earned'.split(' ')
const REACH = 6

/**
 * Prizes and contests won, by other words than "won": given to someone, or told by a noun.
 *
 * - "The Byre Prize went to Fenn" · "the jury awarded Fenn the Byre Prize" · "Fenn stormed to victory in the marathon"
 * - "Fenn's victory in the marathon" · "Fenn triumphed at the Games", "finished first in the race"
 *
 * Not: "the prize may go to Fenn", "Fenn's hoped-for win", "victory for common sense", "finished second".
 */
export function victories(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, GIVEN)) {
    if (itemBy(ground, at, 1)?.lower !== 'to') continue
    const { group, subjects } = clauseAt(context, at)
    const [one] = subjects
    const prize =
      subjects.length !== 1
        ? undefined
        : (honourAt(ground, one!) ??
          metalAt(one!) ??
          (itemBy(ground, one!, -1)?.lower === 'best' ? honourAt(ground, one! - 1) : undefined))
    if (
      !group.real ||
      prize === undefined ||
      /^(?:went|goes)$/.test(ground.items[at]!.lower) === group.passive
    )
      continue
    const winner = objectOf(ground, at + 1)
    if (winner === undefined) continue
    for (const one of coordinatedAfter(ground, beside, winner)) give(one, prize, at)
  }
  for (const at of placesOf(ground, GIVES)) {
    const { group } = clauseAt(context, at)
    const object = objectOf(ground, at)
    const participle = ground.items[at]!.lower.endsWith('ing')
    if ((!group.real && !participle) || group.passive || object === undefined) continue
    const next = itemBy(ground, at, object + 1 - at)
    const money = next?.kind === 'value' && ground.story.values[next.value!]!.type === 'money'
    const prize = money ? prizeAt(ground, object + 1) : honourAt(ground, object + 1)
    let behind = behindOf(ground, beside, object)
    // "gave its top award, the Golden Reed, to Fenn"
    const named =
      itemBy(ground, object, 1)?.lower === ',' && itemBy(ground, object, 3)?.lower === ','
    if (named) behind = object + 4
    if (prize !== undefined && next !== undefined) give(object, prize, at)
    else if (
      itemBy(ground, object, behind - object)?.lower === 'to' &&
      itemBy(ground, object, behind + 1 - object)?.kind === 'noun'
    )
      give(
        behind + 1,
        named
          ? (prizeAt(ground, object + 2) ?? honourAt(ground, object))
          : honourAt(ground, object),
        at,
      )
  }
  // "was presented with the medal"
  for (const at of placesOf(ground, [
    'presented',
    'honoured',
    'honored',
    'rewarded',
    'recognised',
  ])) {
    if (itemBy(ground, at, 1)?.lower !== 'with') continue
    const { group, subjects } = clauseAt(context, at)
    if (!group.real || !group.passive) continue
    for (const one of subjects) give(one, honourAt(ground, at + 2), at)
  }
  // "beat Marsh to the Byre Prize"
  for (const at of placesOf(ground, ['beat', 'beats', 'pipped', 'edged'])) {
    const object = objectOf(ground, at)
    const to = object === undefined ? undefined : behindOf(ground, beside, object)
    if (to === undefined || itemBy(ground, at, to - at)?.lower !== 'to') continue
    const { group, subjects } = clauseAt(context, at)
    if (!group.real || group.passive) continue
    for (const one of subjects) give(one, honourAt(ground, to + 1), at)
  }
  for (const at of placesOf(ground, TRIUMPHS)) contest(at, at)
  for (const at of placesOf(ground, ['victory', 'glory', 'gold'])) {
    const to = itemBy(ground, at, -1)?.lower === 'to' ? 2 : 1
    const verb = itemBy(ground, at, -to)
    if (
      verb !== undefined &&
      TO_VICTORY.test(verb.lower) &&
      (to === 2 || ground.items[at]!.lower === 'victory')
    )
      contest(at - to, at)
  }
  for (const at of placesOf(ground, ['first'])) {
    const verb = itemBy(ground, at, -1)?.lower ?? ''
    if (/^(?:finished|finishes|came|placed|finishing)$/.test(verb)) contest(at - 1, at)
  }
  for (const { at, owner, behind } of nominalsOf(
    ground,
    /^(?:victory|win|triumph|success|victories)$/,
  )) {
    const where = behind.get('in') ?? behind.get('at')
    const event = eventAt(ground, where)
    if (where === undefined || event === undefined || owner?.entity === undefined) continue
    push({ entity: owner.entity }, { argument: event, at: where }, at, undefined)
  }
  // "finished top of the podium in the slalom", "topped the podium"
  for (const at of placesOf(ground, ['topped', 'tops', 'headed'])) {
    const object = objectOf(ground, at)
    if (
      object !== undefined &&
      /^(?:podium|standings|leaderboard|field|charts?)$/.test(ground.items[object]!.lower)
    )
      contest(at, object)
  }
  return drafts

  /** "Silver" at a sentence's head, heard as a name. */
  function metalAt(at: number): Prize | undefined {
    const { start, end } = ground.items[at]!
    const text = ground.story.text.slice(start, end)
    return /^(?:Gold|Silver|Bronze)$/.test(text) ? { argument: { text }, at } : undefined
  }

  /** The event behind "in" or "at", of those who are the subjects of the verb. */
  function contest(verb: number, last: number): void {
    const clause = clauseAt(context, verb)
    if (!clause.group.real) return
    for (let k = 1; k <= REACH; k++) {
      const item = itemBy(ground, last, k)
      if (item === undefined || item.kind === 'sign') return
      if (!/^(?:in|at)$/.test(item.lower)) continue
      const event = eventAt(ground, last + k + 1)
      if (event === undefined || itemBy(ground, last, k + 1) === undefined) return
      const { time } = circumstancesOf(ground, clause, last + k + 1)
      for (const one of clause.subjects)
        push(entityAt(ground, one), { argument: event, at: last + k + 1 }, one, time?.argument)
      return
    }
  }

  function give(one: number, prize: Prize | undefined, at: number): void {
    push(entityAt(ground, one), prize, one, undefined, at)
  }

  function push(
    subject: Argument | undefined,
    prize: Prize | undefined,
    one: number,
    time: Argument | undefined,
    at = one,
  ): void {
    if (subject === undefined || prize === undefined || !('entity' in subject)) return
    if (!/^(?:person|organisation|group|work)$/.test(typeOf(ground, subject.entity))) return
    drafts.push(
      ...draft(ground, 'won', { subject, object: prize.argument, time }, [one, prize.at, at], 0.88),
    )
  }
}
