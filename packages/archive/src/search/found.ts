import { sql } from 'kysely'
import type { View } from '../rights/view.js'
import type { Sought } from './filters.js'
import type { QuoteKind } from './query.js'

/** A row that was found: as much of it as is counted. */
export interface Found {
  readonly id: number
  readonly sourceId: number
  /** Of a quote; null of a passage. */
  readonly kind: QuoteKind | null
  /** Of a quote, where it was asked for. */
  readonly content: string | null
}

/** Which of the rows sought. */
export interface Stretch {
  /** Of stories that were added no later than this one. */
  readonly upTo: number
  /** From this id on. */
  readonly low: number
  /** To this id. */
  readonly high: number
  /** The newest or the oldest so many. */
  readonly limit: number
  readonly oldest?: boolean
  /** With the quotes' contents. */
  readonly contents?: boolean
}

/** The rows sought that are shown, in the order of their ids: from the newest on, or the oldest. */
export async function find(
  { archive }: View,
  { table, match, conditions, ...bounds }: Sought,
  stretch: Stretch,
): Promise<Found[]> {
  const low = Math.max(stretch.low, bounds.low)
  const high = Math.min(stretch.high, bounds.high)
  const id = sql.ref(`${table}.id`)
  // In SQLite a cross join is never turned round: the index of words leads, and is walked no further than the limit asks.
  const from = match
    ? sql`${archive.matching(`${table}_words`, match, low, high)} as hit cross join ${sql.table(table)}`
    : sql.table(table)
  const where = [
    match ? sql`${id} = hit.id` : sql`${id} between ${low} and ${high}`,
    sql`${sql.ref(`${table}.hidden`)} = 0`,
    sql`${sql.ref(`${table}.story_id`)} <= ${stretch.upTo}`,
    ...conditions,
  ]
  const order = match ? sql`hit.id` : id
  const kind = table === 'quote' ? sql`quote.kind` : sql`null`
  const content = table === 'quote' && stretch.contents ? sql`quote.content` : sql`null`
  const { rows } =
    await sql<Found>`select ${id} as id, ${sql.ref(`${table}.source_id`)} as "sourceId",
      ${kind} as kind, ${content} as content
    from ${from} where ${sql.join(where, sql` and `)}
    order by ${order} ${stretch.oldest ? sql`asc` : sql`desc`} limit ${stretch.limit}`.execute(
      archive.db,
    )
  return rows
}
