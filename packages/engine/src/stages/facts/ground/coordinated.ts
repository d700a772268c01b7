import type { Beside } from './appositions.js'
import { type Ground, itemBy } from './ground.js'
import type { Owners } from './subject.js'

const MAX = 12
const isAnd = (lower: string | undefined) => lower === 'and' || lower === '&'

/**
 * The noun phrases (item indexes) that go with the one at item `last` and stand before it, in order, itself the last:
 * "Ada Fenn, 61, Jo Marsh and Mo Dunn". What stands beside each is left out.
 */
export function coordinatedBefore(ground: Ground, owners: Owners, last: number): number[] {
  const found = [last]
  if (!isAnd(itemBy(ground, last, -1)?.lower)) return found
  // the sign or word behind the phrase before
  let edge = itemBy(ground, last, -2)?.lower === ',' ? last - 2 : last - 1
  for (let k = 0; k < MAX; k++) {
    const before = owners.get(edge) ?? edge - 1
    const item = itemBy(ground, last, before - last)
    if (item?.kind !== 'noun' || !alike(ground, before, last)) break
    found.unshift(before)
    if (itemBy(ground, before, -1)?.lower !== ',') break
    edge = before - 1
  }
  return found
}

/** The same for those behind the one at item `first`; a list that does not end in "and" is its first alone. */
export function coordinatedAfter(
  ground: Ground,
  beside: ReadonlyMap<number, Beside>,
  first: number,
): number[] {
  const found = [first]
  let at = first
  for (let k = 0; k < MAX; k++) {
    let next = behindOf(ground, beside, at)
    const comma = itemBy(ground, first, next - first)?.lower === ','
    if (comma) next++
    const ended = isAnd(itemBy(ground, first, next - first)?.lower)
    if (ended) next++
    else if (!comma) break
    const item = itemBy(ground, first, next - first)
    if (item?.kind !== 'noun' || !alike(ground, next, first)) break
    found.push(next)
    if (ended) return found
    at = next
  }
  return found.slice(0, 1)
}

/** The item behind a noun phrase and what stands beside it; a closing comma is behind. */
export function behindOf(ground: Ground, beside: ReadonlyMap<number, Beside>, at: number): number {
  const last = beside.get(at)?.last
  if (last === undefined) return at + 1
  return ground.items[last]?.lower === ')' ? last + 1 : last
}

/** Does "respectively" stand within three items behind item `last`? Then two lists of one length are dealt out. */
export function isRespective(ground: Ground, last: number): boolean {
  for (let k = 1; k <= 3; k++) if (itemBy(ground, last, k)?.lower === 'respectively') return true
  return false
}

/** Two of one kind: a person and a person, a firm and a firm. */
function alike({ items }: Ground, a: number, b: number): boolean {
  const one = items[a]!.noun!
  const other = items[b]!.noun!
  return one.type === other.type || one.type === undefined || other.type === undefined
}
