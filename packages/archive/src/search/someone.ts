import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../database/database.js'
import type { Match } from '../database/match.js'
import { ArchiveError } from '../errors.js'
import { personAsked } from '../people/find.js'
import type { View } from '../rights/view.js'
import { nameWords, tags } from '../text/tags.js'
import { LONGEST_KEY, nameKey } from '../text/words.js'

/** Names of people that are asked for as words of the index; those of someone with more are left to the rows. */
const MOST_NAMES = 64
/** People of one name. */
const MOST_PEOPLE = 50

/** A match that all quotes sought have, and a condition that only they meet; null where the other does for both. */
export interface Someone {
  readonly match: Match | null
  readonly condition: Expression<SqlBool> | null
}

/**
 * Quotes by, or about, somebody. A name finds entities whose names have all its words, in any order, and whoever the
 * register knows by just that name, whatever their stories call them; person:KEY, or the key alone, finds whom the register
 * takes for that person. Rejects with 'bad-query' for a name without letters, 'not-found' for a key that nobody has.
 */
export async function someone(
  view: View,
  role: 'speaker' | 'about',
  asked: string,
): Promise<Someone> {
  const { db, numbers } = view.archive
  const person = await personAsked(view, asked)
  const words = person ? [] : nameWords(asked)
  if (!person && words.length === 0)
    throw new ArchiveError('bad-query', `${role} "${asked}" is no name: it has no letters.`)
  const people = person ? [person.id] : await peopleCalled(db, asked)
  const tagged = (words: readonly string[]): Match => ({
    all: words.map(word => ({ words: [tags[role](word)] })),
  })
  const names = people.length > 0 ? await namesOf(db, people) : []
  // a person whom no story is joined to
  if (names?.length === 0 && words.length === 0) return { match: null, condition: sql`1 = 0` }
  const match = names && {
    any: [...(words.length > 0 ? [words] : []), ...names].map(tagged),
  }
  if (people.length === 0 && words.length === 1) return { match, condition: null }

  const either: Expression<SqlBool>[] = []
  if (people.length > 0) either.push(sql`entity.person_id in ${numbers(people)}`)
  if (words.length > 0) {
    // folded words are letters and digits: nothing in them is a wildcard
    const all = words.map(word => sql`' ' || entity.name_key || ' ' like ${`% ${word} %`}`)
    either.push(sql`(${sql.join(all, sql` and `)})`)
  }
  const link = sql.table(`quote_${role}`)
  return {
    match,
    condition: sql`exists (select 1 from ${link} as link join entity on entity.id = link.entity_id
      where link.quote_id = quote.id and (${sql.join(either, sql` or `)}))`,
  }
}

/** Whom the register knows by just this name. */
async function peopleCalled(db: Db, name: string): Promise<number[]> {
  const rows = await db
    .selectFrom('person_name')
    .select('person_id')
    .distinct()
    .where('name_key', '=', nameKey(name))
    .limit(MOST_PEOPLE)
    .execute()
  return rows.map(row => row.person_id)
}

/**
 * The words of every name that stories have for these people, as the index has them; null where these would not find all:
 * too many names, one without words, or one so long that its key is cut.
 */
async function namesOf(db: Db, people: readonly number[]): Promise<string[][] | null> {
  const rows = await db
    .selectFrom('entity')
    .select('name_key')
    .distinct()
    .where('person_id', 'in', people)
    .limit(MOST_NAMES + 1)
    .execute()
  const vague = rows.some(({ name_key: key }) => key === '' || key.length >= LONGEST_KEY)
  return rows.length > MOST_NAMES || vague ? null : rows.map(row => nameWords(row.name_key))
}
