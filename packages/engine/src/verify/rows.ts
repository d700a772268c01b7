/** How the last step of a way to a cell ended. */
export const PAIR = 0
export const ADD = 1
export const DROP = 2

export const NEVER = Number.POSITIVE_INFINITY

/** Costs of the cells of one row of an alignment’s table, three states each; of each cell the least, and its state. */
export interface Row {
  readonly from: number
  readonly to: number
  readonly cost: Float64Array
  /** Where each state was come from: for ADD and DROP the state before, for PAIR how, times three, and that. */
  readonly back: Uint8Array
  readonly least: Float64Array
  readonly state: Uint8Array
  /** For an ellipsis or a bracket: the place of the text where each cell’s jump began. */
  readonly jump: Int32Array | undefined
}

export function newRow(from: number, to: number, jumps: boolean): Row {
  const size = to - from + 1
  return {
    from,
    to,
    cost: new Float64Array(size * 3).fill(NEVER),
    back: new Uint8Array(size * 3),
    least: new Float64Array(size).fill(NEVER),
    state: new Uint8Array(size),
    jump: jumps ? new Int32Array(size) : undefined,
  }
}

export const leastAt = (row: Row, j: number): number =>
  j < row.from || j > row.to ? NEVER : row.least[j - row.from]!

export const stateAt = (row: Row, j: number): number =>
  j < row.from || j > row.to ? PAIR : row.state[j - row.from]!

/** Once all ways into a cell were offered. */
export function settle(row: Row, j: number): void {
  const at = j - row.from
  for (let state = PAIR; state <= DROP; state++) {
    const cost = row.cost[at * 3 + state]!
    if (cost < row.least[at]!) {
      row.least[at] = cost
      row.state[at] = state
    }
  }
}

/** A way into a cell’s pair state, taken if it is the cheapest so far. */
export function offer(row: Row, j: number, cost: number, how: number, state: number): void {
  const at = (j - row.from) * 3 + PAIR
  if (cost >= row.cost[at]!) return
  row.cost[at] = cost
  row.back[at] = how * 3 + state
}

/** The way into a cell’s state ADD or DROP from cell `k` of `before`; `open` more where that is not its state. */
export function enter(
  row: Row,
  j: number,
  into: number,
  before: Row,
  k: number,
  cost: number,
  open: number,
): void {
  if (k < before.from || k > before.to) return
  const same = before.cost[(k - before.from) * 3 + into]!
  const other = before.least[k - before.from]! + open
  const at = (j - row.from) * 3 + into
  row.cost[at] = Math.min(same, other) + cost
  row.back[at] = same <= other ? into : before.state[k - before.from]!
}
