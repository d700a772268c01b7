import { sql } from 'kysely'
import type { Archive } from '../archive.js'
import { eraseDetails, log } from '../audit/audit.js'
import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import { unpackBytes } from '../pack.js'
import { nameKey } from '../text/words.js'
import { type Change, type Changes, noteChanges, tryOut } from './changes.js'
import { doubtfulOf, type NameLeft, otherStories, untold } from './find-left.js'
import { type Name, nameWords, writtenAs } from './find-name.js'
import { stampName } from './guard.js'
import { type Doer, restrict } from './restrictions.js'
import { closePerson, finishPerson } from './rewrite-register.js'
import { rewriteStory, type Theirs } from './rewrite-story.js'
import { stampOf } from './secret.js'
import { personRows } from './subject.js'
import { dropOriginals } from './withdraw-story.js'
import { sayWhole, type Withheld } from './withhold.js'

/** What was done, or, where it was not confirmed, what would be. */
export interface NameReplaced {
  readonly done: boolean
  readonly restriction: string | null
  readonly changes: readonly Change[]
  readonly left: readonly NameLeft[]
  /** What stays readable outside of the archive's tables, and what to do about it; null: nothing known. */
  readonly remains: string | null
}

export interface NameReplacing {
  /** What stands in the place of the name, as "a 34-year-old man". */
  readonly by: string
  readonly reason: string
  /** The person goes from the register, too: no quote is theirs, no fact about them. */
  readonly withdrawn?: boolean
  /** Also where the whole name stands and nobody decided whose it is: candidates are the person then, too. */
  readonly everywhere?: boolean
  readonly confirm?: boolean
}

/**
 * Replaces a person's name by other words wherever the archive has it: in texts, titles, addresses, records, items,
 * indexes, corrections and the register; original bytes that hold it are dropped. Offsets are moved, so that every record still fits
 * its text. The same name in stories that come later is replaced as they come. It cannot be undone. Rejects with
 * 'not-found', 'withdrawn', 'conflict' (replaced already), 'bad-query' (a replacement or reason that holds the name).
 */
export async function replaceName(
  archive: Archive,
  key: string,
  { by, reason, withdrawn = false, everywhere = false, confirm = false }: NameReplacing,
  { who, at }: Doer,
): Promise<NameReplaced> {
  const given = await tryOut(archive, confirm, async db => {
    const changes = noteChanges()
    const own = await personRows(db, key)
    const person = own[0]!
    const replaced = await wasReplaced(db, person.key)
    if (replaced && !withdrawn)
      throw new ArchiveError('conflict', `The name of ${person.key} was replaced already.`)
    const doubtful = replaced
      ? []
      : await doubtfulOf(
          db,
          own,
          await namesOf(
            db,
            own.map(one => one.id),
          ),
        )
    const people = everywhere ? [...own, ...doubtful] : own
    const ids = people.map(one => one.id)
    const names = replaced ? [] : await namesOf(db, ids)
    const withheld: Withheld = { names, by, withdrawn }
    checkWords('replacement', by, withheld)
    checkWords('reason', reason, withheld)
    const stamp = await stampOf(db)
    const joined = await joinedStories(db, ids)
    const asked = new Set(doubtful.map(one => one.id))
    const found = await otherStories(db, names, new Set(joined.keys()), person.type, asked)
    const written = await originalsWith(db, people, names)
    const { called, edits } = await closePerson(db, people, withheld, changes)
    const stories = new Map(joined)
    if (everywhere)
      for (const one of found)
        if (one.why === 'unknown') stories.set(one.id, { items: new Set(), names: new Set() })
    const originals: number[] = []
    for (const [id, theirs] of stories) {
      const story = await db
        .selectFrom('story')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      originals.push(
        ...(await rewriteStory({ archive, db, stamp, changes }, story, withheld, theirs)),
      )
    }
    await dropOriginals(db, [...originals, ...written], changes)
    const subject = { subject: 'person', key: person.key } as const
    await finishPerson(db, people, called, withheld, changes)
    await rewriteOthers(db, withheld, changes)
    const say = sayWhole(withheld)
    const erased = await eraseDetails(
      db,
      ({ subject, detail }) =>
        say(detail) !== detail ||
        people.some(one => subject === `person:${one.key}`) ||
        edits.some(edit => detail.includes(edit)),
    )
    changes.note('audit.detail', erased.length)
    const state = withdrawn ? 'withdrawn' : 'replaced'
    const restriction = await restrict(db, subject, { state, replacement: by, reason }, { who, at })
    await keepWatch(
      db,
      restriction.id,
      names.flatMap(writtenAs).map(name => [stampName(stamp, name), name.length]),
    )
    if (withdrawn)
      await db
        .insertInto('tombstone')
        .values(people.map(one => ({ ...subject, key: one.key, source_id: null, reason, who, at })))
        .execute()
    const detail = { restriction: restriction.key, changed: changes.counts(), erased }
    const action = withdrawn ? 'withdraw' : 'replace-name'
    await log(db, [{ who, action, subject: `person:${person.key}`, detail }], at)
    return {
      restriction: confirm ? restriction.key : null,
      changes: changes.all,
      left: [
        ...found.filter(one => !stories.has(one.id)).map(({ id: _, ...one }) => one),
        ...(everywhere ? [] : await untold(db, doubtful)),
      ],
    }
  })
  return { done: confirm, ...given, remains: confirm ? await archive.erase() : null }
}

/** All whole names of a person: those of two words or more, or, where there are none, the one-word ones. */
async function namesOf(db: Db, ids: readonly number[]): Promise<Name[]> {
  const rows = await db
    .selectFrom('person_name')
    .select('name')
    .where('person_id', 'in', [...ids])
    .union(
      db
        .selectFrom('person')
        .select('name')
        .where('id', 'in', [...ids]),
    )
    .union(
      db
        .selectFrom('entity')
        .select('name')
        .where('person_id', 'in', [...ids])
        .where('named', '=', 1),
    )
    .execute()
  const all = new Map(rows.map(({ name }) => nameWords(name)).map(name => [name.join(' '), name]))
  const names = [...all.values()].filter(name => name.length > 0)
  const whole = names.filter(name => name.length > 1)
  return (whole.length > 0 ? whole : names).flatMap(name =>
    writtenAs(name).filter(one => one.length > 1 || name.length === 1),
  )
}

/** Was the name taken out once? It does not come back when that is lifted. */
async function wasReplaced(db: Db, key: string): Promise<boolean> {
  const row = await db
    .selectFrom('restriction')
    .select('id')
    .where('subject', '=', 'person')
    .where('subject_key', '=', key)
    .where('state', '=', 'replaced')
    .executeTakeFirst()
  return row !== undefined
}

/** Stories that the register joins with the person: which entities they are there, and what they are called. */
async function joinedStories(db: Db, ids: readonly number[]): Promise<Map<number, Theirs>> {
  const rows = await db
    .selectFrom('entity')
    .select(['story_id as story', 'item', 'name_key as name', 'named'])
    .where('person_id', 'in', [...ids])
    .orderBy('story_id')
    .execute()
  const stories = new Map<number, { items: Set<string>; names: Set<string> }>()
  for (const { story, item, name, named } of rows) {
    const one = stories.get(story) ?? { items: new Set(), names: new Set() }
    one.items.add(item)
    if (named === 1) one.names.add(name)
    stories.set(story, one)
  }
  return stories
}

/** Original bytes that hold a name as the register writes it, whatever story they gave. */
async function originalsWith(
  db: Db,
  people: readonly { readonly id: number }[],
  names: readonly Name[],
): Promise<number[]> {
  if (names.length === 0) return []
  const rows = await db
    .selectFrom('person_name')
    .select('name')
    .where(
      'person_id',
      'in',
      people.map(one => one.id),
    )
    .execute()
  const written = rows
    .map(row => row.name)
    .filter(name => names.some(one => one.join(' ') === nameKey(name)))
    .flatMap(name => [Buffer.from(name, 'utf8'), Buffer.from(name, 'latin1')])
  const found: number[] = []
  for (let last = 0; ; ) {
    const some = await db
      .selectFrom('original')
      .select(['id', 'packed'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(50)
      .execute()
    if (some.length === 0) return found
    last = some.at(-1)!.id
    for (const { id, packed } of some) {
      const bytes = unpackBytes(packed)
      if (written.some(name => bytes.includes(name))) found.push(id)
    }
  }
}

/** Rows that are no story's and no person's: problems, files taken in, reasons. */
async function rewriteOthers(db: Db, withheld: Withheld, changes: Changes): Promise<void> {
  const say = sayWhole(withheld)
  for (const [table, columns] of PLACES) {
    const rows = await sql<
      Record<string, string | number | null>
    >`select * from ${sql.table(table)}`.execute(db)
    for (const row of rows.rows) {
      const said = columns.filter(
        column => typeof row[column] === 'string' && say(row[column]) !== row[column],
      )
      if (said.length === 0) continue
      if (table === 'taken' || table === 'problem') {
        // the next time that the file is added, it is told again, without the name
        await sql`delete from ${sql.table(table)} where path = ${row.path}`.execute(db)
        changes.note(table, 1)
        continue
      }
      const set = said.map(column => sql`${sql.ref(column)} = ${say(row[column] as string)}`)
      await sql`update ${sql.table(table)} set ${sql.join(set)} where id = ${row.id}`.execute(db)
      for (const column of said) changes.note(`${table}.${column}`, 1)
    }
  }
}

const PLACES = [
  ['problem', ['path', 'part', 'message']],
  ['taken', ['path']],
  ['restriction', ['reason', 'replacement']],
  ['tombstone', ['reason']],
  ['source', ['note']],
  ['job', ['name', 'about', 'message']],
] as const

/** Names that stories to come may not hold. */
async function keepWatch(
  db: Db,
  restrictionId: number,
  names: readonly (readonly [string, number])[],
): Promise<void> {
  const rows = [...new Map(names)].map(([hash, words]) => ({
    hash,
    words,
    restriction_id: restrictionId,
  }))
  if (rows.length > 0) await db.insertInto('withheld').values(rows).execute()
}

/** Words that an administrator gives stay: they may not hold what is taken away. */
function checkWords(what: string, words: string, withheld: Withheld): void {
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(words) || words.trim() === '')
    throw new ArchiveError(
      'bad-query',
      `The ${what} is empty or has line breaks or control characters: give one line of words.`,
    )
  const lasts = new Set(withheld.names.map(name => name.at(-1)!))
  if (nameWords(words).some(word => lasts.has(word)) || sayWhole(withheld)(words) !== words)
    throw new ArchiveError(
      'bad-query',
      `The ${what} holds the name that is to go: say it without the name.`,
    )
}
