import type { Band } from './chains.js'
import type { Element } from './claim.js'
import { isContraction } from './contractions.js'
import { OPEN, pairCost, type Traits, traitsOf } from './costs.js'
import {
  ADD,
  DROP,
  enter,
  leastAt,
  NEVER,
  newRows,
  offer,
  type Row,
  settle,
  stateAt,
} from './rows.js'
import { CLAIM_TWO, JUMP, ONE, type Step, TEXT_TWO, trace, ZONE } from './trace.js'
import type { NormalWord } from './types.js'

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
/** To drop costs a little less than to add: of two readings that which keeps more of the claim’s words is the better. */
const DROP_FACTOR = 0.95

/**
 * The cheapest alignment of a claim with (a part of) a text within a band (Gotoh’s: affine costs of gaps), or
 * undefined where none is within it. Beside pairs, added and dropped words: a claim’s ellipsis passes over any words,
 * a bracket over a few, a zone is passed over whole, and two words with a hyphen between, or drawn together with an
 * apostrophe, pair with one. Time and memory are those of the band.
 */
export function align(
  claim: readonly Element[],
  text: readonly NormalWord[],
  { lo, hi }: Band,
  { whole = false, zones = [] }: AlignOptions = {},
): readonly Step[] | undefined {
  const n = claim.length
  const rows = newRows(lo, hi)
  const zoneAt = new Map(zones.map(({ from, to }) => [to, from]))
  const traits = text.map(traitsOf)
  for (let i = 0; i <= n; i++) {
    const element = claim[i - 1]
    const row = rows[i]!
    if (element === undefined) fillFirst(row, whole)
    else if (element.kind === 'gap') fillJump(row, rows[i - 1]!, NEVER, GAP_WORD_COST)
    else if (element.kind === 'insert') fillJump(row, rows[i - 1]!, INSERT_MOST, INSERT_WORD_COST)
    else fillWord(rows, i, element, claim[i - 2], traits)
    for (let j = row.from; j <= row.to; j++) {
      const zone = i > 0 && i < n ? zoneAt.get(j) : undefined
      if (zone !== undefined)
        offer(row, j, leastAt(row, zone) + ZONE_COST, ZONE, stateAt(row, zone))
      if (j > row.from && (i > 0 || whole))
        enter(row, j, DROP, row, j - 1, traits[j - 1]!.weight * DROP_FACTOR, OPEN)
      settle(row, j)
    }
  }
  return trace(rows, claim, zoneAt, whole ? text.length : undefined)
}

function fillFirst(row: Row, whole: boolean): void {
  for (let j = row.from; j <= row.to; j++) if (!whole || j === 0) offer(row, j, 0, ONE, 0)
}

/** An ellipsis or a bracket passes over words of the text, at most so many. */
function fillJump(row: Row, above: Row, most: number, step: number): void {
  const jump = new Int32Array(row.to - row.from + 1)
  row.jump = jump
  let from = above.from
  let cost = NEVER
  for (let j = above.from; j <= row.to; j++) {
    cost += step
    // what falls out of a bracket’s short reach is not looked for again
    if (leastAt(above, j) < cost || j - from > most) {
      cost = leastAt(above, j)
      from = j
    }
    if (j < row.from) continue
    offer(row, j, cost, JUMP, stateAt(above, from))
    jump[j - row.from] = from
  }
}

function fillWord(
  rows: readonly Row[],
  i: number,
  element: Element & { readonly word: NormalWord },
  previous: Element | undefined,
  text: readonly Traits[],
): void {
  const row = rows[i]!
  const above = rows[i - 1]!
  const before = rows[i - 2]
  const word = traitsOf(element.word)
  const last = previous?.kind === 'word' ? traitsOf(previous.word) : undefined
  for (let j = row.from; j <= row.to; j++) {
    enter(row, j, ADD, above, j, word.weight, OPEN)
    if (j === 0) continue
    const here = text[j - 1]!
    const cost = leastAt(above, j - 1)
    if (cost < NEVER)
      offer(row, j, cost + pairCost(element, word, here), ONE, stateAt(above, j - 1))
    const ofText = j > 1 ? joinCost(word, text[j - 2]!, here) : NEVER
    if (ofText < NEVER)
      offer(row, j, leastAt(above, j - 2) + ofText, TEXT_TWO, stateAt(above, j - 2))
    const ofClaim = last === undefined ? NEVER : joinCost(here, last, word)
    if (ofClaim < NEVER && before !== undefined)
      offer(row, j, leastAt(before, j - 1) + ofClaim, CLAIM_TWO, stateAt(before, j - 1))
  }
}

/** What it costs to set one word against two: only where a hyphen, or an apostrophe, says that it is the two. */
function joinCost(one: Traits, first: Traits, second: Traits): number {
  const hyphen = second.word.linked === true || one.word.broken === true
  if (hyphen && one.word.key === first.word.key + second.word.key) return 0.02
  return one.apostrophe && isContraction(one.word, first.word, second.word) ? 0.3 : NEVER
}
