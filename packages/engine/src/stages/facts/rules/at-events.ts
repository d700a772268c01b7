import { type Draft, draft, entityAt } from '../draft.js'
import { clauseAt } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { coordinatedAfter } from '../ground/coordinated.js'
import { eventAt, eventNear } from '../ground/events.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import { verbGroup } from '../ground/verbs.js'

type Part = 'attended' | 'hosted' | 'took-part'

const words = (text: string) => text.split(' ')
/** Verbs that put one at the event behind "at" (or "to", "for"), and whether they are passive. */
const CAME = words(
  'turned showed joined joins mingled partied stepped walked sat came went flew travelled traveled celebrated danced dined arrived gathered',
)
const SEEN = words('spotted seen pictured photographed')
const WATCHED = words('watched watches watching graced witnessed')
/** Verbs that make one a speaker, a player, a competitor there. */
const DID = words(
  'debuted exhibited testified starred scored skated bowled batted boxed wrestled guested lined premiered topped ' +
    'represented delivered gave gives read made unveiled preached officiated played',
)
const COMING = words('speak perform compete play sing appear headline race ride host chair present')
const SPEECHES =
  /^(?:speech|talk|lecture|address|keynote|eulogy|reading|poem|performance|evidence|debut|tribute|sermon|toast|bill|up|song|collection|paper|testimony|presentation)$/
const PERFORMERS =
  /^(?:speakers?|performers?|panellists?|panelists?|competitors?|contestants?|runners?|finalists?|acts?|headliners?|artists?|exhibitors?|participants?|entrants?|soloists?|players?|riders?|lineup|line-up|bill|starters?)$/
const GUESTS =
  /^(?:guests?|attendees|mourners|audience|crowd|congregation|spectators|attendance|present|onlookers|well-wishers|dignitaries|delegates|revellers|partygoers|vips|stars|celebrities)$/
const REACH = 8

/**
 * Who was at an event, by verbs and nouns that need its name behind "at": a guest (`attended`), or a speaker, player or
 * competitor (`took-part`), or one who is to host it or appear there.
 *
 * - "Fenn turned up at the gala" · "was spotted at the premiere" · "was guest of honour at the gala" · "watched the final"
 * - "Fenn gave a speech at the conference" · "speakers at the summit included Fenn" · "will perform at the festival"
 *
 * Not: "went to the press about the gala", "was not seen at the gala", "was invited to the gala".
 */
export function atEvents(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, CAME)) {
    const joint = /^(?:came|went|flew|travell?ed)$/.test(ground.items[at]!.lower)
      ? /^(?:to|for)$/
      : /^(?:at|of)$/
    does('attended', at, eventBehind(at, joint), false)
  }
  for (const at of placesOf(ground, SEEN)) does('attended', at, eventBehind(at, /^at$/), true)
  for (const at of placesOf(ground, WATCHED))
    if (eventAt(ground, at + 1) !== undefined) does('attended', at, at + 1, false)
  for (const at of placesOf(ground, DID)) {
    const object = itemBy(ground, at, 1)
    const plain = itemBy(ground, at, 2)
    const { lower } = ground.items[at]!
    const said = SPEECHES.test(object?.lower ?? '') || SPEECHES.test(plain?.lower ?? '')
    if (
      /^(?:debuted|exhibited|testified|starred|scored|skated|guested|preached|boxed)$/.test(
        lower,
      ) ||
      lower === 'represented' ||
      said
    )
      does('took-part', at, eventBehind(at, /^(?:at|in|for)$/), false)
  }
  for (const at of placesOf(ground, COMING)) {
    const group = verbGroup(ground, at)
    const before = itemBy(ground, at, -1)?.lower ?? ''
    const governor = itemBy(ground, at, -2)?.lower ?? ''
    const told =
      /^(?:will|also)$/.test(before) ||
      (before === 'to' && /^(?:is|are|was|were|due|set|scheduled|billed|booked)$/.test(governor))
    if (!told || (!group.coming && !/^(?:due|set)$/.test(governor))) continue
    const { subjects } = clauseAt(context, at)
    const direct = eventAt(ground, at + 1) !== undefined && itemBy(ground, at, 1) !== undefined
    const event = direct ? at + 1 : eventBehind(at, /^(?:at|in)$/)
    const part = /^(?:host|chair|present)$/.test(ground.items[at]!.lower) ? 'hosted' : 'took-part'
    if (part === 'hosted' && !direct) continue
    if (event !== undefined) for (const one of subjects) give(part, one, event, at)
  }
  for (const at of placesOf(ground, ['was', 'were', 'is', 'are'])) being(at)
  for (const at of placesOf(ground, [
    'included',
    'includes',
    'include',
    'including',
    'featured',
    'features',
    'were',
    'was',
  ]))
    including(at)
  return drafts

  /** "was guest of honour at the gala", "were in the audience at the debate" */
  function being(at: number): void {
    let is: Part | undefined
    for (let k = 1; k <= REACH; k++) {
      const item = itemBy(ground, at, k)
      if (item === undefined || item.kind === 'sign') return
      const head = item.lower
      if (GUESTS.test(head) || /^(?:guest|mc|compere)$/.test(head)) is ??= 'attended'
      if (/^(?:speaker|headliner|soloist|finalist)$/.test(head)) is ??= 'took-part'
      if (
        /^(?:at|for|of)$/.test(head) &&
        is !== undefined &&
        eventAt(ground, at + k + 1) !== undefined
      ) {
        const { group, subjects } = clauseAt(context, at)
        if (group.real) for (const one of subjects) give(is, one, at + k + 1, at)
        return
      }
      if (
        item.kind === 'word' &&
        !/^(?:also|present|guest|of|honour|honor|in|the|there|a|one|among|front)$/.test(head) &&
        is === undefined
      )
        return
    }
  }

  /** "Speakers at the summit included Fenn and Marsh", "Also present at the gala were Fenn and Marsh" */
  function including(at: number): void {
    if (itemBy(ground, at, 1)?.kind !== 'noun' || !verbGroup(ground, at).real) return
    let before = at - 1
    if (itemBy(ground, at, before - at)?.lower === ',') before--
    let event: number | undefined
    for (let k = 0; k < 5; k++) {
      const item = itemBy(ground, at, before - at)
      if (item === undefined) return
      if (item.kind === 'value') {
        before--
        continue
      }
      const part = PERFORMERS.test(item.lower)
        ? 'took-part'
        : GUESTS.test(item.lower)
          ? 'attended'
          : undefined
      if (part !== undefined) {
        const where = event ?? eventNear(ground, before)
        // "performers included" of an event that is told; "guests were" of one that stands here
        if (where === undefined || (/^w/.test(ground.items[at]!.lower) && event === undefined))
          return
        for (const one of coordinatedAfter(ground, beside, at + 1)) give(part, one, where, at)
        return
      }
      if (item.kind === 'noun' && eventAt(ground, before) !== undefined) event = before
      else if (item.kind !== 'word' || !/^(?:at|in|for|on|of|there)$/.test(item.lower)) return
      before--
    }
  }

  function eventBehind(at: number, joint: RegExp): number | undefined {
    for (let k = 1; k <= REACH; k++) {
      const item = itemBy(ground, at, k)
      if (
        item === undefined ||
        item.kind === 'sign' ||
        /^(?:who|which|that|and|but)$/.test(item.lower)
      )
        return undefined
      if (
        joint.test(item.lower) &&
        itemBy(ground, at, k + 1)?.kind === 'noun' &&
        eventAt(ground, at + k + 1) !== undefined
      )
        return at + k + 1
    }
    return undefined
  }

  function does(part: Part, at: number, event: number | undefined, passive: boolean): void {
    if (event === undefined) return
    const { group, subjects } = clauseAt(context, at)
    if (!group.real || group.passive !== passive) return
    for (const one of subjects) give(part, one, event, at)
  }

  function give(type: Part, one: number, at: number, verb: number): void {
    const subject = entityAt(ground, one)
    const event = eventAt(ground, at)
    if (subject === undefined || event === undefined || !('entity' in subject)) return
    const kind = typeOf(ground, subject.entity)
    if (
      kind !== 'person' &&
      (kind !== 'group' || type === 'attended') &&
      (kind !== 'organisation' || type === 'attended')
    )
      return
    const near = ground.items[at]!.sentence === ground.items[verb]!.sentence ? at : undefined
    drafts.push(...draft(ground, type, { subject, event }, [one, verb, near], 0.85))
  }
}
