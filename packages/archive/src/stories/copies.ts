import { inChunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'
import type { Word } from '../text/words.js'
import type { Added } from './arrival.js'
import { bandsOf, findNear, type Near, type Sought, shinglesOf } from './near.js'

/** A story, and the words of its version in force. */
export type Linked = Omit<Sought, 'shingles' | 'bands'> & { readonly words: readonly Word[] }

/**
 * Links stories that are new, or whose version is, with those that have (nearly) their words: the later is a copy of the
 * earlier. Gives what each is linked with.
 */
export async function linkCopies(db: Db, stories: readonly Linked[]): Promise<Added['copyOf'][]> {
  const sought = stories.map(({ words, ...story }): Sought => {
    const shingles = shinglesOf(words)
    return { ...story, shingles, bands: bandsOf(shingles) }
  })
  const found = await findNear(db, sought)
  const bands = sought.flatMap(({ versionId, bands }) =>
    bands.map(band => ({ ...band, version_id: versionId })),
  )
  await inChunks(bands, some => db.insertInto('band').values(some).execute())
  const links = sought.flatMap((story, k) => found[k]!.map(near => linkOf(story, near)))
  await inChunks(links, some => db.insertInto('copy').values(some).execute())
  return found.map(near => near.map(({ key, kind, similarity }) => ({ key, kind, similarity })))
}

/** Without dates, the one that came first is the earlier. */
function linkOf({ storyId, published }: Sought, near: Near) {
  const { kind, similarity } = near
  const earlier = !published || !near.published || near.published <= published
  return {
    story_id: earlier ? storyId : near.storyId,
    of_story_id: earlier ? near.storyId : storyId,
    kind,
    similarity,
  }
}

/** Takes back what linked a story by the words that it had. */
export async function unlinkCopies(db: Db, storyId: number): Promise<void> {
  const older = db.selectFrom('version').select('id').where('story_id', '=', storyId)
  await db.deleteFrom('band').where('version_id', 'in', older).execute()
  await db
    .deleteFrom('copy')
    .where(eb => eb.or([eb('story_id', '=', storyId), eb('of_story_id', '=', storyId)]))
    .execute()
}
