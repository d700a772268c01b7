import { type Draft, draft, entityAt } from '../draft.js'
import { clauseAt } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { coordinatedAfter } from '../ground/coordinated.js'
import { doingAt } from '../ground/doing.js'
import { eventAt, eventNear } from '../ground/events.js'
import { type Ground, itemBy, placesOf, typeOf } from '../ground/ground.js'
import { verbGroup } from '../ground/verbs.js'

type Part = 'attended' | 'hosted' | 'took-part'

const DIRECT: readonly (readonly [Part, readonly string[]])[] = [
  ['attended', ['attended', 'attends', 'attending']],
  [
    'hosted',
    [
      'hosted',
      'hosts',
      'hosting',
      'chaired',
      'chairs',
      'threw',
      'throws',
      'gave',
      'held',
      'organised',
      'organized',
      'compered',
      'compèred',
      'moderated',
      'moderates',
      'convened',
      'staged',
      'organises',
      'organizes',
      'given',
      'thrown',
      'emceed',
      'officiated',
    ],
  ],
  [
    'took-part',
    [
      'addressed',
      'addresses',
      'addressing',
      'headlined',
      'headlines',
      'ran',
      'entered',
      'contested',
      'opened',
      'conducted',
    ],
  ],
]
const THROUGH =
  'competed competes competing performed performs performing spoke speaks speaking sang sings appeared appears played plays raced rode swam ran fought lectured finished came'.split(
    ' ',
  )
const PRESENT = /^(?:guests|present|attending|attendance|audience|attendees|crowd|mourners|those)$/

/**
 * Who was at an event, and as what: a guest (`attended`), its host or chair (`hosted`), a speaker, player, competitor
 * (`took-part`). One fact each.
 *
 * - "Fenn attended the gala" · "Among those present were Fenn and Marsh" · "the guests included Fenn"
 * - "Lady Vane hosted a supper" · "the debate was chaired by Marsh" · "Fenn spoke at the launch", "took part in the race"
 *
 * Not: "did not attend", "hosted a website", "is to speak" (yet to come).
 */
export function guests(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  for (const [part, verbs] of DIRECT) {
    for (const at of placesOf(ground, verbs)) {
      const { group, agents, themes } = doingAt(context, at)
      if (group.real)
        for (const theme of themes)
          if (isFor(ground.items[at]!.lower, lastWord(ground, ground.items[theme]!.end)))
            for (const one of agents) give(part, one, theme, at, 0.92)
    }
  }
  for (const at of placesOf(ground, THROUGH)) through(at, at)
  for (const at of placesOf(ground, ['took', 'takes', 'taking']))
    if (itemBy(ground, at, 1)?.lower === 'part') through(at, at + 1)
  for (const at of placesOf(ground, ['arrived', 'arriving', 'arrives']))
    if (/^(?:at|for)$/.test(itemBy(ground, at, 1)?.lower ?? '')) {
      const { group, subjects } = clauseAt(context, at)
      if (group.real) for (const one of subjects) give('attended', one, at + 2, at, 0.88)
    }
  for (const at of placesOf(ground, ['presided', 'presides'])) {
    const { group, subjects } = clauseAt(context, at)
    const event = eventNear(ground, at)
    if (group.real && event !== undefined)
      for (const one of subjects) give('hosted', one, event, at, 0.85)
  }
  for (const at of placesOf(ground, ['was', 'were'])) {
    const there = itemBy(ground, at, 1)?.lower === 'at' ? at + 2 : -1
    if (there < 0 || eventAt(ground, there) === undefined) continue
    const { group, subjects } = clauseAt(context, at)
    if (group.real) for (const one of subjects) give('attended', one, there, at, 0.85)
  }
  // "a discussion with its director"
  for (const at of placesOf(ground, ['with'])) {
    const talk = itemBy(ground, at, -1)
    if (talk?.kind !== 'noun' || !/^(?:discussion|talk|debate)$/.test(talk.lower)) continue
    if (itemBy(ground, at, 1)?.kind === 'noun') give('took-part', at + 1, at - 1, at, 0.85)
  }
  for (const at of placesOf(ground, ['among'])) among(at)
  for (const at of placesOf(ground, ['included', 'includes', 'including'])) {
    const before = itemBy(ground, at, -1)
    const head = /^(?:that|which|,)$/.test(before?.lower ?? '') ? itemBy(ground, at, -2) : before
    if (head === undefined || !PRESENT.test(lastWord(ground, head.end))) continue
    if (itemBy(ground, at, 1)?.kind === 'noun') list(at + 1, at)
  }
  return drafts

  /** "spoke at the launch", "finished second in the race" */
  function through(at: number, last: number): void {
    const { group, subjects } = clauseAt(context, at)
    if (!group.real || group.passive) return
    if (last > at && /^[.,;]$/.test(itemBy(ground, last, 1)?.lower ?? '.')) {
      const event = eventNear(ground, at)
      if (event !== undefined) for (const one of subjects) give('took-part', one, event, at, 0.85)
      return
    }
    for (let k = 1; k <= 6; k++) {
      const item = itemBy(ground, last, k)
      if (item === undefined || item.kind === 'sign') break
      if (!/^(?:at|in)$/.test(item.lower)) continue
      for (let j = k + 1; j <= k + 3; j++) {
        const event = itemBy(ground, last, j)
        if (event === undefined || event.kind === 'sign') break
        if (event.kind !== 'noun' || eventAt(ground, last + j) === undefined) continue
        for (const one of subjects) give('took-part', one, last + j, at, 0.9)
        return
      }
    }
  }

  /** "Among the guests were Fenn and Marsh", "Fenn was among the guests" */
  function among(at: number): void {
    // "the guests, among them Fenn and Marsh"
    const guests = itemBy(ground, at, -2)
    if (itemBy(ground, at, 1)?.noun?.pronoun && itemBy(ground, at, 2)?.kind === 'noun') {
      if (guests !== undefined && PRESENT.test(lastWord(ground, guests.end))) list(at + 2, at)
      return
    }
    for (let k = 1; k <= 4; k++) {
      const item = itemBy(ground, at, k)
      if (item === undefined || item.kind === 'sign') return
      const those = item.noun?.determiner === 'those'
      if (!those && !PRESENT.test(lastWord(ground, item.end))) continue
      const doing = /^(?:performing|competing|speaking|taking|appearing|playing)$/
      const did = those ? lastWord(ground, item.end) : (itemBy(ground, at, k + 1)?.lower ?? '')
      const part = doing.test(did) ? 'took-part' : 'attended'
      const before = itemBy(ground, at, -1)
      if (before !== undefined && /^(?:was|were|is|are)$/.test(before.lower)) {
        const { group, subjects } = clauseAt(context, at - 1)
        const event = eventNear(ground, at)
        if (group.real && event !== undefined)
          for (const one of subjects) give(part, one, event, at, 0.9)
        return
      }
      for (let j = k + 1; j <= k + 8; j++) {
        const verb = itemBy(ground, at, j)
        if (verb === undefined) return
        if (!/^(?:was|were|is|are)$/.test(verb.lower)) continue
        if (itemBy(ground, at, j + 1)?.kind === 'noun' && verbGroup(ground, at + j).real)
          list(at + j + 1, at)
        return
      }
      return
    }
  }

  function list(first: number, at: number): void {
    const event = eventNear(ground, at)
    if (event === undefined) return
    for (const one of coordinatedAfter(ground, beside, first)) give('attended', one, event, at, 0.9)
  }

  function give(type: Part, one: number, at: number, verb: number, confidence: number): void {
    const subject = entityAt(ground, one)
    const event = eventAt(ground, at)
    if (subject === undefined || event === undefined || !('entity' in subject)) return
    const kind = typeOf(ground, subject.entity)
    if (!/^(?:person|organisation|group)$/.test(kind)) return
    if (type === 'attended' && kind === 'organisation') return
    // the event may be sentences away: the evidence then is where the guest is named
    const near = ground.items[at]!.sentence === ground.items[verb]!.sentence ? at : undefined
    drafts.push(...draft(ground, type, { subject, event }, [one, verb, near], confidence))
  }
}

/** Some verbs go with some events only: one gives a party and no game, runs a marathon and no trial. */
function isFor(verb: string, event: string): boolean {
  if (/^(?:gave|held|threw|throws)$/.test(verb))
    return !/^(?:game|match|race|trial|final|derby|cup)$/.test(event)
  return verb !== 'ran' || /^(?:marathon|race|relay|mile|run|triathlon)$/.test(event)
}

const lastWord = ({ story }: Ground, end: number): string =>
  /[a-z]+$/i.exec(story.text.slice(Math.max(0, end - 12), end))?.[0].toLowerCase() ?? ''
