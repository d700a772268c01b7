import { EVENT_NOUNS } from '../../../lexicon/en/things.js'
import { type Draft, draft } from '../draft.js'
import { circumstancesOf, clauseAt } from '../ground/clauses.js'
import { type Circumstances, circumstancesAfter, timeAt } from '../ground/complements.js'
import type { Context } from '../ground/context.js'
import { eventAt, isNamedEvent } from '../ground/events.js'
import { type Ground, itemBy, placesOf } from '../ground/ground.js'

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
    if (event === undefined || isAward(ground, at)) continue
    if (noun(ground, at).name === undefined && VAGUE.test(ground.items[at]!.lower)) continue
    if (isOfEvent(ground, at) || /^w[io]n(?:s|ning)?$/.test(itemBy(ground, at, -1)?.lower ?? ''))
      continue
    const behind = eventEnd(ground, at)
    const day = dayBefore(ground, at)
    if (day !== undefined) {
      const { place } = circumstancesAfter(ground, behind)
      const parts = { event, place: place?.argument, time: day.argument }
      drafts.push(...draft(ground, 'held', parts, [at, day.at, place?.at], 0.85))
      continue
    }
    const sign = itemBy(ground, behind, 1)
    const next = sign?.lower === ',' ? itemBy(ground, behind, 2) : sign
    if (next?.kind !== 'word' || !/^(?:at|in|on|near)$/.test(next.lower)) continue
    const { place, time = timeBeforeAt(ground, at) } = circumstancesAfter(ground, behind)
    if (place === undefined && !('entity' in event)) continue
    if (place === undefined && behind > at && noun(ground, behind)?.name === undefined) continue
    if (place === undefined && !isPlainlyEvent(ground, at)) continue
    if (place === undefined && (time === undefined || time.at > behind + 2)) continue
    const parts = { event, place: place?.argument, time: time?.argument }
    drafts.push(...draft(ground, 'held', parts, [at, place?.at, time?.at], 0.85))
  }
  return drafts

  function give(at: number, last: number, passive: boolean): void {
    const clause = clauseAt(context, at)
    const { group } = clause
    // "the Sports Awards, held at the Assembly Rooms"
    const comma = itemBy(ground, at, -1)
    const reduced =
      passive && !group.passive && /^(?:at|in|on)$/.test(itemBy(ground, at, 1)?.lower ?? '')
        ? comma?.lower === ','
          ? at - 2
          : at - 1
        : undefined
    const subjects =
      reduced !== undefined && ground.items[reduced]?.kind === 'noun' ? [reduced] : clause.subjects
    if ((!group.real && !group.coming) || (group.passive !== passive && reduced === undefined))
      return
    const { place, time: after } = circumstancesOf(ground, clause, last)
    const time = after ?? (subjects.length > 0 ? dayBefore(ground, subjects[0]!) : undefined)
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

/** What is sold, toured or served is held by nobody. */
const VAGUE = /^(?:event|sale|service|session|tour|reading|signing|opening|show)$/

const noun = ({ items }: Ground, at: number) => items[at]!.noun!

const lastWord = ({ story, items }: Ground, at: number): string =>
  /(?<![a-z])[a-z]+$/i
    .exec(story.text.slice(items[at]!.start, items[at]!.end))?.[0]
    .toLowerCase() ?? ''

/** "the premiere of Night Train": of the two the premiere is held. */
const isOfEvent = (ground: Ground, at: number): boolean =>
  itemBy(ground, at, -1)?.lower === 'of' &&
  itemBy(ground, at, -2) !== undefined &&
  eventAt(ground, at - 2) !== undefined

/** A name alone with a time is one of an event only where its last word is, or where one is at it. */
const isPlainlyEvent = (ground: Ground, at: number): boolean =>
  noun(ground, at).name === undefined ||
  isNamedEvent(ground, noun(ground, at)) ||
  EVENT_NOUNS.has(lastWord(ground, at)) ||
  /^(?:at|during|before|after|in|for)$/.test(itemBy(ground, at, -1)?.lower ?? '')

/** Prizes are events to nobody: "the jury prize at Vallon". */
const isAward = ({ story, items }: Ground, at: number): boolean =>
  /(?:prize|award|medal|of the year|champion|email|letter|message)$/i.test(
    story.text.slice(items[at]!.start, items[at]!.end),
  )

/** The last item of an event with what it is of or for: "a party for 60", "the annual meeting of Brell Lines". */
function eventEnd(ground: Ground, at: number): number {
  const joint = itemBy(ground, at, 1)
  const next = itemBy(ground, at, 2)
  const more = joint?.kind === 'word' && /^(?:of|for)$/.test(joint.lower)
  return more && (next?.kind === 'noun' || next?.kind === 'value') ? at + 2 : at
}

/** "receives the medal tonight at a dinner": the time before "at" and an event. */
function timeBeforeAt(ground: Ground, at: number): Circumstances['time'] {
  if (itemBy(ground, at, -1)?.lower !== 'at' || itemBy(ground, at, -2) === undefined)
    return undefined
  return timeAt(ground, at - 2)
}

/** "Thursday" of "Thursday's funeral", "the Monday race"; not "2027" of "the 2027 Games". */
function isDay({ story }: Ground, value: number): boolean {
  const { type, start, end } = story.values[value]!
  return type === 'date' && /(?:day|night)s?$/i.test(story.text.slice(start, end))
}

/** "Thursday's County Sports Awards": the day before an event's name. */
function dayBefore(ground: Ground, at: number): Circumstances['time'] {
  const { values, possessor } = noun(ground, at)
  for (const { value } of [...values, ...(possessor?.values ?? [])])
    if (value !== undefined && isDay(ground, value)) return { argument: { value }, at }
  const before = itemBy(ground, at, -1)
  if (before?.kind !== 'value' || ground.story.values[before.value!]!.type !== 'date')
    return undefined
  return /['’]s?$/.test(ground.story.text.slice(before.start, ground.items[at]!.start).trimEnd())
    ? { argument: { value: before.value! }, at: at - 1 }
    : undefined
}
