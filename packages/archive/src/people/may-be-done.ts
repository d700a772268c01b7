import { chunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import { type Guard, guardOf } from '../rights/guard.js'
import type { Patch } from './patch.js'

/**
 * Rejects with 'conflict' an edit that brings a name which is withheld into the register, or takes something from somebody
 * hidden: their quotes would be found again.
 */
export async function mayBeDone(db: Db, patch: Patch): Promise<void> {
  const guard = await guardOf(db)
  const comes = patch.flatMap(change =>
    change.on === 'name' && change.to
      ? [change.name]
      : change.on === 'person' && change.to.name !== change.from.name
        ? [change.to.name]
        : [],
  )
  if (comes.some(name => isWithheld(name, guard)))
    throw new ArchiveError(
      'conflict',
      'That name was taken out of the archive and may not come back into the register: see onrecord restrictions.',
    )
  const parted = patch.flatMap(change =>
    change.on === 'mentions' && change.to.person !== change.from.person
      ? [[change.from.person, change.to.person]]
      : change.on === 'person' && change.from.merged !== null && change.to.merged === null
        ? [[change.id, null]]
        : [],
  )
  const ids = parted.flat().filter(id => id !== null)
  if (ids.length === 0) return
  const rows = await db
    .selectFrom('person')
    .select(['id', 'key'])
    .where('id', 'in', ids)
    .where('state', '=', 'hidden')
    .execute()
  const hidden = new Map(rows.map(row => [row.id, row.key]))
  const key = parted.flatMap(([from, to]) => (hidden.has(to!) ? [] : (hidden.get(from!) ?? [])))[0]
  if (key !== undefined)
    throw new ArchiveError(
      'conflict',
      `${key} is hidden, and what is theirs would be found again: lift that first (onrecord restrictions).`,
    )
}

export const isWithheld = (name: string, guard: Guard | undefined): boolean =>
  guard !== undefined && guard.say(name) !== name

/** Row ids of the stories with mentions that change hands. */
export async function storiesIn(db: Db, patch: Patch): Promise<number[]> {
  const ids = patch.flatMap(change =>
    change.on === 'mentions' && change.from.person !== change.to.person ? change.ids : [],
  )
  const stories = new Set<number>()
  for (const some of chunks(ids)) {
    const rows = await db
      .selectFrom('entity')
      .select('story_id as id')
      .distinct()
      .where('id', 'in', some)
      .execute()
    for (const { id } of rows) stories.add(id)
  }
  return [...stories]
}
