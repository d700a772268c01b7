import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'

/** The row id of the last one of a page, which the next page goes on behind; 'bad-query' where the key is none. */
export async function placeInList(
  db: Db,
  table: 'correction' | 'story',
  key: string,
): Promise<number> {
  const row = await db.selectFrom(table).select('id').where('key', '=', key).executeTakeFirst()
  if (!row)
    throw new ArchiveError(
      'bad-query',
      `"${key}" is no place in this list: take "next" of the page before.`,
    )
  return row.id
}
