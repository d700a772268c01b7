import { sql } from 'kysely'
import { pageOf } from '../database/page-of.js'
import { ArchiveError } from '../errors.js'
import { shownWords } from '../rights/licence.js'
import type { View } from '../rights/view.js'
import { copiesLeftOut } from './copies.js'
import { keyWithin } from './names.js'
import { pairsOf } from './pairs.js'
import type { CountQuery } from './query.js'

/** A quote that was counted. Its permanent link is stories/STORY/quotes/ITEM. */
export interface CountedQuote {
  readonly story: string
  readonly item: string
  readonly kind: 'direct' | 'indirect' | 'mixed'
  /** As much of it as the outlet's licence lets be shown; null: nothing. */
  readonly content: string | null
  readonly source: string | null
  readonly outlet: string
  readonly published: string | null
  readonly title: string | null
}

/**
 * The quotes that a number counts, by the day of publication: those of the query whose values are `of`, in the order
 * of `query.by`, as `count` gives keys. Rejects with 'bad-query' where there are not as many.
 */
export async function countedQuotes(
  view: View,
  query: CountQuery,
  of: readonly (string | null)[],
  { limit = 50, cursor }: { limit?: number; cursor?: string | undefined } = {},
): Promise<{ quotes: CountedQuote[]; next: string | null }> {
  const { by = [] } = query
  if (of.length !== by.length)
    throw new ArchiveError(
      'bad-query',
      `Counted by ${by.length === 0 ? 'nothing' : by.join(' and ')}: give as many values, not ${of.length}.`,
    )
  const keys = await Promise.all(by.map((dimension, k) => keyWithin(view, dimension, of[k]!)))
  if (keys.includes(undefined)) return { quotes: [], next: null }
  const { quotes } = pairsOf(view, query, await copiesLeftOut(view, query))
  const conditions = keys.map((key, k) => {
    const column = sql.ref(`counted.key${k + 1}`)
    return key === null ? sql`${column} is null` : sql`${column} = ${key!}`
  })
  const { db } = view.archive
  const after = cursor === undefined ? 0 : await idOf(view, cursor)
  const rows = await db
    .selectFrom('quote')
    .innerJoin('story', 'story.id', 'quote.story_id')
    .innerJoin('version', 'version.id', 'story.version_id')
    .innerJoin('source', 'source.id', 'story.source_id')
    .select([
      'story.key as story',
      'quote.item as item',
      'quote.kind as kind',
      'quote.content as content',
      'quote.source as source',
      'source.name as outlet',
      'source.licence as licence',
      'source.snippet_words as words',
      'version.published as published',
      'version.title as title',
    ])
    .where(
      'quote.id',
      'in',
      sql<number>`(select quote from (${quotes}) as counted where ${sql.join([sql`true`, ...conditions], sql` and `)})`,
    )
    .where('quote.id', '>', after)
    .orderBy('quote.id')
    .limit(limit + 1)
    .execute()
  const { page, last } = pageOf(rows, limit)
  return {
    quotes: page.map(({ licence: kind, words, content, source, ...quote }) => {
      const shown = (text: string) => shownWords(text, { kind, words })
      return { ...quote, content: shown(content), source: shown(source) }
    }),
    next: last ? Buffer.from(`${last.story}/${last.item}`).toString('base64url') : null,
  }
}

async function idOf({ archive: { db } }: View, cursor: string): Promise<number> {
  const [story = '', item = ''] = Buffer.from(cursor, 'base64url').toString().split('/')
  const row = await db
    .selectFrom('quote')
    .innerJoin('story', 'story.id', 'quote.story_id')
    .select('quote.id as id')
    .where('story.key', '=', story)
    .where('quote.item', '=', item)
    .executeTakeFirst()
  if (row) return row.id
  throw new ArchiveError(
    'bad-query',
    'The cursor leads to no quote, or to one that is gone. Leave it out to begin again.',
  )
}
