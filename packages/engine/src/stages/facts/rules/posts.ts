import { type Draft, draft, entityAt } from '../draft.js'
import { circumstancesOf, clauseAt, objectOf } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { behindOf, coordinatedAfter } from '../ground/coordinated.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import { nominalsOf } from '../ground/nominals.js'
import { type Title, titleAt } from '../ground/titles.js'
import type { Argument } from '../types.js'

const words = (text: string) => text.split(' ')
/** Passive with "as": "was unveiled as manager"; active with a person and "as": "unveiled Fenn as its manager". */
const CHOSEN = words(
  'unveiled picked chosen selected confirmed recruited recruits announced elevated ordained consecrated sworn brought drafted ' +
    'unveils picks chose chooses selects recruiting hired hires appointed engaged installed parachuted crowned tapped poached signed named',
)
const TAKES_OVER = words(
  'took takes taken succeeded succeeds replaced replaces joined joins started starts',
)
const TO_TITLE = words('promoted elevated demoted')
const REACH = 12

/**
 * Who was given a post, by words other than "appointed"; the post is a role as well.
 *
 * - "Fenn was unveiled as manager of the Rovers" · "was sworn in as president" · "takes over as chair of Beacon"
 * - "succeeds Jo Marsh as director of Beacon" · "Fenn's appointment as chair of Beacon" · "the appointment of Fenn as chair"
 *
 * Not: "was unveiled as a fraud" (no post), "may take over as chair", "was tipped as chair", "turned down".
 */
export function posts(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, CHOSEN)) {
    const clause = clauseAt(context, at)
    const { group, subjects } = clause
    if (!group.real) continue
    const reduced = !group.passive && itemBy(ground, at, -1)?.lower === ','
    // "brought in Jo Marsh as manager", "taken on as coach"
    const particle = /^(?:in|on)$/.test(itemBy(ground, at, 1)?.lower ?? '') ? 1 : 0
    const object = group.passive || reduced ? undefined : objectOf(ground, at + particle)
    if (!group.passive && !reduced && object === undefined) continue
    const people = object === undefined ? subjects : coordinatedAfter(ground, beside, object)
    const from = object === undefined ? at + particle + 1 : behindOf(ground, beside, people.at(-1)!)
    const body = object === undefined ? undefined : entityAt(ground, subjects[0])
    const title = titleBehind(at, from)
    if (title !== undefined) for (const one of people) give(one, title, at, body)
  }
  for (const at of placesOf(ground, TAKES_OVER)) {
    const { group, subjects } = clauseAt(context, at)
    if (!group.real || group.passive) continue
    const { lower } = ground.items[at]!
    const next = itemBy(ground, at, 1)
    const over = /^(?:over|charge|up|the)$/.test(next?.lower ?? '')
    if (/^t[ao]/.test(lower) ? !over : next?.kind !== 'noun' && !/^st/.test(lower)) continue
    const joined = /^(?:joined|joins)$/.test(lower) ? entityAt(ground, at + 1) : undefined
    const title = titleBehind(at, at + 1)
    if (title !== undefined) for (const one of subjects) give(one, title, at, joined)
  }
  for (const at of placesOf(ground, TO_TITLE)) {
    const { group, subjects } = clauseAt(context, at)
    const object = group.passive ? undefined : objectOf(ground, at)
    if (!group.real || (!group.passive && object === undefined)) continue
    const to = object === undefined ? at + 1 : object + 1
    if (
      itemBy(ground, at, to - at)?.lower !== 'to' ||
      itemBy(ground, at, to + 1 - at)?.kind !== 'noun'
    )
      continue
    const title = titleAt(ground, to + 1)
    if (title === undefined || ground.items[to + 1]!.noun!.name !== undefined) continue
    for (const one of object === undefined ? subjects : [object])
      give(one, title, at, object === undefined ? undefined : entityAt(ground, subjects[0]))
  }
  // "took up the post of director of the museum", "landed the job of head at Beacon"
  for (const at of ground.nouns) {
    if (!/^(?:post|job|role|position)$/.test(ground.items[at]!.lower)) continue
    const verb = itemBy(ground, at, -1)?.lower === 'up' ? at - 2 : at - 1
    const told = itemBy(ground, at, verb - at)?.lower ?? ''
    if (!/^(?:took|taken|takes|landed|got|accepted|given|secured|won|handed|assumed)$/.test(told))
      continue
    const { group, subjects } = clauseAt(context, verb)
    if (!group.real || group.passive !== /^(?:given|handed)$/.test(told)) continue
    if (
      !/^(?:of|as)$/.test(itemBy(ground, at, 1)?.lower ?? '') ||
      itemBy(ground, at, 2)?.kind !== 'noun'
    )
      continue
    const title = titleAt(ground, at + 2)
    if (title !== undefined) for (const one of subjects) give(one, title, verb, undefined)
  }
  for (const { at, owner, behind, last } of nominalsOf(ground, /^appointment$/)) {
    const title = behind.has('as') ? titleAt(ground, behind.get('as')!) : titleBehind(at, last)
    const of = behind.get('of')
    const who =
      owner?.entity !== undefined && owner.type === 'person'
        ? { entity: owner.entity }
        : entityAt(ground, of)
    if (title !== undefined && who !== undefined) push(who, title, [at, of, title.last], undefined)
  }
  return drafts

  /** The title behind "as", before the clause ends. */
  function titleBehind(at: number, from: number): Title | undefined {
    for (let k = from - at; k <= REACH; k++) {
      const item = itemBy(ground, at, k)
      if (
        item === undefined ||
        /^(?:;|:|who|which|that|and|but|after|when|while)$/.test(item.lower)
      )
        return undefined
      const next = itemBy(ground, at, k + 1)
      if (item.lower !== 'as') continue
      if (next?.kind !== 'noun' || next.noun!.name !== undefined || next.noun!.determiner === 'a')
        return undefined
      return titleAt(ground, at + k + 1)
    }
    return undefined
  }

  function give(one: number, title: Title, at: number, body: Argument | undefined): void {
    const clause = clauseAt(context, at)
    const { time } = circumstancesOf(ground, clause, title.last)
    const subject = entityAt(ground, one)
    if (subject !== undefined) push(subject, title, [one, at, title.last], body, time?.argument)
  }

  function push(
    subject: Argument,
    { title, organisation, work }: Title,
    items: readonly (number | undefined)[],
    body: Argument | undefined,
    time?: Argument,
  ): void {
    if (!('entity' in subject) || typeOf(ground, subject.entity) !== 'person') return
    const isBody =
      body !== undefined &&
      'entity' in body &&
      /^(?:organisation|place|group)$/.test(typeOf(ground, body.entity))
    const object = organisation ?? (isBody ? body : undefined)
    drafts.push(...draft(ground, 'appointed', { subject, object, time }, items, 0.88))
    const role = { subject, title, organisation: object, work }
    drafts.push(...draft(ground, 'role', role, items, 0.88))
  }
}
