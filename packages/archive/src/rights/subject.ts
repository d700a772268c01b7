import type { Selectable } from 'kysely'
import type { Db } from '../database/database.js'
import type { PersonTable, StoryTable } from '../database/schema.js'
import { ArchiveError } from '../errors.js'

/** What a restriction is about. */
export interface Subject {
  readonly subject: 'story' | 'person'
  readonly key: string
}

/** The story of a key. Rejects with 'not-found', or 'withdrawn' where it is gone. */
export async function storyRow(db: Db, key: string): Promise<Selectable<StoryTable>> {
  const row = await db.selectFrom('story').selectAll().where('key', '=', key).executeTakeFirst()
  return row ?? (await gone(db, { subject: 'story', key }))
}

/**
 * The rows of a person's key: theirs, then those that were merged into them. A key that was merged into another person is
 * followed to that one. Rejects with 'not-found', or 'withdrawn'.
 */
export async function personRows(db: Db, key: string): Promise<Selectable<PersonTable>[]> {
  const read = () => db.selectFrom('person').selectAll()
  let person = await read().where('key', '=', key).executeTakeFirst()
  if (!person) return gone(db, { subject: 'person', key })
  const seen = new Set<number>()
  while (person.merged_into !== null && !seen.has(person.id)) {
    seen.add(person.id)
    person = await read().where('id', '=', person.merged_into).executeTakeFirstOrThrow()
  }
  const all = [person]
  for (let k = 0; k < all.length; k++) {
    const merged = await read().where('merged_into', '=', all[k]!.id).orderBy('id').execute()
    all.push(...merged.filter(one => !all.some(({ id }) => id === one.id)))
  }
  return all
}

async function gone(db: Db, { subject, key }: Subject): Promise<never> {
  const tombstone = await db
    .selectFrom('tombstone')
    .selectAll()
    .where('subject', '=', subject)
    .where('key', '=', key)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (tombstone)
    throw new ArchiveError(
      'withdrawn',
      `The ${subject} ${key} was withdrawn on ${tombstone.at.slice(0, 10)}: ${tombstone.reason}`,
    )
  throw new ArchiveError('not-found', `There is no ${subject} ${key} in the archive.`)
}
