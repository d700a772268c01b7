import type { Db } from '../database/database.js'
import { sha256 } from '../pack.js'
import type { Arrival } from '../stories/arrival.js'
import type { Known } from '../stories/recognise.js'
import { type Stamp, stampOf } from './secret.js'

/** Marks a text so that it is known when it comes again, though another stands in its place. */
export async function markVersion(db: Db, versionId: number, textHash: string): Promise<void> {
  const stamp = await stampOf(db)
  await db
    .insertInto('mark')
    .values({ hash: stamp('text', textHash), version_id: versionId, tombstone_id: null })
    .execute()
}

/** Marks the texts, the id and the address of a story that is withdrawn, so that none of its versions comes again. */
export async function markWithdrawn(
  db: Db,
  tombstoneId: number,
  { texts, ownId, url }: { texts: readonly string[]; ownId: string | null; url: string | null },
): Promise<void> {
  const hashes = marksOf(await stampOf(db), texts, ownId, url)
  await db
    .insertInto('mark')
    .values(hashes.map(hash => ({ hash, version_id: null, tombstone_id: tombstoneId })))
    .execute()
}

const marksOf = (
  stamp: Stamp,
  texts: readonly string[],
  ownId?: string | null,
  url?: string | null,
) => [
  ...texts.map(text => stamp('text', text)),
  ...(ownId ? [stamp('id', ownId)] : []),
  ...(url ? [stamp('url', url)] : []),
]

/**
 * Is this a text that stands here with a name replaced, or a story that was withdrawn? As `recognise`: the same text, or
 * the same id or address, of the same outlet; the same text also where either tells no outlet.
 */
export async function markedAs(db: Db, arrival: Arrival): Promise<Known | undefined> {
  const any = await db.selectFrom('mark').select('hash').limit(1).executeTakeFirst()
  if (!any) return undefined
  const { text, id, url, outlet = '' } = arrival
  const hashes = marksOf(await stampOf(db), [sha256(text)], id, url)
  const rows = await db
    .selectFrom('mark')
    .leftJoin('tombstone', 'tombstone.id', 'mark.tombstone_id')
    .leftJoin('version', 'version.id', 'mark.version_id')
    .leftJoin('story', 'story.id', 'version.story_id')
    .leftJoin('source', join =>
      join.on(({ eb, fn, ref }) =>
        eb(ref('source.id'), '=', fn.coalesce('tombstone.source_id', 'story.source_id')),
      ),
    )
    .select([
      'mark.hash as hash',
      'tombstone.key as withdrawn',
      'tombstone.at as at',
      'tombstone.reason as reason',
      'story.id as storyId',
      'story.key as key',
      'version.id as versionId',
      'version.number as version',
      'source.name as outlet',
    ])
    .where('mark.hash', 'in', hashes)
    .execute()
  const found = rows.find(
    row =>
      row.outlet === outlet || (row.hash === hashes[0] && (row.outlet === '' || outlet === '')),
  )
  if (!found) return undefined
  const { storyId, key, versionId, version, withdrawn, at, reason } = found
  if (storyId !== null && key !== null && versionId !== null && version !== null)
    return { is: 'same', storyId, key, versionId, version }
  if (withdrawn === null) return undefined
  return {
    is: 'withdrawn',
    key: withdrawn,
    message: `The story ${withdrawn} was withdrawn on ${at?.slice(0, 10)} and is not taken in again: ${reason}`,
  }
}
