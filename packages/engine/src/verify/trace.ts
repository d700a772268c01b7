import type { Element } from './claim.js'
import { ADD, DROP, leastAt, NEVER, type Row, stateAt } from './rows.js'

/** A step of an alignment: elements [i, i1) of the claim against words [j, j1) of the text. */
export interface Step {
  readonly kind: 'pair' | 'add' | 'drop' | 'gap' | 'insert' | 'zone'
  readonly i: number
  readonly i1: number
  readonly j: number
  readonly j1: number
}

/** What leads to a pair: a word for a word, one for two of the text, two of the claim for one; a zone; a jump. */
export const ONE = 0
export const TEXT_TWO = 1
export const CLAIM_TWO = 2
export const ZONE = 3
export const JUMP = 4

/** The way back from the cheapest end (or from `end`), as steps in order; undefined where no way leads there. */
export function trace(
  rows: readonly Row[],
  claim: readonly Element[],
  zoneAt: ReadonlyMap<number, number>,
  end: number | undefined,
): Step[] | undefined {
  let i = claim.length
  let j = end ?? cheapest(rows[i]!)
  if (leastAt(rows[i]!, j) === NEVER) return undefined
  let state = stateAt(rows[i]!, j)
  const steps: Step[] = []
  while (i > 0 || (end !== undefined && j > 0)) {
    const row = rows[i]!
    const code = row.cells.back[(row.base + j - row.from) * 3 + state]!
    let step: Step
    if (state === ADD) step = { kind: 'add', i: i - 1, i1: i, j, j1: j }
    else if (state === DROP) step = { kind: 'drop', i, i1: i, j: j - 1, j1: j }
    else step = pairStep(Math.floor(code / 3), row, claim, zoneAt, i, j)
    state = code % 3
    steps.push(step)
    i = step.i
    j = step.j
  }
  return steps.reverse()
}

function pairStep(
  how: number,
  row: Row,
  claim: readonly Element[],
  zoneAt: ReadonlyMap<number, number>,
  i: number,
  j: number,
): Step {
  if (how === ZONE) return { kind: 'zone', i, i1: i, j: zoneAt.get(j)!, j1: j }
  if (how === JUMP) {
    const kind = claim[i - 1]!.kind === 'gap' ? 'gap' : 'insert'
    return { kind, i: i - 1, i1: i, j: row.jump![j - row.from]!, j1: j }
  }
  const back = how === CLAIM_TWO ? 2 : 1
  return { kind: 'pair', i: i - back, i1: i, j: j - (how === TEXT_TWO ? 2 : 1), j1: j }
}

function cheapest(row: Row): number {
  let best = row.from
  for (let j = row.from; j <= row.to; j++) if (leastAt(row, j) < leastAt(row, best)) best = j
  return best
}
