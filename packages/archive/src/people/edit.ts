import type { Archive } from '../archive.js'
import { log } from '../audit/audit.js'
import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import { keyOf } from '../pack.js'
import { anyHidden, refreshHidden } from '../rights/hidden.js'
import { mayBeDone, storiesIn } from './may-be-done.js'
import { applyPatch, inverse, type Patch } from './patch.js'
import { reprofile } from './reprofile.js'

export interface Editor {
  /** An account, or 'local'. */
  readonly who: string
  readonly at: string
  readonly why?: string | undefined
}

export type PersonEditKind = 'merge' | 'split' | 'give' | 'rename' | 'reject' | 'import' | 'undo'

/** What an edit is about, for those who read its history. */
export interface EditTarget {
  /** Keys. */
  readonly persons: readonly string[]
  readonly says: string
  /** Of an undo: the edit that it undoes. */
  readonly undoes?: string
}

export interface PersonEdit {
  readonly key: string
  readonly kind: PersonEditKind
  readonly persons: readonly string[]
  readonly says: string
  readonly who: string
  readonly at: string
  readonly why: string | null
  readonly undone: boolean
}

const PREFIX = 'person-'

/** Does an edit, keeps how it is undone, and writes it into the audit log; all in the caller's transaction. */
export async function keepEdit(
  db: Db,
  kind: PersonEditKind,
  target: EditTarget,
  patch: Patch,
  { who, at, why }: Editor,
): Promise<PersonEdit> {
  await mayBeDone(db, patch)
  await applyPatch(db, patch)
  if (await anyHidden(db)) await refreshHidden(db, await storiesIn(db, patch))
  for (const person of personsOf(patch)) await reprofile(db, person)
  const { count } = await db
    .selectFrom('correction')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const key = keyOf('edit', kind, at, who, JSON.stringify(target), String(count))
  await db
    .insertInto('correction')
    .values({
      key,
      story_id: null,
      version_id: null,
      kind: PREFIX + kind,
      target: JSON.stringify(target),
      change: JSON.stringify(patch),
      who,
      at,
      why: why ?? null,
      state: 'applied',
    })
    .execute()
  const { persons, says, undoes } = target
  const detail = { edit: key, says, ...(undoes && { undoes }), ...(why && { why }) }
  await log(
    db,
    persons.map(person => ({ who, action: PREFIX + kind, subject: `person:${person}`, detail })),
    at,
  )
  return { key, kind, persons, says, who, at, why: why ?? null, undone: false }
}

/** Everybody whose mentions or names a patch touches. */
function personsOf(patch: Patch): Set<number> {
  const persons = patch.flatMap(change =>
    change.on === 'mentions'
      ? [change.from.person, change.to.person]
      : change.on === 'person'
        ? [change.id]
        : [],
  )
  return new Set(persons.filter(person => person !== null))
}

/**
 * Undoes an edit of the register; undoing an undo does the edit again. Rejects with 'not-found', or 'conflict' where it is undone
 * already, a later edit stands on it, or a name in it was taken out of the archive.
 */
export async function undoEdit(archive: Archive, key: string, editor: Editor): Promise<PersonEdit> {
  return archive.write(async db => {
    await archive.lock(db, 'add')
    return undoIn(db, key, editor)
  })
}

/** As `undoEdit`, in the caller's transaction. */
export async function undoIn(db: Db, key: string, editor: Editor): Promise<PersonEdit> {
  const row = await db
    .selectFrom('correction')
    .selectAll()
    .where('key', '=', key)
    .where('kind', 'like', `${PREFIX}%`)
    .executeTakeFirst()
  if (!row)
    throw new ArchiveError('not-found', `There is no edit ${key}. A person's page lists its edits.`)
  if (row.state === 'undone')
    throw new ArchiveError(
      'conflict',
      `The edit ${key} is undone already. To do it again, undo its undoing.`,
    )
  if (row.state === 'conflict')
    throw new ArchiveError('conflict', `The edit ${key} cannot be undone: ${row.conflict}.`)
  const target: EditTarget = JSON.parse(row.target)
  const again = target.undoes !== undefined
  const says = again
    ? `done again: ${target.says.replace(/^undone: /, '')}`
    : `undone: ${target.says}`
  const patch = inverse(JSON.parse(row.change))
  const undo = await keepEdit(
    db,
    'undo',
    { persons: target.persons, says, undoes: key },
    patch,
    editor,
  )
  const { who, at } = editor
  await setUndone(db, key, { who, at })
  if (again) await setUndone(db, target.undoes!, null)
  return undo
}

async function setUndone(db: Db, key: string, by: { who: string; at: string } | null) {
  await db
    .updateTable('correction')
    .set({
      state: by ? 'undone' : 'applied',
      undone_by: by?.who ?? null,
      undone_at: by?.at ?? null,
    })
    .where('key', '=', key)
    .execute()
}

/** The edits about a person, the latest first. */
export async function editsOf(db: Db, person: string, limit = 100): Promise<PersonEdit[]> {
  const rows = await db
    .selectFrom('correction')
    .selectAll()
    .where('story_id', 'is', null)
    .where('kind', 'like', `${PREFIX}%`)
    .where('target', 'like', `%"${person}"%`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ key, kind, target, who, at, why, state }) => {
    const { persons, says }: EditTarget = JSON.parse(target)
    const name = kind.slice(PREFIX.length) as PersonEditKind
    return { key, kind: name, persons, says, who, at, why, undone: state === 'undone' }
  })
}
