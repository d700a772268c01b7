import { type Draft, draft, entityAt } from '../draft.js'
import { clauseAt } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { coordinatedAfter, coordinatedBefore } from '../ground/coordinated.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'

const BELONGS = 'belongs belonged'.split(' ')
const SITS = 'sits sat serves served'.split(' ')
const BETWEEN = /^(?:of|one|five|three|four|the|all|its|founding|original|several|two)$/

/**
 * Who belongs to a body, by words other than `memberOf`'s own: of several, or by a verb.
 *
 * - "Fenn and Marsh are members of the Hill Party" · "one of the founding members of the band" · "belongs to the club"
 * - "sits on the committee" · "members of the band, including Fenn"
 *
 * Not: "members of staff", "belongs to the past", "sat on the committee's findings".
 */
export function membership(context: Context): Draft[] {
  const { ground, owners, beside } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, BELONGS))
    if (itemBy(ground, at, 1)?.lower === 'to' && itemBy(ground, at, 2)?.kind === 'noun') byVerb(at)
  for (const at of placesOf(ground, SITS))
    if (
      itemBy(ground, at, 1)?.lower === 'on' &&
      /(?:committee|council|panel|board|jury|commission|bench|committees|inquiry)$/i.test(
        wordsAt(at + 2),
      )
    )
      byVerb(at)
  // "was admitted to the guild", "was elected to the academy" is an election
  for (const at of placesOf(ground, ['admitted', 'initiated', 'inducted'])) {
    if (!/^(?:to|into)$/.test(itemBy(ground, at, 1)?.lower ?? '')) continue
    const { group, subjects } = clauseAt(context, at)
    if (!group.real || !group.passive || itemBy(ground, at, 2)?.noun?.name === undefined) continue
    if (/hospital|infirmary|clinic$/i.test(wordsAt(at + 2))) continue
    for (const one of subjects) give(one, at + 2, at)
  }
  for (const at of [...ground.nouns, ...placesOf(ground, ['members'])]) {
    if (ground.items[at]!.lower !== 'members') continue
    const of =
      itemBy(ground, at, 1)?.lower === 'of' && itemBy(ground, at, 2)?.kind === 'noun'
        ? at + 2
        : undefined
    if (of === undefined) continue
    // "members of the band, including Fenn"
    const comma = itemBy(ground, of, 1)?.lower === ',' ? of + 2 : of + 1
    if (/^(?:including|included|include)$/.test(itemBy(ground, of, comma - of)?.lower ?? '')) {
      if (itemBy(ground, of, comma + 1 - of)?.kind === 'noun')
        for (const one of coordinatedAfter(ground, beside, comma + 1)) give(one, of, at)
      continue
    }
    let before = at - 1
    while (before > at - 5) {
      const item = itemBy(ground, at, before - at)
      if (item === undefined || (item.kind !== 'value' && !BETWEEN.test(item.lower))) break
      before--
    }
    const sign = itemBy(ground, at, before - at)
    if (sign === undefined) continue
    if (/^(?:is|are|was|were|became)$/.test(sign.lower)) {
      const { group, subjects } = clauseAt(context, before)
      if (group.real) for (const one of subjects) give(one, of, at)
    } else if (sign.lower === ',') {
      const last = owners.get(before) ?? before - 1
      if (itemBy(ground, at, last - at)?.kind === 'noun')
        for (const one of coordinatedBefore(ground, owners, last)) give(one, of, at)
    }
  }
  return drafts

  function wordsAt(at: number): string {
    const item = ground.items[at]
    return item?.kind === 'noun' && !item.noun!.possessive
      ? ground.story.text.slice(item.start, item.end)
      : ''
  }

  function byVerb(at: number): void {
    const { group, subjects } = clauseAt(context, at)
    if (group.real && !group.passive) for (const one of subjects) give(one, at + 2, at)
  }

  function give(one: number, body: number, at: number): void {
    const [subject, object] = [entityAt(ground, one), entityAt(ground, body)]
    if (
      subject === undefined ||
      object === undefined ||
      !('entity' in subject) ||
      !('entity' in object)
    )
      return
    if (typeOf(ground, subject.entity) !== 'person') return
    if (!/^(?:organisation|group)$/.test(typeOf(ground, object.entity))) return
    if (/^(?:staff|public|family|audience|crowd)$/.test(ground.items[body]!.lower)) return
    drafts.push(...draft(ground, 'member-of', { subject, object }, [one, at, body], 0.88))
  }
}
