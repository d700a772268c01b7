import { type Draft, draft, entityAt } from '../draft.js'
import { objectOf } from '../ground/clauses.js'
import { timeAt } from '../ground/complements.js'
import type { Context } from '../ground/context.js'
import { circumstancesOfDoing, type Doing, doingAt } from '../ground/doing.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import { isOneWord } from '../ground/kinds.js'
import type { Argument } from '../types.js'

const GIVEN =
  'released publishes published releases reissued re-released release publish broadcast shown screened aired streamed serialised serialized stream screen releasing publishing dropped drops unveiled unveils self-released rereleased'.split(
    ' ',
  )
const COMES =
  'opens opened open reaches reached comes transfers transferred showing runs streams premieres premiered premiere airs aired lands landed hits hit drops dropped returns returned debuts debuted streaming available launches launched arrives arrived starts begins screens'.split(
    ' ',
  )
const ONLY_WORKS =
  /^(?:streams|streaming|airs|aired|screens|drops|hits|hit|premieres|debuts|broadcast|screened)$/
/** What a work comes out in. */
const PARTS =
  /^(?:season|series|episode|episodes|instalment|installment|volume|part|run|edition|version|recording|remake)$/
const SCREENS =
  /^(?:cinemas?|theaters?|theatres?|bookshops?|shops|stores|shelves|screens|vinyl|stage)$/

/**
 * A work with where it is to be seen or had, or from when.
 *
 * - "Night Train opens on Friday" · "was released on Wavelet on 1 October" · "hits theaters July 19" · "published in May"
 *
 * Not: "was not released", "released on bail" (no work), "may be published".
 */
export function released(context: Context): Draft[] {
  const { ground } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, GIVEN)) {
    const doing = doingAt(context, at)
    for (const work of doing.themes) give(doing, work, at, doing.agents[0])
    const beside = doing.themes.length === 0 ? besideComma(at) : undefined
    if (beside !== undefined && !doing.group.passive) give(doing, beside, at)
  }
  // "brings out her novel Salt in May"
  for (const at of placesOf(ground, [
    'bring',
    'brings',
    'brought',
    'put',
    'puts',
    'bringing',
    'putting',
  ])) {
    if (itemBy(ground, at, 1)?.lower !== 'out') continue
    const doing = doingAt(context, at, at + 1)
    for (const work of doing.themes) give(doing, work, at + 1, doing.agents[0])
  }
  // "viewers can watch Night Train on Wavelet from 6 June"
  for (const at of placesOf(ground, [
    'watch',
    'stream',
    'see',
    'catch',
    'hear',
    'download',
    'buy',
  ])) {
    if (!/^(?:can|to)$/.test(itemBy(ground, at, -1)?.lower ?? '')) continue
    const work = objectOf(ground, at)
    const { group } = doingAt(context, at)
    if (
      work !== undefined &&
      ground.items[work]!.noun!.type === 'work' &&
      platformBehind(work) !== undefined
    )
      give({ ...doingAt(context, at), group: { ...group, real: true } }, work, work)
  }
  // "is in cinemas", "is on Wavelet", "goes on sale", ", in cinemas on Friday,"
  for (const at of placesOf(ground, ['in', 'on'])) {
    const next = itemBy(ground, at, 1)?.lower ?? ''
    const sale =
      next === 'sale' || (next === 'general' && itemBy(ground, at, 2)?.lower === 'release')
    const shown = at + (next === 'general' || next === 'selected' ? 2 : 1)
    const screens = SCREENS.test(itemBy(ground, at, shown - at)?.lower ?? '')
    if (!sale && !screens) continue
    const before = itemBy(ground, at, -1)?.lower ?? ''
    if (/^(?:is|are|was|goes|go|went|be|now|arrives|out)$/.test(before)) {
      const doing = doingAt(context, at - 1)
      const plain = { ...doing, group: { ...doing.group, passive: false } }
      for (const work of doing.clause.subjects) give(plain, work, at)
    } else {
      const work = besideComma(at)
      if (work !== undefined) give(doingAt(context, at), work, at)
    }
  }
  for (const at of placesOf(ground, COMES)) {
    const doing = doingAt(context, at)
    if (doing.group.passive) {
      for (const work of doing.themes) give(doing, work, at)
    } else for (const work of doing.agents) give(doing, work, at)
  }
  for (const at of placesOf(ground, ['out'])) {
    const before = itemBy(ground, at, -1)?.lower ?? ''
    const work = before === ',' ? besideComma(at) : undefined
    if (work !== undefined) give(doingAt(context, at), work, at)
    if (!/^(?:is|are|was|came|comes|come|be|due)$/.test(before)) continue
    const doing = doingAt(context, /^(?:be|is|are|was)$/.test(before) ? at : at - 1, at)
    for (const work of doing.clause.subjects) give(doing, work, at)
  }
  return drafts

  /** "Night Train, released in May,": the work before the comma. */
  function besideComma(at: number): number | undefined {
    if (itemBy(ground, at, -1)?.lower !== ',') return undefined
    const work = context.owners.get(at - 1) ?? at - 2
    return itemBy(ground, at, work - at)?.noun?.type === 'work' ? work : undefined
  }

  function give(doing: Doing, one: number, at: number, by?: number): void {
    const { group } = doing
    if (!group.real && !group.coming) return
    const work = entityAt(ground, partOf(one) ?? one)
    if (work === undefined || !('entity' in work)) return
    const kind = typeOf(ground, work.entity)
    // what streams or drops is a work, though it was heard as something else
    const isHeard = /^(?:event|other)$/.test(kind) && ONLY_WORKS.test(ground.items[at]!.lower)
    const named = ground.items[one]!.noun!.name !== undefined
    const platform = platformBehind(at) ?? publisher(by)
    const shown =
      platform !== undefined && 'text' in platform.argument && isOneWord(ground, work.entity)
    const launched =
      kind === 'other' &&
      /^(?:released?|launch(?:es|ed)|out|available|arrives)$/.test(ground.items[at]!.lower)
    if (kind !== 'work' && !((isHeard || shown || launched) && named)) return
    const from = { ...doing, behind: at + 1 }
    const time =
      circumstancesOfDoing(context, from).time ??
      circumstancesOfDoing(context, doing).time ??
      timeBehind(doing)
    if (time === undefined && platform === undefined) return
    const parts = { work, platform: platform?.argument, time: time?.argument }
    drafts.push(...draft(ground, 'released', parts, [one, at, platform?.at, time?.at], 0.9))
  }

  /** "the third season of Cold Harbour": the work that the noun at item `at` is a part of. */
  function partOf(at: number): number | undefined {
    const of = itemBy(ground, at, 1)?.lower === 'of' ? itemBy(ground, at, 2)?.noun : undefined
    return of?.type === 'work' && of.name !== undefined && PARTS.test(ground.items[at]!.lower)
      ? at + 2
      : undefined
  }

  /** The publisher or label that brings it out. */
  function publisher(by: number | undefined): { argument: Argument; at: number } | undefined {
    const argument = entityAt(ground, by)
    if (by === undefined || argument === undefined || !('entity' in argument)) return undefined
    return typeOf(ground, argument.entity) === 'organisation' ? { argument, at: by } : undefined
  }

  /** "from 9 October" behind its object. */
  function timeBehind({ behind }: Doing): { argument: Argument; at: number } | undefined {
    for (let k = 0; k <= 10; k++) {
      const item = itemBy(ground, behind, k)
      if (item === undefined || /^(?:who|which|that|and|but|;)$/.test(item.lower)) return undefined
      if (!/^(?:on|from|in|this|next|,)$/.test(item.lower)) continue
      const time =
        itemBy(ground, behind, k + 1) === undefined ? undefined : timeAt(ground, behind + k + 1)
      if (time !== undefined) return time
    }
    return undefined
  }

  function platformBehind(at: number): { argument: Argument; at: number } | undefined {
    for (let k = 1; k <= 8; k++) {
      const item = itemBy(ground, at, k)
      if (item === undefined || /^(?:who|which|that|and|but|;)$/.test(item.lower)) return undefined
      if (item.kind === 'word' && SCREENS.test(item.lower))
        return { argument: { text: item.lower }, at: at + k }
      const before = itemBy(ground, at, k - 1)?.lower ?? ''
      if (
        item.kind !== 'noun' ||
        !(
          /^(?:on|at|in)$/.test(before) ||
          (before === 'to' && k <= 2) ||
          (k === 1 && /^(?:hits|hit)$/.test(before))
        )
      )
        continue
      const argument = entityAt(ground, at + k)
      if (argument === undefined || !('entity' in argument)) continue
      const type = typeOf(ground, argument.entity)
      if (type === 'organisation' || (type === 'place' && before === 'at'))
        return { argument, at: at + k }
      if (/^(?:other|place|event)$/.test(type) && before === 'on' && item.noun!.name !== undefined)
        return { argument, at: at + k }
    }
    return undefined
  }
}
