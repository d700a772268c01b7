import { CLOSED_WORDS } from '../../../lexicon/en/closed-words.js'
import type { Circumstances } from './complements.js'
import { circumstancesAfter, timeBefore } from './complements.js'
import type { Context } from './context.js'
import { coordinatedAfter, coordinatedBefore } from './coordinated.js'
import { frontedSubject } from './fronted.js'
import { type Ground, itemBy } from './ground.js'
import { namesBehind } from './predications.js'
import { clauseSubject, type Owners, subjectOf } from './subject.js'
import { type VerbGroup, verbGroup } from './verbs.js'

/** A verb that states something, with its subjects. */
export interface Clause {
  /** Item index of the verb. */
  readonly at: number
  readonly group: VerbGroup
  /** Item indexes of all its subjects ("Fenn and Marsh"), in order; empty where none is found. */
  readonly subjects: readonly number[]
}

/** The clause whose main verb is item `at`. */
export function clauseAt({ ground, owners, beside }: Context, at: number): Clause {
  const group = verbGroup(ground, at)
  // "where both were born"
  const both = ground.items[group.from]!.lower === 'both' ? group.from : group.from - 1
  if (itemBy(ground, at, both - at)?.lower === 'both') {
    const subjects = bothBefore(ground, owners, both)
    if (subjects.length > 0) return { at, group, subjects }
  }
  const fronted = frontedSubject(ground, at)
  if (fronted !== undefined) {
    const subjects = coordinatedAfter(ground, beside, fronted.subject)
    return { at, group: { ...group, passive: fronted.passive }, subjects }
  }
  const subject = subjectOf(ground, owners, group.from)
  const several = subject === undefined ? [] : namesBehind(ground, beside, subject)
  const subjects =
    several.length > 0
      ? several
      : subject === undefined
        ? []
        : coordinatedBefore(ground, owners, subject)
  return { at, group, subjects }
}

/** The two of whom "both" is said: "Fenn and her husband, Jo Marsh, left Orm, where both were born". */
function bothBefore(ground: Ground, owners: Owners, at: number): readonly number[] {
  const verb = clauseSubject(ground, owners, at - 1)
  if (verb === undefined) return []
  const { to } = ground.sentences[ground.items[at]!.sentence]!
  for (let i = verb; i < Math.min(at, to); i++) {
    if (ground.items[i]!.kind !== 'noun') continue
    const two = coordinatedBefore(ground, owners, i)
    if (two.length === 2) return two
  }
  return []
}

/** When and where it was, by the words behind item `from` and before the subject. */
export function circumstancesOf(
  ground: Ground,
  { subjects }: Clause,
  from: number,
  ends?: ReadonlySet<string>,
): Circumstances {
  const after = circumstancesAfter(ground, from, ends)
  if (after.time !== undefined || subjects.length === 0) return after
  const time = timeBefore(ground, subjects[0]!)
  return time === undefined ? after : { ...after, time }
}

/** The item behind `at` that is a noun phrase, adverbs between left out. */
export function objectOf(ground: Ground, at: number): number | undefined {
  let plain = 0
  for (let k = 1; k <= MAX_BEFORE; k++) {
    const item = itemBy(ground, at, k)
    // "snaps up rival Quill Software", "buys struggling clothes retailer Beacon": headlines leave the article out
    if (item?.kind === 'noun')
      return plain === 0 || (item.noun!.name !== undefined && item.noun!.determiner === '')
        ? at + k
        : undefined
    if (item?.kind !== 'word') return undefined
    if (item.lower.endsWith('ly') && k <= 1) continue
    if (item.capital || CLOSED_WORDS.has(item.lower) || item.lower.length < 4) return undefined
    plain++
  }
  return undefined
}

const MAX_BEFORE = 4
