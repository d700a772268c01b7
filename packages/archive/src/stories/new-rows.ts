import type { StoryRecord } from '@onrecord/engine'
import type { Db } from '../database/database.js'
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
  await insertRecord(db, versionId, record, at)
}

export async function insertRecord(
  db: Db,
  versionId: number,
  record: StoryRecord,
  at: string,
): Promise<void> {
  const { text: _, ...story } = record.story
  await db
    .insertInto('record')
    .values({
      version_id: versionId,
      reader: readerOf(record),
      packed: pack({ ...record, story }),
      made_at: at,
      current: 1,
    })
    .execute()
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

export async function newStory(
  db: Db,
  { text, outlet = '', id, url }: Arrival,
  sourceId: number,
  at: string,
) {
  const key = keyOf(outlet, text)
  const { id: storyId } = await db
    .insertInto('story')
    .values({
      key,
      source_id: sourceId,
      own_id: id ?? null,
      url: url ?? null,
      version_id: null,
      state: 'shown',
      added_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { storyId, key }
}

export async function nextNumber(db: Db, storyId: number): Promise<number> {
  const { last } = await db
    .selectFrom('version')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('story_id', '=', storyId)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

export async function newVersion(
  db: Db,
  arrival: Arrival,
  {
    storyId,
    number,
    originalId,
    hash,
    words,
    at,
  }: {
    storyId: number
    number: number
    originalId: number | null
    hash: string
    words: number
    at: string
  },
): Promise<number> {
  const { text, back, turns } = arrival
  const { id } = await db
    .insertInto('version')
    .values({
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
      kind: arrival.kind ?? 'story',
      original_id: originalId,
      back: back?.length ? pack(back.map(({ start, end, at }) => [start, end, at])) : null,
      turns: turns?.length ? pack(turns) : null,
      added_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
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
