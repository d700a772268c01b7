import type { Archive } from '../archive.js'
import { log } from '../audit/audit.js'
import type { Db } from '../database/database.js'
import { guardOf } from '../rights/guard.js'
import { nameKey } from '../text/words.js'
import { decide, type Likely } from './decide.js'
import { type Editor, keepEdit, undoIn } from './edit.js'
import { addedNames } from './edits.js'
import { findPerson, type PersonEntry } from './find.js'
import { isWithheld } from './may-be-done.js'
import { type FullName, fullName } from './name.js'
import { namesakesOf } from './namesakes.js'
import type { Change, Patch } from './patch.js'
import { addName, type Known, knownIn, newPerson } from './persons.js'
import { birthOf, NOBODY, type Profile, sumOf } from './profile.js'

/** Somebody in an authority file; an `AuthorityEntry` of @onrecord/formats is one. */
export interface Authority {
  readonly scheme: string
  readonly identifier: string
  readonly type: 'person' | 'organisation'
  readonly name: string
  readonly aliases: readonly string[]
  /** ISO: a year, a month or a day. */
  readonly born: string | null
  readonly gender: 'female' | 'male' | 'other' | null
  readonly roles: readonly string[]
}

/**
 * joined: its identifier and names are now those of somebody in the register, on evidence; known: they were; doubtful: it is in
 * the register by itself, with candidates for an editor; conflict: whom it fits has another identifier of the same scheme;
 * nobody: nobody in the register may be it, and nothing was kept.
 */
export type Imported = 'joined' | 'known' | 'doubtful' | 'conflict' | 'nobody'

export interface ImportReport {
  readonly rows: number
  readonly counts: Readonly<Record<Imported | 'bad', number>>
  /** Rows that were passed over or not joined because of a conflict, the first so many, with the reason. */
  readonly problems: readonly { readonly line: number; readonly problem: string }[]
}

export type ImportRow =
  | { readonly line: number; readonly entry: Authority }
  | { readonly line: number; readonly problem: string }

type Row = Extract<ImportRow, { entry: Authority }>

/** What this file gave to whom, by the person's id and the scheme. */
type Given = Map<string, { readonly row: Row; readonly edit: string; readonly fits: Likely<Known> }>

interface Outcome {
  readonly line: number
  readonly is: Imported
  /** What was said of the row before, where a later one changed that. */
  readonly was?: Imported
  readonly says?: string
}

/** Rows in one transaction, and problems that are told. */
const BATCH = 200
const TOLD = 100

/**
 * Joins the rows of an authority file with the register: on a name and what the file tells besides (a date of birth,
 * roles), never on a name alone, and never one of several that fit. The same file again changes nothing. Rows come as they
 * are read: the file may be of any size. Committed row by row in batches; may be stopped and run again.
 */
export async function importAuthorities(
  archive: Archive,
  rows: AsyncIterable<ImportRow>,
  editor: Editor,
): Promise<ImportReport> {
  const counts = { joined: 0, known: 0, doubtful: 0, conflict: 0, nobody: 0, bad: 0 }
  const problems: { line: number; problem: string }[] = []
  let all = 0
  let batch: Row[] = []
  const given: Given = new Map()
  const tell = (line: number, problem: string) => {
    if (problems.length < TOLD) problems.push({ line, problem })
  }
  const flush = async () => {
    const some = batch
    batch = []
    await archive.write(async db => {
      await archive.lock(db, 'add')
      for (const row of some) {
        for (const { line, is, was, says } of await importOne(db, row, given, editor)) {
          counts[is] += 1
          if (was) counts[was] -= 1
          if (says) tell(line, says)
        }
      }
    })
  }
  for await (const row of rows) {
    all += 1
    if ('problem' in row) {
      counts.bad += 1
      tell(row.line, row.problem)
    } else batch.push(row)
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  const { who, at, why } = editor
  await archive.write(async db => {
    await archive.lock(db, 'add')
    const detail = { rows: all, ...counts, ...(why && { why }) }
    await log(db, [{ who, action: 'import-authorities', subject: 'archive', detail }], at)
  })
  return { rows: all, counts, problems }
}

async function importOne(db: Db, row: Row, given: Given, editor: Editor): Promise<Outcome[]> {
  const { line, entry } = row
  const { scheme, identifier } = entry
  const guard = await guardOf(db)
  if ([entry.name, ...entry.aliases].some(name => isWithheld(name, guard)))
    return [{ line, is: 'nobody', says: 'Its name was taken out of the archive.' }]
  const own = await personWith(db, scheme, identifier)
  if (own) return [{ line, is: (await tellOf(db, own, entry, editor)) ? 'joined' : 'known' }]
  const names = [entry.name, ...entry.aliases].flatMap(name => fullName(entry.type, name) ?? [])
  // as they were before this file told of them: its rows are equals, whichever stands first
  const found = (await namesakesIn(db, names)).map(
    one => given.get(`${one.id} ${scheme}`)?.fits.one ?? one,
  )
  if (found.length === 0) return [{ line, is: 'nobody' }]
  const namesakes = await namesakesOf(db, names)
  const { join, candidates } = decide(profileOf(entry), found, Math.max(...namesakes.values()))
  if (!join) {
    if (candidates.length === 0) return [{ line, is: 'nobody' }]
    await keepByItself(db, entry, candidates, editor.at)
    return [{ line, is: 'doubtful' }]
  }
  const person = await entryOfId(db, join.one.id)
  const place = `${person.id} ${scheme}`
  const other = await identifierOf(db, person.id, scheme)
  if (other === null && !given.has(place)) {
    const edit = await tellOf(db, person, entry, editor)
    if (edit) given.set(place, { row, edit, fits: join })
    return [{ line, is: 'joined' }]
  }
  await keepByItself(db, entry, [join], editor.at)
  const says = (one: Authority) =>
    `${one.identifier} (${one.name}) fits ${person.name} (${person.key}), and so does another of ${scheme}: see onrecord candidates.`
  const outcome: Outcome = { line, is: 'conflict', says: says(entry) }
  const first = given.get(place)
  if (!first || other === null) return [outcome]
  // neither is picked because it came first
  await undoIn(db, first.edit, editor)
  await keepByItself(db, first.row.entry, [first.fits], editor.at)
  const { line: before, entry: earlier } = first.row
  return [{ line: before, is: 'conflict', was: 'joined', says: says(earlier) }, outcome]
}

/** What a file tells, in the form in which mentions are compared. */
function profileOf({ type, name, born, gender, roles }: Authority): Profile {
  const full = fullName(type, name)
  return {
    ...NOBODY,
    born: born === null ? null : birthOf(born),
    gender,
    middles: full?.middle ? [full.middle] : [],
    suffix: full?.suffix || null,
    roles: roles.map(role => ({ title: nameKey(role), organisation: null, days: null })),
  }
}

async function namesakesIn(db: Db, names: readonly FullName[]): Promise<Known[]> {
  const found = await knownIn(db, [...new Set(names.map(name => name.block))])
  return [...new Map(found.map(one => [one.id, one])).values()]
}

async function personWith(
  db: Db,
  scheme: string,
  identifier: string,
): Promise<PersonEntry | undefined> {
  const rows = await db
    .selectFrom('person_authority')
    .innerJoin('person', 'person.id', 'person_authority.person_id')
    .select(['person.key as key', 'person.merged_into as merged'])
    .where('scheme', '=', scheme)
    .where('identifier', '=', identifier)
    .execute()
  // one merged into another keeps its own, for the undoing
  const row = rows.find(one => one.merged === null) ?? rows[0]
  return row && findPerson(db, row.key)
}

async function entryOfId(db: Db, id: number): Promise<PersonEntry> {
  const { key } = await db
    .selectFrom('person')
    .select('key')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return findPerson(db, key)
}

async function identifierOf(db: Db, person: number, scheme: string): Promise<string | null> {
  const row = await db
    .selectFrom('person_authority')
    .select('identifier')
    .where('person_id', '=', person)
    .where('scheme', '=', scheme)
    .executeTakeFirst()
  return row?.identifier ?? null
}

/** Gives a person what a file tells of it. The edit's key; null where it had all of that. */
async function tellOf(
  db: Db,
  person: PersonEntry,
  entry: Authority,
  editor: Editor,
): Promise<string | null> {
  const { scheme, identifier } = entry
  const has = await db
    .selectFrom('person_authority')
    .select('scheme')
    .where('person_id', '=', person.id)
    .where('scheme', '=', scheme)
    .where('identifier', '=', identifier)
    .executeTakeFirst()
  const identified: Change[] = has
    ? []
    : [{ on: 'identifier', person: person.id, scheme, identifier, from: false, to: true }]
  const before: Profile = person.known === null ? NOBODY : JSON.parse(person.known)
  const known = JSON.stringify(sumOf(before, profileOf(entry)))
  const fields = { name: person.name, merged: null }
  const told: Change[] =
    known === person.known
      ? []
      : [
          {
            on: 'person',
            id: person.id,
            from: { ...fields, known: person.known },
            to: { ...fields, known },
          },
        ]
  const patch: Patch = [
    ...identified,
    ...told,
    ...(await addedNames(db, person, [entry.name, ...entry.aliases])),
  ]
  if (patch.length === 0) return null
  const says = `${person.name} (${person.key}) is ${scheme} ${identifier}`
  return (await keepEdit(db, 'import', { persons: [person.key], says }, patch, editor)).key
}

/** Puts it into the register by itself, beside those whom it may be. */
async function keepByItself(
  db: Db,
  entry: Authority,
  likely: readonly Likely<Known>[],
  at: string,
): Promise<void> {
  const { scheme, identifier, type, name, aliases } = entry
  const known = profileOf(entry)
  const anchor = ['authority', scheme, identifier]
  const { id } = await newPerson(db, { type, name, anchor, profile: known }, at)
  await db
    .updateTable('person')
    .set({ known: JSON.stringify(known) })
    .where('id', '=', id)
    .execute()
  await db.insertInto('person_authority').values({ person_id: id, scheme, identifier }).execute()
  for (const alias of aliases) await addName(db, id, type, alias)
  await db
    .insertInto('candidate')
    .values(
      likely.map(({ one, score, says }) => ({
        person_id: Math.min(one.id, id),
        other_id: Math.max(one.id, id),
        score,
        evidence: JSON.stringify(says),
        state: 'open' as const,
      })),
    )
    .onConflict(on => on.columns(['person_id', 'other_id']).doNothing())
    .execute()
}
