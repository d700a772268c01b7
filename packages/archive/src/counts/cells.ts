import { sql } from 'kysely'
import type { View } from '../rights/view.js'
import type { Pairs } from './pairs.js'
import type { Numbers } from './query.js'

/** What was counted for one value of each dimension, keys as the database has them. */
export interface Cell extends Numbers {
  readonly keys: readonly [string | number | null, string | number | null]
  /** An entity that is one of the cell's speakers: the first that was added. */
  readonly speaker: number | null
}

export const NONE: Numbers = { quotes: 0, words: 0, stories: 0, people: 0 }

export const numbersOf = ({ quotes, words, stories, people }: Numbers): Numbers => ({
  quotes,
  words,
  stories,
  people,
})

interface Row {
  readonly key1: string | number | null
  readonly key2: string | number | null
}

/** All cells that hold a quote, in no order. */
export async function cellsOf(
  { archive: { db } }: View,
  { quotes, speakers }: Pairs,
): Promise<Cell[]> {
  const { rows } = await sql<Row & Omit<Numbers, 'people'>>`
    select key1, key2, count(*) as quotes, sum(words) as words, count(distinct story) as stories
    from (${quotes}) as quotes group by key1, key2`.execute(db)
  const { rows: people } = await sql<Row & { people: number; speaker: number | null }>`
    select key1, key2, count(distinct who) as people, min(speaker) as speaker
    from (${speakers}) as speakers group by key1, key2`.execute(db)
  const byCell = new Map(people.map(row => [idOf(row), row]))
  return rows.map(row => {
    const { people = 0, speaker = null } = byCell.get(idOf(row)) ?? {}
    return {
      keys: [row.key1, row.key2],
      quotes: Number(row.quotes),
      words: Number(row.words),
      stories: Number(row.stories),
      people: Number(people),
      speaker,
    }
  })
}

const idOf = ({ key1, key2 }: Row) => JSON.stringify([key1, key2])
