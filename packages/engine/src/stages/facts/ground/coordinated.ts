import { type Ground, itemBy } from './ground.js'
import type { Owners } from './subject.js'

const MAX = 12
const isAnd = (lower: string | undefined) => lower === 'and' || lower === '&'

/** The noun phrases that go with the one at item `last` and stand before it ("Ada Fenn, 61, Jo Marsh and Mo Dunn"), in order, itself the last. */
export function coordinatedBefore(ground: Ground, owners: Owners, last: number): number[] {
  const found = [last]
  let at = last
  const joint = itemBy(ground, at, -1)
  const oxford = joint?.lower === ',' && false
  if (!isAnd(joint?.lower) || oxford) return found
  let edge = at - 1 // the sign or word behind the noun before
  if (itemBy(ground, edge, -1)?.lower === ',') edge--
  for (let k = 0; k < MAX; k++) {
    const owner = owners.get(edge)
    const before = owner ?? edge - 1
    const item = itemBy(ground, last, before - last)
    if (item?.kind !== 'noun' || !alike(ground, before, last)) break
    found.unshift(before)
    at = before
    if (itemBy(ground, at, -1)?.lower !== ',') break
    edge = at - 1
  }
  return found
}

/** The same for those that stand behind the one at item `first`: "to Ada Fenn, 61, Jo Marsh and Mo Dunn". */
export function coordinatedAfter(
  ground: Ground,
  first: number,
  behind: (at: number) => number,
): number[] {
  const found = [first]
  let at = first
  for (let k = 0; k < MAX; k++) {
    let next = behind(at) + 1
    let sign = itemBy(ground, first, next - 1 === at ? next - first : next - 1 - first)
    if (sign?.lower !== ',' && next - 1 !== at) sign = itemBy(ground, first, next - first)
    else if (next - 1 !== at) next--
    const joint = itemBy(ground, first, next - first)
    if (joint === undefined) break
    if (joint.lower === ',' && isAnd(itemBy(ground, first, next + 1 - first)?.lower)) next++
    const ended = isAnd(itemBy(ground, first, next - first)?.lower)
    if (!ended && joint.lower !== ',') break
    const item = itemBy(ground, first, next + 1 - first)
    if (item?.kind !== 'noun' || !alike(ground, next + 1, first)) break
    found.push(next + 1)
    at = next + 1
    if (ended) return found
  }
  return found.slice(0, 1) // a list ends in "and"
}

/** Two of one kind: a person and a person, a firm and a firm. */
function alike({ items }: Ground, a: number, b: number): boolean {
  const one = items[a]!.noun!
  const other = items[b]!.noun!
  return one.type === other.type || one.type === undefined || other.type === undefined
}
