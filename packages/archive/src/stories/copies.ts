import type { Db } from '../database/database.js'
import { together } from '../database/together.js'
import type { Word } from '../text/words.js'
import type { Added, Arrival } from './arrival.js'
import { bandsOf, findNear, type Near, shinglesOf } from './near.js'

/** Links the story with those that have (nearly) its words: the later is a copy of the earlier. */
export async function linkCopies(
  db: Db,
  { text, published }: Arrival,
  {
    storyId,
    versionId,
    hash,
    words,
    fresh,
  }: { storyId: number; versionId: number; hash: string; words: readonly Word[]; fresh: boolean },
): Promise<Added['copyOf']> {
  const shingles = shinglesOf(words)
  const bands = bandsOf(shingles)
  if (!fresh) {
    const older = db.selectFrom('version').select('id').where('story_id', '=', storyId)
    await db.deleteFrom('band').where('version_id', 'in', older).execute()
    await db
      .deleteFrom('copy')
      .where(eb => eb.or([eb('story_id', '=', storyId), eb('of_story_id', '=', storyId)]))
      .execute()
  }
  const [found] = await together([
    findNear(db, text, hash, bands, shingles),
    bands.length > 0 &&
      db
        .insertInto('band')
        .values(bands.map(band => ({ ...band, version_id: versionId })))
        .execute(),
  ])
  const near = found.filter(one => one.storyId !== storyId)
  if (near.length === 0) return []
  const others = await db
    .selectFrom('story')
    .innerJoin('version', 'version.id', 'story.version_id')
    .select(['story.id as id', 'story.key as key', 'version.published as published'])
    .where(
      'story.id',
      'in',
      near.map(one => one.storyId),
    )
    .execute()
  const byId = new Map(others.map(other => [other.id, other]))
  const rows = near.map(({ storyId: other, kind, similarity }: Near) => {
    // Without dates, the one that came first.
    const earlier =
      !published || !byId.get(other)?.published || byId.get(other)!.published! <= published
    return {
      story_id: earlier ? storyId : other,
      of_story_id: earlier ? other : storyId,
      kind,
      similarity,
    }
  })
  await db.insertInto('copy').values(rows).execute()
  return near.flatMap(({ storyId: other, kind, similarity }) => {
    const key = byId.get(other)?.key
    return key ? [{ key, kind, similarity }] : []
  })
}
