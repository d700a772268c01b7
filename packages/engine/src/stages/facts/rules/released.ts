import { type Draft, draft, entityAt } from '../draft.js'
import type { Context } from '../ground/context.js'
import { circumstancesOfDoing, type Doing, doingAt } from '../ground/doing.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import type { Argument } from '../types.js'

const GIVEN = 'released publishes published releases reissued re-released'.split(' ')
const COMES =
  'opens opened open streams premieres premiered premiere airs aired lands landed hits hit drops dropped returns returned debuts debuted streaming available launches launched arrives arrived starts begins screens'.split(
    ' ',
  )
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
    for (const work of doing.themes.length > 0 ? doing.themes : []) give(doing, work, at)
  }
  for (const at of placesOf(ground, COMES)) {
    const doing = doingAt(context, at)
    if (doing.group.passive) {
      for (const work of doing.themes) give(doing, work, at)
    } else for (const work of doing.agents) give(doing, work, at)
  }
  for (const at of placesOf(ground, ['out'])) {
    const before = itemBy(ground, at, -1)?.lower ?? ''
    if (!/^(?:is|are|was|came|comes|come|be)$/.test(before)) continue
    const doing = doingAt(context, /^(?:be|is|are|was)$/.test(before) ? at : at - 1, at)
    for (const work of doing.clause.subjects) give(doing, work, at)
  }
  return drafts

  function give(doing: Doing, one: number, at: number): void {
    const { group } = doing
    if (!group.real && !group.coming) return
    const work = entityAt(ground, one)
    if (work === undefined || !('entity' in work) || typeOf(ground, work.entity) !== 'work') return
    const from = { ...doing, behind: at + 1 }
    const { time } = circumstancesOfDoing(context, from)
    const platform = platformBehind(at)
    if (time === undefined && platform === undefined) return
    const parts = { work, platform: platform?.argument, time: time?.argument }
    drafts.push(...draft(ground, 'released', parts, [one, at, platform?.at, time?.at], 0.9))
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
      if (type === 'other' && before === 'on') return { argument, at: at + k }
    }
    return undefined
  }
}
