import type { Db } from '../database/database.js'
import { guardOf } from '../rights/guard.js'

/** A file as it lay there. */
export interface FileState {
  readonly path: string
  readonly size: number
  /** ISO 8601, its last change. */
  readonly changedAt: string
}

/** Was this very file taken in to its end before? */
export async function isTaken(db: Db, { path, size, changedAt }: FileState): Promise<boolean> {
  const row = await db.selectFrom('taken').selectAll().where('path', '=', path).executeTakeFirst()
  return row !== undefined && Number(row.size) === size && row.changed_at === changedAt
}

/** All of the file's stories are in the archive. A file whose path holds a name that is withheld is looked at again each time. */
export async function markTaken(
  db: Db,
  { path, size, changedAt }: FileState,
  stories: number,
): Promise<void> {
  const guard = await guardOf(db)
  if (guard && guard.say(path) !== path) return
  const row = { size, changed_at: changedAt, stories, taken_at: new Date().toISOString() }
  await db
    .insertInto('taken')
    .values({ path, ...row })
    .onConflict(on => on.column('path').doUpdateSet(row))
    .execute()
}
