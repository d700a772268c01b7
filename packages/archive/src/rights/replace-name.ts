import { sql } from 'kysely'
import type { Archive } from '../archive.js'
import { eraseDetails, log } from '../audit/audit.js'
import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import { unpackBytes } from '../pack.js'
import { nameKey } from '../text/words.js'
import { type Change, type Changes, noteChanges, tryOut } from './changes.js'
import { findNames, type Name, nameWords, writtenAs } from './find-name.js'
import { stampName } from './guard.js'
import { type Doer, restrict } from './restrictions.js'
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
  /** Stories in which the whole name stands and stays. */
  readonly left: readonly {
    readonly story: string
    readonly version: number
    /** namesake: it is another person of the register; unknown: nobody decided whose it is. */
    readonly why: 'namesake' | 'unknown'
    readonly words: readonly string[]
  }[]
  /** What stays readable outside of the archive's tables, and what to do about it; null: nothing known. */
  readonly remains: string | null
}

export interface NameReplacing {
  /** What stands in the place of the name, as "a 34-year-old man". */
  readonly by: string
  readonly reason: string
  /** The person goes from the register, too: no quote is theirs, no fact about them. */
  readonly withdrawn?: boolean
  /** Also in stories where the whole name stands and nobody decided whose it is. */
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
    const people = await personRows(db, key)
    const person = people[0]!
    if (person.state === 'replaced' && !withdrawn)
      throw new ArchiveError('conflict', `The name of ${person.key} was replaced already.`)
    const ids = people.map(one => one.id)
    const names = person.state === 'replaced' ? [] : await namesOf(db, ids)
    const withheld: Withheld = { names, by, withdrawn }
    checkWords('replacement', by, withheld)
    checkWords('reason', reason, withheld)
    const stamp = await stampOf(db)
    const joined = await joinedStories(db, ids)
    const found = await otherStories(db, names, new Set(joined.keys()), person.type)
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
    await dropOriginals(db, [...originals, ...(await originalsWith(db, people, names))], changes)
    const subject = { subject: 'person', key: person.key } as const
    await rewriteRegister(db, ids, withheld, changes)
    await rewriteOthers(db, withheld, changes)
    const say = sayWhole(withheld)
    const erased = await eraseDetails(
      db,
      ({ subject, detail }) => say(detail) !== detail || subject === `person:${person.key}`,
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
        .values({ ...subject, source_id: null, reason, who, at })
        .execute()
    const detail = { restriction: restriction.key, changed: changes.counts(), erased }
    const action = withdrawn ? 'withdraw' : 'replace-name'
    await log(db, [{ who, action, subject: `person:${person.key}`, detail }], at)
    return {
      restriction: confirm ? restriction.key : null,
      changes: changes.all,
      left: found
        .filter(one => !stories.has(one.id))
        .map(({ story, version, why, words }) => ({ story, version, why, words })),
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

/** Stories beside those where a whole name stands in a text or title, and whether it is somebody else's there. */
async function otherStories(
  db: Db,
  names: readonly Name[],
  but: ReadonlySet<number>,
  type: string,
) {
  const known = new Set(names.map(name => name.join(' ')))
  const most = Math.max(1, ...names.map(name => name.length))
  const isName = (words: Name) => known.has(words.join(' '))
  const found: {
    id: number
    story: string
    version: number
    why: 'namesake' | 'unknown'
    words: string[]
  }[] = []
  if (names.length === 0) return found
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom('version')
      .innerJoin('story', 'story.id', 'version.story_id')
      .select([
        'version.id',
        'version.number',
        'version.text',
        'version.title',
        'story.key',
        'story_id',
      ])
      .where('version.id', '>', last)
      .orderBy('version.id')
      .limit(200)
      .execute()
    if (rows.length === 0) return found
    last = rows.at(-1)!.id
    for (const { number, text, title, key, story_id: id } of rows) {
      if (but.has(id)) continue
      const all = `${title ?? ''}\n\n${text}`
      const places = findNames(all, isName, most)
      if (places.length === 0) continue
      const keys = [...known]
      const others = await db
        .selectFrom('entity')
        .select('id')
        .where('story_id', '=', id)
        .where('type', '=', type)
        .where('name_key', 'in', keys)
        .where('person_id', 'is not', null)
        .limit(1)
        .execute()
      found.push({
        id,
        story: key,
        version: number,
        why: others.length > 0 ? 'namesake' : 'unknown',
        words: places
          .slice(0, 3)
          .map(({ start, end }) => all.slice(Math.max(0, start - 40), end + 40)),
      })
    }
  }
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

/** What the register says of the person: no name, no identifier, and where they are withdrawn nothing at all. */
async function rewriteRegister(
  db: Db,
  ids: readonly number[],
  { by, withdrawn }: Withheld,
  changes: Changes,
): Promise<void> {
  for (const table of ['person_name', 'person_authority', 'candidate'] as const) {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where('person_id', 'in', [...ids])
      .executeTakeFirst()
    changes.note(table, Number(numDeletedRows))
  }
  const joins = withdrawn
    ? { person_id: null, join_score: null, join_by: null, join_evidence: null }
    : { join_by: 'rights', join_evidence: null }
  const { numUpdatedRows } = await db
    .updateTable('entity')
    .set(joins)
    .where('person_id', 'in', [...ids])
    .executeTakeFirst()
  changes.note('entity.person_id', withdrawn ? Number(numUpdatedRows) : 0)
  changes.note('entity.join_evidence', withdrawn ? 0 : Number(numUpdatedRows))
  if (withdrawn)
    await db
      .deleteFrom('person')
      .where('id', 'in', [...ids])
      .execute()
  else
    await db
      .updateTable('person')
      .set({ name: by, state: 'replaced' })
      .where('id', 'in', [...ids])
      .execute()
  changes.note(withdrawn ? 'person' : 'person.name', ids.length)
}

/** Rows that are no story's and no person's: problems, files taken in, corrections of the register, reasons. */
async function rewriteOthers(db: Db, withheld: Withheld, changes: Changes): Promise<void> {
  const say = sayWhole(withheld)
  for (const [table, columns] of PLACES) {
    const rows = await sql<Record<string, string | number | null>>`select * from ${sql.table(table)}
      ${table === 'correction' ? sql`where story_id is null` : sql``}`.execute(db)
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
  ['correction', ['target', 'change', 'why', 'conflict']],
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
