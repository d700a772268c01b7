import type { Circumstances } from './complements.js'
import { circumstancesAfter, timeBefore } from './complements.js'
import type { Context } from './context.js'
import { coordinatedBefore } from './coordinated.js'
import { type Ground, itemBy } from './ground.js'
import { namesBehind } from './predications.js'
import { subjectOf } from './subject.js'
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
  for (let k = 1; k <= 2; k++) {
    const item = itemBy(ground, at, k)
    if (item?.kind === 'noun') return at + k
    if (item?.kind !== 'word' || !item.lower.endsWith('ly')) return undefined
  }
  return undefined
}
