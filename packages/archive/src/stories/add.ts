import type { StoryRecord } from '@onrecord/engine'
import type { Archive } from '../archive.js'
import { type Deed, log } from '../audit/audit.js'
import { putInForce } from '../corrections/in-force.js'
import { inChunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'
import { together } from '../database/together.js'
import { ArchiveError } from '../errors.js'
import { keyOf, pack, packBytes, sha256 } from '../pack.js'
import { type JoinedStory, joinStories } from '../people/join.js'
import { type Guard, guardOf } from '../rights/guard.js'
import { anyHidden, refreshHidden } from '../rights/hidden.js'
import { markVersion } from '../rights/mark.js'
import { isStorable } from '../text/storable.js'
import { type Word, wordsOf } from '../text/words.js'
import type { Added, Arrival, ReadArrival } from './arrival.js'
import { bandsOf, findNear, type Near, shinglesOf } from './near.js'
import { keepProblem } from './problems.js'
import { project } from './project.js'
import { type Known, recogniseIn } from './recognise.js'
import { readerOf } from './record.js'

/**
 * Adds stories that were read, all or none, in one transaction; when the promise is fulfilled they are on disk. Stories
 * that the archive has are recognised again here, so that two processes never double one.
 */
export async function addStories(
  archive: Archive,
  stories: readonly ReadArrival[],
  { who = 'local', at = new Date().toISOString() }: { who?: string; at?: string } = {},
): Promise<Added[]> {
  return archive.write(async db => {
    await archive.lock(db, 'add')
    const guard = await guardOf(db)
    const anyoneHidden = await anyHidden(db)
    await forgetProblems(
      db,
      stories.map(story => placed(guard, story.arrival)),
    )
    const added: Added[] = []
    const deeds: Deed[] = []
    const fresh: JoinedStory[] = []
    for (const story of stories) {
      if (!isStorable(story.arrival.text))
        throw new ArchiveError(
          'bad-text',
          `${story.arrival.path}: its text has characters that no database holds. Make it \`storable\` before it is read.`,
        )
      const { news, place, joined, ...one } = await addStory(archive, db, story, at, guard)
      added.push(one)
      if (news) deeds.push(deedOf(one, place, who))
      if (joined) fresh.push(joined)
    }
    await joinStories(db, fresh, at)
    if (anyoneHidden)
      await refreshHidden(
        db,
        fresh.map(story => story.storyId),
      )
    await log(db, deeds, at)
    return added
  })
}

const deedOf = (
  { outcome, key, version }: Added,
  { path, part = '' }: Arrival,
  who: string,
): Deed => ({
  who,
  action: outcome === 'same' ? 'found-again' : 'add',
  subject: `story:${key}@${version}`,
  detail: { path, part },
})

/** An arrival with the place where it was found as it may be kept. */
const placed = (guard: Guard | undefined, arrival: Arrival): Arrival =>
  guard
    ? { ...arrival, path: guard.say(arrival.path), part: guard.say(arrival.part ?? '') }
    : arrival

/** `news`: the archive knows something now that it did not. */
type Dealt = Added & { readonly news: boolean }

async function addStory(
  archive: Archive,
  db: Db,
  read: ReadArrival,
  at: string,
  guard: Guard | undefined,
): Promise<Dealt & { readonly place: Arrival; readonly joined?: JoinedStory }> {
  const { arrival, record } = guard?.story(read) ?? read
  const came = await recogniseIn(db, read.arrival)
  const known =
    came.is === 'unknown' && arrival !== read.arrival ? await recogniseIn(db, arrival) : came
  if (known.is === 'withdrawn') {
    const { path, part = '' } = arrival
    await keepProblem(db, { path, part, code: 'withdrawn', message: known.message }, at)
    return {
      outcome: 'withdrawn',
      key: known.key,
      version: 0,
      copyOf: [],
      news: false,
      place: arrival,
    }
  }
  if (known.is === 'same') {
    const place = placed(guard, arrival)
    return { ...(await foundAgain(db, known, place, at)), place }
  }
  const [sourceId, originalId] = await together([
    sourceOf(db, arrival.outlet ?? ''),
    arrival.original ? originalOf(db, arrival.original, arrival.mediaType) : null,
  ])
  const fresh = known.is === 'unknown'
  const { storyId, key } = fresh ? await newStory(db, arrival, sourceId, at) : known
  const hash = sha256(arrival.text)
  const words = Array.from(wordsOf(arrival.text))
  const number = fresh ? 1 : await nextNumber(db, storyId)
  const versionId = await newVersion(db, arrival, {
    storyId,
    number,
    originalId,
    hash,
    words: words.length,
    at,
  })
  const [near] = await together([
    linkCopies(db, arrival, { storyId, versionId, hash, words, fresh }),
    arrival.text !== read.arrival.text && markVersion(db, versionId, sha256(read.arrival.text)),
    noteOrigin(db, versionId, arrival, at),
    insertRecord(db, versionId, record, at),
    db.updateTable('story').set({ version_id: versionId }).where('id', '=', storyId).execute(),
  ])
  if (!fresh) {
    const { record: _, ...corrections } = await putInForce(archive, db, storyId)
    return {
      outcome: 'version',
      key,
      version: number,
      copyOf: near,
      corrections,
      news: true,
      place: arrival,
    }
  }
  // a new story has no corrections yet
  const joined = await project(
    archive,
    db,
    { ...record, story: { ...record.story, id: key } },
    {
      storyId,
      sourceId,
      published: arrival.published ?? null,
      hidden: false,
      fresh,
    },
  )
  return { outcome: 'new', key, version: number, copyOf: near, news: true, place: arrival, joined }
}

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

async function insertRecord(
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

async function sourceOf(db: Db, name: string): Promise<number> {
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

async function newStory(
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

async function nextNumber(db: Db, storyId: number): Promise<number> {
  const { last } = await db
    .selectFrom('version')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('story_id', '=', storyId)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

async function newVersion(
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

async function originalOf(
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

/** A run that was stopped comes by here again for all that it had added: then nothing is written. */
async function foundAgain(
  db: Db,
  { key, version, versionId }: Known & { readonly is: 'same' },
  arrival: Arrival,
  at: string,
): Promise<Dealt> {
  const news = await noteOrigin(db, versionId, arrival, at)
  return { outcome: 'same', key, version, copyOf: [], news }
}

/** These places gave stories. */
async function forgetProblems(db: Db, arrivals: readonly Arrival[]): Promise<void> {
  await inChunks(arrivals, places =>
    db
      .deleteFrom('problem')
      .where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('path', 'part'),
          'in',
          places.map(({ path, part = '' }) => tuple(path, part)),
        ),
      )
      .execute(),
  )
}

/** Was it not noted yet that it lies there? */
async function noteOrigin(
  db: Db,
  versionId: number,
  { path, part = '' }: Arrival,
  at: string,
): Promise<boolean> {
  const made = await db
    .insertInto('origin')
    .values({ version_id: versionId, path, part, found_at: at })
    .onConflict(on => on.columns(['path', 'part', 'version_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Links the story with those that have (nearly) its words: the later is a copy of the earlier. */
async function linkCopies(
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

/** Notes where stories were found that the archive has already. They must be there: see `recognise`. */
export async function noteFoundAgain(
  archive: Archive,
  arrivals: readonly Arrival[],
  { who = 'local', at = new Date().toISOString() }: { who?: string; at?: string } = {},
): Promise<Added[]> {
  if (arrivals.length === 0) return []
  return archive.write(async db => {
    await archive.lock(db, 'add')
    const guard = await guardOf(db)
    await forgetProblems(
      db,
      arrivals.map(arrival => placed(guard, arrival)),
    )
    const added: Added[] = []
    const deeds: Deed[] = []
    for (const arrival of arrivals) {
      const known = await recogniseIn(db, arrival)
      if (known.is !== 'same')
        throw new ArchiveError(
          'not-found',
          `${arrival.path}: its story is not there any more. Add it again.`,
        )
      const place = placed(guard, arrival)
      const { news, ...one } = await foundAgain(db, known, place, at)
      added.push(one)
      if (news) deeds.push(deedOf(one, place, who))
    }
    await log(db, deeds, at)
    return added
  })
}
