import { type Draft, draft, entityAt, personAt } from '../draft.js'
import { circumstancesOf, clauseAt, objectOf } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { behindOf } from '../ground/coordinated.js'
import { type Ground, itemBy, placesOf } from '../ground/ground.js'
import { titleAt } from '../ground/titles.js'

const VERBS = ['elected', 're-elected', 'reelected']

/** "was returned as MP", "was voted leader", "won election as mayor", "won re-election": the verbs that need more words. */
function returned(ground: Ground): number[] {
  const next = (at: number) => itemBy(ground, at, 1)?.lower ?? ''
  return [
    ...placesOf(ground, ['returned']).filter(at => next(at) === 'as'),
    // "voted on Saturday to elect Fenn leader"
    ...placesOf(ground, ['elect']).filter(at => isVotedTo(ground, at)),
    ...placesOf(ground, ['voted']).filter(
      at => next(at) === 'in' || itemBy(ground, at, 1)?.kind === 'noun',
    ),
    ...placesOf(ground, ['won']).filter(
      at =>
        /^(?:re-)?election$/.test(next(at)) &&
        /^(?:as|to)$/.test(itemBy(ground, at, 2)?.lower ?? ''),
    ),
  ]
}

function isVotedTo(ground: Ground, at: number): boolean {
  if (itemBy(ground, at, -1)?.lower !== 'to') return false
  for (let k = 2; k <= 6; k++)
    if (/^(?:voted|gathered|met)$/.test(itemBy(ground, at, -k)?.lower ?? '')) return true
  return false
}

/**
 * Who was voted into what: a body, a place, or an office, which is a role as well.
 *
 * - "Fenn was elected to the council in May" · "Marsh, elected mayor of Ardesk in 2019," · "re-elected"
 *
 * Not: "an elected mayor", "could be elected", "elected to stay".
 */
export function elected(context: Context): Draft[] {
  const { ground, beside } = context
  return [...placesOf(ground, VERBS), ...returned(ground)].flatMap(at => {
    const clause = clauseAt(context, at)
    const { group, subjects } = clause
    const before = itemBy(ground, at, -1)
    const reduced = !group.passive && before?.lower === ','
    // "delegates elected Fenn general secretary"
    const chosen = !group.passive && !reduced ? objectOf(ground, at) : undefined
    const active = chosen !== undefined && ground.items[chosen]!.noun!.type === 'person'
    const real = group.real || (ground.items[at]!.lower === 'elect' && active)
    if (!real || (!group.passive && !reduced && !active && ground.items[at]!.lower !== 'won'))
      return []
    const people = active ? [chosen] : subjects
    let next = active ? behindOf(ground, beside, chosen) : at + 1
    while (
      /^(?:unopposed|in|back|again|won|election|re-election|duly)$/.test(
        itemBy(ground, at, next - at)?.lower ?? '',
      ) &&
      /^(?:as|to|unopposed|election|re-election)$/.test(
        itemBy(ground, at, next + 1 - at)?.lower ?? '',
      )
    )
      next++
    let word = itemBy(ground, at, next - at)?.lower ?? ''
    if (/^(?:to|as|in|for)$/.test(word)) next++
    else word = ''
    const item = itemBy(ground, at, next - at)
    if (item?.kind !== 'noun') return []
    const title = word === 'to' || word === 'in' ? undefined : titleAt(ground, next)
    const body = title === undefined ? entityAt(ground, next) : undefined
    if (title === undefined && body === undefined && word === '') return []
    const plain =
      item.noun!.words.length > 0 && word === 'to'
        ? { text: ground.story.text.slice(item.noun!.words[0]!.start, item.end) }
        : undefined
    const object = title === undefined ? (body ?? plain) : (title.organisation ?? title.title)
    if (object === undefined) return []
    const last = title?.last ?? next
    const { time } = circumstancesOf(ground, clause, last)
    return people.flatMap(one => {
      const subject = personAt(ground, one)
      if (subject === undefined) return []
      const facts = draft(
        ground,
        'elected',
        { subject, object, time: time?.argument },
        [one, at, last],
        0.93,
      )
      if (title === undefined) return facts
      const role = { subject, title: title.title, organisation: title.organisation }
      return [...facts, ...draft(ground, 'role', role, [one, at, last], 0.92)]
    })
  })
}
