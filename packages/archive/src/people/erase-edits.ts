import type { Db } from '../database/database.js'
import type { EditTarget } from './edit.js'
import type { Patch } from './patch.js'

const WHY = 'what it changed was taken out of the archive for good, and is not kept'

/**
 * Takes what edits of the register say, and how they would be undone, out of the archive: of all edits about these persons
 * and of others that `holds` tells of. That they were made stays. Gives their keys.
 */
export async function eraseEdits(
  db: Db,
  people: readonly { readonly id: number; readonly key: string }[],
  holds: (edit: { readonly words: string; readonly persons: readonly string[] }) => boolean,
): Promise<string[]> {
  const keys = new Set(people.map(one => one.key))
  const ids = new Set(people.map(one => one.id))
  const rows = await db
    .selectFrom('correction')
    .select(['id', 'key', 'kind', 'target', 'change', 'why', 'state'])
    .where('story_id', 'is', null)
    .execute()
  const erased: string[] = []
  for (const { id, key, kind, target, change, why, state } of rows) {
    const { persons, undoes }: EditTarget = JSON.parse(target)
    const about =
      persons.some(one => keys.has(one)) ||
      personsIn(JSON.parse(change)).some(one => one !== null && ids.has(one))
    if (!about && !holds({ words: `${target} ${change} ${why ?? ''}`, persons })) continue
    const says = `${kind.replace('person-', '')} of ${persons.join(' and ')}: ${WHY}`
    await db
      .updateTable('correction')
      .set({
        target: JSON.stringify({ persons, says, ...(undoes && { undoes }) }),
        change: '[]',
        why: null,
        ...(state !== 'undone' && { state: 'conflict' as const, conflict: WHY }),
      })
      .where('id', '=', id)
      .execute()
    erased.push(key)
  }
  return erased
}

const personsIn = (patch: Patch): (number | null)[] =>
  patch.flatMap(change =>
    change.on === 'mentions'
      ? [change.from.person, change.to.person]
      : change.on === 'person'
        ? [change.id]
        : change.on === 'candidate'
          ? [change.a, change.b]
          : [change.person],
  )
