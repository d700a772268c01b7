import { type Draft, draft, entityAt } from '../draft.js'
import type { Context } from '../ground/context.js'
import { coordinatedAfter, isRespective } from '../ground/coordinated.js'
import { complementAt, type Doing, doingAt } from '../ground/doing.js'
import { isNamed, itemBy, placesOf, typeOf } from '../ground/ground.js'
import { nominalsOf } from '../ground/nominals.js'
import { headOf } from '../ground/subject.js'
import type { Argument } from '../types.js'

const BOUGHT =
  'bought buys buy acquired acquires acquire acquiring purchased buying purchase'.split(' ')
const UP =
  'took taken takes snapped snaps bought buys gobbled swallowed scooped picked hoovered'.split(' ')
const SOLD = 'sold sells sell selling offloaded auctioned'.split(' ')
const TARGETS = /^(?:organisation|place|other|work)$/
const OWNERS = /^(?:person|organisation|group|place)$/

/** Before a takeover that has happened. */
const DONE = /^(?:after|since|following|completed|completes|completing|with)$/

/**
 * Who bought what, from whom, for how much: one fact for each buyer and seller.
 *
 * - "Torvane bought Beacon for $3bn" · "Beacon, which Fenn and Marsh sold to Torvane" · "has agreed to buy" · "took over"
 * - "paid £210m for Larch Tower" · "since its takeover of Beacon"
 *
 * Not: "in talks to buy", "its planned takeover of Beacon", "could be sold", "bought a coffee" (nothing that the story names or speaks of again).
 */
export function acquired(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, BOUGHT)) buy(doingAt(context, at))
  for (const at of placesOf(ground, UP)) {
    const next = itemBy(ground, at, 1)?.lower ?? ''
    if (/^(?:over|up|out)$/.test(next)) buy(doingAt(context, at, at + 1))
    else if (next === 'control' && itemBy(ground, at, 2)?.lower === 'of')
      buy(doingAt(context, at, at + 2))
  }
  // "spent £40m on Beacon", "shelled out £40m for Beacon"
  for (const at of placesOf(ground, ['spent', 'spends', 'shelled', 'splashed', 'forked'])) {
    const price = itemBy(ground, at, 1)?.lower === 'out' ? at + 2 : at + 1
    if (
      itemBy(ground, at, price - at)?.kind !== 'value' ||
      itemBy(ground, at, price + 2 - at)?.kind !== 'noun'
    )
      continue
    if (
      !/^(?:on|for)$/.test(ground.items[price + 1]!.lower) ||
      ground.items[price + 2]!.noun!.type !== 'organisation'
    )
      continue
    const doing = doingAt(context, at)
    give(doing, doing.agents, [price + 2], [], { value: ground.items[price]!.value! })
  }
  for (const at of placesOf(ground, ['paid', 'pays', 'paying'])) {
    const price = itemBy(ground, at, 1)
    if (price?.kind !== 'value' || itemBy(ground, at, 2)?.lower !== 'for') continue
    const doing = doingAt(context, at)
    if (itemBy(ground, at, 3)?.kind === 'noun')
      give(doing, doing.agents, [at + 3], sellersBehind(at + 4), { value: price.value! })
  }
  for (const at of placesOf(ground, SOLD)) {
    const doing = doingAt(context, at)
    const to = complementAt(context, doing.behind, /^to$/, 'noun')
    if (to === undefined) continue
    // "Beacon, sold to Torvane in 2011,"
    if (
      doing.themes.length === 0 &&
      !doing.group.passive &&
      itemBy(ground, at, 1)?.lower === 'to'
    ) {
      const comma = itemBy(ground, at, -1)?.lower === ','
      const theme = comma ? (context.owners.get(at - 1) ?? at - 2) : -1
      if (itemBy(ground, at, theme - at)?.kind === 'noun')
        give(doing, coordinatedAfter(ground, beside, to), [theme], [], priceBehind(at))
      continue
    }
    give(doing, coordinatedAfter(ground, beside, to), doing.themes, doing.agents, priceBehind(at))
  }
  // "since its takeover of Beacon"
  for (const at of ground.nouns) {
    const { lower, noun } = ground.items[at]!
    if (!/^(?:takeover|acquisition|purchase)$/.test(lower) || noun!.words.length > 1) continue
    if (!DONE.test(itemBy(ground, at, -1)?.lower ?? '') || itemBy(ground, at, 1)?.lower !== 'of')
      continue
    const buyer = noun!.possessor?.entity
    const target = entityAt(ground, at + 2)
    if (buyer === undefined || !is({ entity: buyer }, OWNERS) || !is(target, TARGETS)) continue
    if (ground.items[at + 2]!.sentence !== ground.items[at]!.sentence) continue
    const parts = { buyer: { entity: buyer }, target, price: priceBehind(at + 2) }
    drafts.push(...draft(ground, 'acquired', parts, [at, at + 2], 0.85))
  }
  // "Torvane's £3bn takeover of Beacon", "the purchase of Beacon by Torvane"
  for (const { at, owner, behind, last } of nominalsOf(
    ground,
    /^(?:takeover|acquisition|purchase|buyout)$/,
  )) {
    const [of, by] = [behind.get('of'), behind.get('by')]
    const buyer = owner?.entity === undefined ? entityAt(ground, by) : { entity: owner.entity }
    const target = entityAt(ground, of)
    if (of === undefined || !is(buyer, OWNERS) || !is(target, TARGETS)) continue
    if (ground.items[of]!.noun!.name === undefined) continue
    const value = ground.items[at]!.noun!.values[0]?.value
    const money = value !== undefined && ground.story.values[value]!.type === 'money'
    const price = money ? { value } : priceBehind(at)
    drafts.push(...draft(ground, 'acquired', { buyer, target, price }, [at, last], 0.83))
  }
  return drafts

  function buy(doing: Doing): void {
    give(doing, doing.agents, doing.themes, sellersBehind(doing.behind), priceBehind(doing.at))
  }

  function sellersBehind(from: number): readonly number[] {
    const first = complementAt(context, from, /^from$/, 'noun')
    if (first === undefined) return []
    const entity = ground.items[first]!.noun!.entity
    if (entity === undefined || !/^(?:person|organisation|group)$/.test(typeOf(ground, entity)))
      return []
    return coordinatedAfter(ground, beside, first)
  }

  function priceBehind(at: number): Argument | undefined {
    for (let k = 1, since = Number.POSITIVE_INFINITY; k <= 24; k++) {
      const item = itemBy(ground, at, k)
      if (item === undefined || /^(?:;|who|but)$/.test(item.lower)) return undefined
      if (/^(?:for|worth)$/.test(item.lower)) since = k
      if (item.kind !== 'value' || since > k || since < k - 4) continue
      if (ground.story.values[item.value!]!.type === 'money') return { value: item.value! }
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
    if (
      (!group.real && !group.agreed && !isToCome(group, at)) ||
      buyers.length === 0 ||
      targets.length === 0
    )
      return
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
      const target = entityAt(ground, one) ?? entityAt(ground, headOf(ground, one))
      if (!is(target, TARGETS) || (price === undefined && isTrifle(target, one))) continue
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

  function is(argument: Argument | undefined, types: RegExp): boolean {
    return (
      argument !== undefined && 'entity' in argument && types.test(typeOf(ground, argument.entity))
    )
  }
}
