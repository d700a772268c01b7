import { pageOf } from '../database/page-of.js'
import { ArchiveError } from '../errors.js'
import type { View } from '../rights/view.js'
import { HIGHEST, LOWEST } from '../stories/dated-ids.js'
import { wordsOf } from '../text/words.js'
import { type Cursor, readCursor, type Total, writeCursor } from './cursor.js'
import { type Facets, facetsOf } from './facets.js'
import { resolve, type Sought } from './filters.js'
import { type Found, find } from './found.js'
import { type Hit, hitsOf } from './hits.js'
import type { SearchQuery } from './query.js'
import { countsOf, score, statisticsOf } from './rank.js'
import { type Term, termsOf } from './terms.js'
import { textsOf } from './texts.js'

export interface SearchAnswer {
  readonly total: Total
  readonly hits: readonly Hit[]
  /** With the first page only. */
  readonly facets: Facets | null
  /** Where the next page begins; null: there is none. */
  readonly cursor: string | null
}

/**
 * Rows that are counted and ranked. Where more match, the newest so many are (sorted by oldest: the oldest); behind the
 * last ranked one come the others, the newest first, so that all can be reached.
 */
const COUNTED = { quote: 1000, passage: 400 } as const

const MOST_HITS = 100

/**
 * Quotes or passages that match, a page at a time. Ranks are the same on both databases: `rank.ts`.
 * Rejects with 'bad-query', which tells what cannot be understood and where; 'not-found' for an outlet, a story or a
 * person:KEY that the view does not have; 'withdrawn' for a story that was.
 */
export async function search(view: View, query: SearchQuery): Promise<SearchAnswer> {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MOST_HITS)
    throw new ArchiveError('bad-query', `limit ${query.limit}: a page has 1 to ${MOST_HITS} hits.`)
  const cursor = readCursor(query)
  const sought = await resolve(view, query)
  const terms = sought.text ? termsOf(sought.text) : []
  const ranks = terms.length > 0 && (query.sort ?? 'relevance') === 'relevance'
  const begun = cursor ? { cursor, first: null } : await begin(view, sought, query, ranks)
  const page =
    ranks && (begun.first || begun.cursor.ranked)
      ? await rankedPage(view, sought, query, terms, begun)
      : await datedPage(
          view,
          sought,
          { limit: query.limit, oldest: query.sort === 'oldest' },
          begun,
        )
  return {
    total: begun.cursor.total,
    hits: await hitsOf(view, sought.table, page.found, terms),
    facets: begun.first && (await facetsOf(view, begun.first)),
    cursor: page.next && writeCursor(query, page.next),
  }
}

type Place = Omit<Cursor, 'query'>

/** Where a page begins, and, of the first, the rows that are counted. */
interface Begun {
  readonly cursor: Place
  readonly first: readonly Found[] | null
}

interface Page {
  readonly found: readonly Found[]
  readonly next: Place | null
}

async function begin(
  view: View,
  sought: Sought,
  { sort }: SearchQuery,
  contents: boolean,
): Promise<Begun> {
  const { last } = await view.archive.db
    .selectFrom('story')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  const upTo = Number(last ?? 0)
  const counted = COUNTED[sought.table]
  const found = await find(view, sought, {
    upTo,
    low: LOWEST,
    high: HIGHEST,
    limit: counted + 1,
    oldest: sort === 'oldest',
    contents,
  })
  const first = found.slice(0, counted)
  const total = { count: first.length, atLeast: found.length > counted }
  return { cursor: { upTo, total, id: 0 }, first }
}

/** By the day of publication, and within a day by when they were added. */
async function datedPage(
  view: View,
  sought: Sought,
  { limit, oldest }: { limit: number; oldest: boolean },
  { cursor, first }: Begun,
): Promise<Page> {
  const found =
    first ??
    (await find(view, sought, {
      upTo: cursor.upTo,
      low: oldest ? cursor.id + 1 : LOWEST,
      high: oldest ? HIGHEST : cursor.id - 1,
      limit: limit + 1,
      oldest,
    }))
  const { page, last } = pageOf(found, limit)
  const { upTo, total } = cursor
  return { found: page, next: last ? { upTo, total, id: last.id } : null }
}

async function rankedPage(
  view: View,
  sought: Sought,
  { limit }: SearchQuery,
  terms: readonly Term[],
  { cursor, first }: Begun,
): Promise<Page> {
  const { upTo, total, ranked } = cursor
  const found =
    first ??
    (await find(view, sought, {
      upTo,
      low: ranked?.low ?? LOWEST,
      high: HIGHEST,
      limit: COUNTED[sought.table],
      contents: true,
    }))
  const texts = await textsOf(view, found)
  const counts = texts.map(text => countsOf(terms, [...wordsOf(text)]))
  const statistics = ranked?.statistics ?? statisticsOf(counts)
  const scored = found.map((row, k) => ({ row, score: score(counts[k]!, statistics) }))
  scored.sort((a, b) => b.score - a.score || b.row.id - a.row.id)
  const left = ranked
    ? scored.filter(
        one => one.score < ranked.score || (one.score === ranked.score && one.row.id < cursor.id),
      )
    : scored
  const page = left.slice(0, limit)
  const low = ranked?.low ?? (total.atLeast ? found.at(-1)!.id : LOWEST)
  const last = page.at(-1)
  if (left.length > limit || (left.length === limit && total.atLeast)) {
    const next = { upTo, total, ranked: { low, statistics, score: last!.score }, id: last!.row.id }
    return { found: page.map(one => one.row), next }
  }
  if (!total.atLeast) return { found: page.map(one => one.row), next: null }
  // the ranked ones are at their end: the others follow
  const rest = { limit: limit - page.length, oldest: false }
  const others = await datedPage(view, sought, rest, {
    cursor: { ...cursor, id: low },
    first: null,
  })
  return { found: [...page.map(one => one.row), ...others.found], next: others.next }
}
