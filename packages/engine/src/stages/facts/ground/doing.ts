import { type Clause, circumstancesOf, clauseAt, objectOf } from './clauses.js'
import type { Circumstances } from './complements.js'
import type { Context } from './context.js'
import { behindOf, coordinatedAfter } from './coordinated.js'
import { itemBy } from './ground.js'
import { antecedent, headOf } from './subject.js'
import type { VerbGroup } from './verbs.js'

/** Who did it, and to what: the same for "Fenn founded Beacon", "Beacon was founded by Fenn", "Beacon, which Fenn founded". */
export interface Doing {
  readonly at: number
  readonly group: VerbGroup
  /** Item indexes; empty where the words name none. */
  readonly agents: readonly number[]
  readonly themes: readonly number[]
  /** Item index behind the verb and its object. */
  readonly behind: number
  readonly clause: Clause
}

/** The parts of the clause whose verb is item `at`; `last` is its last word ("set up"). */
export function doingAt(context: Context, at: number, last = at): Doing {
  const { ground, owners, beside } = context
  const clause = clauseAt(context, at)
  const { group, subjects } = clause
  const by = itemBy(ground, last, 1)?.lower === 'by'
  if (group.passive || by) {
    const agents = byWhom(context, last)
    let back = at - 1
    while (itemBy(ground, at, back - at)?.kind === 'value' && back > at - 4)
      back -= /^(?:on|in|at)$/.test(itemBy(ground, at, back - 1 - at)?.lower ?? '') ? 2 : 1
    const before = itemBy(ground, at, back - at)
    const reduced = group.passive
      ? subjects // also of "Founded in 1921 by Fenn, Beacon …"
      : before?.kind === 'noun'
        ? [
            before.noun!.entity === undefined || before.noun!.type === 'place'
              ? headOf(ground, back)
              : back,
          ]
        : before?.lower === ','
          ? [owners.get(back) ?? back - 1].filter(
              one => itemBy(ground, at, one - at)?.kind === 'noun',
            )
          : []
    return { at, group, agents, themes: reduced, behind: last + 1, clause }
  }
  const object = objectOf(ground, last)
  if (object !== undefined) {
    const themes = coordinatedAfter(ground, beside, object)
    return {
      at,
      group,
      agents: subjects,
      themes,
      behind: behindOf(ground, beside, themes.at(-1)!),
      clause,
    }
  }
  // "the label, which Fenn founded", "the song that Fenn wrote"
  const first = subjects[0]
  const relative = first === undefined ? undefined : itemBy(ground, first, -1)
  const theme =
    relative !== undefined && /^(?:which|that)$/.test(relative.lower)
      ? antecedent(ground, owners, first! - 1)
      : relative?.kind === 'noun' && !relative.noun!.possessive && relative.noun!.name === undefined
        ? first! - 1 // "the label she founded"
        : undefined
  return {
    at,
    group,
    agents: subjects,
    themes: theme === undefined ? [] : [theme],
    behind: last + 1,
    clause,
  }
}

const MAX_BEFORE_BY = 8

/** Those behind "by" after a passive verb: "founded in 1990 by Fenn and Marsh". */
function byWhom({ ground, beside }: Context, from: number): readonly number[] {
  for (let k = 1; k <= MAX_BEFORE_BY; k++) {
    const item = itemBy(ground, from, k)
    if (item === undefined || /^(?:who|which|that|and|but|,|;)$/.test(item.lower)) return []
    if (item.lower === 'by')
      return itemBy(ground, from, k + 1)?.kind === 'noun'
        ? coordinatedAfter(ground, beside, from + k + 1)
        : []
  }
  return []
}

/** When and where it was done. */
export const circumstancesOfDoing = (
  { ground }: Context,
  { clause, behind }: Doing,
): Circumstances => circumstancesOf(ground, clause, behind - 1)

const REACH = 14

/** The noun phrase or value behind a preposition, within the clause behind item `from`; undefined where there is none. */
export function complementAt(
  { ground }: Context,
  from: number,
  prepositions: RegExp,
  kind: 'noun' | 'value',
): number | undefined {
  for (let k = 0; k <= REACH; k++) {
    const item = itemBy(ground, from, k)
    if (item === undefined || /^(?:who|which|that|when|while|but|;|:)$/.test(item.lower))
      return undefined
    const next = itemBy(ground, from, k + 1)
    // "set up Beacon after falling out with Marsh": of another doing
    if (/^(?:after|before|since|while)$/.test(item.lower) && next?.lower.endsWith('ing'))
      return undefined
    if (item.kind === 'word' && prepositions.test(item.lower) && next?.kind === kind)
      return from + k + 1
  }
  return undefined
}
