import type { Db } from '../database/database.js'
import { eraseEdits } from '../people/erase-edits.js'
import { fullName } from '../people/name.js'
import { recountNames } from '../people/namesakes.js'
import { regroup } from '../people/regroup.js'
import { reprofile } from '../people/reprofile.js'
import { withoutWords } from '../people/weigh.js'
import type { Changes } from './changes.js'
import { personRows } from './subject.js'

/** A mention by which a story told of somebody in the register. */
export interface Told {
  readonly person: number
  readonly type: string
  readonly name: string
  readonly block: string | null
}

/** Of more mentions than this of one name, those that are left stay where they are. */
const MOST = 5000

/** Of whom the story tells; asked before its rows go. */
export async function toldIn(db: Db, storyId: number): Promise<Told[]> {
  const rows = await db
    .selectFrom('entity')
    .select(['person_id as person', 'type', 'name', 'block'])
    .where('story_id', '=', storyId)
    .where('person_id', 'is not', null)
    .execute()
  return rows.map(row => ({ ...row, person: row.person! }))
}

/**
 * When a story's rows are gone: what the register knew from it alone goes too: profiles, candidates, evidence in words, names
 * that no other story gives, and whoever neither another story nor an authority file tells of. Gives the keys of edits whose
 * words and way back went with that.
 */
export async function forgetTold(
  db: Db,
  told: readonly Told[],
  at: string,
  changes: Changes,
  story: string,
): Promise<string[]> {
  const edits: string[] = []
  const blurred = new Set<number>()
  for (const block of new Set(told.flatMap(one => one.block ?? [])))
    if (!(await regroup(db, block, at, MOST)))
      for (const one of told) if (one.block === block) blurred.add(one.person)
  for (const id of new Set(told.map(one => one.person))) {
    const { key, known, merged_into } = await db
      .selectFrom('person')
      .select(['key', 'known', 'merged_into'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const left = await namesTold(db, id)
    const names = told.filter(one => one.person === id).map(one => one.name)
    const lost = names.filter(name => !left.includes(name))
    if (left.length > 0 || known !== null || merged_into !== null) {
      if (left.length > 0) await reprofile(db, id)
      await blurEvidence(db, id, blurred.has(id))
      changes.note('person.profile', 1, { story })
      if (known === null && lost.length > 0)
        edits.push(...(await forgetNames(db, key, lost, left, changes, story)))
      continue
    }
    const rows = await personRows(db, key)
    edits.push(...(await eraseEdits(db, rows, () => false)))
    await db
      .deleteFrom('person')
      .where(
        'id',
        'in',
        rows.map(row => row.id),
      )
      .execute()
    changes.note('person', rows.length, { story })
  }
  await recountNames(
    db,
    told.flatMap(({ type, name }) => fullName(type, name) ?? []),
  )
  changes.note('correction', edits.length)
  return edits
}

/** What stories call a person, the name that most give first; a description where there is no name. */
async function namesTold(db: Db, id: number): Promise<string[]> {
  const rows = await db
    .selectFrom('entity')
    .select('name')
    .where('person_id', '=', id)
    .groupBy(['named', 'name'])
    .orderBy('named', 'desc')
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy('name')
    .execute()
  return rows.map(row => row.name)
}

/** Takes names from a person and whoever was merged into it. */
async function forgetNames(
  db: Db,
  key: string,
  lost: readonly string[],
  left: readonly string[],
  changes: Changes,
  story: string,
): Promise<string[]> {
  const rows = await personRows(db, key)
  const ids = rows.map(row => row.id)
  const { numDeletedRows } = await db
    .deleteFrom('person_name')
    .where('person_id', 'in', ids)
    .where('name', 'in', [...lost])
    .executeTakeFirst()
  changes.note('person_name', Number(numDeletedRows), { story })
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ name: left[0]! })
    .where('id', 'in', ids)
    .where('name', 'in', [...lost])
    .executeTakeFirst()
  changes.note('person.name', Number(numUpdatedRows), { story })
  if (numDeletedRows + numUpdatedRows === 0n) return []
  const keys = new Set(rows.map(row => row.key))
  return eraseEdits(
    db,
    [],
    ({ words, persons }) =>
      persons.some(one => keys.has(one)) && lost.some(name => words.includes(name)),
  )
}

/** What joins and, with `pairs`, candidates of a person rest on, without words of stories. */
async function blurEvidence(db: Db, id: number, pairs: boolean): Promise<void> {
  const blurred = (evidence: string) => JSON.stringify(JSON.parse(evidence).map(withoutWords))
  const joins = await db
    .selectFrom('entity')
    .select(['join_evidence as evidence'])
    .distinct()
    .where('person_id', '=', id)
    .where('join_evidence', 'is not', null)
    .execute()
  for (const { evidence } of joins)
    await db
      .updateTable('entity')
      .set({ join_evidence: blurred(evidence!) })
      .where('person_id', '=', id)
      .where('join_evidence', '=', evidence)
      .execute()
  if (!pairs) return
  const open = await db
    .selectFrom('candidate')
    .selectAll()
    .where(eb => eb.or([eb('person_id', '=', id), eb('other_id', '=', id)]))
    .execute()
  for (const { person_id, other_id, evidence } of open)
    await db
      .updateTable('candidate')
      .set({ evidence: blurred(evidence) })
      .where('person_id', '=', person_id)
      .where('other_id', '=', other_id)
      .execute()
}
