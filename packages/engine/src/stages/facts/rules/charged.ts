import { AUXILIARIES, BE } from '../../../lexicon/en/closed-words.js'
import { CRIMES } from '../../../lexicon/en/crimes.js'
import { type Draft, draft, entityAt } from '../draft.js'
import { clauseAt, objectOf } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { behindOf, coordinatedAfter } from '../ground/coordinated.js'
import { type Ground, itemBy, placesOf, typeOf } from '../ground/ground.js'

const ENDS = new Set(
  'after following over when who which that in on at before for during since as by but near outside last earlier where'.split(
    ' ',
  ),
)

/**
 * Who is accused of what before a court: one fact for each person and charge, the charge in the text's words.
 *
 * - "Rusk was charged with arson after …" · "police charged Marsh with theft and fraud"
 * - "Thripp and Stagg were charged with fraud and money laundering respectively"
 *
 * Not: "has not been charged", "charged £5", "charged with energy" of a crowd, "charged the clerk".
 */
export function charged(context: Context): Draft[] {
  const { ground, beside } = context
  return placesOf(ground, ['charged']).flatMap(at => {
    const { group, subjects } = clauseAt(context, at)
    if (!group.real) return []
    let people = subjects
    let next = at + 1
    if (itemBy(ground, at, 1)?.lower !== 'with') {
      const object = group.passive ? undefined : objectOf(ground, at)
      if (object === undefined) return []
      people = coordinatedAfter(ground, beside, object)
      next = behindOf(ground, beside, people.at(-1)!)
      if (itemBy(ground, at, next - at)?.lower === ',') next++
    }
    if (itemBy(ground, at, next - at)?.lower !== 'with') return []
    const { charges, last, respectively } = chargesFrom(ground, next + 1)
    const deals = respectively && charges.length === people.length
    return people.flatMap((one, k) => {
      const subject = entityAt(ground, one)
      if (subject === undefined || !('entity' in subject)) return []
      const type = typeOf(ground, subject.entity)
      if (type !== 'person' && type !== 'organisation' && type !== 'group') return []
      return (deals ? [charges[k]!] : charges).flatMap(text =>
        draft(ground, 'charged', { subject, object: { text } }, [one, at, last], 0.94),
      )
    })
  })
}

const COURT =
  /^(?:court|trial|jury|jurors|magistrates?|judge|hearing|prosecutors?|custody|remanded|tribunal)$/
const COURT_REACH = 20
/** A court is spoken of in the sentences around. */
const STORY_REACH = 60
const FACES =
  'face faces facing denies deny denied admits admitted remanded appeared arraigned indicted faced held cleared bailed pleaded'.split(
    ' ',
  )

/**
 * Charges told without "charged": "faces a charge of arson", "was remanded on charges of theft and fraud", "pleaded not
 * guilty to theft", "denies murder", "indicted for fraud"; "accused of theft" where a court is spoken of.
 */
export function accused(context: Context): Draft[] {
  const { ground } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, FACES)) {
    const from = countsBehind(ground, at) ?? directly(ground, at)
    if (from !== undefined) give(at, from)
  }
  for (const at of placesOf(ground, ['accused']))
    if (itemBy(ground, at, 1)?.lower === 'of' && isInCourt(ground, at))
      give(appearance(ground, at) ?? at, at + 2)
  for (const at of placesOf(ground, ['trial'])) {
    const verb = itemBy(ground, at, -2)
    if (itemBy(ground, at, -1)?.lower !== 'on' || itemBy(ground, at, 1)?.lower !== 'for') continue
    if (/^(?:is|was|are|were|went|goes|stood)$/.test(verb?.lower ?? '')) give(at - 2, at + 2)
  }
  for (const at of placesOf(ground, ['charged'])) {
    const verb = itemBy(ground, at, 1)?.lower === 'with' ? appearance(ground, at) : undefined
    if (verb !== undefined) give(verb, at + 2)
  }
  // "is wanted in Orm on charges of fraud", "was held on suspicion of murder"
  for (const at of placesOf(ground, ['wanted'])) {
    const from = countsBehind(ground, at)
    if (from !== undefined && clauseAt(context, at).group.passive) give(at, from)
  }
  return drafts

  function give(verb: number, from: number): void {
    const { group, subjects } = clauseAt(context, verb)
    const { charges, last, respectively } = chargesFrom(ground, from)
    if (!group.real) return
    const deals = respectively && charges.length === subjects.length
    for (const [k, one] of subjects.entries()) {
      const subject = entityAt(ground, one)
      if (subject === undefined || !('entity' in subject)) continue
      if (!/^(?:person|organisation|group)$/.test(typeOf(ground, subject.entity))) continue
      for (const text of deals ? [charges[k]!] : charges)
        drafts.push(
          ...draft(ground, 'charged', { subject, object: { text } }, [one, verb, last], 0.85),
        )
    }
  }
}

const APPEARS = /^(?:appeared|appears|appearing|went|goes|stood|stands)$/

/** "appeared before magistrates in Orm on Monday charged with arson": the verb of the clause that the participle ends. */
function appearance(ground: Ground, at: number): number | undefined {
  for (let k = 1; k <= COURT_REACH; k++) {
    const item = itemBy(ground, at, -k)
    if (item === undefined || /^(?:,|;|and|but|who|which)$/.test(item.lower)) return undefined
    if (item.kind === 'word' && /^(?:was|were|is|are|been|being)$/.test(item.lower) && k <= 2)
      return undefined
    if (item.kind === 'word' && APPEARS.test(item.lower))
      return isInCourt(ground, at) ? at - k : undefined
  }
  return undefined
}

/** Behind "a charge of", "two counts of" within the clause. */
function countsBehind(ground: Ground, at: number): number | undefined {
  for (let k = 1; k <= 10; k++) {
    const item = itemBy(ground, at, k)
    if (item === undefined || item.kind === 'sign' || /^(?:who|which|that|but)$/.test(item.lower))
      return undefined
    if (/^(?:charges?|counts?)$/.test(item.lower) && itemBy(ground, at, k + 1)?.lower === 'of')
      return /^(?:counts?|charges?)$/.test(itemBy(ground, at, k + 2)?.lower ?? '')
        ? undefined
        : at + k + 2
  }
  return undefined
}

/** "pleaded not guilty to", "indicted for". */
function directly(ground: Ground, at: number): number | undefined {
  const { lower } = ground.items[at]!
  // "denies murder", "denied two counts" is found by its counts
  if (/^den(?:ies|y|ied)$/.test(lower)) return isCrime(ground, at + 1) ? at + 1 : undefined
  if (lower === 'indicted' && itemBy(ground, at, 1)?.lower === 'for') return at + 2
  if (lower !== 'pleaded') return undefined
  const to = itemBy(ground, at, 1)?.lower === 'not' ? 3 : 2
  return itemBy(ground, at, to - 1)?.lower === 'guilty' && itemBy(ground, at, to)?.lower === 'to'
    ? at + to + 1
    : undefined
}

/** Do the words from item `at` up to their first joint name a crime: "murder", "causing death by dangerous driving"? */
function isCrime(ground: Ground, at: number): boolean {
  for (let k = 0; k < 5; k++) {
    const item = itemBy(ground, at, k)
    if (item === undefined || item.kind === 'sign' || /^(?:that|and|having|any)$/.test(item.lower))
      return false
    if (CRIMES.has(item.lower)) return true
  }
  return false
}

function isInCourt(ground: Ground, at: number): boolean {
  for (let k = 1; k <= STORY_REACH; k++)
    for (const item of [ground.items[at + k], ground.items[at - k]])
      if (item !== undefined && COURT.test(item.lower)) return true
  return false
}

/** The charges from item `from`, cut at "and" and commas. */
function chargesFrom(
  ground: Ground,
  from: number,
): { charges: string[]; last: number; respectively: boolean } {
  const charges: string[] = []
  const { items, story } = ground
  let start = -1
  let last = from - 1
  const close = (to: number) => {
    if (start >= 0)
      charges.push(
        story.text.slice(items[start]!.start, items[to]!.end).replace(/^(?:the|an?) /i, ''),
      )
    start = -1
  }
  for (let k = 0; k < 24; k++) {
    const item = itemBy(ground, from, k)
    if (item === undefined || /^[.;:!?()“”"—–]/.test(item.lower)) break
    if (item.lower === 'respectively') return { charges: done(), last, respectively: true }
    const office = item.lower === 'in' && itemBy(ground, from, k + 1)?.lower === 'public'
    if ((ENDS.has(item.lower) && !office) || (item.kind === 'value' && start >= 0)) break
    if (item.lower === 'and' || item.lower === ',') {
      const next = itemBy(ground, from, k + 1)
      if (
        item.lower === ',' &&
        (next?.lower === 'respectively' || listGoesOn(ground, from + k + 1))
      ) {
        close(last)
        continue
      }
      if (item.lower === ',' || (next?.kind === 'word' && isVerb(next.lower))) break
      close(last)
      continue
    }
    if (start < 0) start = from + k
    last = from + k
  }
  return { charges: done(), last, respectively: false }

  function done(): string[] {
    close(last)
    return charges
  }
}

/** "denies theft and will stand trial", "and appeared": no further charge. */
const isVerb = (lower: string) => lower.endsWith('ed') || AUXILIARIES.has(lower) || BE.has(lower)

/** Does "and" come before the next sign? Then a comma before it parts a list. */
function listGoesOn(ground: Ground, from: number): boolean {
  for (let k = 0; k < 8; k++) {
    const item = itemBy(ground, from, k)
    if (item === undefined || item.kind === 'sign' || ENDS.has(item.lower)) return false
    if (item.lower === 'and') return true
  }
  return false
}
