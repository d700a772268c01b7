import { sql } from 'kysely'
import { pageOf } from '../database/page-of.js'
import type { View } from '../rights/view.js'
import { seePerson } from './find.js'
import { entriesOf, type PeopleEntry } from './list.js'
import { fromCursor, isSeen, readWhole, toCursor } from './seen.js'
import { withoutWords } from './weigh.js'

export interface CandidateEntry {
  readonly one: PeopleEntry
  readonly other: PeopleEntry
  /** How likely they are one, 0 to 1. */
  readonly score: number
  /** What speaks for and against it; without titles and bodies where they may be words that the asker may not read. */
  readonly evidence: readonly string[]
}

export interface CandidatesPage {
  readonly candidates: readonly CandidateEntry[]
  readonly next: string | null
}

export interface CandidatesQuery {
  /** Only pairs with this one, by its key. */
  readonly person?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Pairs that may be one and wait for an editor, the likeliest first. */
export async function listCandidates(
  view: View,
  { person: key, limit, cursor }: CandidatesQuery,
): Promise<CandidatesPage> {
  const { db } = view.archive
  const person = key === undefined ? undefined : (await seePerson(view, key)).id
  const shown = ['shown', 'replaced'] as const
  let query = db
    .selectFrom('candidate')
    .innerJoin('person as a', 'a.id', 'candidate.person_id')
    .innerJoin('person as b', 'b.id', 'candidate.other_id')
    .select([
      'a.id as aId',
      'a.key as aKey',
      'a.type as aType',
      'a.name as aName',
      'b.id as bId',
      'b.key as bKey',
      'b.type as bType',
      'b.name as bName',
      'candidate.score as score',
      'candidate.evidence as evidence',
    ])
    .where('candidate.state', '=', 'open')
    .where('a.merged_into', 'is', null)
    .where('b.merged_into', 'is', null)
    .where('a.state', 'in', shown)
    .where('b.state', 'in', shown)
    // one that an authority file alone tells of is nobody's secret
    .where(({ eb, or }) => or([isSeen(view, 'a.id'), eb('a.mentions', '=', 0)]))
    .where(({ eb, or }) => or([isSeen(view, 'b.id'), eb('b.mentions', '=', 0)]))
  if (person !== undefined)
    query = query.where(({ eb, or }) => or([eb('a.id', '=', person), eb('b.id', '=', person)]))
  if (cursor !== undefined) {
    const [score, a, b] = fromCursor(cursor, 3) as [number, number, number]
    query = query.where(sql<boolean>`(candidate.score, a.id, b.id) < (${score}, ${a}, ${b})`)
  }
  const rows = await query
    .orderBy('candidate.score', 'desc')
    .orderBy('a.id', 'desc')
    .orderBy('b.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { page, last } = pageOf(rows, limit)
  const people = page.flatMap(row => [
    { id: row.aId, key: row.aKey, type: row.aType, name: row.aName },
    { id: row.bId, key: row.bKey, type: row.bType, name: row.bName },
  ])
  const entries = new Map(
    (await entriesOf(view, [...new Map(people.map(one => [one.id, one])).values()])).map(one => [
      one.key,
      one,
    ]),
  )
  const whole = await readWhole(
    view,
    page.flatMap(row => [row.aId, row.bId]),
  )
  const evidenceOf = ({ aId, bId, evidence }: (typeof page)[number]) => {
    const says: string[] = JSON.parse(evidence)
    return whole.has(aId) && whole.has(bId) ? says : says.map(withoutWords)
  }
  return {
    candidates: page.map(row => ({
      one: entries.get(row.aKey)!,
      other: entries.get(row.bKey)!,
      score: row.score,
      evidence: evidenceOf(row),
    })),
    next: last ? toCursor([last.score, last.aId, last.bId]) : null,
  }
}
