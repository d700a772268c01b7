import type { Archive } from '../archive.js'
import { log } from '../audit/audit.js'
import { putInForce } from '../corrections/in-force.js'
import type { Db } from '../database/database.js'
import { together } from '../database/together.js'
import { ArchiveError } from '../errors.js'
import { sha256 } from '../pack.js'
import { joinStories } from '../people/join.js'
import { type Guard, guardOf } from '../rights/guard.js'
import { anyHidden, refreshHidden } from '../rights/hidden.js'
import { markVersion } from '../rights/mark.js'
import { isStorable } from '../text/storable.js'
import { type Word, wordsOf } from '../text/words.js'
import type { Added, Arrival, ReadArrival } from './arrival.js'
import { linkCopies, unlinkCopies } from './copies.js'
import { type Dealt, deedOf, forgetProblems, foundAgain, noteOrigins, placed } from './found.js'
import {
  insertRecords,
  type NewVersion,
  newStories,
  newVersions,
  nextNumber,
  originalOf,
  sourceOf,
} from './new-rows.js'
import { perhapsKnown } from './perhaps-known.js'
import { keepProblem } from './problems.js'
import { project } from './project.js'
import { recogniseIn } from './recognise.js'

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
    const arrivals = stories.map(story => story.arrival)
    const guard = await guardOf(db)
    await forgetProblems(
      db,
      arrivals.map(arrival => placed(guard, arrival)),
    )
    const batch: Batch = {
      archive,
      db,
      at,
      guard,
      mayKnow: await perhapsKnown(db, arrivals),
      sources: new Map(),
      waiting: [],
      dealt: [],
    }
    for (const [place, story] of stories.entries()) {
      if (!isStorable(story.arrival.text))
        throw new ArchiveError(
          'bad-text',
          `${story.arrival.path}: its text has characters that no database holds. Make it \`storable\` before it is read.`,
        )
      await addStory(batch, story, place)
    }
    await addWaiting(batch)
    const deeds = batch.dealt.flatMap(({ news, from, ...one }) =>
      news ? [deedOf(one, from, who)] : [],
    )
    await log(db, deeds, at)
    return batch.dealt.map(({ news: _, from: __, ...one }) => one)
  })
}

/** Stories that are added in one transaction. */
interface Batch {
  readonly archive: Archive
  readonly db: Db
  readonly at: string
  readonly guard: Guard | undefined
  /** May the archive, or a story before it, be the same? Asked once of each, in their order. */
  readonly mayKnow: (arrival: Arrival) => boolean
  /** Ids of outlets by name, as far as they were asked for. */
  readonly sources: Map<string, number>
  /** New stories that are not written yet: they are together. */
  readonly waiting: Waiting[]
  /** What became of each, in their order, and the arrival as it may be told of. */
  readonly dealt: (Dealt & { readonly from: Arrival })[]
}

interface Waiting extends ReadArrival {
  readonly place: number
  /** The text that came, where a name was taken out of it. */
  readonly came: string
}

async function addStory(batch: Batch, read: ReadArrival, place: number): Promise<void> {
  const { archive, db, at, guard, waiting, dealt } = batch
  const { arrival, record } = guard?.story(read) ?? read
  const came = read.arrival.text
  if (!batch.mayKnow(read.arrival) && !guard) {
    waiting.push({ arrival, record, place, came })
    return
  }
  // it may be one of them
  await addWaiting(batch)
  const known = await recogniseAgain(batch, read.arrival, arrival)
  if (known.is === 'unknown') {
    waiting.push({ arrival, record, place, came })
  } else if (known.is === 'withdrawn') {
    const { key, message } = known
    const { path, part = '' } = arrival
    await keepProblem(db, { path, part, code: 'withdrawn', message }, at)
    dealt[place] = { outcome: 'withdrawn', key, version: 0, copyOf: [], news: false, from: arrival }
  } else if (known.is === 'same') {
    const from = placed(guard, arrival)
    dealt[place] = { ...(await foundAgain(db, known, from, at)), from }
  } else {
    const { storyId, key } = known
    const number = await nextNumber(db, storyId)
    await unlinkCopies(db, storyId)
    const [copyOf] = await putVersions(batch, [{ arrival, record, came, storyId, key, number }])
    const { record: _, ...corrections } = await putInForce(archive, db, storyId)
    const one = { outcome: 'version' as const, key, version: number, copyOf: copyOf!, corrections }
    dealt[place] = { ...one, news: true, from: arrival }
  }
}

/** Writes the new stories that wait. */
async function addWaiting(batch: Batch): Promise<void> {
  const { archive, db, at, dealt } = batch
  const stories: (Waiting & { readonly sourceId: number })[] = []
  for (const story of batch.waiting.splice(0))
    stories.push({ ...story, sourceId: await sourceIn(batch, story.arrival.outlet ?? '') })
  if (stories.length === 0) return
  const made = await newStories(db, stories, at)
  const copies = await putVersions(
    batch,
    stories.map((story, k) => ({ ...story, ...made[k]!, number: 1 })),
  )
  // new stories have no corrections yet: their records are in force as they are
  const projected = stories.map(({ record, sourceId, arrival }, k) => ({
    record: { ...record, story: { ...record.story, id: made[k]!.key } },
    storyId: made[k]!.storyId,
    sourceId,
    published: arrival.published ?? null,
    hidden: false,
    fresh: true,
  }))
  await joinStories(db, await project(archive, db, projected), at)
  if (await anyHidden(db))
    await refreshHidden(
      db,
      made.map(story => story.storyId),
    )
  for (const [k, { place, arrival }] of stories.entries()) {
    const one = { outcome: 'new' as const, key: made[k]!.key, version: 1, copyOf: copies[k]! }
    dealt[place] = { ...one, news: true, from: arrival }
  }
}

/** Puts versions in force, with their records, places and copies; what each is linked with. */
async function putVersions(
  { db, at }: Batch,
  stories: readonly (ReadArrival & {
    readonly came: string
    readonly storyId: number
    readonly key: string
    readonly number: number
  })[],
): Promise<Added['copyOf'][]> {
  const versions: (NewVersion & { readonly list: readonly Word[] })[] = []
  for (const { arrival, storyId, number } of stories) {
    const { text, original, mediaType } = arrival
    const originalId = original ? await originalOf(db, original, mediaType) : null
    const list = Array.from(wordsOf(text))
    const hash = sha256(text)
    versions.push({ arrival, storyId, number, originalId, hash, words: list.length, list })
  }
  const ids = await newVersions(db, versions, at)
  const put = stories.map((story, k) => ({ ...story, versionId: ids[k]! }))
  const marked = put.filter(({ arrival, came }) => arrival.text !== came)
  const [copies] = await together([
    linkCopies(
      db,
      put.map(({ storyId, versionId, key, arrival: { text, published = null } }, k) => {
        const { hash, list } = versions[k]!
        return { storyId, versionId, key, text, published, sha256: hash, words: list }
      }),
    ),
    noteOrigins(db, put, at),
    insertRecords(db, put, at),
    ...marked.map(({ versionId, came }) => markVersion(db, versionId, sha256(came))),
  ])
  return copies
}

/** `kept`: the arrival with names taken out that may not be kept. */
async function recogniseAgain({ db }: Batch, arrival: Arrival, kept: Arrival) {
  const came = await recogniseIn(db, arrival)
  return came.is === 'unknown' && kept !== arrival ? recogniseIn(db, kept) : came
}

async function sourceIn({ db, sources }: Batch, name: string): Promise<number> {
  const id = sources.get(name) ?? (await sourceOf(db, name))
  sources.set(name, id)
  return id
}
