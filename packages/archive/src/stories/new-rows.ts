import type { StoryRecord } from '@onrecord/engine'
import { inChunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'
import { setMany } from '../database/set-many.js'
import { keyOf, pack, packBytes, sha256 } from '../pack.js'
import type { Arrival } from './arrival.js'
import { readerOf } from './record.js'

/** Keeps what a reader made of a version; it is in force from now on. A record of the same reader is replaced. */
export async function keepRecord(
  db: Db,
  versionId: number,
  record: StoryRecord,
  at: string,
): Promise<void> {
  await db.updateTable('record').set({ current: 0 }).where('version_id', '=', versionId).execute()
  await db
    .deleteFrom('record')
    .where('version_id', '=', versionId)
    .where('reader', '=', readerOf(record))
    .execute()
  await insertRecords(db, [{ versionId, record }], at)
}

/** Keeps what a reader made of versions that have no record yet. */
export async function insertRecords(
  db: Db,
  read: readonly { readonly versionId: number; readonly record: StoryRecord }[],
  at: string,
): Promise<void> {
  const rows = read.map(({ versionId, record }) => {
    const { text: _, ...story } = record.story
    return {
      version_id: versionId,
      reader: readerOf(record),
      packed: pack({ ...record, story }),
      made_at: at,
      current: 1,
    }
  })
  await inChunks(rows, some => db.insertInto('record').values(some).execute())
}

export async function sourceOf(db: Db, name: string): Promise<number> {
  const found = await db
    .selectFrom('source')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst()
  if (found) return found.id
  const made = await db
    .insertInto('source')
    .values({ name, licence: 'full' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

/** Rows of stories, in their order. */
export async function newStories(
  db: Db,
  arrivals: readonly { readonly arrival: Arrival; readonly sourceId: number }[],
  at: string,
): Promise<{ readonly storyId: number; readonly key: string }[]> {
  const rows = arrivals.map(({ arrival: { text, outlet = '', id, url }, sourceId }) => ({
    key: keyOf(outlet, text),
    source_id: sourceId,
    own_id: id ?? null,
    url: url ?? null,
    version_id: null,
    state: 'shown' as const,
    added_at: at,
  }))
  const ids = new Map<string, number>()
  await inChunks(rows, async some => {
    const made = await db.insertInto('story').values(some).returning(['id', 'key']).execute()
    for (const { id, key } of made) ids.set(key, id)
  })
  return rows.map(({ key }) => ({ storyId: ids.get(key)!, key }))
}

export async function nextNumber(db: Db, storyId: number): Promise<number> {
  const { last } = await db
    .selectFrom('version')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('story_id', '=', storyId)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

export interface NewVersion {
  readonly arrival: Arrival
  readonly storyId: number
  readonly number: number
  readonly originalId: number | null
  /** Of its text. */
  readonly hash: string
  /** How many its text has. */
  readonly words: number
}

/** Puts versions in, one a story, in force; their row ids, in their order. */
export async function newVersions(
  db: Db,
  versions: readonly NewVersion[],
  at: string,
): Promise<number[]> {
  const rows = versions.map(({ arrival, storyId, number, originalId, hash, words }) => {
    const { text, back, turns } = arrival
    return {
      story_id: storyId,
      number,
      own_version: arrival.version ?? null,
      text,
      sha256: hash,
      length: text.length,
      words,
      title: arrival.title ?? null,
      byline: arrival.byline ? JSON.stringify(arrival.byline) : null,
      published: arrival.published ?? null,
      updated: arrival.updated ?? null,
      language: arrival.language ?? null,
      kind: arrival.kind ?? ('story' as const),
      original_id: originalId,
      back: back?.length ? pack(back.map(({ start, end, at }) => [start, end, at])) : null,
      turns: turns?.length ? pack(turns) : null,
      added_at: at,
    }
  })
  const ids = new Map<number, number>()
  await inChunks(rows, async some => {
    const made = await db.insertInto('version').values(some).returning(['id', 'story_id']).execute()
    for (const { id, story_id } of made) ids.set(story_id, id)
  })
  await setMany(
    db,
    'story',
    { version_id: 'bigint' },
    [...ids].map(([id, version_id]) => ({ id, version_id })),
  )
  return versions.map(({ storyId }) => ids.get(storyId)!)
}

export async function originalOf(
  db: Db,
  bytes: Uint8Array,
  mediaType = 'application/octet-stream',
): Promise<number> {
  const hash = sha256(bytes)
  const found = await db
    .selectFrom('original')
    .select('id')
    .where('sha256', '=', hash)
    .executeTakeFirst()
  if (found) return found.id
  const { id } = await db
    .insertInto('original')
    .values({ sha256: hash, media_type: mediaType, size: bytes.length, packed: packBytes(bytes) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
