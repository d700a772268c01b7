import { DEAL_NOUNS, DEALS } from '../../../lexicon/en/frames.js'
import { type Draft, draft, entityAt } from '../draft.js'
import { verbAttaining } from '../ground/attained.js'
import { clauseAt } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { coordinatedAfter, isRespective } from '../ground/coordinated.js'
import { type Doing, doingAt } from '../ground/doing.js'
import { type Match, nounMatches, prepositionsBehind, verbMatches } from '../ground/frames.js'
import { isNamed, itemBy, placesOf, typeOf } from '../ground/ground.js'
import { isOneWord } from '../ground/kinds.js'
import { headOf } from '../ground/subject.js'
import type { Argument } from '../types.js'

const TARGETS = /^(?:organisation|place|other|work|group)$/
const OWNERS = /^(?:person|organisation|group|place|other|work)$/
const PAYS = 'paid pays paying pay spent spends spend shelled splashed forked splash'.split(' ')
const PRICE_REACH = 24
const STOPS = /^(?:who|which|that|when|while|but|after|before|because|;|:)$/
const AGREES =
  /^(?:agreed|agrees|completed|completes|sealed|seals|clinched|finalised|finalized|secured|struck)$/
const DEALING: ReadonlySet<string> = new Set(DEALS.flatMap(({ verbs }) => verbs.split(' ')))

/**
 * Who bought what, from whom, for how much: one fact for each buyer and seller. The verbs and nouns with their slots are
 * in the lexicon (`DEALS`, `DEAL_NOUNS`).
 *
 * - "Torvane bought Beacon for $3bn" · "Beacon, which Fenn and Marsh founded in 1987 and sold to Torvane" · "took over"
 * - "has agreed to buy" · "paid £210m for Larch Tower" · "since its takeover of Beacon" · "Beacon's sale to Torvane"
 * - "Ownership of Beacon passed to Torvane", "became the owner of Beacon", "snaps up Beacon in $3bn deal"
 *
 * Not: "in talks to buy", "its planned takeover of Beacon", "could be sold", "bought a coffee" (nothing that the story names or speaks of again).
 */
export function acquired(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  for (const match of verbMatches(context, DEALS)) verb(match)
  for (const match of nounMatches(context, DEAL_NOUNS)) noun(match)
  for (const at of placesOf(ground, PAYS)) pay(at)
  // "Ownership of Beacon passed to Torvane", "The lot went to Fenn for £1.3m"
  for (const at of placesOf(ground, ['passed', 'passes', 'went', 'goes', 'fell'])) {
    const doing = doingAt(context, at)
    const price = priceFrom(at)
    const buyer = itemBy(ground, at, 1)?.lower === 'to' ? at + 2 : at
    const owned = /^(?:ownership|control)$/.test(
      ground.items[doing.clause.subjects[0] ?? at]!.lower,
    )
    const bare = ownershipBefore(at)
    if (itemBy(ground, at, buyer - at)?.kind !== 'noun' || buyer === at) continue
    const theme = bare ?? (price === undefined && !owned ? undefined : doing.clause.subjects[0])
    if (theme === undefined || doing.group.passive) continue
    give(doing, coordinatedAfter(ground, beside, buyer), [theme], [], price)
  }
  // "became the owner of Beacon"
  for (const at of placesOf(ground, ['became', 'becomes'])) {
    const owner = itemBy(ground, at, 1)
    if (owner?.lower !== 'owner' || itemBy(ground, at, 2)?.lower !== 'of') continue
    const doing = doingAt(context, at)
    if (itemBy(ground, at, 3)?.kind === 'noun')
      give(doing, doing.clause.subjects, [at + 3], [], priceFrom(at + 3))
  }
  return drafts

  function verb(match: Match): void {
    const { slots, doing, at } = match
    let targets = slots.get('target') ?? []
    let buyers = slots.get('buyer') ?? []
    let sellers = (slots.get('seller') ?? []).filter(isSeller)
    // "bought a majority stake in Beacon"
    targets = targets.map(one => stakeIn(one) ?? one)
    // "the portrait sold to Reith for £2m"
    const { lower } = ground.items[at]!
    if (
      targets.length === 0 &&
      /^(?:sold|sells)$/.test(lower) &&
      itemBy(ground, at, 1)?.lower === 'to'
    ) {
      targets = doing!.clause.subjects
      sellers = []
    }
    // "beat Koekje to buy Beacon"
    const attaining = verbAttaining(ground, at)
    if (attaining !== undefined) {
      const { group, subjects } = clauseAt(context, attaining)
      if (group.real && !group.passive)
        give({ ...doing!, group }, subjects, targets, sellers, priceFrom(at))
      return
    }
    if (buyers.length > 0 && targets.length > 0 && slots.get('buyer') === doing!.agents)
      further(match)
    // "taken private by", "bought out by its managers"
    if (buyers.length === 0) {
      const by = prepositionsBehind(context, doing!.behind).get('by')
      if (by !== undefined && ground.items[by]!.kind === 'noun' && doing!.group.passive)
        buyers = coordinatedAfter(ground, beside, by)
    }
    give(doing!, buyers, targets, sellers, priceFrom(at))
  }

  /** "a controlling stake in Beacon": item index of Beacon. */
  function stakeIn(at: number): number | undefined {
    const { noun, lower } = ground.items[at]!
    const whole = noun?.words.some(word => /^(?:majority|controlling)$/.test(word.lower))
    const other = lower === 'stake' && whole && itemBy(ground, at, 1)?.lower === 'in'
    return other && itemBy(ground, at, 2)?.kind === 'noun' ? at + 2 : undefined
  }

  /** "bought Nordby from Hale for €90m in 2023 and the Cobb brand from Allied in 2024": what "and" adds, with its seller. */
  function further({ doing, slots }: Match): void {
    const { group, behind } = doing!
    if (group.passive) return
    for (let k = 0; k <= PRICE_REACH; k++) {
      const item = itemBy(ground, behind, k)
      if (item === undefined || STOPS.test(item.lower)) return
      const target = behind + k + 1
      const joint = itemBy(ground, target, 1)?.lower
      if (item.lower !== 'and' || itemBy(ground, behind, k + 1)?.kind !== 'noun') continue
      if (!/^(?:from|for)$/.test(joint ?? '')) return
      const from = prepositionsBehind(context, target + 1).get('from')
      const sellers =
        from === undefined ? [] : coordinatedAfter(ground, beside, from).filter(isSeller)
      give(doing!, slots.get('buyer')!, [target], sellers, priceFrom(target))
      return
    }
  }

  function noun(match: Match): void {
    const { slots, at, last } = match
    const owned = ground.items[at]!.noun!
    const argument = (slot: string): { value: Argument | undefined; at: number | undefined } => {
      const item = slots.get(slot)?.[0]
      if (item === at)
        return {
          value:
            owned.possessor?.entity === undefined ? undefined : { entity: owned.possessor.entity },
          at,
        }
      return { value: entityAt(ground, item), at: item }
    }
    const [buyer, target, seller] = [argument('buyer'), argument('target'), argument('seller')]
    // "has agreed a £40m takeover of Beacon"
    if (buyer.value === undefined && AGREES.test(itemBy(ground, at, -1)?.lower ?? '')) {
      const { group, subjects } = clauseAt(context, at - 1)
      const [one] = group.real && !group.passive && subjects.length === 1 ? subjects : []
      buyer.value = entityAt(ground, one)
      buyer.at = one
    }
    if (!is(buyer.value, OWNERS) || !isTarget(target.value) || buyer.at === undefined) return
    if (
      target.at !== at &&
      target.at !== undefined &&
      ground.items[target.at]!.noun!.name === undefined
    )
      return
    const value = owned.values.find(({ value: v }) => v !== undefined && isMoney(v))?.value
    const price = value === undefined ? priceFrom(at) : { value }
    const parts = { buyer: buyer.value, target: target.value, seller: seller.value, price }
    drafts.push(...draft(ground, 'acquired', parts, [at, last], 0.85))
  }

  /** "paid £210m for Larch Tower", "paid a collector £2m for the diptych", "spent £40m on Beacon" */
  function pay(at: number): void {
    const doing = doingAt(context, at)
    if (doing.group.passive) return
    const behind = prepositionsBehind(context, at + 1)
    const target = /^(?:paid|pays|paying|pay|shelled|forked)$/.test(ground.items[at]!.lower)
      ? behind.get('for')
      : (behind.get('on') ?? behind.get('for'))
    const price = moneyWithin(at, target ?? at)
    if (target === undefined || price === undefined || ground.items[target]!.kind !== 'noun') return
    const paid = itemBy(ground, at, 1)?.kind === 'noun' ? at + 1 : undefined
    const from = behind.get('from') ?? paid
    const sellers =
      from === undefined || from < at ? [] : coordinatedAfter(ground, beside, from).filter(isSeller)
    if (doing.group.agreed || doing.group.real || isToCome(doing.group, at))
      give(doing, doing.clause.subjects, coordinatedAfter(ground, beside, target), sellers, price)
  }

  /** "Ownership of Beacon" before a verb: item index of Beacon. */
  function ownershipBefore(at: number): number | undefined {
    const [of, thing] = [itemBy(ground, at, -2), itemBy(ground, at, -1)]
    const word = itemBy(ground, at, -3)?.lower ?? ''
    return of?.lower === 'of' && thing?.kind === 'noun' && /^(?:ownership|control)$/.test(word)
      ? at - 1
      : undefined
  }

  function isSeller(at: number): boolean {
    const entity = ground.items[at]?.noun?.entity
    return entity !== undefined && /^(?:person|organisation|group)$/.test(typeOf(ground, entity))
  }

  function isMoney(value: number): boolean {
    return ground.story.values[value]!.type === 'money'
  }

  function moneyWithin(from: number, to: number): Argument | undefined {
    for (let i = from + 1; i < to; i++) {
      const { value } = ground.items[i]!
      if (value !== undefined && isMoney(value)) return { value }
    }
    return undefined
  }

  /** "for $3bn", "worth $3bn", "in a $3bn deal" behind item `at`. */
  function priceFrom(at: number): Argument | undefined {
    for (let k = 1, since = Number.POSITIVE_INFINITY; k <= PRICE_REACH; k++) {
      const item = itemBy(ground, at, k)
      if (item === undefined || /^(?:;|who|but)$/.test(item.lower)) return undefined
      // “…, bought in 2011, was sold for £18m”: the price is of the nearest verb
      if (item.kind === 'word' && DEALING.has(item.lower)) return undefined
      if (/^(?:for|worth|at|of|in)$/.test(item.lower)) since = k
      if (/^(?:deal|sale|swoop|transaction|takeover|buyout)$/.test(item.lower)) {
        const inside = item.noun?.values.find(({ value }) => value !== undefined && isMoney(value))
        if (inside !== undefined) return { value: inside.value! }
      }
      if (item.kind !== 'value' || since > k || since < k - 4 || !isMoney(item.value!)) continue
      const by = itemBy(ground, at, since)?.lower ?? ''
      const deal = /^(?:deal|sale|swoop|transaction|takeover|buyout)$/.test(
        itemBy(ground, at, k + 1)?.lower ?? '',
      )
      if (/^(?:for|worth)$/.test(by) || deal) return { value: item.value! }
    }
    return undefined
  }

  function give(
    { group, at }: Doing,
    buyers: readonly number[],
    targets: readonly number[],
    sellers: readonly number[],
    price: Argument | undefined,
  ): void {
    if (!group.real && !group.agreed && !isToCome(group, at)) return
    if (buyers.length === 0 || targets.length === 0) return
    const last = Math.max(...buyers, ...targets)
    const deals =
      buyers.length > 1 && buyers.length === targets.length && isRespective(ground, last)
    for (const [k, one] of targets.entries()) {
      if (
        /sel(?:f|ves)$/.test(
          ground.story.text.slice(ground.items[one]!.start, ground.items[one]!.end),
        )
      )
        continue
      const own = named(one)
      const target = entityAt(ground, own) ?? entityAt(ground, headOf(ground, own))
      if (!isTarget(target) || (price === undefined && isTrifle(target, one))) continue
      for (const by of deals ? [buyers[k]!] : buyers) {
        const buyer = entityAt(ground, by)
        if (!is(buyer, OWNERS)) continue
        for (const from of sellers.length > 0 ? sellers : [undefined]) {
          const seller = entityAt(ground, from)
          if (from !== undefined && seller === undefined && sellers.length > 1) continue
          const parts = { buyer, target, seller, price }
          drafts.push(...draft(ground, 'acquired', parts, [by, one, from, at], 0.92))
        }
      }
    }
  }

  /** "its biscuit arm, Crumley,": the name beside a description. */
  function named(at: number): number {
    const noun = ground.items[at]!.noun!
    const next = itemBy(ground, at, 2)?.noun
    if (noun.name !== undefined || noun.pronoun || itemBy(ground, at, 1)?.lower !== ',') return at
    const close = itemBy(ground, at, 3)?.lower ?? '.'
    return next?.name !== undefined &&
      next.words.length === 0 &&
      next.type !== 'person' &&
      /^[,.;]$/.test(close)
      ? at + 2
      : at
  }

  /** "bought a hearse": a thing without a name that the story brings in and leaves. */
  function isTrifle(target: Argument | undefined, at: number): boolean {
    if (target === undefined || !('entity' in target)) return false
    if (typeOf(ground, target.entity) !== 'other' || isNamed(ground, target.entity)) return false
    const { determiner, pronoun } = ground.items[at]!.noun!
    const again = ground.story.entities[target.entity]!.mentions.length > 1
    return !pronoun && !again && !/^(?:the|that|this)$/.test(determiner)
  }

  /** "will buy", "is to buy": announced. */
  function isToCome({ coming }: Doing['group'], at: number): boolean {
    const before = itemBy(ground, at, -1)?.lower ?? ''
    const earlier = itemBy(ground, at, -2)?.lower ?? ''
    return coming && (before === 'will' || (before === 'to' && /^(?:is|are)$/.test(earlier)))
  }

  function isTarget(argument: Argument | undefined): boolean {
    if (argument === undefined || !('entity' in argument)) return false
    return (
      TARGETS.test(typeOf(ground, argument.entity)) ||
      (isNamed(ground, argument.entity) &&
        (typeOf(ground, argument.entity) === 'event' || isOneWord(ground, argument.entity)))
    )
  }

  function is(argument: Argument | undefined, types: RegExp): boolean {
    return (
      argument !== undefined && 'entity' in argument && types.test(typeOf(ground, argument.entity))
    )
  }
}
