import type { Archive } from '../archive.js'
import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import { type Editor, keepEdit, type PersonEdit } from './edit.js'
import { findPerson, type PersonEntry } from './find.js'
import type { Change, Held, Patch } from './patch.js'
import { newPerson } from './persons.js'
import { sumOf } from './profile.js'

/** Two are one: `from`'s mentions, names and identifiers become `into`'s, and its key leads there. */
export async function mergePersons(
  archive: Archive,
  from: string,
  into: string,
  editor: Editor,
): Promise<PersonEdit> {
  return edited(archive, async db => {
    const [a, b] = [await findPerson(db, from), await findPerson(db, into)]
    mayBeOne(a, b)
    const patch: Patch = [
      ...(await given(db, a.id, b.id, editor.who)),
      ...(await given(db, b.id, b.id, editor.who)),
      ...(await addedNames(
        db,
        b,
        (await namesOf(db, a)).map(({ name }) => name),
      )),
      ...(await identifiersOf(db, a.id, b.id)),
      { on: 'person', id: a.id, from: fieldsOf(a), to: { ...fieldsOf(a), merged: b.id } },
      ...(a.known === null
        ? []
        : [
            {
              on: 'person' as const,
              id: b.id,
              from: fieldsOf(b),
              to: { ...fieldsOf(b), known: bothKnown(b.known, a.known) },
            },
          ]),
    ]
    const says = `${a.name} (${a.key}) merged into ${b.name} (${b.key})`
    return keepEdit(db, 'merge', { persons: [a.key, b.key], says }, patch, editor)
  })
}

export interface Split {
  /** STORY (all that are this person there) or STORY/ITEM. */
  readonly mentions: readonly string[]
  /** To whom they go; a new person unless told. */
  readonly into?: string | undefined
  /** The new one's name; that of its first mention unless told. */
  readonly name?: string | undefined
}

/** Takes mentions out of a person, for a new one or another. What stays, stays by the editor's word too. */
export async function splitPerson(
  archive: Archive,
  person: string,
  { mentions, into, name }: Split,
  editor: Editor,
): Promise<PersonEdit> {
  return edited(archive, async db => {
    const from = await findPerson(db, person)
    const chosen = (await mentionsAt(db, mentions)).filter(one => one.person === from.id)
    if (chosen.length === 0)
      throw new ArchiveError(
        'bad-query',
        `${from.name} (${from.key}) is in none of these: ${mentions.join(', ')}. Give stories as the person's page names them, or STORY/ITEM.`,
      )
    const ids = new Set(chosen.map(one => one.id))
    const to =
      into === undefined
        ? await emptyPerson(db, from, chosen, name, editor.at)
        : await findPerson(db, into)
    if (to.id === from.id)
      throw new ArchiveError('bad-query', `${into} is the same person: nothing to move.`)
    if (into !== undefined) mayBeOne(from, to)
    const all = await heldBy(db, from.id)
    const patch: Patch = [
      ...changesOf(
        all.filter(one => ids.has(one.id)),
        to.id,
        editor.who,
      ),
      ...changesOf(
        all.filter(one => !ids.has(one.id)),
        from.id,
        editor.who,
      ),
      ...(into === undefined
        ? [
            {
              on: 'person' as const,
              id: to.id,
              from: { name: to.name, merged: from.id, known: null },
              to: { name: to.name, merged: null, known: null },
            },
          ]
        : []),
      ...(await addedNames(db, to, namesIn(chosen))),
    ]
    const says = `${chosen.length} of ${all.length} mentions of ${from.name} (${from.key}) moved to ${to.name} (${to.key})`
    return keepEdit(db, 'split', { persons: [from.key, to.key], says }, patch, editor)
  })
}

/** Gives mentions to a person, whoever's they were: also those that the machine joins with nobody, as a surname alone. */
export async function giveMentions(
  archive: Archive,
  person: string,
  mentions: readonly string[],
  editor: Editor,
): Promise<PersonEdit> {
  return edited(archive, async db => {
    const to = await findPerson(db, person)
    const chosen = await mentionsAt(db, mentions, { one: true })
    const ids = new Set(chosen.map(one => one.id))
    const patch: Patch = [
      ...changesOf(chosen, to.id, editor.who),
      // what it has, it keeps by the editor's word too
      ...changesOf(
        (await heldBy(db, to.id)).filter(one => !ids.has(one.id)),
        to.id,
        editor.who,
      ),
      ...(await addedNames(db, to, namesIn(chosen))),
    ]
    const says = `${mentions.join(', ')} given to ${to.name} (${to.key})`
    return keepEdit(db, 'give', { persons: [to.key], says }, patch, editor)
  })
}

/** What a person is called in the register. Its other names stay. */
export async function renamePerson(
  archive: Archive,
  person: string,
  name: string,
  editor: Editor,
): Promise<PersonEdit> {
  return edited(archive, async db => {
    const one = await findPerson(db, person)
    const patch: Patch = [
      { on: 'person', id: one.id, from: fieldsOf(one), to: { ...fieldsOf(one), name } },
      ...(await addedNames(db, one, [name])),
    ]
    const says = `${one.name} (${one.key}) renamed ${name}`
    return keepEdit(db, 'rename', { persons: [one.key], says }, patch, editor)
  })
}

/** Two candidates are one: the one with fewer mentions is merged into the other. */
export async function acceptCandidate(
  archive: Archive,
  one: string,
  other: string,
  editor: Editor,
): Promise<PersonEdit> {
  const [a, b] = [await findPerson(archive.db, one), await findPerson(archive.db, other)]
  const rows = await archive.db
    .selectFrom('person')
    .select(['id', 'mentions'])
    .where('id', 'in', [a.id, b.id])
    .execute()
  const mentions = new Map(rows.map(row => [row.id, row.mentions]))
  return mentions.get(a.id)! > mentions.get(b.id)!
    ? mergePersons(archive, b.key, a.key, editor)
    : mergePersons(archive, a.key, b.key, editor)
}

/** Two are two: never candidates again, and their mentions stay where they are. */
export async function rejectCandidate(
  archive: Archive,
  one: string,
  other: string,
  editor: Editor,
): Promise<PersonEdit> {
  return edited(archive, async db => {
    const [a, b] = [await findPerson(db, one), await findPerson(db, other)]
    if (a.id === b.id)
      throw new ArchiveError(
        'bad-query',
        `${one} and ${other} are one person. To part them: onrecord person split`,
      )
    const now = await db
      .selectFrom('candidate')
      .select('state')
      .where('person_id', '=', Math.min(a.id, b.id))
      .where('other_id', '=', Math.max(a.id, b.id))
      .executeTakeFirst()
    const patch: Patch = [
      { on: 'candidate', a: a.id, b: b.id, from: now?.state ?? null, to: 'rejected' },
      ...(await given(db, a.id, a.id, editor.who)),
      ...(await given(db, b.id, b.id, editor.who)),
    ]
    const says = `${a.name} (${a.key}) is not ${b.name} (${b.key})`
    return keepEdit(db, 'reject', { persons: [a.key, b.key], says }, patch, editor)
  })
}

function edited<T>(archive: Archive, what: (db: Db) => Promise<T>): Promise<T> {
  return archive.write(async db => {
    await archive.lock(db, 'add')
    return what(db)
  })
}

function mayBeOne(a: PersonEntry, b: PersonEntry): void {
  if (a.id === b.id)
    throw new ArchiveError('bad-query', `${a.key} and ${b.key} are one person already.`)
  if ((a.type === 'person') !== (b.type === 'person'))
    throw new ArchiveError(
      'bad-query',
      `${a.name} is a ${a.type} and ${b.name} a ${b.type}: they cannot be one.`,
    )
  if (a.state !== b.state)
    throw new ArchiveError(
      'conflict',
      `${a.name} is ${a.state} and ${b.name} ${b.state}: give both the same state first.`,
    )
}

const fieldsOf = ({ name, known }: PersonEntry) => ({ name, merged: null, known })

function bothKnown(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return JSON.stringify(sumOf(JSON.parse(a), JSON.parse(b)))
}

interface HeldMention extends Held {
  readonly id: number
  readonly type: string
  readonly name: string
  readonly named: number
  readonly anchor: readonly string[]
}

const mentionRows = (db: Db) =>
  db
    .selectFrom('entity')
    .innerJoin('story', 'story.id', 'entity.story_id')
    .select([
      'entity.id as id',
      'entity.type as type',
      'entity.name as name',
      'entity.named as named',
      'entity.item as item',
      'entity.person_id as person',
      'entity.join_by as by',
      'story.key as story',
      'entity.start as start',
    ])
    .orderBy('entity.id')

async function heldBy(db: Db, person: number): Promise<HeldMention[]> {
  const rows = await mentionRows(db).where('entity.person_id', '=', person).execute()
  return rows.map(row => ({ ...row, anchor: [row.story, String(row.start)] }))
}

/** The entities that refs name. Rejects with 'not-found' for a ref without any. `one`: each must name one entity. */
async function mentionsAt(
  db: Db,
  refs: readonly string[],
  { one = false } = {},
): Promise<HeldMention[]> {
  const all: HeldMention[] = []
  for (const ref of refs) {
    const [story = '', item] = ref
      .replace(/^stories\//, '')
      .replace('/entities/', '/')
      .split('/')
    if (one && !item)
      throw new ArchiveError(
        'bad-query',
        `"${ref}" names a story: say which entity of it, as ${ref}/e3.`,
      )
    const rows = await mentionRows(db)
      .where('story.key', '=', story)
      .$if(item !== undefined, some => some.where('entity.item', '=', item!))
      .execute()
    if (rows.length === 0) throw new ArchiveError('not-found', `There is no ${ref} in the archive.`)
    all.push(...rows.map(row => ({ ...row, anchor: [row.story, String(row.start)] })))
  }
  return [...new Map(all.map(mention => [mention.id, mention])).values()]
}

const given = async (db: Db, from: number, to: number, who: string) =>
  changesOf(await heldBy(db, from), to, who)

/** Mentions given to somebody by an editor, those alike in one change. */
function changesOf(mentions: readonly HeldMention[], person: number, who: string): Change[] {
  const alike = new Map<string, { from: Held; ids: number[] }>()
  for (const { id, person, by } of mentions) {
    const key = `${person} ${by}`
    const some = alike.get(key) ?? { from: { person, by }, ids: [] }
    some.ids.push(id)
    alike.set(key, some)
  }
  return [...alike.values()].map(({ from, ids }) => ({
    on: 'mentions',
    ids,
    from,
    to: { person, by: who },
  }))
}

async function namesOf(db: Db, { id, type }: PersonEntry) {
  const rows = await db
    .selectFrom('person_name')
    .select('name')
    .where('person_id', '=', id)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => ({ on: 'name' as const, type, name }))
}

/** Names that a person does not have yet. */
export async function addedNames(
  db: Db,
  to: PersonEntry,
  names: readonly string[],
): Promise<Change[]> {
  const has = new Set((await namesOf(db, to)).map(({ name }) => name))
  return [...new Set(names)]
    .filter(name => !has.has(name))
    .map(name => ({ on: 'name', person: to.id, type: to.type, name, from: false, to: true }))
}

const namesIn = (mentions: readonly HeldMention[]) =>
  mentions.filter(one => one.named === 1).map(one => one.name)

async function identifiersOf(db: Db, from: number, to: number): Promise<Change[]> {
  const of = (person: number) =>
    db
      .selectFrom('person_authority')
      .select(['scheme', 'identifier'])
      .where('person_id', '=', person)
      .execute()
  const has = new Set((await of(to)).map(one => `${one.scheme} ${one.identifier}`))
  return (await of(from))
    .filter(one => !has.has(`${one.scheme} ${one.identifier}`))
    .map(one => ({ on: 'identifier', person: to, ...one, from: false, to: true }))
}

/** A new one for mentions of another, who it leads to until it is given them. */
async function emptyPerson(
  db: Db,
  from: PersonEntry,
  mentions: readonly HeldMention[],
  name: string | undefined,
  at: string,
): Promise<PersonEntry> {
  const first = mentions[0]!
  const called = name ?? first.name
  const { id, key } = await newPerson(
    db,
    { type: from.type, name: called, anchor: ['split', ...first.anchor] },
    at,
  )
  await db
    .updateTable('person')
    .set({ merged_into: from.id, state: from.state })
    .where('id', '=', id)
    .execute()
  return { id, key, type: from.type, name: called, state: from.state, known: null }
}
