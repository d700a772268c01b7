import { sql } from 'kysely'
import type { View } from '../rights/view.js'
import { nameWords, tags } from '../text/tags.js'
import { nameKey } from '../text/words.js'
import { type Candidate, each, holding, placesOf } from './find-passages.js'

/** Words that are asked for; more tell little. */
const ASKED = 6

/** Passages that hold all of these words (the rarest first), the earliest of them; at most `most`. */
export async function samePlaces(
  view: View,
  words: readonly string[],
  most: number,
): Promise<Candidate[]> {
  const held = holding(view, 'passage_words', each(words.slice(0, ASKED)))
  const rows = await placesOf(view)
    .where(
      'passage.id',
      'in',
      sql<number>`(select id from ${held} as held order by id limit ${most})`,
    )
    .execute()
  return rows.map(row => ({ ...row, words: new Set(words), weight: 0 }))
}

/** Passages with quotes of a speaker, by a name or a key of the register, that hold these words. */
export async function placesSaidBy(
  view: View,
  speaker: string,
  words: readonly string[],
  most: number,
): Promise<Candidate[]> {
  const found = new Map<number, Candidate>()
  for (const name of await namesOf(view, speaker)) {
    const named = [...words, ...nameWords(name).map(tags.speaker)]
    const held = holding(view, 'quote_words', each(named))
    const rows = await placesOf(view)
      .innerJoin('quote', join =>
        join
          .onRef('quote.story_id', '=', 'passage.story_id')
          .onRef('quote.start', '>=', 'passage.start')
          .onRef('quote.start', '<', 'passage.end'),
      )
      .where(
        'quote.id',
        'in',
        sql<number>`(select id from ${held} as held order by id limit ${most})`,
      )
      .execute()
    for (const row of rows) found.set(row.id, { ...row, words: new Set(words), weight: 0 })
  }
  return [...found.values()]
}

/** Names that are tried. */
const NAMES = 8

/** The name, and other names of those whom the register knows by it or by this key. */
async function namesOf({ archive: { db } }: View, speaker: string): Promise<string[]> {
  const rows = await db
    .selectFrom('person_name as other')
    .select('other.name as name')
    .where(({ eb, or, selectFrom }) =>
      or([
        eb(
          'other.person_id',
          'in',
          selectFrom('person_name').select('person_id').where('name_key', '=', nameKey(speaker)),
        ),
        eb('other.person_id', 'in', selectFrom('person').select('id').where('key', '=', speaker)),
      ]),
    )
    .limit(NAMES)
    .execute()
  return [...new Set([speaker, ...rows.map(({ name }) => name)])]
}
