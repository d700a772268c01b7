import type { View } from '../rights/view.js'
import { cellsOf, NONE, numbersOf } from './cells.js'
import { copiesLeftOut } from './copies.js'
import { keysWithout, namesOf } from './names.js'
import { inOrder } from './order.js'
import { pairsOf } from './pairs.js'
import type { CountQuery, Measure, Numbers } from './query.js'
import { type State, stateOf } from './state.js'

/** A value that was counted by: a speaker, an outlet, a month. */
export interface Counted {
  /** What `cell` of `countedQuotes` takes; null where it is not told. */
  readonly key: string | null
  /** In words: the speaker's name, the outlet's. '' for an outlet that is not told. */
  readonly name: string | null
}

export interface CountRow extends Numbers {
  /** As many as the query counts by, in its order. */
  readonly of: readonly Counted[]
}

export interface Counts {
  readonly state: State
  /** Over all rows. A quote by two speakers is in both their rows, and once in the total. */
  readonly total: Numbers
  /** Stories that were left out as copies. */
  readonly copies: number
  /** How many rows there are in all. */
  readonly all: number
  readonly rows: readonly CountRow[]
  /** Gives the rows behind these; null where there are none. */
  readonly next: string | null
}

export interface CountOptions {
  /** What rows are sorted by, the most first; where it is counted by time, that goes first. Unless told, quotes. */
  readonly sort?: Measure
  /** Unless told, 50. */
  readonly limit?: number
  readonly cursor?: string | undefined
}

/**
 * Counts quotes, the words they quote, the stories they stand in and the persons they are by. Numbers are those of the
 * rows of records in force: `state` says of which. Rejects with 'bad-query'.
 */
export async function count(
  view: View,
  query: CountQuery,
  { sort = 'quotes', limit = 50, cursor }: CountOptions = {},
): Promise<Counts> {
  const state = await stateOf(view.archive)
  const leftOut = await copiesLeftOut(view, query)
  const { by = [] } = query
  const cells = by.length > 0 ? await cellsOf(view, pairsOf(view, query, leftOut)) : []
  const [total = NONE] = await cellsOf(view, pairsOf(view, { ...query, by: [] }, leftOut))
  const { some, next } = inOrder(await keysWithout(view, by, cells), by, { sort, limit, cursor })
  return {
    state,
    total: numbersOf(total),
    copies: leftOut.length,
    all: cells.length,
    rows: await namesOf(view, by, some),
    next,
  }
}
