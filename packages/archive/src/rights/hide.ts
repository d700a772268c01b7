import type { Archive } from '../archive.js'
import { log } from '../audit/audit.js'
import { ArchiveError } from '../errors.js'
import { type Change, noteChanges, tryOut } from './changes.js'
import { refreshHidden } from './hidden.js'
import { type Doer, inForce, restrict, rowsOf, storiesOf } from './restrictions.js'
import type { Subject } from './subject.js'

/** What was done, or, where it was not confirmed, what would be. */
export interface Hidden {
  readonly done: boolean
  /** By this it is lifted; null where nothing was done. */
  readonly restriction: string | null
  readonly changes: readonly Change[]
}

/**
 * Hides a story or person from search, counts and comparisons; the link of the story or person says so and still shows
 * it. Nothing is lost: `lift` undoes it. Rejects with 'not-found', 'withdrawn', or 'conflict' where it is hidden already.
 */
export async function hide(
  archive: Archive,
  { subject, key }: Subject,
  { reason, confirm = false }: { reason: string; confirm?: boolean },
  doer: Doer,
): Promise<Hidden> {
  return tryOut(archive, confirm, async db => {
    const changes = noteChanges()
    const rows = await rowsOf(db, { subject, key })
    const { key: own } = rows[0]!
    if (await inForce(db, { subject, key: own }, 'hidden'))
      throw new ArchiveError(
        'conflict',
        `The ${subject} ${own} is hidden already: see onrecord restrictions.`,
      )
    for (const { id } of rows) {
      await db
        .updateTable(subject)
        .set({ state: 'hidden' })
        .where('id', '=', id)
        .where('state', '!=', 'hidden')
        .execute()
    }
    changes.note(`${subject}.state`, rows.length)
    const restriction = await restrict(db, { subject, key: own }, { state: 'hidden', reason }, doer)
    const { quotes, passages } = await refreshHidden(db, await storiesOf(db, subject, rows))
    changes.note('quote.hidden', quotes)
    changes.note('passage.hidden', passages)
    const detail = { restriction: restriction.key, changed: changes.counts() }
    await log(
      db,
      [{ who: doer.who, action: 'hide', subject: `${subject}:${own}`, detail }],
      doer.at,
    )
    return { done: confirm, restriction: confirm ? restriction.key : null, changes: changes.all }
  })
}
