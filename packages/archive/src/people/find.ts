import type { Db } from '../database/database.js'
import type { PersonTable } from '../database/schema.js'
import { ArchiveError } from '../errors.js'
import { seenSources, type View } from '../rights/view.js'

export interface PersonEntry {
  readonly id: number
  readonly key: string
  readonly type: PersonTable['type']
  readonly name: string
  readonly state: PersonTable['state']
  readonly known: string | null
}

/** Merges are followed so far. */
const STEPS = 50

/**
 * The person of a key; that of one merged into another is who it was merged into. Rejects with 'not-found' or
 * 'withdrawn'.
 */
export async function findPerson(db: Db, key: string): Promise<PersonEntry> {
  let row = await rowOf(db).where('key', '=', key).executeTakeFirst()
  for (let k = 0; row && row.merged_into !== null && k < STEPS; k++)
    row = await rowOf(db).where('id', '=', row.merged_into).executeTakeFirst()
  if (row && row.state !== 'withdrawn') {
    const { merged_into: _, ...entry } = row
    return entry
  }
  const gone = await db
    .selectFrom('tombstone')
    .selectAll()
    .where('subject', '=', 'person')
    .where('key', '=', key)
    .executeTakeFirst()
  if (gone)
    throw new ArchiveError(
      'withdrawn',
      `The person ${key} was withdrawn on ${gone.at.slice(0, 10)}: ${gone.reason}`,
    )
  throw unknown(key)
}

/**
 * Who is asked for by person:KEY, or by what is a key of the register as it stands; undefined for a name. Rejects with
 * 'not-found' for person:KEY that the view does not have: nothing was found of nobody.
 */
export async function personAsked(view: View, asked: string): Promise<PersonEntry | undefined> {
  const key = /^person:(.*)$/s.exec(asked)?.[1]
  if (key !== undefined) return seePerson(view, key)
  const known = await rowOf(view.archive.db).where('key', '=', asked).executeTakeFirst()
  return known && seePerson(view, asked)
}

/** As `findPerson`, of those whom the asker may see: not hidden, and told of in a story that the view reaches or in none. */
export async function seePerson(
  { archive: { db }, sight }: View,
  key: string,
): Promise<PersonEntry> {
  const person = await findPerson(db, key)
  if (person.state === 'hidden') throw unknown(key)
  const sources = seenSources(sight)
  const mention = (all: boolean) =>
    db
      .selectFrom('entity')
      .innerJoin('story', 'story.id', 'entity.story_id')
      .select('entity.id')
      .where('entity.person_id', '=', person.id)
      .$if(!all, some => some.where('story.state', '=', 'shown'))
      .$if(!all && sources !== undefined, some => some.where('story.source_id', 'in', sources!))
      .limit(1)
      .executeTakeFirst()
  if ((await mention(false)) || !(await mention(true))) return person
  throw unknown(key)
}

const rowOf = (db: Db) =>
  db.selectFrom('person').select(['id', 'key', 'type', 'name', 'state', 'known', 'merged_into'])

const unknown = (key: string) =>
  new ArchiveError(
    'not-found',
    `There is no person ${key} in the register. Find one: onrecord people NAME`,
  )
