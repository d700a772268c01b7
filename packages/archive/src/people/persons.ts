import type { Db } from '../database/database.js'
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
  if (blocks.length === 0) return []
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
  { type, name, anchor, profile = NOBODY, mentions = 0 }: NewPerson,
  at: string,
): Promise<{ id: number; key: string }> {
  for (let tries = 0; ; tries++) {
    const key = keyOf('person', ...anchor, ...(tries === 0 ? [] : [String(tries)]))
    const made = await db
      .insertInto('person')
      .values({
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
      .onConflict(on => on.column('key').doNothing())
      .returning(['id', 'key'])
      .executeTakeFirst()
    if (!made) continue
    await addName(db, made.id, type, name)
    return made
  }
}

export async function addName(db: Db, person: number, type: string, name: string): Promise<void> {
  await db
    .insertInto('person_name')
    .values({
      person_id: person,
      name,
      name_key: nameKey(name),
      block: fullName(type, name)?.block ?? null,
    })
    .onConflict(on => on.columns(['person_id', 'name']).doNothing())
    .execute()
}
