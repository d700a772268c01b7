import type { Band } from './chains.js'
import type { Element } from './claim.js'
import { OPEN, pairCost } from './costs.js'
import type { NormalWord } from './types.js'
import { weightOf } from './weights.js'

/** A step of an alignment: elements [i, i1) of the claim against words [j, j1) of the text. */
export interface Step {
  readonly kind: 'pair' | 'add' | 'drop' | 'gap' | 'insert' | 'zone'
  readonly i: number
  readonly i1: number
  readonly j: number
  readonly j1: number
}

/** Words [from, to) of the text that may be passed over for next to nothing. */
export interface Zone {
  readonly from: number
  readonly to: number
}

export interface AlignOptions {
  /** Both sides must be used up; else the text's ends are free. */
  readonly whole?: boolean
  readonly zones?: readonly Zone[]
}

const ZONE_COST = 0.1
const GAP_WORD_COST = 0.001
const INSERT_WORD_COST = 0.12
/** Words of the text that one bracket may stand for. */
const INSERT_MOST = 12

// states: how the last step ended
const PAIR = 0
const ADD = 1
const DROP = 2
// what led to a PAIR state, in steps of three behind the state it came from
const [ONE, TEXT_TWO, CLAIM_TWO, ZONE, JUMP] = [0, 1, 2, 3, 4] as const

/**
 * The cheapest alignment of a claim with (a part of) a text within a band (Gotoh’s: affine costs of gaps), or
 * undefined where none is within it. Beside pairs, added and dropped words: a claim’s ellipsis passes over any words,
 * a bracket over a few, a zone is passed over whole, and two words with a hyphen between pair with one.
 * Time and memory are those of the band.
 */
export function align(
  claim: readonly Element[],
  text: readonly NormalWord[],
  { lo, hi }: Band,
  { whole = false, zones = [] }: AlignOptions = {},
): readonly Step[] | undefined {
  const n = claim.length
  const rows = Array.from({ length: n + 1 }, (_, i) => newRow(lo[i]!, hi[i]!))
  const zoneAt = new Map(zones.map(({ from, to }) => [to, from]))
  const dropCost = text.map(({ key }) => weightOf(key))

  for (let i = 0; i <= n; i++) {
    const row = rows[i]!
    const above = rows[i - 1]
    const element = claim[i - 1]
    const jump = element?.kind === 'gap' || element?.kind === 'insert'
    const most = element?.kind === 'gap' ? Number.POSITIVE_INFINITY : INSERT_MOST
    const step = element?.kind === 'gap' ? GAP_WORD_COST : INSERT_WORD_COST
    let from = -1
    let fromCost = Number.POSITIVE_INFINITY
    for (let j = row.from; j <= row.to; j++) {
      const at = j - row.from
      if (i === 0) {
        if (!whole || j === 0) row.cost[at * 3 + PAIR] = 0
      } else if (jump) {
        fromCost += step
        const here = best(above!, j)
        if (here.cost < fromCost || j - from > most) {
          // a bracket’s reach is short: what falls out of it is not looked for again
          fromCost = here.cost
          from = j
        }
        setPair(row, at, fromCost, JUMP, 0)
        row.jump ??= new Int32Array(row.to - row.from + 1)
        row.jump[at] = from
      } else {
        const word = element as Element & { word: NormalWord }
        if (j > 0) {
          const before = best(above!, j - 1)
          if (before.cost < Number.POSITIVE_INFINITY) {
            const cost = before.cost + pairCost(word, text[j - 1]!)
            setPair(row, at, cost, ONE, before.state)
          }
          if (j > 1 && isJoin(word.word, text[j - 2]!, text[j - 1]!)) {
            const two = best(above!, j - 2)
            setPair(row, at, two.cost + 0.02, TEXT_TWO, two.state)
          }
          const previous = claim[i - 2]
          if (previous?.kind === 'word' && isJoin(text[j - 1]!, previous.word, word.word)) {
            const two = best(rows[i - 2]!, j - 1)
            setPair(row, at, two.cost + 0.02, CLAIM_TWO, two.state)
          }
        }
        const up = best(above!, j, ADD)
        row.cost[at * 3 + ADD] = up.cost + weightOf(word.word.key)
        row.back[at * 3 + ADD] = up.state
      }
      const zone = zoneAt.get(j)
      if (zone !== undefined && i > 0 && i < n) {
        const start = best(row, zone)
        setPair(row, at, start.cost + ZONE_COST, ZONE, start.state)
      }
      if (j > row.from && (i > 0 || whole)) {
        const left = best(row, j - 1, DROP)
        row.cost[at * 3 + DROP] = left.cost + dropCost[j - 1]!
        row.back[at * 3 + DROP] = left.state
      }
    }
  }
  return trace(rows, claim, zoneAt, whole ? text.length : undefined)
}

interface Row {
  readonly from: number
  readonly to: number
  readonly cost: Float64Array
  readonly back: Uint8Array
  jump: Int32Array | undefined
}

function newRow(from: number, to: number): Row {
  const size = (to - from + 1) * 3
  return {
    from,
    to,
    cost: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    back: new Uint8Array(size),
    jump: undefined,
  }
}

/** The cheapest state of a cell; with what opening an edit costs, where `into` is not its own state. */
function best(row: Row, j: number, into?: number): { cost: number; state: number } {
  if (j < row.from || j > row.to) return NOWHERE
  const at = (j - row.from) * 3
  let state = PAIR
  let cost = Number.POSITIVE_INFINITY
  for (let s = PAIR; s <= DROP; s++) {
    const here = row.cost[at + s]! + (into === undefined || into === s ? 0 : OPEN)
    if (here < cost) {
      cost = here
      state = s
    }
  }
  return { cost, state }
}

const NOWHERE = { cost: Number.POSITIVE_INFINITY, state: PAIR }

function setPair(row: Row, at: number, cost: number, how: number, state: number): void {
  if (cost >= row.cost[at * 3 + PAIR]!) return
  row.cost[at * 3 + PAIR] = cost
  row.back[at * 3 + PAIR] = how * 3 + state
}

/** Is `one` the two together? Only where a hyphen says so. */
const isJoin = (one: NormalWord, first: NormalWord, second: NormalWord): boolean =>
  (second.linked === true || one.broken === true) && one.key === first.key + second.key

function trace(
  rows: readonly Row[],
  claim: readonly Element[],
  zoneAt: ReadonlyMap<number, number>,
  end: number | undefined,
): Step[] | undefined {
  const n = claim.length
  const last = rows[n]!
  let j = end ?? last.from
  if (end === undefined) {
    for (let k = last.from; k <= last.to; k++) if (best(last, k).cost < best(last, j).cost) j = k
  }
  let { cost, state } = best(last, j)
  if (cost === Number.POSITIVE_INFINITY) return undefined
  const steps: Step[] = []
  let i = n
  while (i > 0 || (end !== undefined && j > 0)) {
    const row = rows[i]!
    const at = j - row.from
    const code = row.back[at * 3 + state]!
    let [i0, j0] = [i, j]
    let kind: Step['kind'] = 'pair'
    if (state === ADD) {
      kind = 'add'
      i0 = i - 1
      state = code
    } else if (state === DROP) {
      kind = 'drop'
      j0 = j - 1
      state = code
    } else {
      const how = Math.floor(code / 3)
      state = code % 3
      if (how === ZONE) {
        kind = 'zone'
        j0 = zoneAt.get(j)!
      } else if (how === JUMP) {
        kind = claim[i - 1]!.kind === 'gap' ? 'gap' : 'insert'
        i0 = i - 1
        j0 = row.jump![at]!
        state = best(rows[i0]!, j0).state
      } else {
        i0 = how === CLAIM_TWO ? i - 2 : i - 1
        j0 = how === TEXT_TWO ? j - 2 : j - 1
      }
    }
    steps.push({ kind, i: i0, i1: i, j: j0, j1: j })
    i = i0
    j = j0
  }
  return steps.reverse()
}
