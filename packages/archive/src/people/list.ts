import { sql } from 'kysely'
import { pageOf } from '../database/page-of.js'
import type { PersonTable } from '../database/schema.js'
import type { View } from '../rights/view.js'
import { foldedWords } from '../text/words.js'
import { fromCursor, isSeen, seenMentions, toCursor } from './seen.js'

export interface PeopleQuery {
  /** Words of a name, the last one maybe unfinished. */
  readonly name?: string | undefined
  readonly type?: PersonTable['type'] | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

export interface PeopleEntry {
  readonly key: string
  readonly type: PersonTable['type']
  readonly name: string
  /** Its other names. */
  readonly names: readonly string[]
  /** That the asker may see. */
  readonly quotes: number
  readonly stories: number
  readonly identifiers: readonly { readonly scheme: string; readonly identifier: string }[]
}

export interface PeoplePage {
  readonly people: readonly PeopleEntry[]
  readonly next: string | null
}

/** The register by name, those told of in most stories first. */
export async function listPeople(
  view: View,
  { name, type, limit, cursor }: PeopleQuery,
): Promise<PeoplePage> {
  const { db } = view.archive
  const words = foldedWords(name ?? '')
    .split(' ')
    .filter(Boolean)
  let query = db
    .selectFrom('person')
    .select(['person.id as id', 'key', 'type', 'name', 'mentions'])
    .where('merged_into', 'is', null)
    .where('state', 'in', ['shown', 'replaced'])
    .where(isSeen(view, 'person.id'))
  if (type) query = query.where('type', '=', type)
  if (name !== undefined && words.length === 0) return { people: [], next: null }
  if (words.length > 0) {
    // folded words hold letters and digits alone, so nothing in them is a pattern
    const has = words.map(word => sql<boolean>`(' ' || name_key) like ${`% ${word}%`}`)
    query = query.where('person.id', 'in', eb =>
      eb
        .selectFrom('person_name')
        .select('person_id')
        .where(({ and }) => and(has)),
    )
  }
  if (cursor !== undefined) {
    const [mentions, id] = fromCursor(cursor, 2) as [number, number]
    query = query.where(({ eb, or, and }) =>
      or([
        eb('mentions', '<', mentions),
        and([eb('mentions', '=', mentions), eb('person.id', '<', id)]),
      ]),
    )
  }
  const rows = await query
    .orderBy('mentions', 'desc')
    .orderBy('person.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { page, last } = pageOf(rows, limit)
  return {
    people: await entriesOf(view, page),
    next: last ? toCursor([last.mentions, last.id]) : null,
  }
}

/** What is shown of people in lists, in the order given. */
export async function entriesOf(
  view: View,
  people: readonly (Pick<PeopleEntry, 'key' | 'type' | 'name'> & { readonly id: number })[],
): Promise<PeopleEntry[]> {
  const { db } = view.archive
  const ids = people.map(one => one.id)
  if (ids.length === 0) return []
  const stories = await seenMentions(view)
    .select(['entity.person_id as person'])
    .select(({ fn }) => fn.count<number>('entity.story_id').distinct().as('count'))
    .where('entity.person_id', 'in', ids)
    .groupBy('entity.person_id')
    .execute()
  const quotes = await seenMentions(view)
    .innerJoin('quote_speaker', 'quote_speaker.entity_id', 'entity.id')
    .innerJoin('quote', 'quote.id', 'quote_speaker.quote_id')
    .select(['entity.person_id as person'])
    .select(({ fn }) => fn.count<number>('quote.id').distinct().as('count'))
    .where('entity.person_id', 'in', ids)
    .where('quote.hidden', '=', 0)
    .groupBy('entity.person_id')
    .execute()
  const names = await db
    .selectFrom('person_name')
    .select(['person_id', 'name'])
    .where('person_id', 'in', ids)
    .orderBy('name')
    .execute()
  const identifiers = await db
    .selectFrom('person_authority')
    .selectAll()
    .where('person_id', 'in', ids)
    .orderBy('scheme')
    .orderBy('identifier')
    .execute()
  const count = (rows: readonly { person: number | null; count: number }[], id: number) =>
    Number(rows.find(row => row.person === id)?.count ?? 0)
  return people.map(({ id, key, type, name }) => ({
    key,
    type,
    name,
    names: names.filter(row => row.person_id === id && row.name !== name).map(row => row.name),
    quotes: count(quotes, id),
    stories: count(stories, id),
    identifiers: identifiers
      .filter(row => row.person_id === id)
      .map(({ scheme, identifier }) => ({ scheme, identifier })),
  }))
}
