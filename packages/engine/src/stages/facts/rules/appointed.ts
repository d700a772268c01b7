import { type Draft, draft, entityAt, personAt } from '../draft.js'
import { circumstancesOf, clauseAt, objectOf } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { behindOf, coordinatedAfter } from '../ground/coordinated.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import { type Title, titleAt } from '../ground/titles.js'
import { yearPrizeAt } from '../ground/year-prizes.js'
import type { Argument } from '../types.js'

const VERBS =
  'appointed appoints named names made hired hires promoted installed picked chosen'.split(' ')
const LEADS = /^(?:head|lead|run|chair|manage|oversee|captain|coach|edit|direct|command)$/
/** These say it only with a title behind them. */
const TITLED = new Set('named names made promoted hired hires installed picked chosen'.split(' '))

/**
 * Who was given a post; the post is a role as well.
 *
 * - "Fenn was appointed chief executive of Beacon" · "Beacon has named Ivo Pell, 52, as its director"
 * - "Fenn and Marsh were appointed chair and treasurer respectively"
 *
 * Not: "named after", "was named in the report", "may be appointed", "made a film".
 */
export function appointed(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, VERBS)) {
    const clause = clauseAt(context, at)
    const { group, subjects } = clause
    const reduced = !group.passive && group.from === at && itemBy(ground, at, -1)?.lower === ','
    if (!group.real) continue
    const next1 = itemBy(ground, at, 1)?.lower ?? ''
    const bare = ground.items[at]!.lower === 'appointed' && /^(?:to|as)$/.test(next1)
    const active = !group.passive && !reduced && !bare
    const first = active ? objectOf(ground, at) : undefined
    if (active && first === undefined) continue
    const people = active ? coordinatedAfter(ground, beside, first!) : subjects
    let next = active ? behindOf(ground, beside, people.at(-1)!) : at + 1
    if (itemBy(ground, at, next - at)?.lower === ',') next++
    const as = itemBy(ground, at, next - at)?.lower
    if (as === 'as' || as === 'to') next++
    const item = itemBy(ground, at, next - at)
    if (yearPrizeAt(ground, next) !== undefined) continue
    // "picked Fenn to head the commission"
    const led = as === 'to' && LEADS.test(item?.lower ?? '') ? objectOf(ground, next) : undefined
    const titles = item?.kind === 'noun' && item.noun!.name === undefined ? titlesFrom(next) : []
    if (titles.length === 0 && TITLED.has(ground.items[at]!.lower) && led === undefined) continue
    const deals = titles.length > 1 && titles.length === people.length
    const body = active ? entityAt(ground, subjects[0]) : undefined
    const giver =
      body !== undefined &&
      'entity' in body &&
      /^(?:organisation|place|group)$/.test(typeOf(ground, body.entity))
        ? body
        : undefined
    people.forEach((one, k) => {
      const subject = personAt(ground, one)
      if (subject === undefined) return
      const own = deals ? [titles[k]!] : titles
      const shared = titles.find(title => title.organisation !== undefined)?.organisation
      const to = own.length === 0 && as === 'to' ? entityAt(ground, led ?? next) : undefined
      const object = shared ?? bodyOf(to) ?? (led === undefined ? giver : undefined)
      if (own.length === 0 && object === undefined && led === undefined && (active || reduced))
        return
      const last = own.at(-1)?.last ?? at
      const { time } = circumstancesOf(ground, clause, last)
      const parts = { subject, object, time: time?.argument }
      drafts.push(...draft(ground, 'appointed', parts, [one, at, last], 0.92))
      // "appointed to its board as a director"
      const besides =
        to !== undefined && itemBy(ground, next, 1)?.lower === 'as' && ground.items[next + 2]
          ? titlesFrom(next + 2)
          : []
      const board = ground.items[next]?.lower === 'board' ? ground.items[next]!.noun : undefined
      const employer =
        board?.possessor?.entity === undefined ? object : { entity: board.possessor.entity }
      for (const { title, organisation, work, last: end } of [...own, ...besides]) {
        const role = {
          subject,
          title,
          organisation: organisation ?? (work ? undefined : employer),
          work,
        }
        drafts.push(...draft(ground, 'role', role, [one, at, end], 0.92))
      }
    })
  }
  // "has joined Beacon as finance director", "joins the board of Beacon"
  for (const at of placesOf(ground, ['joined', 'joins'])) {
    const { group, subjects } = clauseAt(context, at)
    const body = objectOf(ground, at)
    if (!group.real || group.passive || body === undefined) continue
    const object = entityAt(ground, body)
    if (object === undefined || !('entity' in object)) continue
    if (typeOf(ground, object.entity) !== 'organisation') continue
    const isBoard = ground.items[body]!.lower === 'board'
    const as = itemBy(ground, body, 1)?.lower === 'as' && ground.items[body + 2]?.kind === 'noun'
    if (!isBoard && (!as || titleAt(ground, body + 2) === undefined)) continue
    for (const one of subjects) {
      const subject = entityAt(ground, one)
      if (subject === undefined || !('entity' in subject)) continue
      if (typeOf(ground, subject.entity) === 'person')
        drafts.push(...draft(ground, 'appointed', { subject, object }, [one, at, body], 0.88))
    }
  }
  return drafts

  /** What is led may be an event, which is no body: "to lead an inquiry". */
  function bodyOf(argument: Argument | undefined): Argument | undefined {
    return argument !== undefined &&
      'entity' in argument &&
      typeOf(ground, argument.entity) === 'event'
      ? undefined
      : argument
  }

  /** The titles from item `from`: "chair", "chair and treasurer". */
  function titlesFrom(from: number): Title[] {
    const first = titleAt(ground, from)
    if (first === undefined) return []
    const titles = [first]
    const joint = first.last + 1
    if (itemBy(ground, from, joint - from)?.lower === 'and') {
      const noun = itemBy(ground, from, joint + 1 - from)?.noun
      const second =
        noun === undefined || noun.name !== undefined
          ? undefined
          : titleAt(ground, joint + 1, ground.items[from]!.noun)
      if (second !== undefined) titles.push(second)
    }
    return titles
  }
}
