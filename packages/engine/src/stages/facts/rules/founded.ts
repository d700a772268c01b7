import { type Draft, draft, entityAt } from '../draft.js'
import { clauseAt } from '../ground/clauses.js'
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
const BODIES = /^(?:organisation|other|group|event)$/
const BUSINESSES = /^(?:organisation|group)$/
/** "left the bank to found Beacon": the verbs that make the founding real. */
const LED_TO = /^(?:left|quit|teamed|joined|resigned|returned|clubbed|split|broke)$/

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
  for (const at of placesOf(ground, STARTED)) give(doingAt(context, at), BUSINESSES)
  for (const at of placesOf(ground, ['set', 'sets', 'setting']))
    if (itemBy(ground, at, 1)?.lower === 'up') give(doingAt(context, at, at + 1), BUSINESSES)
  for (const at of placesOf(ground, [
    'found',
    'co-found',
    'set',
    'launch',
    'start',
    'form',
    'establish',
  ])) {
    const { lower } = ground.items[at]!
    if (lower === 'set' && itemBy(ground, at, 1)?.lower !== 'up') continue
    const doing = doingAt(context, at, lower === 'set' ? at + 1 : at)
    const to = itemBy(ground, at, -1)?.lower === 'to'
    const helped = /^(?:help(?:ed|s)|on)$/.test(itemBy(ground, at, to ? -2 : -1)?.lower ?? '')
    const kinds = /found$/.test(lower) ? BODIES : BUSINESSES
    if (helped) give(doing, kinds)
    else if (to) {
      const verb = realBefore(at)
      const clause = verb === undefined ? undefined : clauseAt(context, verb)
      if (clause?.group.real && !clause.group.passive)
        give({ ...doing, group: clause.group, agents: clause.subjects }, kinds)
    }
  }
  // "Beacon is the brainchild of Fenn", "Beacon, the brainchild of Fenn,"
  for (const at of ground.nouns) {
    if (ground.items[at]!.lower !== 'brainchild' || itemBy(ground, at, 1)?.lower !== 'of') continue
    const before = itemBy(ground, at, -1)?.lower ?? ''
    const thing =
      before === ','
        ? at - 2
        : /^(?:is|was)$/.test(before)
          ? clauseAt(context, at - 1).subjects[0]
          : undefined
    if (thing === undefined || itemBy(ground, at, thing - at)?.kind !== 'noun') continue
    if (itemBy(ground, at, 2)?.kind !== 'noun') continue
    const clause = clauseAt(context, at)
    const group = { ...clause.group, passive: true, real: true }
    const agents = coordinatedAfter(ground, beside, at + 2)
    give({ at, group, clause, agents, themes: [thing], behind: at + 3 }, BODIES)
  }
  // "one of the founders of Beacon"
  for (const at of ground.nouns) {
    if (!/^(?:co-?)?founders$/.test(ground.items[at]!.lower)) continue
    if (itemBy(ground, at, -1)?.lower !== 'of' || itemBy(ground, at, 1)?.lower !== 'of') continue
    const before = itemBy(ground, at, -3)?.lower ?? ''
    const who =
      before === ','
        ? at - 4
        : /^(?:is|was)$/.test(before)
          ? clauseAt(context, at - 3).subjects[0]
          : undefined
    const [subject, object] = [entityAt(ground, who), entityAt(ground, at + 2)]
    if (
      who === undefined ||
      itemBy(ground, at, who - at) === undefined ||
      itemBy(ground, at, 2)?.kind !== 'noun'
    )
      continue
    if (
      subject === undefined ||
      object === undefined ||
      !('entity' in subject) ||
      !('entity' in object)
    )
      continue
    if (typeOf(ground, subject.entity) !== 'person' || !BODIES.test(typeOf(ground, object.entity)))
      continue
    drafts.push(...draft(ground, 'founded', { subject, object }, [who, at, at + 2], 0.9))
  }
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

  function realBefore(at: number): number | undefined {
    for (let k = 2; k <= 10; k++) {
      const item = itemBy(ground, at, -k)
      if (item === undefined || item.kind === 'sign') return undefined
      if (item.kind === 'word' && LED_TO.test(item.lower)) return at - k
    }
    return undefined
  }

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
