import { sql } from 'kysely'
import type { Db } from '../database/database.js'
import type { FullName } from './name.js'

/** Others whom a small archive could have told of, and how many names of its own outweigh what was known beforehand. */
const WORLD = { p: { others: 20_000, weight: 2000 }, o: { others: 2000, weight: 500 } }
/** However rare a name: fathers and sons share theirs, and names are not drawn part by part. */
const LEAST = 0.003

const kindOf = ({ block }: FullName) => (block.startsWith('p') ? 'p' : 'o')

/**
 * How many others with the very same name are to be expected, by block: the number of names times the shares of its
 * parts, each share counted in the archive and, while that is small, taken from lists of common names. "Ola Berg" is
 * everybody's where many are called Ola and many Berg, though no two of them were in a story yet.
 */
export async function namesakesOf(
  db: Db,
  names: readonly FullName[],
): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map()
  const wanted = new Set(['p', 'o', ...names.flatMap(name => name.parts.map(({ part }) => part))])
  const rows = await db
    .selectFrom('name_part')
    .selectAll()
    .where('part', 'in', [...wanted])
    .execute()
  const counts = new Map(rows.map(row => [row.part, row.names]))
  return new Map(
    names.map(name => {
      const kind = kindOf(name)
      const { others, weight } = WORLD[kind]
      const all = counts.get(kind) ?? 0
      let expected = all + others
      for (const { part, share } of name.parts) {
        // less itself
        const has = Math.max(0, (counts.get(part) ?? 0) - 1)
        expected *= (has + weight * share) / (all + weight)
      }
      return [name.block, Math.max(LEAST, expected)]
    }),
  )
}

/** Counts the parts of names anew, where some of the names may be gone from the register; parts that no name has go. */
export async function recountNames(db: Db, names: readonly FullName[]): Promise<void> {
  const parts = names.flatMap(name => [kindOf(name), ...name.parts.map(({ part }) => part)])
  for (const part of new Set(parts)) {
    const word = part.slice(2)
    // folded words hold letters and digits alone, so nothing in them is a pattern
    const like = { f: `p ${word} %`, l: `p % ${word}`, p: 'p %', o: 'o %' }[part.slice(0, 1)]!
    const { count } = await db
      .selectFrom('person_name')
      .select(({ fn }) => fn.count<number>('block').distinct().as('count'))
      .where('block', 'like', like)
      .$if(part.startsWith('o '), some =>
        some.where(sql<boolean>`(block || ' ') like ${`% ${word} %`}`),
      )
      .executeTakeFirstOrThrow()
    const row = db.updateTable('name_part').set({ names: Number(count) })
    if (Number(count) > 0) await row.where('part', '=', part).execute()
    else await db.deleteFrom('name_part').where('part', '=', part).execute()
  }
}

/** Counts names that the archive has for the first time. */
export async function countNames(db: Db, names: readonly FullName[]): Promise<void> {
  const more = new Map<string, number>()
  for (const name of new Map(names.map(one => [one.block, one])).values()) {
    for (const part of [kindOf(name), ...name.parts.map(one => one.part)])
      more.set(part, (more.get(part) ?? 0) + 1)
  }
  if (more.size === 0) return
  await db
    .insertInto('name_part')
    .values([...more].map(([part, names]) => ({ part, names })))
    .onConflict(on =>
      on.column('part').doUpdateSet({ names: sql<number>`name_part.names + excluded.names` }),
    )
    .execute()
}
