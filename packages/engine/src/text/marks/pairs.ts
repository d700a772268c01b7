import { type Candidate, candidate } from './candidates.js'
import { decide } from './decide.js'
import { CONVENTIONS, type Group, groupOf, type Kind } from './kinds.js'
import { Openings } from './openings.js'
import type { Mark } from './types.js'

export interface Pair {
  /** The kind of the opening mark. */
  readonly kind: Kind
  readonly open: Mark
  readonly close: Mark
}

export interface Paired {
  readonly pairs: readonly Pair[]
  /** Marks that can have no partner; single ones are not counted among them. */
  readonly odd: readonly Mark[]
  /** What is still open at the end, outermost first; it stands in none of the pairs. */
  readonly open: readonly Candidate[]
}

export const toMark = ({ start, end, kind }: Candidate, side: Mark['side']): Mark => ({
  start,
  end,
  family: CONVENTIONS[kind].family,
  side,
})

/**
 * Pairs the marks of one paragraph: each closing mark with the nearest opening one of its kind or, where there is
 * none, with one that it may stand for by a slip. What a pair crosses has no partner. Takes time linear in the
 * candidates.
 */
export function pairMarks(candidates: readonly Candidate[]): Paired {
  const pairs: Pair[] = []
  const odd: Mark[] = []
  const openings = new Openings()
  const next = closesNext(candidates)

  const close = (mark: Candidate, closesLater: boolean, doublesCloseLater: boolean) => {
    const { kind, doubtful } = mark
    const single = groupOf(kind) === 'single'
    const { closes, slips } = CONVENTIONS[kind]
    let partner = openings.lastOf(closes)
    if (partner < 0 && !closesLater) partner = openings.lastOf(slips)
    if (partner < 0) {
      if (!doubtful && !single) odd.push(toMark(mark, 'close'))
      return
    }
    if (doubtful && closesLater) return
    // a single mark within double ones that close behind it is an apostrophe
    if (single && doublesCloseLater && openings.lastIn('double') > partner) return
    const [open, ...crossed] = openings.cut(partner)
    for (const inner of crossed) {
      if (groupOf(inner.kind) !== 'single') odd.push(toMark(inner, 'open'))
    }
    pairs.push({
      kind: open!.kind,
      open: toMark(open!, 'open'),
      close: toMark(mark, 'close'),
    })
  }

  candidates.forEach((mark, index) => {
    const group = groupOf(mark.kind)
    const closesLater = next.own[index] === 1
    const doublesCloseLater = next.double[index] === 1
    const last = openings.lastIn(group)
    const opening = last < 0 ? undefined : openings.at(last)
    if (opening === undefined && isTwo(mark) && openings.lastIn('single') >= 0) {
      for (const part of split(mark, openings)) close(part, false, doublesCloseLater)
      return
    }
    const reading = decide(mark, opening, closesLater)
    if (reading === 'open') openings.push(mark)
    else if (reading === 'odd') odd.push(toMark(mark, 'close'))
    else if (reading === 'close') close(mark, closesLater, doublesCloseLater)
  })
  return { pairs, odd, open: openings.all }
}

const isTwo = ({ kind, side }: Candidate) => kind === 'apostrophes' && side === 'close'

/** '' that ends two nested quotations in single marks, or one whose last word has an apostrophe. */
function split({ start, end }: Candidate, openings: Openings): Candidate[] {
  const kind = openings.at(openings.lastIn('single'))!.kind
  const inner = openings.at(-2)
  const outer = candidate(end - 1, end, kind, 'close')
  if (inner === undefined || groupOf(inner.kind) !== 'single') return [outer]
  return [candidate(start, end - 1, kind, 'close'), outer]
}

/** For each candidate whether the next one that is surely a mark closes: among its own group, and among double marks. */
function closesNext(candidates: readonly Candidate[]): { own: Uint8Array; double: Uint8Array } {
  const own = new Uint8Array(candidates.length)
  const double = new Uint8Array(candidates.length)
  const closes: Record<Group, 0 | 1> = { double: 0, single: 0, guillemets: 0, chevrons: 0 }
  for (let i = candidates.length - 1; i >= 0; i--) {
    const { kind, side, doubtful } = candidates[i]!
    const group = groupOf(kind)
    own[i] = closes[group]
    double[i] = closes.double
    if (!doubtful) closes[group] = side === 'close' ? 1 : 0
  }
  return { own, double }
}
