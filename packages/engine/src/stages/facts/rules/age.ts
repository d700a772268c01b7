import { type Draft, draft, entityAt } from '../draft.js'
import { agree, isAge } from '../ground/appositions.js'
import type { Context } from '../ground/context.js'
import { type Ground, isNamed, itemBy, typeOf } from '../ground/ground.js'
import { clauseSubject, headOf, subjectOf } from '../ground/subject.js'
import { isAsked, verbGroup } from '../ground/verbs.js'

/**
 * How old someone is. The ages themselves are values; the rule finds whose they are.
 *
 * - "Marta, 61," · "Marta (61)" · "Marta, a nurse, 61," · "Marta, aged 61,"
 * - "the 46-year-old actor Jo Marsh" · "the 46-year-old" · "Jo Marsh, a 46-year-old actor,"
 * - "she is 46" · "Jo turned 46" · "died aged 61", "died at the age of 61"
 *
 * Not: "she would be 46 today", "if he were 50", "until she was 80", "when he was four", "children under 12".
 */
export function age(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  const give = (owner: number | undefined, value: number, at: number, confidence: number) => {
    const subject = entityAt(ground, owner)
    if (subject === undefined || !('entity' in subject)) return
    const type = typeOf(ground, subject.entity)
    if (type !== 'person' && type !== 'other') return
    if (type === 'other' && ground.story.values[value]!.type !== 'age') return
    // "a 25-year-old court file"
    const words = ground.items[owner!]!.noun!.words
    if (type === 'other' && words.length > 0 && !isNamed(ground, subject.entity)) return
    drafts.push(...draft(ground, 'age', { subject, value: { value } }, [owner, at], confidence))
  }
  for (const [owner, { ages, nouns }] of beside) {
    const named = [owner, ...nouns].find(at => ground.items[at]!.noun!.entity !== undefined)
    for (const at of ages) give(named, ground.items[at]!.value!, at, 0.97)
  }
  for (const at of ground.nouns) {
    const noun = ground.items[at]!.noun!
    for (const { value } of noun.values) {
      if (value === undefined || ground.story.values[value]!.type !== 'age') continue
      give(describedAs(context, at), value, at, 0.96)
    }
  }
  for (const at of ground.values) {
    const value = ground.items[at]!.value!
    if (!isAge(ground, at) && !isInWords(ground, at)) continue
    give(statedOf(context, at), value, at, 0.92)
  }
  return drafts
}

/** The one whom an apposition "a 46-year-old actor" is beside, else the phrase's own. */
function describedAs({ ground, beside }: Context, at: number): number {
  const comma = itemBy(ground, at, -1)
  const owner = itemBy(ground, at, -2)
  if (comma?.lower === ',' && owner?.kind === 'noun' && beside.get(at - 2)?.nouns.includes(at))
    return agree(ground, owner.noun!, ground.items[at]!.noun!) ? at - 2 : at
  return at
}

/** "who was four" */
const isInWords = ({ items, story }: Ground, at: number): boolean =>
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(
    story.text.slice(items[at]!.start, items[at]!.end).toLowerCase(),
  )

/** "until she was 80" tells no age of hers now. */
const AT_ANOTHER_TIME = /^(?:until|till|before|when|since|while|once|after)$/

const REACH = 24

/** "died on Sunday, aged 83,": of the clause's subject, where no person stands before the comma. */
function trailing({ ground, owners }: Context, at: number): number | undefined {
  const { start, end } = ground.items[at]!
  if (itemBy(ground, at, -1)?.lower !== ',' || !/^aged\b/.test(ground.story.text.slice(start, end)))
    return undefined
  const near = itemBy(ground, at, -2)
  if (near?.noun?.type === 'person' || near?.lower === ')' || owners.has(at - 1)) return undefined
  const owner = clauseSubject(ground, owners, at - 1)
  return owner !== undefined && ground.items[owner]!.noun!.type === 'person' ? owner : undefined
}

/** Of whom a verb or "aged" says it. */
function statedOf(context: Context, at: number): number | undefined {
  const { ground, owners } = context
  const before = itemBy(ground, at, -1)
  if (before?.lower === ',' || before?.lower === '(') return trailing(context, at)
  if (before?.kind === 'word' && /^(?:is|was|turned|turns|'s)$/.test(before.lower)) {
    const verb = verbGroup(ground, at - 1)
    const { type } = ground.story.values[ground.items[at]!.value!]!
    const ends = /^[.,;]$/.test(itemBy(ground, at, 1)?.lower ?? '.')
    const owner = subjectOf(ground, owners, verb.from)
    const opens = owner === undefined ? undefined : itemBy(ground, owner, -1)?.lower
    if (opens !== undefined && AT_ANOTHER_TIME.test(opens)) return undefined
    return verb.real && (type === 'age' || ends) ? owner : undefined
  }
  // "he's 46"
  if (before?.kind === 'noun')
    return before.noun!.pronoun && /['’]s$/i.test(ground.story.text.slice(before.start, before.end))
      ? at - 1
      : undefined
  if (before === undefined || isAsked(ground, at)) return undefined
  const { lower } = before
  if (lower === 'aged' && itemBy(ground, at, -2)?.noun?.entity !== undefined)
    return headOf(ground, at - 2)
  const atAge = lower === 'of' && itemBy(ground, at, -2)?.lower === 'age'
  if (lower !== 'aged' && lower !== 'at' && !atAge) return undefined
  for (let k = 2; k < REACH; k++) {
    const item = itemBy(ground, at, -k)
    if (item === undefined || item.lower === ';') return undefined
    if (!/^(?:died|dies|dead)$/.test(item.lower)) continue
    const verb = verbGroup(ground, at - k)
    return verb.real ? subjectOf(ground, owners, verb.from) : undefined
  }
  return undefined
}
