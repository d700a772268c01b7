import { z } from 'zod'
import { ArchiveError } from '../errors.js'
import { sha256 } from '../pack.js'
import type { SearchQuery } from './query.js'

/** How many match. */
export interface Total {
  readonly count: number
  /** There are more: counting stopped there. */
  readonly atLeast: boolean
}

/**
 * Where a page ended. Stories that are added later are not in the pages that follow, and what a score depends on stands
 * in it: so a page neither repeats nor leaves out what an earlier one had to show.
 */
export type Cursor = z.infer<typeof Cursor>

const whole = z.int().min(0)
const Cursor = z.strictObject({
  query: z.string(),
  /** The id of the story that was added last when the first page was made. */
  upTo: whole,
  total: z.strictObject({ count: whole, atLeast: z.boolean() }),
  /** The ranked rows: from which id on; what their scores depend on; the last one shown. */
  ranked: z
    .strictObject({
      low: whole,
      statistics: z.strictObject({
        texts: whole,
        length: z.number(),
        having: z.array(whole).readonly(),
      }),
      score: z.number(),
    })
    .optional(),
  /** Of the last row shown. */
  id: whole,
})

/** Of all that makes an answer, but for where a page begins and ends. */
const digestOf = ({ cursor: _, limit: __, ...query }: SearchQuery): string =>
  sha256(JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)))).slice(0, 16)

export const writeCursor = (query: SearchQuery, cursor: Omit<Cursor, 'query'>): string =>
  Buffer.from(JSON.stringify({ ...cursor, query: digestOf(query) })).toString('base64url')

/** Throws 'bad-query' for what is no cursor, or that of another query. */
export function readCursor(query: SearchQuery): Cursor | undefined {
  if (query.cursor === undefined) return undefined
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(query.cursor, 'base64url').toString('utf8'))
  } catch {
    json = undefined
  }
  const { data } = Cursor.safeParse(json)
  if (!data)
    throw new ArchiveError(
      'bad-query',
      'The cursor is not one that a search gave. Leave it out to begin with the first page.',
    )
  if (data.query !== digestOf(query))
    throw new ArchiveError(
      'bad-query',
      'The cursor belongs to another search. Ask as before, or leave it out to begin with the first page.',
    )
  return data
}
