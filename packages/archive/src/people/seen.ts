import { type Expression, type SqlBool, sql } from 'kysely'
import { ArchiveError } from '../errors.js'
import { seenSources, type View } from '../rights/view.js'

/** The mentions that the asker may see, as `entity` with its `story`: of stories that are shown, of outlets in sight. */
export function seenMentions({ archive: { db }, sight }: View) {
  const sources = seenSources(sight)
  return db
    .selectFrom('entity')
    .innerJoin('story', 'story.id', 'entity.story_id')
    .where('story.state', '=', 'shown')
    .$if(sources !== undefined, some => some.where('story.source_id', 'in', sources!))
}

/** Is somebody told of in a story that the asker may see? `person` is a column: "person.id". */
export const isSeen = (view: View, person: string): Expression<SqlBool> =>
  sql<SqlBool>`exists ${seenMentions(view)
    .select('entity.id')
    .where('entity.person_id', '=', sql<number>`${sql.ref(person)}`)}`

/** Those of the persons of whom the asker may read every story, whole. */
export async function readWhole(
  { archive: { db }, sight }: View,
  persons: readonly number[],
): Promise<Set<number>> {
  const sources = seenSources(sight)
  const rows = await db
    .selectFrom('entity')
    .innerJoin('story', 'story.id', 'entity.story_id')
    .innerJoin('source', 'source.id', 'story.source_id')
    .select('entity.person_id as person')
    .distinct()
    .where('entity.person_id', 'in', [0, ...persons])
    .where(({ eb, or }) =>
      or([
        eb('source.licence', '!=', 'full'),
        eb('story.state', '!=', 'shown'),
        ...(sources ? [eb('source.id', 'not in', sources)] : []),
      ]),
    )
    .execute()
  const not = new Set(rows.map(row => row.person))
  return new Set(persons.filter(person => !not.has(person)))
}

/** A place in a list, for going on behind it; opaque to whoever holds it. */
export const toCursor = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** Rejects with 'bad-query' what `toCursor` did not make, or made of another number of parts. */
export function fromCursor(cursor: string, parts: number): (string | number)[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      Array.isArray(place) &&
      place.length === parts &&
      place.every(part => typeof part === 'string' || Number.isFinite(part))
    )
      return place
  } catch {
    // said below
  }
  throw new ArchiveError(
    'bad-query',
    'That cursor is not one of this list. Take the "next" of the page before, or none.',
  )
}
