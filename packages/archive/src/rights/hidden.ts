import { sql } from 'kysely'
import { chunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'

/**
 * Makes `quote.hidden` and `passage.hidden` of stories say what holds: a quote is hidden where its story is not shown or
 * one of its speakers is hidden, a passage where its story is not shown. Gives how many rows changed. It is called when
 * entities were joined with other people, too.
 */
export async function refreshHidden(
  db: Db,
  stories: readonly number[],
): Promise<{ quotes: number; passages: number }> {
  const changed = { quotes: 0, passages: 0 }
  for (const some of chunks(stories)) {
    const ids = sql.join(some)
    const { numAffectedRows: quotes } = await sql`update quote set hidden = 1 - hidden
      where story_id in (${ids}) and hidden <> case
        when exists (select 1 from story where story.id = quote.story_id and story.state <> 'shown')
          or exists (select 1 from quote_speaker
            join entity on entity.id = quote_speaker.entity_id
            join person on person.id = entity.person_id
            where quote_speaker.quote_id = quote.id and person.state = 'hidden')
        then 1 else 0 end`.execute(db)
    const { numAffectedRows: passages } = await sql`update passage set hidden = 1 - hidden
      where story_id in (${ids}) and hidden <> case
        when exists (select 1 from story where story.id = passage.story_id and story.state <> 'shown')
        then 1 else 0 end`.execute(db)
    changed.quotes += Number(quotes ?? 0)
    changed.passages += Number(passages ?? 0)
  }
  return changed
}

/** Is any person hidden? While none is, what comes in needs no second look. */
export async function anyHidden(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('restriction')
    .select('id')
    .where('subject', '=', 'person')
    .where('state', '=', 'hidden')
    .where('lifted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
