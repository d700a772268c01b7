import { sql } from 'kysely'
import type { Db } from '../database/database.js'
import type { PersonTable } from '../database/schema.js'
import { eraseEdits } from '../people/erase-edits.js'
import { type FullName, fullName } from '../people/name.js'
import { recountNames } from '../people/namesakes.js'
import { addName } from '../people/persons.js'
import { NOBODY, type Profile, withoutNames } from '../people/profile.js'
import { reprofile } from '../people/reprofile.js'
import { nameKey } from '../text/words.js'
import type { Changes } from './changes.js'
import { rebase, replaceSpans } from './replace-text.js'
import { sayWhole, type Withheld } from './withhold.js'

/** One person of the register: all its rows, the one that its key leads to first. */
export type PersonRows = readonly {
  readonly id: number
  readonly key: string
  readonly state: PersonTable['state']
}[]

/** What a person was called, for taking it out elsewhere. */
export interface Called {
  readonly full: readonly FullName[]
  readonly keys: readonly string[]
}

/**
 * Takes names, identifiers and what authority files tell of a person out of the register; its rows become one, and its
 * mentions stay its own whatever the joining finds while stories are rewritten. Edits of it cannot be undone any more.
 */
export async function closePerson(
  db: Db,
  people: PersonRows,
  withheld: Withheld,
  changes: Changes,
): Promise<{ called: Called; edits: readonly string[] }> {
  const ids = people.map(one => one.id)
  const main = ids[0]!
  const called = await calledOf(db, ids)
  const say = sayWhole(withheld)
  const namesakes = new Set(await bearersOf(db, withheld.names, ids))
  const edits = await eraseEdits(db, people, ({ words, persons }) =>
    persons.some(key => namesakes.has(key)) ? false : say(words) !== words,
  )
  changes.note('correction', edits.length)
  for (const table of ['person_name', 'person_authority'] as const) {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where('person_id', 'in', ids)
      .executeTakeFirst()
    changes.note(table, Number(numDeletedRows))
  }
  const { numUpdatedRows } = await db
    .updateTable('entity')
    .set({ person_id: main, join_by: 'rights', join_score: null, join_evidence: null })
    .where('person_id', 'in', ids)
    .executeTakeFirst()
  changes.note('entity.join_evidence', Number(numUpdatedRows))
  for (const { id, state } of people) {
    await db
      .updateTable('person')
      .set({
        name: withheld.by,
        state: state === 'hidden' ? 'hidden' : 'replaced',
        known: null,
        profile: JSON.stringify(NOBODY),
        ...(id !== main && { merged_into: main }),
      })
      .where('id', '=', id)
      .execute()
  }
  changes.note('person.name', ids.length)
  return { called, edits }
}

/** When the stories are rewritten: what the register says of others because of the person; of a person withdrawn, all. */
export async function finishPerson(
  db: Db,
  people: PersonRows,
  called: Called,
  withheld: Withheld,
  changes: Changes,
): Promise<void> {
  const ids = people.map(one => one.id)
  const { numDeletedRows } = await db
    .deleteFrom('candidate')
    .where(eb => eb.or([eb('person_id', 'in', ids), eb('other_id', 'in', ids)]))
    .executeTakeFirst()
  changes.note('candidate', Number(numDeletedRows))
  if (withheld.withdrawn) {
    const { numUpdatedRows } = await db
      .updateTable('entity')
      .set({ person_id: null, join_score: null, join_by: null, join_evidence: null })
      .where('person_id', 'in', ids)
      .executeTakeFirst()
    changes.note('entity.person_id', Number(numUpdatedRows))
    await db.deleteFrom('person').where('id', 'in', ids).execute()
    changes.note('person', ids.length)
  } else await reprofile(db, ids[0]!)
  await renameOthers(db, withheld, changes)
  await rewriteProfiles(db, called, withheld, changes)
  await rewriteEvidence(db, withheld, changes)
  await recountNames(db, called.full)
}

/** Keys of persons beside these who have one of the names. */
export async function bearersOf(
  db: Db,
  names: Withheld['names'],
  but: readonly number[],
): Promise<string[]> {
  if (names.length === 0) return []
  const rows = await db
    .selectFrom('person_name')
    .innerJoin('person', 'person.id', 'person_name.person_id')
    .select('person.key as key')
    .distinct()
    .where(
      'person_name.name_key',
      'in',
      names.map(name => name.join(' ')),
    )
    .where('person.id', 'not in', [...but])
    .execute()
  return rows.map(row => row.key)
}

async function calledOf(db: Db, ids: readonly number[]): Promise<Called> {
  const rows = await db
    .selectFrom('person_name')
    .innerJoin('person', 'person.id', 'person_name.person_id')
    .select([sql<string>`person.type`.as('type'), 'person_name.name as name'])
    .where('person.id', 'in', [...ids])
    .union(
      db
        .selectFrom('entity')
        .select(['type', 'name'])
        .where('person_id', 'in', [...ids])
        .where('named', '=', 1),
    )
    .execute()
  return {
    full: rows.flatMap(({ type, name }) => fullName(type, name) ?? []),
    keys: [...new Set(rows.map(({ name }) => nameKey(name)))],
  }
}

/** Folded words that stand last in one of the names: where none of them is, the name is not. */
const mayHold = (column: string, { names }: Withheld) => {
  const lasts = [...new Set(names.map(name => name.at(-1)!))]
  return sql<boolean>`(${
    lasts.length === 0
      ? sql`1 = 0`
      : sql.join(
          lasts.map(word => sql`lower(${sql.ref(column)}) like ${`%${word}%`}`),
          sql` or `,
        )
  })`
}

/** Bodies called after the person, where their stories call them so no longer. */
async function renameOthers(db: Db, withheld: Withheld, changes: Changes): Promise<void> {
  const say = sayWhole(withheld)
  const own = new Set(withheld.names.map(name => name.join(' ')))
  const rows = await db
    .selectFrom('person_name')
    .innerJoin('person', 'person.id', 'person_name.person_id')
    .select(['person.id as id', 'person.type as type', 'person_name.name as name'])
    .where(mayHold('person_name.name_key', withheld))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('entity')
            .select('entity.id')
            .whereRef('entity.person_id', '=', 'person.id')
            .whereRef('entity.name_key', '=', 'person_name.name_key'),
        ),
      ),
    )
    .execute()
  for (const { id, type, name } of rows) {
    const said = say(name)
    if (said === name || own.has(nameKey(name))) continue
    await db
      .deleteFrom('person_name')
      .where('person_id', '=', id)
      .where('name', '=', name)
      .execute()
    await addName(db, id, type, said)
    await db
      .updateTable('person')
      .set({ name: said })
      .where('id', '=', id)
      .where('name', '=', name)
      .execute()
    changes.note('person_name', 1)
  }
}

async function rewriteProfiles(db: Db, called: Called, withheld: Withheld, changes: Changes) {
  const { hashes, without } = withoutNames(called)
  const rows = await db
    .selectFrom('person')
    .select(['id', 'profile', 'known'])
    .where(({ or }) =>
      or([
        ...hashes.map(hash => sql<boolean>`profile like ${`%${hash}"%`}`),
        mayHold('profile', withheld),
        mayHold('known', withheld),
      ]),
    )
    .execute()
  for (const { id, ...row } of rows) {
    const made = {
      profile: saidIn(row.profile, withheld, value => without(value as Profile)),
      known: saidIn(row.known, withheld),
    }
    if (made.profile === row.profile && made.known === row.known) continue
    await db.updateTable('person').set(made).where('id', '=', id).execute()
    changes.note('person.profile', 1)
  }
}

async function rewriteEvidence(db: Db, withheld: Withheld, changes: Changes): Promise<void> {
  const joins = await db
    .selectFrom('entity')
    .select(['id', 'join_evidence'])
    .where('join_evidence', 'is not', null)
    .where(mayHold('join_evidence', withheld))
    .execute()
  for (const { id, join_evidence: said } of joins) {
    const made = saidIn(said, withheld)
    if (made === said) continue
    await db.updateTable('entity').set({ join_evidence: made }).where('id', '=', id).execute()
    changes.note('entity.join_evidence', 1)
  }
  const pairs = await db
    .selectFrom('candidate')
    .select(['person_id', 'other_id', 'evidence'])
    .where(mayHold('evidence', withheld))
    .execute()
  for (const { person_id, other_id, evidence } of pairs) {
    const made = saidIn(evidence, withheld)!
    if (made === evidence) continue
    await db
      .updateTable('candidate')
      .set({ evidence: made })
      .where('person_id', '=', person_id)
      .where('other_id', '=', other_id)
      .execute()
    changes.note('candidate.evidence', 1)
  }
}

const NO_TEXT = replaceSpans('', [], ' ')

/** JSON without the name in any of its words. */
function saidIn(
  json: string | null,
  withheld: Withheld,
  also: (value: unknown) => unknown = value => value,
): string | null {
  if (json === null) return null
  return JSON.stringify(rebase(also(JSON.parse(json)), NO_TEXT, sayWhole(withheld)))
}
