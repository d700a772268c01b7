import { chunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import { addName } from './persons.js'

/** What an edit of the register changes, row by row, as it was and as it is then: the same thing done backwards undoes it. */
export type Patch = readonly Change[]

export type Change =
  | {
      readonly on: 'mentions'
      /** Of entities. */
      readonly ids: readonly number[]
      readonly from: Held
      readonly to: Held
    }
  | {
      readonly on: 'person'
      readonly id: number
      readonly from: PersonFields
      readonly to: PersonFields
    }
  | {
      readonly on: 'name'
      readonly person: number
      readonly type: string
      readonly name: string
      /** Is it there? */
      readonly from: boolean
      readonly to: boolean
    }
  | {
      readonly on: 'identifier'
      readonly person: number
      readonly scheme: string
      readonly identifier: string
      readonly from: boolean
      readonly to: boolean
    }
  | {
      readonly on: 'candidate'
      readonly a: number
      readonly b: number
      readonly from: CandidateState
      readonly to: CandidateState
    }

/** Whose a mention is, and who says so. */
export interface Held {
  readonly person: number | null
  readonly by: string | null
}

export interface PersonFields {
  readonly name: string
  readonly merged: number | null
  readonly known: string | null
}

type CandidateState = 'open' | 'rejected' | null

export const inverse = (patch: Patch): Patch =>
  patch.toReversed().map(change => ({ ...change, from: change.to, to: change.from }) as Change)

/**
 * Does a patch to the register. Rejects with 'conflict', nothing changed, where something is not as the patch says it was. Mentions
 * that are gone, since their story was read anew, are passed over.
 */
export async function applyPatch(db: Db, patch: Patch): Promise<void> {
  for (const change of patch) {
    if (change.on === 'mentions') await giveMentions(db, change)
    else if (change.on === 'person') await changePerson(db, change)
    else if (change.on === 'name') await changeName(db, change)
    else if (change.on === 'identifier') await changeIdentifier(db, change)
    else await changeCandidate(db, change)
  }
}

type On<K extends Change['on']> = Extract<Change, { on: K }>

async function giveMentions(db: Db, { ids, from, to }: On<'mentions'>) {
  for (const some of chunks(ids)) {
    const now = await db
      .selectFrom('entity')
      .select(['id', 'person_id', 'join_by'])
      .where('id', 'in', some)
      .execute()
    if (now.some(row => row.person_id !== from.person || row.join_by !== from.by))
      throw changed('mentions of it were given to others')
    await db
      .updateTable('entity')
      .set({ person_id: to.person, join_by: to.by })
      .where('id', 'in', some)
      .execute()
  }
}

async function changePerson(db: Db, { id, from, to }: On<'person'>) {
  const now = await db
    .selectFrom('person')
    .select(['name', 'merged_into', 'known'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!now || now.name !== from.name || now.merged_into !== from.merged || now.known !== from.known)
    throw changed('it was renamed or merged')
  await db
    .updateTable('person')
    .set({ name: to.name, merged_into: to.merged, known: to.known })
    .where('id', '=', id)
    .execute()
}

async function changeName(db: Db, { person, type, name, to }: On<'name'>) {
  if (to) await addName(db, person, type, name)
  else
    await db
      .deleteFrom('person_name')
      .where('person_id', '=', person)
      .where('name', '=', name)
      .execute()
}

async function changeIdentifier(db: Db, { person, scheme, identifier, to }: On<'identifier'>) {
  const row = { person_id: person, scheme, identifier }
  if (to)
    await db
      .insertInto('person_authority')
      .values(row)
      .onConflict(on => on.columns(['person_id', 'scheme', 'identifier']).doNothing())
      .execute()
  else
    await db
      .deleteFrom('person_authority')
      .where('person_id', '=', person)
      .where('scheme', '=', scheme)
      .where('identifier', '=', identifier)
      .execute()
}

async function changeCandidate(db: Db, { a, b, from, to }: On<'candidate'>) {
  const [person_id, other_id] = a < b ? [a, b] : [b, a]
  const pair = db.selectFrom('candidate').where('person_id', '=', person_id)
  const now = await pair.where('other_id', '=', other_id).select('state').executeTakeFirst()
  if ((now?.state ?? null) !== from) throw changed('an editor decided on the two')
  if (to === null)
    await db
      .deleteFrom('candidate')
      .where('person_id', '=', person_id)
      .where('other_id', '=', other_id)
      .execute()
  else
    await db
      .insertInto('candidate')
      .values({ person_id, other_id, score: 0, evidence: '[]', state: to })
      .onConflict(on => on.columns(['person_id', 'other_id']).doUpdateSet({ state: to }))
      .execute()
}

const changed = (what: string) =>
  new ArchiveError(
    'conflict',
    `That cannot be done: meanwhile ${what}. Undo the later edits first; the person's page lists them.`,
  )
