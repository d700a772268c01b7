import { type Draft, draft, entityAt } from '../draft.js'
import type { Context } from '../ground/context.js'
import { coordinatedAfter, isRespective } from '../ground/coordinated.js'
import { complementAt, type Doing, doingAt } from '../ground/doing.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import { titleAt } from '../ground/titles.js'

const FOUNDED = 'founded co-founded cofounded founding co-founding'.split(' ')
/** These found a business only. */
const STARTED =
  'started established opened launched formed created starting establishing opening launching forming'.split(
    ' ',
  )
const BODIES = /^(?:organisation|other|group)$/

/**
 * Who founded what: one fact for each founder and thing.
 *
 * - "Fenn and Marsh founded Beacon" · "before co-founding Beacon with Jo Marsh" · "Beacon, set up by Fenn" · "founder of Beacon"
 * - "Fenn and Marsh founded Beacon and Torvane respectively": one each
 *
 * Not: "planned to found", "opened the door", "launched an attack", "well founded".
 */
export function founded(context: Context): Draft[] {
  const { ground, beside, predications } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, FOUNDED)) give(doingAt(context, at), BODIES)
  for (const at of placesOf(ground, STARTED)) give(doingAt(context, at), /^organisation$/)
  for (const at of placesOf(ground, ['set', 'sets', 'setting']))
    if (itemBy(ground, at, 1)?.lower === 'up') give(doingAt(context, at, at + 1), /^organisation$/)
  for (const { subject, noun, shared, inner } of predications) {
    if (inner !== undefined) continue
    const found = titleAt(ground, noun, shared)
    if (found?.organisation === undefined || !('entity' in found.organisation)) continue
    if (!('text' in found.title) || !/(?:^|[\s-])(?:co-?)?founder$/i.test(found.title.text))
      continue
    const who = entityAt(ground, subject)
    if (who === undefined) continue
    drafts.push(
      ...draft(
        ground,
        'founded',
        { subject: who, object: found.organisation },
        [subject, noun, found.last],
        0.93,
      ),
    )
  }
  return drafts

  function give(doing: Doing, kinds: RegExp): void {
    const { group, at, behind } = doing
    if (!group.real) return
    const themes = doing.themes.filter(one => {
      const entity = ground.items[one]!.noun!.entity
      return entity !== undefined && kinds.test(typeOf(ground, entity))
    })
    const companion = group.passive ? undefined : complementAt(context, behind, /^with$/, 'noun')
    const others =
      companion === undefined ||
      ground.items[companion]!.noun!.type !== 'person' ||
      themes.length !== 1
        ? []
        : coordinatedAfter(ground, beside, companion)
    const agents = [...doing.agents, ...others]
    const deals =
      themes.length === agents.length && themes.length > 1 && isRespective(ground, behind - 1)
    agents.forEach((one, k) => {
      const subject = entityAt(ground, one)
      if (subject === undefined || !('entity' in subject)) return
      if (!/^(?:person|organisation|group)$/.test(typeOf(ground, subject.entity))) return
      for (const theme of deals ? [themes[k]!] : themes) {
        const object = entityAt(ground, theme)!
        if ('entity' in object && object.entity === subject.entity) continue
        drafts.push(...draft(ground, 'founded', { subject, object }, [one, at, theme], 0.93))
      }
    })
  }
}
