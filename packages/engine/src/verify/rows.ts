/** How the last step of a way to a cell ended. */
export const PAIR = 0
export const ADD = 1
export const DROP = 2

export const NEVER = Number.POSITIVE_INFINITY

/** Costs of the cells of a whole table, three states each; of each cell the least, and its state. */
interface Cells {
  readonly cost: Float64Array
  /** Where each state was come from: for ADD and DROP the state before, for PAIR how, times three, and that. */
  readonly back: Uint8Array
  readonly least: Float64Array
  readonly state: Uint8Array
}

/** A row of a table: its cells stand for the places [from, to] of the text and begin at `base`. */
export interface Row {
  readonly from: number
  readonly to: number
  readonly base: number
  readonly cells: Cells
  /** For an ellipsis or a bracket: the place of the text where each cell’s jump began. */
  jump: Int32Array | undefined
}

/** The rows of a table whose columns go from `lo[i]` to `hi[i]`. In one piece: small ones are made by the million. */
export function newRows(lo: Int32Array, hi: Int32Array): Row[] {
  const rows: Omit<Row, 'cells'>[] = []
  let size = 0
  for (let i = 0; i < lo.length; i++) {
    rows.push({ from: lo[i]!, to: hi[i]!, base: size, jump: undefined })
    size += hi[i]! - lo[i]! + 1
  }
  const cells = {
    cost: new Float64Array(size * 3).fill(NEVER),
    back: new Uint8Array(size * 3),
    least: new Float64Array(size).fill(NEVER),
    state: new Uint8Array(size),
  }
  return rows.map(row => ({ ...row, cells }))
}

export const leastAt = (row: Row, j: number): number =>
  j < row.from || j > row.to ? NEVER : row.cells.least[row.base + j - row.from]!

export const stateAt = (row: Row, j: number): number =>
  j < row.from || j > row.to ? PAIR : row.cells.state[row.base + j - row.from]!

/** Once all ways into a cell were offered. */
export function settle(row: Row, j: number): void {
  const { cost, least, state: states } = row.cells
  const at = row.base + j - row.from
  for (let state = PAIR; state <= DROP; state++) {
    const here = cost[at * 3 + state]!
    if (here < least[at]!) {
      least[at] = here
      states[at] = state
    }
  }
}

/** A way into a cell’s pair state, taken if it is the cheapest so far. */
export function offer(row: Row, j: number, cost: number, how: number, state: number): void {
  const at = (row.base + j - row.from) * 3 + PAIR
  if (cost >= row.cells.cost[at]!) return
  row.cells.cost[at] = cost
  row.cells.back[at] = how * 3 + state
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
  const from = before.base + k - before.from
  const same = before.cells.cost[from * 3 + into]!
  const other = before.cells.least[from]! + open
  const at = (row.base + j - row.from) * 3 + into
  row.cells.cost[at] = Math.min(same, other) + cost
  row.cells.back[at] = same <= other ? into : before.cells.state[from]!
}
