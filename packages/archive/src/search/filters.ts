import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Match } from '../database/match.js'
import type { Tables } from '../database/schema.js'
import { ArchiveError } from '../errors.js'
import { seenSources, type View } from '../rights/view.js'
import { findStory } from '../stories/story.js'
import { tags } from '../text/tags.js'
import { nameKey } from '../text/words.js'
import { daysOf, idsOf } from './dates.js'
import { parseQuery } from './parse.js'
import type { SearchQuery } from './query.js'
import { someone } from './someone.js'

/** A query as the databases are asked it. */
export interface Sought {
  readonly table: 'quote' | 'passage'
  /** What the words ask for; null where the query has none. */
  readonly text: Match | null
  /** Words and filters; null where neither is asked for. Rows that match may still fall short of `conditions`. */
  readonly match: Match | null
  readonly low: number
  readonly high: number
  /** Of the table's rows, or of quotes alone. */
  readonly conditions: readonly Expression<SqlBool>[]
}

/** Outlets that are asked for as words of the index; more of them are left to the rows. */
const MOST_OUTLETS = 64

/** Rejects with 'bad-query', or 'not-found' for an outlet, story or person that the view does not have. */
export async function resolve(view: View, query: SearchQuery): Promise<Sought> {
  const table = query.in === 'quotes' ? 'quote' : 'passage'
  if (table === 'passage') refuseForPassages(query)
  const text = query.text?.trim() ? parseQuery(query.text) : null
  const all: Match[] = text ? [text] : []
  const conditions: Expression<SqlBool>[] = []

  const sources = await sourcesOf(view, query.outlets)
  if (sources) {
    if (sources.length <= MOST_OUTLETS) all.push(anyOf(sources.map(tags.outlet)))
    conditions.push(sql`${sql.ref(`${table}.source_id`)} in ${view.archive.numbers(sources)}`)
  }
  if (query.kinds?.length) all.push(anyOf(query.kinds.map(tags.kind)))
  if (query.said && (query.said.from !== undefined || query.said.to !== undefined)) {
    const { match, condition } = saidIn(query.said)
    all.push(match)
    conditions.push(condition)
  }
  for (const role of ['speaker', 'about'] as const) {
    const asked = query[role]
    if (asked === undefined) continue
    const { match, condition } = await someone(view, role, asked)
    if (match) all.push(match)
    if (condition) conditions.push(condition)
  }
  if (query.added !== undefined) {
    const last = await lastBefore(view, query.added)
    conditions.push(sql`${sql.ref(`${table}.story_id`)} > ${last}`)
  }
  if (query.story !== undefined) {
    const { id } = await findStory(view, query.story)
    conditions.push(sql`${sql.ref(`${table}.story_id`)} = ${id}`)
  }
  const { low, high } = idsOf(daysOf(query.published ?? {}))
  const match = all.length > 1 ? { all } : (all[0] ?? null)
  return { table, text, match, low, high, conditions }
}

function refuseForPassages({ speaker, about, said, kinds }: SearchQuery) {
  const asked = Object.entries({ speaker, about, said: said?.from ?? said?.to, kind: kinds?.[0] })
  const [name] = asked.find(([, value]) => value !== undefined) ?? []
  if (name)
    throw new ArchiveError(
      'bad-query',
      `Passages cannot be searched by ${name}: only quotes have it. Leave it out, or search in quotes.`,
    )
}

/** The id of the story that was added last before or at a moment; 0 where none was. Ids rise with time. */
async function lastBefore({ archive: { db } }: View, moment: string): Promise<number> {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime()))
    throw new ArchiveError(
      'bad-query',
      `"${moment}" is no moment. Give one as 2026-03-09T05:00:00Z.`,
    )
  const row = await db
    .selectFrom('story')
    .select('id')
    .where('added_at', '<=', at.toISOString())
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? 0
}

const anyOf = (words: readonly string[]): Match =>
  words.length === 1 ? { words } : { any: words.map(word => ({ words: [word] })) }

/** The ids of the sources asked for that may be seen; undefined where that is all of them. */
async function sourcesOf(
  { archive: { db }, sight }: View,
  outlets: readonly string[] | undefined,
): Promise<readonly number[] | undefined> {
  const seen = seenSources(sight)
  if (!outlets?.length) return seen
  const known = await db
    .selectFrom('source')
    .select(['id', 'name'])
    .$if(seen !== undefined, all => all.where('id', 'in', seen!))
    .execute()
  return outlets.flatMap(outlet => {
    const exact = known.filter(({ name }) => name === outlet)
    const found =
      exact.length > 0 ? exact : known.filter(({ name }) => nameKey(name) === nameKey(outlet))
    if (found.length === 0)
      throw new ArchiveError(
        'not-found',
        `No outlet of the archive is called "${outlet}". A search without it lists the outlets there are.`,
      )
    return found.map(({ id }) => id)
  })
}

/** A month or year alone is within the days if any of its days may be. */
function saidIn(range: NonNullable<SearchQuery['said']>): {
  match: Match
  condition: Expression<SqlBool>
} {
  const { first, last } = daysOf(range)
  const eb = expressionBuilder<Tables, 'quote'>()
  const said = eb.ref('quote.said')
  const sides = [
    first === null ? [] : [sql<SqlBool>`${said} >= substr(${first}, 1, length(${said}))`],
    last === null ? [] : [sql<SqlBool>`${said} <= substr(${last}, 1, length(${said}))`],
  ].flat()
  const condition = eb.and(sides)
  const from = Number(first?.slice(0, 4))
  const years = Number(last?.slice(0, 4)) - from + 1
  // NaN where one side is open
  if (!(years <= 100)) return { match: { words: [tags.said] }, condition }
  const all = Array.from({ length: years }, (_, k) => String(from + k).padStart(4, '0'))
  return { match: anyOf(all.map(tags.saidIn)), condition }
}
