import type { Selectable } from 'kysely'
import type { Db } from '../database/database.js'
import type { PersonTable } from '../database/schema.js'
import { findNames, type Name } from './find-name.js'
import { bearersOf } from './rewrite-register.js'
import { personRows } from './subject.js'

type Person = Selectable<PersonTable>

/** Where the whole name stands and stays: a story, or somebody in the register whom no story tells of. */
export interface NameLeft {
  readonly story: string | null
  readonly version: number | null
  /** Who in the register it is there, by the key. */
  readonly person: string | null
  /** namesake: it is another person of the register; unknown: nobody decided whose it is. */
  readonly why: 'namesake' | 'unknown'
  readonly words: readonly string[]
}

/**
 * Others of the register who may be the person: candidates that no editor decided on, and those of the name whom no story
 * tells of.
 */
export async function doubtfulOf(
  db: Db,
  own: readonly Person[],
  names: readonly Name[],
): Promise<Person[]> {
  const ids = own.map(one => one.id)
  const pairs = await db
    .selectFrom('candidate')
    .select(['person_id', 'other_id', 'state'])
    .where(eb => eb.or([eb('person_id', 'in', ids), eb('other_id', 'in', ids)]))
    .execute()
  const sides = (state: 'open' | 'rejected') =>
    pairs.filter(pair => pair.state === state).flatMap(pair => [pair.person_id, pair.other_id])
  const bearers = await bearersOf(db, names, ids)
  const rows = await db
    .selectFrom('person')
    .select('key')
    .where('merged_into', 'is', null)
    .where('id', 'not in', [...ids, ...sides('rejected')])
    .where(({ or, and, eb, not, exists, selectFrom }) =>
      or([
        eb('id', 'in', [0, ...sides('open')]),
        and([
          eb('key', 'in', ['', ...bearers]),
          not(
            exists(
              selectFrom('entity')
                .select('entity.id')
                .whereRef('entity.person_id', '=', 'person.id'),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('id')
    .execute()
  const all: Person[] = []
  for (const { key } of rows) all.push(...(await personRows(db, key)))
  return all
}

/** Those of them whom no story tells of. */
export async function untold(db: Db, doubtful: readonly Person[]): Promise<NameLeft[]> {
  const told = await db
    .selectFrom('entity')
    .select('person_id')
    .distinct()
    .where('person_id', 'in', [0, ...doubtful.map(one => one.id)])
    .execute()
  return doubtful
    .filter(one => one.merged_into === null && !told.some(row => row.person_id === one.id))
    .map(({ key, name }) => ({
      story: null,
      version: null,
      person: key,
      why: 'unknown',
      words: [name],
    }))
}

/** Stories beside those where a whole name stands in a text or title, and whether it is somebody else's there. */
export async function otherStories(
  db: Db,
  names: readonly Name[],
  but: ReadonlySet<number>,
  type: string,
  doubtful: ReadonlySet<number>,
): Promise<(NameLeft & { readonly id: number })[]> {
  const known = new Set(names.map(name => name.join(' ')))
  const most = Math.max(1, ...names.map(name => name.length))
  const isName = (words: Name) => known.has(words.join(' '))
  const found: (NameLeft & { readonly id: number })[] = []
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
        .innerJoin('person', 'person.id', 'entity.person_id')
        .select(['person.id as id', 'person.key as key'])
        .where('entity.story_id', '=', id)
        .where('entity.type', '=', type)
        .where('entity.name_key', 'in', keys)
        .orderBy('entity.id')
        .execute()
      const namesake = others.find(other => !doubtful.has(other.id))
      found.push({
        id,
        story: key,
        version: number,
        person: (namesake ?? others[0])?.key ?? null,
        why: namesake ? 'namesake' : 'unknown',
        words: places
          .slice(0, 3)
          .map(({ start, end }) => all.slice(Math.max(0, start - 40), end + 40)),
      })
    }
  }
}
