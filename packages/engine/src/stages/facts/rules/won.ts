import { type Draft, draft, entityAt } from '../draft.js'
import { verbAttaining } from '../ground/attained.js'
import { circumstancesOf, clauseAt } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { coordinatedAfter, isRespective } from '../ground/coordinated.js'
import { doingAt } from '../ground/doing.js'
import { type Ground, itemBy, placesOf, typeOf } from '../ground/ground.js'
import { honourAt, type Prize, prizeAt } from '../ground/prizes.js'
import { yearPrizeAt } from '../ground/year-prizes.js'
import type { Argument } from '../types.js'

const WINS = 'won wins winning clinched clinches clinching scooped scoops notched'.split(' ')
/** These say it of an honour only: of a title, a medal, a prize. */
const TAKES = (
  'landed lifted lifts lift claimed claims secured secures collected collects received receives earned earns took takes ' +
  'taken bagged bags snatched captured captures grabbed sealed retained retains regained retain shared shares picked ' +
  'picks got walked walks came scooped landed lands carried netted pocketed accepted taking claiming lifting retaining'
).split(' ')
/** "was named Driver of the Year": an award with a name of its own. */
const MONEY_TAKERS =
  /^(?:netted|pocketed|collected|earned|received|walked|walks|landed|lands|scooped|scoops|bagged|bags|took|takes)$/
const TO_WIN =
  'win take lift claim secure clinch retain capture seal land regain collect snatch earn defend'.split(
    ' ',
  )
const AWARDS = 'named voted crowned awarded'.split(' ')

/**
 * Who won what: a prize, a title, a competition, a seat, a case, a sum.
 *
 * - "Fenn won the Larkspur Prize" · "she has won £250,000" · "the winner of the Byre Prize, Jo Marsh," · "won by Marsh"
 *
 * Not: "won the argument", "if she wins", "won her heart", "the won fell".
 */
export function won(context: Context): Draft[] {
  const { ground, beside, predications } = context
  const drafts: Draft[] = []
  const give = (
    one: number | undefined,
    object: Prize | undefined,
    at: number,
    time: Argument | undefined,
    place: Argument | undefined,
  ) => {
    const subject = entityAt(ground, one)
    if (subject === undefined || object === undefined || !('entity' in subject)) return
    if (!/^(?:person|organisation|group|work|place)$/.test(typeOf(ground, subject.entity))) return
    const parts = { subject, object: object.argument, time, place }
    drafts.push(...draft(ground, 'won', parts, [one, at, object.at], 0.92))
  }
  for (const at of placesOf(ground, WINS)) take(at, prizeAt, at)
  for (const at of placesOf(ground, TAKES)) {
    const phrase = /^(?:home|up|off|away|with)$/
    let last = at
    while (last < at + 2 && phrase.test(itemBy(ground, at, last + 1 - at)?.lower ?? '')) last++
    const bare = /^(?:walk|came|pick|carried)/.test(ground.items[at]!.lower)
    if (!bare || last > at)
      take(at, MONEY_TAKERS.test(ground.items[at]!.lower) ? prizeAt : honourAt, last)
  }
  for (const at of placesOf(ground, TO_WIN)) {
    const prize = (ground.items[at]!.lower === 'win' ? prizeAt : honourAt)(ground, at + 1)
    const verb = prize === undefined ? undefined : verbAttaining(ground, at)
    if (prize === undefined || verb === undefined) continue
    const clause = clauseAt(context, verb)
    if (!clause.group.real || clause.group.passive) continue
    const { time } = circumstancesOf(ground, clause, prize.at)
    for (const one of clause.subjects) give(one, prize, at, time?.argument, undefined)
  }
  for (const at of placesOf(ground, AWARDS)) {
    const clause = clauseAt(context, at)
    // "was crowned world champion", "was named the winner of the Cup"
    const named = itemBy(ground, at, 1)
    const { lower } = ground.items[at]!
    const isChampion = /^(?:champions?|winner)$/.test(named?.lower ?? '')
    const ofWhat =
      isChampion && itemBy(ground, at, 2)?.lower === 'of' ? prizeAt(ground, at + 3) : undefined
    const champion: Prize | undefined = isChampion
      ? (ofWhat ?? { argument: { text: wordsOf(ground, at + 1) }, at: at + 1 })
      : undefined
    const prize = champion ?? prizeAt(ground, at + 1)
    if (!clause.group.real || !clause.group.passive || prize === undefined) continue
    if (champion !== undefined) {
      if (ofWhat === undefined && named!.lower === 'winner') continue
    } else if ('entity' in prize.argument) {
      if (ground.items[prize.at]!.noun!.name === undefined) continue
      if (!/^(?:event|other|work)$/.test(typeOf(ground, prize.argument.entity))) continue
    } else if (
      !(lower === 'awarded' && 'value' in prize.argument) &&
      yearPrizeAt(ground, at + 1) === undefined &&
      !('text' in prize.argument && /^best /i.test(prize.argument.text))
    )
      continue
    const { time } = circumstancesOf(ground, clause, prize.at)
    for (const one of clause.subjects) give(one, prize, at, time?.argument, undefined)
  }
  for (const { subject, noun: at } of predications) {
    const { noun, lower } = ground.items[at]!
    if (lower !== 'winner' && lower !== 'champion' && lower !== 'winners') continue
    // "became national chess champion"
    if (lower === 'champion' && /^bec[ao]mes?$/.test(itemBy(ground, at, -1)?.lower ?? '')) {
      const { start, end } = ground.items[at]!
      if (noun!.words.length > 1 && noun!.determiner === '')
        give(
          subject,
          { argument: { text: ground.story.text.slice(start, end) }, at },
          at,
          undefined,
          undefined,
        )
      continue
    }
    const of =
      lower !== 'champion' && itemBy(ground, at, 1)?.lower === 'of'
        ? prizeAt(ground, at + 2)
        : undefined
    const named = noun!.names[0]
    const entity =
      named === undefined || lower === 'champion' ? -1 : ground.entityOf[named.mention!]!
    give(
      subject,
      of ?? (entity >= 0 ? { argument: { entity }, at } : undefined),
      at,
      undefined,
      undefined,
    )
  }
  // "Winner of the Byre Prize, Ada Fenn lives …", "Byre Prize winner Ada Fenn"
  for (const at of ground.nouns) {
    const { lower, noun } = ground.items[at]!
    if (lower === 'winner' && noun!.name === undefined && itemBy(ground, at, 1)?.lower === 'of') {
      const prize = prizeAt(ground, at + 2)
      const comma = prize === undefined ? -1 : prize.at + 1
      if (itemBy(ground, at, -1)?.kind === 'noun' || itemBy(ground, at, comma - at)?.lower !== ',')
        continue
      const who = itemBy(ground, at, comma + 1 - at)?.noun
      if (
        who?.name !== undefined &&
        who.type === 'person' &&
        at <= ground.sentences[ground.items[at]!.sentence]!.from + 1
      )
        give(comma + 1, prize, at, undefined, undefined)
    }
  }
  // "silver to Jo Marsh", "Gold: Ada Fenn"
  for (const at of placesOf(ground, ['gold', 'silver', 'bronze', 'title', 'prize'])) {
    const prize = honourAt(ground, at)
    if (
      prize !== undefined &&
      itemBy(ground, at, 1)?.lower === 'to' &&
      itemBy(ground, at, 2)?.noun?.type === 'person'
    )
      give(at + 2, prize, at, undefined, undefined)
  }
  return drafts

  function take(at: number, prizeBy: typeof prizeAt, behind: number): void {
    const clause = clauseAt(context, at)
    const { group, subjects } = clause
    if (!group.real) return
    // "won by Fenn", "the race, won by Fenn,", "best actor was shared by Fenn and Marsh"
    if (group.passive || itemBy(ground, behind, 1)?.lower === 'by') {
      const { agents, themes } = doingAt(context, at, behind)
      const [one] = themes
      if (one === undefined || themes.length > 1) return
      const best = itemBy(ground, one, -1)?.lower === 'best' ? one - 1 : one
      for (const by of agents) give(by, prizeBy(ground, best), at, undefined, undefined)
      return
    }
    const first =
      itemBy(ground, behind, 1)?.kind === 'noun'
        ? coordinatedAfter(ground, beside, behind + 1)
        : [behind + 1]
    const prizes = first.flatMap(one => prizeBy(ground, one) ?? [])
    // "won Player of the Year and Coach of the Year"
    const joint = prizes.length === 1 ? prizes[0]!.at + 1 : -1
    if (
      joint > 0 &&
      itemBy(ground, at, joint - at)?.lower === 'and' &&
      yearPrizeAt(ground, joint + 1)
    )
      prizes.push(prizeAt(ground, joint + 1)!)
    if (prizes.length === 0) return
    const last = prizes.at(-1)!.at
    const { time, place } = circumstancesOf(ground, clause, last)
    const deals = prizes.length === subjects.length && isRespective(ground, last)
    subjects.forEach((one, k) => {
      for (const prize of deals ? [prizes[k]!] : prizes)
        give(one, prize, at, time?.argument, place?.argument)
    })
  }
}

/** The words of an item without its article. */
const wordsOf = ({ story, items }: Ground, at: number): string =>
  story.text.slice(items[at]!.start, items[at]!.end).replace(/^(?:the|an?) /i, '')
