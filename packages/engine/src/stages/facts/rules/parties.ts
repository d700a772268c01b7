import { CLOSED_WORDS } from '../../../lexicon/en/closed-words.js'
import {
  DOES_IT,
  DOES_THERE,
  GIVEN,
  GIVES,
  GUEST_NOUNS,
  HOSTS,
  IS_AT_IT,
  MOVES,
  NOT_THERE,
  PERFORMER_NOUNS,
} from '../../../lexicon/en/event-verbs.js'
import { type Draft, draft, entityAt } from '../draft.js'
import { clauseAt, objectOf } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { behindOf, coordinatedAfter } from '../ground/coordinated.js'
import { doingAt } from '../ground/doing.js'
import { eventAt, eventNear } from '../ground/events.js'
import { prepositionsBehind } from '../ground/frames.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import { verbGroup } from '../ground/verbs.js'

type Part = 'attended' | 'hosted' | 'took-part'

const REACH = 14
const AT = /^(?:at|in|during|inside|throughout)$/
const TOWARDS = /^(?:to|for)$/
const STOPS =
  /^(?:who|which|that|when|while|but|because|although|if|whether|;|:|after|before|since)$/
const BE = /^(?:was|were|is|are|sat|stood|came|stand|sit|been)$/
const PLANNED = /^(?:due|set|scheduled|billed|booked|slated|lined)$/

/**
 * Who was at an event, and as what: a guest (`attended`), its host or chair (`hosted`), a speaker, player or competitor
 * (`took-part`). One fact each. The verb tells which (lexicon `event-verbs`); whatever else someone is told to have done
 * at an event, they were there.
 *
 * - "Fenn attended the gala" · "turned heads at the gala" · "brought her mother to the gala" · "was spotted at the premiere"
 * - "Among those present were Fenn and Marsh" · "On hand for the opening was Fenn" · "the guests included Fenn"
 * - "Lady Vane hosted a supper" · "the debate was chaired by Marsh"
 * - "spoke at the launch" · "gave a speech at the gala" · "took part in the race" · "is to perform at the festival"
 * - "speakers at the summit include Fenn" · "the debate between Fenn and Marsh" · "a talk by Fenn"
 *
 * Not: "did not attend", "hosted a website", "said at the gala", "was invited to the gala", "might have gone to the gala".
 */
export function parties(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  for (const at of ground.nouns) if (eventAt(ground, at) !== undefined) byEvent(at)
  for (const at of placesOf(ground, [...HOSTS])) direct('hosted', at)
  for (const at of placesOf(ground, [...DOES_IT])) direct('took-part', at)
  for (const at of placesOf(ground, [...IS_AT_IT])) direct('attended', at)
  for (const at of placesOf(ground, SEEN)) seen(at)
  for (const at of placesOf(ground, ['among'])) among(at)
  for (const at of placesOf(ground, INCLUDING)) including(at)
  for (const at of placesOf(ground, ['part', 'stage']))
    near(at, 'took-part', /^(?:took|takes|taking|take)$/)
  for (const at of placesOf(ground, ['there', 'present', 'attendance', 'hand'])) there(at)
  for (const at of placesOf(ground, ['presided', 'presides', 'presiding'])) {
    const { group, subjects } = clauseAt(context, at)
    const over = itemBy(ground, at, 1)?.lower === 'over' && eventAt(ground, at + 2) !== undefined
    const event = over ? at + 2 : eventNear(ground, at)
    if (group.real && event !== undefined)
      for (const one of subjects) give('hosted', one, event, at, 0.85)
  }
  return drafts

  /** "was photographed arriving at the gala", "was seen leaving the party" */
  function seen(at: number): void {
    const doing = itemBy(ground, at, 1)?.lower ?? ''
    if (!/^(?:arriving|leaving|entering|attending|partying|dancing|watching)$/.test(doing)) return
    const joint = itemBy(ground, at, 2)?.lower ?? ''
    const event = /^(?:at|from|with)$/.test(joint) ? at + 3 : at + 2
    const { group, subjects } = clauseAt(context, at)
    if (!group.real || !group.passive || eventAt(ground, event) === undefined) return
    for (const one of subjects) give('attended', one, event, at, 0.86)
  }

  /** "attended the gala", "the gala was hosted by Fenn" */
  function direct(part: Part, at: number): void {
    const { group, agents, themes } = doingAt(context, at)
    if (!group.real && !(group.coming && isPlanned(at))) return
    // "a debate in Orm on 4 March, moderated by Fenn"
    const reduced =
      part !== 'took-part' &&
      !group.passive &&
      itemBy(ground, at, 1)?.lower === 'by' &&
      itemBy(ground, at, -1)?.lower === ','
    const near =
      reduced && !themes.some(one => eventAt(ground, one) !== undefined)
        ? eventNear(ground, at)
        : undefined
    if (
      near !== undefined &&
      ground.items[near]!.sentence === ground.items[at]!.sentence &&
      near < at
    )
      for (const one of agents) give(part, one, near, at, 0.85)
    for (const theme of themes) {
      if (eventAt(ground, theme) === undefined || !isFor(ground.items[at]!.lower, theme)) continue
      for (const one of agents) give(part, one, theme, at, 0.92)
    }
  }

  /** What stands before the event: a preposition with its verb, "between Fenn and Marsh" behind it, … */
  function byEvent(event: number): void {
    const behind = itemBy(ground, event, 1)?.lower
    const next = itemBy(ground, event, 2)?.kind === 'noun' ? event + 2 : undefined
    if (next !== undefined && behind === 'between' && isDuel(event))
      for (const one of coordinatedAfter(ground, beside, next))
        give('took-part', one, event, next, 0.85)
    if (next !== undefined && (behind === 'by' || behind === 'with') && isTalk(event, behind))
      for (const one of coordinatedAfter(ground, beside, next))
        give('took-part', one, event, next, 0.85)
    // "in her first race", "at the 2019 Games"
    let before = event - 1
    for (let k = 0; k < 3 && isPremodifier(event, before); k++) before--
    // "in third place in the race", "at the final of the Open": what hangs on another noun is reached by it
    const joint = itemBy(ground, event, before - event)
    if (joint?.kind !== 'word' || !(AT.test(joint.lower) || TOWARDS.test(joint.lower))) return
    const towards = TOWARDS.test(joint.lower)
    if (inverted(event)) return
    if (!towards && fronted(event, before)) return
    for (let k = 1; k <= REACH; k++) {
      const at = before - k
      const item = itemBy(ground, event, at - event)
      if (item === undefined || STOPS.test(item.lower)) return
      if (item.kind !== 'word') continue
      const part = partOf(at, event, towards)
      if (part === undefined) continue
      if (part !== 'none') does(part, at, event)
      return
    }
  }

  function isPremodifier(event: number, at: number): boolean {
    const item = itemBy(ground, event, at - event)
    if (item === undefined || item.kind === 'sign') return false
    if (item.kind === 'noun') {
      const { pronoun, possessive, possessor, entity } = item.noun!
      return pronoun || possessive || (possessor !== undefined && entity === undefined)
    }
    return item.kind === 'value' || !CLOSED_WORDS.has(item.lower)
  }

  /** What the verb at item `at` makes of its subject; "none" where it is a verb that tells nothing. */
  function partOf(at: number, event: number, towards: boolean): Part | 'none' | undefined {
    const { lower } = ground.items[at]!
    const object = itemBy(ground, at, 1)
    const given = GIVEN.has(object?.lower ?? '') || GIVEN.has(itemBy(ground, at, 2)?.lower ?? '')
    if (lower === 'on' && itemBy(ground, at, 1)?.lower === 'stage') return 'took-part'
    if (GIVES.has(lower) && given) return 'took-part'
    if (lower === 'guest' || lower === 'guests' || lower === 'present') return undefined
    if (DOES_THERE.has(lower) && !towards) {
      // "played host to", "led the company in the race"
      if (/^(?:beat|beats|beating|defeated|defeats|faced|faces|face|lost|loses)$/.test(lower))
        opponent(at, event)
      return 'took-part'
    }
    // "wore silver to the gala", "in the audience for the concert", "hit the red carpet for the premiere"
    if (towards && (lower === 'wore' || isOnCarpet(at, event))) return 'attended'
    if (towards && isAmongGuests(at, event)) return 'attended'
    if (towards && !MOVES.has(lower)) return isVerb(at) ? 'none' : undefined
    if (/^(?:was|were|is|been|are)$/.test(lower)) {
      const after = itemBy(ground, at, 1)?.lower ?? ''
      if (
        at + 1 === event - 1 ||
        /^(?:also|both|all|there|present|in|among|at|a|guest)$/.test(after) ||
        GUEST_NOUNS.has(after)
      ) {
        if (PERFORMER_NOUNS.has(after) || PERFORMER_NOUNS.has(itemBy(ground, at, 2)?.lower ?? ''))
          return 'took-part'
        return /^(?:is|are)$/.test(lower) && at + 1 !== event - 1 && !GUEST_NOUNS.has(after)
          ? 'none'
          : 'attended'
      }
      return PERFORMER_NOUNS.has(after)
        ? 'took-part'
        : GUEST_NOUNS.has(itemBy(ground, at, 2)?.lower ?? '')
          ? 'attended'
          : 'none'
    }
    if (NOT_THERE.has(lower)) return 'none'
    return isVerb(at) ? 'attended' : undefined
  }

  /** "hit the red carpet for the premiere" */
  function isOnCarpet(at: number, event: number): boolean {
    if (
      !/^(?:hit|hits|walked|walks|graced|graces|took|stepped|trod)$/.test(ground.items[at]!.lower)
    )
      return false
    for (let i = at + 1; i < event; i++) if (ground.items[i]!.lower === 'carpet') return true
    return false
  }

  /** "were in the audience for the concert", "was in the crowd for the final" */
  function isAmongGuests(at: number, event: number): boolean {
    const place = itemBy(ground, at, 2)
    return (
      /^(?:was|were|sat|stood)$/.test(ground.items[at]!.lower) &&
      itemBy(ground, at, 1)?.lower === 'in' &&
      at + 2 < event &&
      /^(?:audience|crowd|congregation|stands|gallery|seats|pews|stalls)$/.test(place?.lower ?? '')
    )
  }

  /** A finite verb or participle by its form: what else may end so is caught by having no subject. */
  function isVerb(at: number): boolean {
    const { lower, capital } = ground.items[at]!
    if (NOT_THERE.has(lower) || MOVES.has(lower)) return true
    if (capital && itemBy(ground, at, -1) !== undefined) return false
    return /(?:[^e]ed|ied|eed)$/.test(lower) || IRREGULAR.has(lower)
  }

  function does(part: Part, at: number, event: number): void {
    const { group, subjects } = clauseAt(context, at)
    // "supporters travelling to the match should …": on their way, if that
    const { lower } = ground.items[at]!
    if (MOVES.has(lower) && lower.endsWith('ing') && group.from === at) return
    if (group.real || (part !== 'attended' && group.coming && isPlanned(at))) {
      if (
        group.passive &&
        part === 'took-part' &&
        !/^(?:led|headlined|given|made)$/.test(ground.items[at]!.lower)
      )
        return
      for (const one of subjects) give(part, one, event, at, part === 'attended' ? 0.82 : 0.88)
      // "brought her mother to the ceremony"; "was accompanied to the ball by Marsh", "were joined at the dinner by Marsh"
      if (/^(?:brought|brings|took|escorted|accompanied|joined)$/.test(ground.items[at]!.lower)) {
        const by = prepositionsBehind(context, at + 1).get('by')
        const other = group.passive ? by : objectOf(ground, at)

        if (other !== undefined && other !== event && ground.items[other]!.kind === 'noun')
          for (const one of coordinatedAfter(ground, beside, other))
            give('attended', one, event, at, 0.82)
      }
      // "walked the red carpet with her boyfriend at the gala"
      const companion = /^(?:walked|danced|arrived|posed|sang|performed|duetted|came|sat)$/.test(
        ground.items[at]!.lower,
      )
        ? prepositionsBehind(context, at + 1).get('with')
        : undefined
      if (
        companion !== undefined &&
        companion !== event &&
        ground.items[companion]!.noun?.type === 'person'
      )
        for (const one of coordinatedAfter(ground, beside, companion))
          give(part, one, event, at, 0.8)
      return
    }
  }

  function opponent(at: number, event: number): void {
    const object = objectOf(ground, at)
    const { group } = clauseAt(context, at)
    const to = /^(?:lost|loses)$/.test(ground.items[at]!.lower)
      ? prepositionsBehind(context, at + 1).get('to')
      : undefined
    const real = group.real || (group.coming && isPlanned(at))
    if (to !== undefined && ground.items[to]!.noun?.type === 'person' && real)
      give('took-part', to, event, at, 0.85)
    if (object !== undefined && object !== event && real && !group.passive)
      give('took-part', object, event, at, 0.85)
  }

  /** "will perform", "is set to perform" */
  function isPlanned(at: number): boolean {
    for (let k = 1; k <= 3; k++) {
      const item = itemBy(ground, at, -k)?.lower ?? ''
      if (item === 'will' || item === 'shall') return true
      if (item !== 'to') continue
      const governor = itemBy(ground, at, -k - 1)?.lower ?? ''
      return /^(?:is|are|was|were)$/.test(governor) || PLANNED.test(governor)
    }
    return /['’]ll$/.test(
      ground.items[at - 1] === undefined
        ? ''
        : ground.story.text.slice(ground.items[at - 1]!.start, ground.items[at - 1]!.end),
    )
  }

  /** "On hand for the opening were Fenn and Marsh", "In the front row at the show sat Fenn", "Photographed at the ball: Fenn" */
  function inverted(event: number): boolean {
    const { from } = ground.sentences[ground.items[event]!.sentence]!
    if (event - from > REACH) return false
    for (let i = from; i < event; i++)
      if (
        ground.items[i]!.kind === 'noun' &&
        ground.items[i]!.noun!.name !== undefined &&
        ground.items[i]!.noun!.type === 'person'
      )
        return false
    let verb = event + 1
    while (
      (verb < event + 5 &&
        /^(?:on|in|yesterday|last|night|today|also|,)$/.test(
          itemBy(ground, event, verb - event)?.lower ?? '',
        )) ||
      itemBy(ground, event, verb - event)?.kind === 'value'
    )
      verb++
    const colon = itemBy(ground, event, verb - event)?.lower === ':'
    const first = ground.items[from]!.lower
    const opens =
      /^(?:on|in|at|among|also|present|looking|photographed|pictured|spotted|seen|there|watching|joining|taking|sitting|seated|performing|speaking)$/.test(
        first,
      )
    if (!opens || !(colon || BE.test(itemBy(ground, event, verb - event)?.lower ?? '')))
      return false
    if (!colon && !verbGroup(ground, verb).real) return false
    const one = itemBy(ground, event, verb + 1 - event)
    if (one?.kind !== 'noun') return false
    const part =
      /^(?:performing|speaking)$/.test(first) || hasPerformer(from, event)
        ? 'took-part'
        : 'attended'
    for (const who of coordinatedAfter(ground, beside, verb + 1)) give(part, who, event, verb, 0.86)
    return true
  }

  /** "At the party at Club Sarong, Fenn danced until four": the verb of the clause that the event opens. */
  function fronted(event: number, joint: number): boolean {
    const { from } = ground.sentences[ground.items[event]!.sentence]!
    if (joint > from + 1) return false
    for (let k = 1; k <= REACH; k++) {
      const item = itemBy(ground, event, k)
      if (item === undefined || STOPS.test(item.lower)) return false
      if (item.lower !== ',') continue
      const one = itemBy(ground, event, k + 1)
      if (one?.noun?.type !== 'person' || one.noun.possessive) {
        if (one?.kind === 'word' || one?.kind === 'noun') continue
        return false
      }
      const last = coordinatedAfter(ground, beside, event + k + 1).at(-1)!
      let verb = behindOf(ground, beside, last)
      if (itemBy(ground, event, verb - event)?.lower === ',') verb++
      for (let next = verb; next < verb + 4; next++) {
        const word = itemBy(ground, event, next - event)
        if (word?.kind !== 'word') return false
        const part = partOf(next, event, false)
        if (part === undefined) continue
        if (part !== 'none') does(part, next, event)
        return true
      }
      return false
    }
    return false
  }

  function hasPerformer(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (PERFORMER_NOUNS.has(ground.items[i]!.lower)) return true
    return false
  }

  /** "Among the guests were Fenn and Marsh", "Fenn was among those performing", "the crowd, among them Fenn" */
  function among(at: number): void {
    if (itemBy(ground, at, 1)?.noun?.pronoun && itemBy(ground, at, 2)?.kind === 'noun') {
      const part = peopleBefore(at, at - 1)
      if (part !== undefined) list(part, at + 2, at)
      return
    }
    for (let k = 1; k <= 4; k++) {
      const item = itemBy(ground, at, k)
      if (item === undefined || item.kind === 'sign') return
      const after = itemBy(ground, at, k + 1)?.lower ?? ''
      const word = lastWord(item.end)
      const part =
        PERFORMER_NOUNS.has(word) || PERFORMER_NOUNS.has(after)
          ? 'took-part'
          : GUEST_NOUNS.has(word) || GUEST_NOUNS.has(after)
            ? 'attended'
            : undefined
      if (part === undefined) continue
      if (BE.test(itemBy(ground, at, -1)?.lower ?? '')) {
        const { group, subjects } = clauseAt(context, at - 1)
        const event = eventWithin(at, k) ?? eventNear(ground, at)
        if (group.real && event !== undefined)
          for (const one of subjects) give(part, one, event, at, 0.9)
        return
      }
      for (let j = k + 1; j <= k + 10; j++) {
        const verb = itemBy(ground, at, j)
        if (verb === undefined) return
        if (!BE.test(verb.lower)) continue
        if (itemBy(ground, at, j + 1)?.kind === 'noun' && verbGroup(ground, at + j).real)
          list(part, at + j + 1, at, eventWithin(at, j))
        return
      }
      return
    }
  }

  function eventWithin(at: number, reach: number): number | undefined {
    for (let k = 1; k <= reach + 3; k++)
      if (itemBy(ground, at, k) !== undefined && eventAt(ground, at + k) !== undefined)
        return at + k
    return undefined
  }

  /** "Speakers at the summit included Fenn", "an audience that included Fenn", "celebrities such as Fenn", "drew the likes of Fenn" */
  function including(at: number): void {
    const { lower } = ground.items[at]!
    let first = at + 1
    if (lower === 'such') {
      if (itemBy(ground, at, 1)?.lower !== 'as') return
      first = at + 2
    } else if (lower === 'likes') {
      if (itemBy(ground, at, 1)?.lower !== 'of') return
      first = at + 2
    }
    if (itemBy(ground, at, first - at)?.kind !== 'noun') return
    if (/^(?:were|was|are)$/.test(lower) && itemBy(ground, at, -1)?.lower === undefined) return
    if (
      lower !== 'such' &&
      lower !== 'likes' &&
      lower !== 'including' &&
      !verbGroup(ground, at).real
    )
      return
    const before = itemBy(ground, at, -1)?.lower ?? ''
    const from = /^(?:that|which|,)$/.test(before) ? at - 2 : at - 1
    // "The concert featured Fenn and Marsh"
    if (/^featur/.test(lower) && eventAt(ground, at - 1) !== undefined)
      list('took-part', first, at, at - 1)
    const part = lower === 'likes' ? 'attended' : peopleBefore(at, from)
    if (part === undefined) return
    const drew = lower === 'likes' && !isDrawn(at)
    if (drew) return
    list(part, first, at)
  }

  /** "The party drew the likes of Fenn" */
  function isDrawn(at: number): boolean {
    for (let k = 1; k <= 4; k++)
      if (
        /^(?:drew|attracted|draws|attracts|attracting|drawing|by)$/.test(
          itemBy(ground, at, -k)?.lower ?? '',
        )
      )
        return true
    return false
  }

  /** What the people are whom the words before item `at`, back from `from`, speak of. */
  function peopleBefore(at: number, from: number): Part | undefined {
    for (let i = from; i > from - 12; i--) {
      const item = itemBy(ground, at, i - at)
      if (item === undefined || item.lower === ';') return undefined
      if (item.kind === 'sign' || item.kind === 'value') continue
      if (item.noun?.name !== undefined && item.noun.type === 'person') return undefined
      const word = item.kind === 'noun' ? lastWord(item.end) : item.lower
      if (PERFORMER_NOUNS.has(word)) return 'took-part'
      if (GUEST_NOUNS.has(word) || item.noun?.determiner === 'those') return 'attended'
    }
    return undefined
  }

  /** "was there", "were both in attendance", "Also there was Fenn": the event is one told before. */
  function there(at: number): void {
    const { lower } = ground.items[at]!
    if (lower === 'hand' && itemBy(ground, at, -1)?.lower !== 'on') return
    if (lower === 'attendance' && itemBy(ground, at, -1)?.lower !== 'in') return
    if (
      /^(?:at|for|on|in)$/.test(itemBy(ground, at, 1)?.lower ?? '') &&
      lower !== 'there' &&
      itemBy(ground, at, 2)?.kind === 'noun' &&
      eventAt(ground, at + 2) !== undefined &&
      BE.test(verbBefore(at))
    ) {
      const { group, subjects } = clauseAt(context, at - offsetOfBe(at))
      if (group.real) for (const one of subjects) give('attended', one, at + 2, at, 0.88)
      return
    }
    const event = eventNear(ground, at)
    if (event === undefined) return
    const be = offsetOfBe(at)
    if (be > 0) {
      const { group, subjects } = clauseAt(context, at - be)
      const closes = /^(?:[.,;]|and|at|in|to|as|with|for)?$/.test(
        itemBy(ground, at, 1)?.lower ?? '',
      )
      if (group.real && closes) for (const one of subjects) give('attended', one, event, at, 0.85)
    } else if (
      itemBy(ground, at, -1)?.lower === 'also' &&
      BE.test(itemBy(ground, at, 1)?.lower ?? '') &&
      itemBy(ground, at, 2)?.kind === 'noun'
    )
      list('attended', at + 2, at)
  }

  function offsetOfBe(at: number): number {
    for (let k = 1; k <= 4; k++) {
      const lower = itemBy(ground, at, -k)?.lower ?? ''
      if (/^(?:was|were)$/.test(lower)) return k
      if (
        !/^(?:both|all|also|in|on|,)$/.test(lower) &&
        itemBy(ground, at, -k)?.noun?.entity !== undefined &&
        !/^both$/i.test(lower)
      ) {
        const words = ground.story.text.slice(
          itemBy(ground, at, -k)!.start,
          itemBy(ground, at, -k)!.end,
        )
        if (!/^(?:both|all)$/i.test(words)) return 0
      }
    }
    return 0
  }

  function verbBefore(at: number): string {
    const k = offsetOfBe(at)
    return k === 0 ? '' : itemBy(ground, at, -k)!.lower
  }

  /** "took part", "took the stage": in the event told last where none follows. */
  function near(at: number, part: Part, verbs: RegExp): void {
    const back = verbs.test(itemBy(ground, at, -1)?.lower ?? '')
      ? 1
      : verbs.test(itemBy(ground, at, -2)?.lower ?? '')
        ? 2
        : 0
    if (back === 0 || !/^[.,;]?$/.test(itemBy(ground, at, 1)?.lower ?? '')) return
    const { group, subjects } = clauseAt(context, at - back)
    const event = eventNear(ground, at)
    if (group.real && event !== undefined)
      for (const one of subjects) give(part, one, event, at, 0.85)
  }

  function list(
    part: Part,
    first: number,
    at: number,
    event = eventNear(ground, at) ?? partyOf(at),
  ): void {
    if (event === undefined) return
    for (const one of coordinatedAfter(ground, beside, first)) give(part, one, event, at, 0.88)
  }

  /** "The wedding guests included": item index of the guests. */
  function partyOf(at: number): number | undefined {
    for (let i = at - 1; i > at - 6; i--) {
      const noun = itemBy(ground, at, i - at)?.noun
      if (
        noun !== undefined &&
        GUEST_NOUNS.has(noun.words.at(-1)?.lower ?? '') &&
        noun.words.length > 1
      )
        return i
    }
    return undefined
  }

  function give(type: Part, one: number, at: number, verb: number, confidence: number): void {
    const subject = entityAt(ground, one)
    const event = eventAt(ground, at) ?? guestsOf(at)
    if (subject === undefined || event === undefined || !('entity' in subject)) return
    if ('entity' in event && event.entity === subject.entity) return
    const kind = typeOf(ground, subject.entity)
    const { noun } = ground.items[one]!
    if (
      !/^(?:person|organisation|group)$/.test(kind) &&
      !(type === 'took-part' && noun?.name !== undefined)
    )
      return
    if (type === 'attended' && kind === 'organisation') return
    if (
      /^(?:nobody|no one|none|everybody|everyone|anyone)$/i.test(
        ground.story.text.slice(ground.items[one]!.start, ground.items[one]!.end),
      )
    )
      return
    const near = ground.items[at]!.sentence === ground.items[verb]!.sentence ? at : undefined
    drafts.push(...draft(ground, type, { subject, event }, [one, verb, near], confidence))
  }

  /** Of "the wedding guests": the wedding. */
  function guestsOf(at: number): { text: string } | undefined {
    const noun = ground.items[at]?.noun
    if (
      noun === undefined ||
      !GUEST_NOUNS.has(noun.words.at(-1)?.lower ?? '') ||
      noun.words.length < 2
    )
      return undefined
    const { text } = ground.story
    const words = text.slice(noun.words[0]!.start, noun.words.at(-2)!.end)
    return /(?:wedding|party|gala|dinner|funeral|premiere|ball|launch|reception|supper|banquet|ceremony)$/i.test(
      words,
    )
      ? { text: words }
      : undefined
  }

  /** Some verbs go with some events only: one gives a party and no game, runs a marathon and no trial. */
  function isFor(verb: string, at: number): boolean {
    const event = lastWord(ground.items[at]!.end)
    if (/^(?:gave|given|held|holding|threw|throws|thrown|laid|arranged)$/.test(verb))
      return !/^(?:game|match|race|trial|final|derby|cup)$/.test(event)
    if (/^(?:ran|runs|running|run)$/.test(verb))
      return /^(?:marathon|race|relay|mile|run|triathlon|half-marathon|derby|steeplechase)$/i.test(
        event,
      )
    if (/^(?:left|leaving|joined|joins)$/.test(verb))
      return (
        /^(?:party|gala|reception|dinner|wedding|premiere|ceremony|ball|banquet|match|game|funeral|service|concert|show)$/i.test(
          event,
        ) &&
        (verb !== 'joined' || event !== 'party')
      )
    if (/^(?:led|leads|leading)$/.test(verb))
      return !/^(?:party|race|championship|tournament|match|game)$/i.test(event)
    if (/^(?:opened|closed|closes|played|plays)$/.test(verb))
      return !/^(?:match|game|final|trial)$/i.test(event) || verb[0] === 'p'
    if (/^pres/.test(verb))
      return /(?:awards|gala|concert|show|ceremony|final|quiz|festival|prizes?)$/i.test(
        ground.story.text.slice(ground.items[at]!.start, ground.items[at]!.end),
      )
    return true
  }

  function isDuel(at: number): boolean {
    return /^(?:debate|match|final|semi-final|game|race|bout|fight|duel|talks|clash|meeting|summit|derby|hustings|discussion)$/i.test(
      lastWord(ground.items[at]!.end),
    )
  }

  function isTalk(at: number, joint: string): boolean {
    const head = lastWord(ground.items[at]!.end)
    return joint === 'by'
      ? /^(?:talk|lecture|concert|recital|performance|reading|speech|gig|workshop|exhibition|address|sermon|set)$/i.test(
          head,
        )
      : /^(?:discussion|talk|debate|q&a|conversation|signing)$/i.test(head)
  }

  function lastWord(end: number): string {
    return (
      /[a-z&-]+$/i.exec(ground.story.text.slice(Math.max(0, end - 14), end))?.[0].toLowerCase() ??
      ''
    )
  }
}

const INCLUDING =
  'included includes include including featured features feature featuring were was are such likes'.split(
    ' ',
  )
const SEEN = 'photographed pictured seen spotted snapped papped filmed'.split(' ')
const IRREGULAR = new Set(
  'sat stood wore stole kept drew drank ate slept wept sang shook spoke shone swept flew held hid fell met seen'.split(
    ' ',
  ),
)
