import type { Db } from '../database/database.js'
import type { StoryEntry } from '../stories/story.js'

/** Changes told one by one. */
const TOLD = 5

/** What happened to a story since an editor saw it at revision `base`, for them to read. */
export async function meanwhile(
  db: Db,
  { id, key, revision }: StoryEntry,
  base: number,
): Promise<string> {
  if (base > revision)
    return `The story ${key} is at revision ${revision}; there is no revision ${base} yet. Look at it again.`
  const rows = await db
    .selectFrom('correction')
    .select(['key', 'kind', 'who', 'at', 'state', 'undone_by as undoneBy', 'undone_at as undoneAt'])
    .where('story_id', '=', id)
    .where('revision', '>', base)
    .orderBy('revision', 'desc')
    .execute()
  const changes = rows
    .slice(0, TOLD)
    .map(row =>
      row.state === 'undone'
        ? `${row.undoneBy} undid ${row.key} (${row.kind}) at ${row.undoneAt}`
        : `${row.who} did ${row.kind} (${row.key}) at ${row.at}`,
    )
  if (rows.length > TOLD) changes.push(`${rows.length - TOLD} more`)
  const what = changes.join('; ') || 'it was read again, or has a new text'
  return `Somebody changed the story ${key} since you saw it (revision ${base}, now ${revision}): ${what}. Look at it again and decide anew.`
}
