import type { Archive } from '../archive.js'
import type { Db } from '../database/database.js'
import { together } from '../database/together.js'
import { sha256 } from '../pack.js'
import { markedAs } from '../rights/mark.js'
import type { Arrival } from './arrival.js'
import { shared, shinglesOf } from './near.js'

/** Less than this in common, and a file of the same name holds another story. */
const SAME_STORY = 0.3

export type Known =
  | {
      readonly is: 'same'
      readonly storyId: number
      readonly versionId: number
      readonly key: string
      readonly version: number
    }
  | { readonly is: 'version'; readonly storyId: number; readonly key: string }
  /** It was withdrawn, and is not taken in again. */
  | { readonly is: 'withdrawn'; readonly key: string; readonly message: string }
  | { readonly is: 'unknown' }

/**
 * Does the archive know this story? The same: the same text of the same outlet (or of one that is not told). A new
 * version: the same id at the source, or address, or file and place in it with words in common, from the same outlet.
 * The same text of another outlet is another story: a copy.
 */
export function recognise({ db }: Archive, arrival: Arrival): Promise<Known> {
  // one connection, so that all is asked at once
  return db.connection().execute(db => recogniseIn(db, arrival))
}

/** As `recognise`, within a transaction. Most stories are new: what finds nothing is asked first, and asked simply. */
export async function recogniseIn(db: Db, arrival: Arrival): Promise<Known> {
  const { id, url, path, part = '', outlet = '' } = arrival
  const hash = sha256(arrival.text)
  const stories = () =>
    db
      .selectFrom('story')
      .innerJoin('source', 'source.id', 'story.source_id')
      .select(['story.id as storyId', 'story.key as key'])
      .where('source.name', '=', outlet)
  const [text, marked, byId, byUrl, place] = await together([
    db.selectFrom('version').select('id').where('sha256', '=', hash).limit(1).executeTakeFirst(),
    markedAs(db, arrival),
    id === undefined ? undefined : stories().where('story.own_id', '=', id).executeTakeFirst(),
    url === undefined ? undefined : stories().where('story.url', '=', url).executeTakeFirst(),
    db
      .selectFrom('origin')
      .select('id')
      .where('path', '=', path)
      .where('part', '=', part)
      .limit(1)
      .executeTakeFirst(),
  ])
  const same = text && (await sameText(db, hash, outlet))
  if (same) return { is: 'same', ...same }
  if (marked) return marked
  const told = byId ?? byUrl
  if (told) return { is: 'version', ...told }
  const there =
    place &&
    (await stories()
      .innerJoin('version', 'version.id', 'story.version_id')
      .innerJoin('origin', 'origin.version_id', 'version.id')
      .select('version.text as text')
      .where('origin.path', '=', path)
      .where('origin.part', '=', part)
      .orderBy('origin.id', 'desc')
      .executeTakeFirst())
  if (there && shared(shinglesOf(there.text), shinglesOf(arrival.text)) >= SAME_STORY) {
    return { is: 'version', storyId: there.storyId, key: there.key }
  }
  return { is: 'unknown' }
}

async function sameText(db: Db, hash: string, outlet: string) {
  const texts = await db
    .selectFrom('version')
    .innerJoin('story', 'story.id', 'version.story_id')
    .innerJoin('source', 'source.id', 'story.source_id')
    .select([
      'story.id as storyId',
      'story.key as key',
      'version.id as versionId',
      'version.number as version',
      'source.name as outlet',
    ])
    .where('version.sha256', '=', hash)
    .orderBy('version.id')
    .execute()
  return (
    texts.find(row => row.outlet === outlet) ??
    texts.find(row => row.outlet === '' || outlet === '')
  )
}
