import type { Insertable } from 'kysely'
import { inChunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'
import type { PersonTable } from '../database/schema.js'
import { keyOf } from '../pack.js'
import { nameKey } from '../text/words.js'
import { fullName } from './name.js'
import { NOBODY, type Profile } from './profile.js'

/** A person or body of the register as the joining sees it. */
export interface Known {
  readonly id: number
  readonly block: string
  readonly profile: Profile
  readonly known: string | null
  readonly mentions: number
}

/** Of one block so many are looked at, the most told of first. */
const MOST = 200

/** Everybody in the register who has a name of these blocks, but those merged into others. */
export async function knownIn(db: Db, blocks: readonly string[]): Promise<Known[]> {
  const known: Known[] = []
  await inChunks(blocks, async some => {
    known.push(...(await knownInSome(db, some)))
  })
  return known
}

async function knownInSome(db: Db, blocks: readonly string[]): Promise<Known[]> {
  // profiles are long: they are read of those alone that are given
  const named = db
    .selectFrom('person_name')
    .innerJoin('person', 'person.id', 'person_name.person_id')
    .select(['person.id as id', 'person_name.block as block', 'person.mentions as mentions'])
    .distinct()
    .where('person_name.block', 'in', blocks)
    .where('person.merged_into', 'is', null)
    .orderBy('person.mentions', 'desc')
    .orderBy('person.id')
    .limit(MOST * blocks.length)
  const rows = await db
    .selectFrom(named.as('named'))
    .innerJoin('person', 'person.id', 'named.id')
    .select([
      'named.id as id',
      'named.block as block',
      'person.profile as profile',
      'person.known as known',
      'named.mentions as mentions',
    ])
    .orderBy('named.mentions', 'desc')
    .orderBy('named.id')
    .execute()
  return rows.map(row => ({
    ...row,
    block: row.block!,
    profile: row.profile === null ? NOBODY : JSON.parse(row.profile),
  }))
}

export interface NewPerson {
  readonly type: string
  readonly name: string
  /** What its key is made of: the block, and where it was found first. */
  readonly anchor: readonly string[]
  readonly profile?: Profile
  readonly mentions?: number
}

/** Puts a new one into the register with its name. Its key is the same in every archive where it was first found there. */
export async function newPerson(
  db: Db,
  person: NewPerson,
  at: string,
): Promise<{ id: number; key: string }> {
  return (await newPersons(db, [person], at))[0]!
}

/** As `newPerson`, several; in their order. */
export async function newPersons(
  db: Db,
  persons: readonly NewPerson[],
  at: string,
): Promise<{ id: number; key: string }[]> {
  const made: { id: number; key: string }[] = []
  let left = persons.map((person, place) => ({ person, place }))
  // a key that is taken: of one who was found there, and whom an editor made somebody else
  for (let tries = 0; left.length > 0; tries++) {
    const keyed = left.map(({ person, place }) => ({
      person,
      place,
      key: keyOf('person', ...person.anchor, ...(tries === 0 ? [] : [String(tries)])),
    }))
    const ids = new Map<string, number>()
    await inChunks(keyed, async some => {
      const rows = await db
        .insertInto('person')
        .values(some.map(({ person, key }) => rowOf(person, key, at)))
        .onConflict(on => on.column('key').doNothing())
        .returning(['id', 'key'])
        .execute()
      for (const { id, key } of rows) ids.set(key, id)
    })
    left = []
    for (const { person, place, key } of keyed) {
      const id = ids.get(key)
      // two of one anchor: the second is asked about again
      ids.delete(key)
      if (id === undefined) left.push({ person, place })
      else made[place] = { id, key }
    }
  }
  await inChunks(
    persons.map((person, place) => nameRow(made[place]!.id, person.type, person.name)),
    some => putNames(db, some),
  )
  return made
}

const rowOf = (
  { type, name, profile = NOBODY, mentions = 0 }: NewPerson,
  key: string,
  at: string,
): Insertable<PersonTable> => ({
  key,
  type: type === 'person' || type === 'group' ? type : 'organisation',
  name,
  state: 'shown',
  merged_into: null,
  made_at: at,
  mentions,
  profile: JSON.stringify(profile),
  known: null,
})

export const addName = (db: Db, person: number, type: string, name: string): Promise<void> =>
  putNames(db, [nameRow(person, type, name)])

const nameRow = (person: number, type: string, name: string) => ({
  person_id: person,
  name,
  name_key: nameKey(name),
  block: fullName(type, name)?.block ?? null,
})

async function putNames(db: Db, rows: readonly ReturnType<typeof nameRow>[]): Promise<void> {
  await db
    .insertInto('person_name')
    .values(rows)
    .onConflict(on => on.columns(['person_id', 'name']).doNothing())
    .execute()
}
