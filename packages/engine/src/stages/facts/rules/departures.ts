import { type Draft, draft, entityAt } from '../draft.js'
import { circumstancesOf, clauseAt, objectOf } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { coordinatedAfter } from '../ground/coordinated.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import { nominalsOf } from '../ground/nominals.js'
import { titleAt } from '../ground/titles.js'
import type { Argument } from '../types.js'

const words = (text: string) => text.split(' ')
/** Said of a body and one it sends away: "Beacon sacked Fenn"; passive too, with "as", "from" or "by". */
const SENT = words(
  'sacked fired dismissed ousted sacks fires dismisses ousts axed axes dropped drops removed removes expelled expels',
)
const SENT_AWAY = words('axed dropped removed forced expelled pushed kicked dumped voted suspended')
const WENT = words('departed departs exited exits defected bowed walked leaving quitting stepping')
const POSTS = words('left leaves quit quits lost loses relinquished vacated gave resigned resigns')
const PARTED = words('parted parts')
const NOTICE = words('handed tendered submitted announced announces')
const REACH = 8

/**
 * Who gave up or lost a post, by words other than `left`'s own.
 *
 * - "Beacon sacked Fenn" · "Fenn was removed as chair of Beacon" · "left her job at Beacon" · "parted company with Beacon"
 * - "Fenn's resignation from Beacon" · "the departure of Fenn from Beacon" · "handed in her notice" · "is leaving Beacon"
 *
 * Not: "dropped Fenn at the station" (no body did), "left her job to chance", "calls for Fenn's resignation".
 */
export function departures(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, SENT)) {
    const { group, subjects } = clauseAt(context, at)
    const object = objectOf(ground, at)
    const body = entityAt(ground, subjects[0])
    if (!group.real || group.passive || object === undefined || !isBody(body)) continue
    for (const one of coordinatedAfter(ground, beside, object)) give(one, body, at, at)
  }
  for (const at of placesOf(ground, SENT_AWAY)) {
    const { group, subjects } = clauseAt(context, at)
    const reduced = !group.passive && itemBy(ground, at, -1)?.lower === ','
    if (!group.real || (!group.passive && !reduced)) continue
    const found = bodyBehind(at, /^(?:as|from|by|of)$/)
    if (found !== undefined) for (const one of subjects) give(one, found.argument, at, found.at)
  }
  for (const at of placesOf(ground, WENT)) {
    const { group, subjects } = clauseAt(context, at)
    if (!group.real) continue
    const direct = /^(?:departed|departs|exited|exits|leaving|quitting)$/.test(
      ground.items[at]!.lower,
    )
    const object = direct ? entityAt(ground, objectOf(ground, at)) : undefined
    const named =
      object !== undefined && isBody(object) && ground.items[at + 1]?.noun?.name !== undefined
    const found = named ? { argument: object, at: at + 1 } : bodyBehind(at, /^(?:from|of|as)$/)
    if (found !== undefined && itemBy(ground, at, 1)?.lower !== 'down')
      for (const one of subjects) give(one, found.argument, at, found.at)
  }
  // "left her job at Beacon", "quit her post as director of the museum", "gave up her seat on the board"
  for (const at of placesOf(ground, POSTS)) {
    const post = itemBy(ground, at, 1)?.lower === 'up' ? at + 2 : at + 1
    if (!/^(?:post|job|role|position|seat)$/.test(ground.items[post]?.lower ?? '')) continue
    if (itemBy(ground, at, post - at)?.kind !== 'noun') continue
    const { group, subjects } = clauseAt(context, at)
    if (!group.real || group.passive) continue
    const found = bodyBehind(post, /^(?:as|at|on|with|in)$/)
    if (found !== undefined) for (const one of subjects) give(one, found.argument, at, found.at)
  }
  for (const at of placesOf(ground, PARTED)) {
    if (
      !/^(?:company|ways)$/.test(itemBy(ground, at, 1)?.lower ?? '') ||
      itemBy(ground, at, 2)?.lower !== 'with'
    )
      continue
    const { group, subjects } = clauseAt(context, at)
    const other = itemBy(ground, at, 3)?.kind === 'noun' ? at + 3 : undefined
    const [one, two] = [entityAt(ground, subjects[0]), entityAt(ground, other)]
    if (!group.real || other === undefined) continue
    if (isBody(two)) give(subjects[0], two, at, other)
    else if (isBody(one)) give(other, one, at, other)
  }
  for (const at of placesOf(ground, NOTICE)) {
    const notice = itemBy(ground, at, 1)?.lower === 'in' ? at + 2 : at + 1
    const announced = /^ann/.test(ground.items[at]!.lower)
    if (
      !(announced ? /^(?:retirement|resignation|departure)$/ : /^(?:notice|resignation)$/).test(
        ground.items[notice]?.lower ?? '',
      )
    )
      continue
    const { group, subjects } = clauseAt(context, at)
    const found = bodyBehind(notice, /^(?:at|as|from|to)$/)
    if (group.real && !group.passive)
      for (const one of subjects) give(one, found?.argument, at, found?.at ?? notice)
  }
  for (const { at, owner, behind } of nominalsOf(
    ground,
    /^(?:resignation|departure|sacking|dismissal|ousting|retirement)$/,
  )) {
    const of = behind.get('of')
    const who =
      owner?.type === 'person' && owner.entity !== undefined
        ? { entity: owner.entity }
        : entityAt(ground, of)
    const from = behind.get('from') ?? behind.get('by')
    const as = behind.get('as')
    const title = as === undefined ? undefined : titleAt(ground, as)
    const body = title?.organisation ?? entityAt(ground, from)
    if (who === undefined || (title === undefined && !isBody(body))) continue
    push(who, isBody(body) ? body : undefined, [at, of, from, title?.last], undefined)
  }
  return drafts

  /** "as chair of Beacon", "from the board", "by Beacon". */
  function bodyBehind(at: number, joints: RegExp): { argument: Argument; at: number } | undefined {
    for (let k = 1; k <= REACH; k++) {
      const item = itemBy(ground, at, k)
      if (
        item === undefined ||
        item.kind === 'sign' ||
        (/^(?:who|which|that|and|but|for|to)$/.test(item.lower) && !joints.test(item.lower))
      )
        return undefined
      const next = itemBy(ground, at, k + 1)
      if (!joints.test(item.lower) || next?.kind !== 'noun') continue
      const title = titleAt(ground, at + k + 1)
      if (title?.organisation !== undefined) return { argument: title.organisation, at: title.last }
      const body = entityAt(ground, at + k + 1)
      if (isBody(body)) return { argument: body!, at: at + k + 1 }
    }
    return undefined
  }

  function isBody(argument: Argument | undefined): boolean {
    return (
      argument !== undefined &&
      'entity' in argument &&
      /^(?:organisation|group)$/.test(typeOf(ground, argument.entity))
    )
  }

  function give(
    one: number | undefined,
    object: Argument | undefined,
    at: number,
    last: number,
  ): void {
    const subject = entityAt(ground, one)
    const { time } = circumstancesOf(ground, clauseAt(context, at), last)
    if (subject !== undefined) push(subject, object, [one, at, last], time?.argument)
  }

  function push(
    subject: Argument,
    object: Argument | undefined,
    items: readonly (number | undefined)[],
    time: Argument | undefined,
  ): void {
    if (!('entity' in subject) || typeOf(ground, subject.entity) !== 'person') return
    drafts.push(...draft(ground, 'left', { subject, object, time }, items, 0.87))
  }
}
