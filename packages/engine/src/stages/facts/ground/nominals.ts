import { type Ground, itemBy } from './ground.js'
import type { Noun } from './nouns.js'

/** A deed told by a noun: "Torvane's £3bn takeover of Beacon", "the resignation of Ada Fenn as chair". */
export interface Nominal {
  /** Item index of the noun phrase. */
  readonly at: number
  /** Whose it is, where a possessive says so. */
  readonly owner: Noun | undefined
  /** What stands behind each preposition that follows: item indexes. */
  readonly behind: ReadonlyMap<string, number>
  /** Item index of the last of these, or of the noun itself. */
  readonly last: number
}

const PREPOSITIONS = new Set('of by to from as over in at with for on'.split(' '))
const MAX = 5
/** Beside such words a takeover, a wedding, a win is thought of only. */
const UNREAL = new Set(
  (
    'if whether could would may might can should not never no without bid offer proposed planned plan plans possible ' +
    'potential attempted attempt failed fails hoped hopes hoping blocked blocks block rejected rejects abandoned abandons ' +
    'abandon scrapped collapsed collapses denied denies deny demanded demands demand calls urged called-off cancelled ' +
    'canceled would-be likely unlikely speculation rumours rumors rumoured mooted talks considering considered seeking sought oppose ' +
    'opposed opposes against almost nearly'
  ).split(' '),
)
const AROUND = 14

/** The deeds whose noun is one of these, each stated as done. A bounded number of items is read around each. */
export function nominalsOf(ground: Ground, heads: RegExp): Nominal[] {
  return ground.nouns.flatMap(at => {
    const { noun, lower } = ground.items[at]!
    if (!heads.test(lower) || noun!.name !== undefined || noun!.pronoun) return []
    if (noun!.words.some(word => UNREAL.has(word.lower)) || isDoubted(ground, at)) return []
    const behind = new Map<string, number>()
    let last = at
    for (let k = 0; k < MAX; k++) {
      let next = last + 1
      if (itemBy(ground, at, next - at)?.lower === ',' && k === 0) next++
      const joint = itemBy(ground, at, next - at)
      const item = itemBy(ground, at, next + 1 - at)
      if (joint?.kind !== 'word' || !PREPOSITIONS.has(joint.lower)) break
      if (item?.kind !== 'noun' && item?.kind !== 'value') break
      if (!behind.has(joint.lower)) behind.set(joint.lower, next + 1)
      last = next + 1
    }
    return [{ at, owner: noun!.possessor, behind, last }]
  })
}

function isDoubted(ground: Ground, at: number): boolean {
  for (let k = 1; k <= AROUND; k++) {
    const before = itemBy(ground, at, -k)
    const after = itemBy(ground, at, k)
    for (const item of [before, after])
      if (item !== undefined && (UNREAL.has(item.lower) || /^(?:\?|.*n't)$/.test(item.lower)))
        return true
    if (before === undefined && after === undefined) break
  }
  return false
}
