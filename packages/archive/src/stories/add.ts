import type { Archive } from '../archive.js'
import { type Deed, log } from '../audit/audit.js'
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
import { wordsOf } from '../text/words.js'
import type { Added, Arrival, ReadArrival } from './arrival.js'
import { linkCopies } from './copies.js'
import { type Dealt, deedOf, forgetProblems, foundAgain, noteOrigin, placed } from './found.js'
import { insertRecord, newStory, newVersion, nextNumber, originalOf, sourceOf } from './new-rows.js'
import { perhapsKnown } from './perhaps-known.js'
import { keepProblem } from './problems.js'
import { type Projected, project } from './project.js'
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
    }
    const added: Added[] = []
    const deeds: Deed[] = []
    for (const story of stories) {
      if (!isStorable(story.arrival.text))
        throw new ArchiveError(
          'bad-text',
          `${story.arrival.path}: its text has characters that no database holds. Make it \`storable\` before it is read.`,
        )
      const { news, place, ...one } = await addStory(batch, story)
      added.push(one)
      if (news) deeds.push(deedOf(one, place, who))
    }
    await projectWaiting(batch)
    await log(db, deeds, at)
    return added
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
  /** New stories whose quotes, entities, facts and passages have no rows yet. */
  readonly waiting: Projected[]
}

async function projectWaiting({ archive, db, at, waiting }: Batch): Promise<void> {
  const stories = waiting.splice(0)
  await joinStories(db, await project(archive, db, stories), at)
  if (stories.length > 0 && (await anyHidden(db)))
    await refreshHidden(
      db,
      stories.map(story => story.storyId),
    )
}

async function addStory(
  batch: Batch,
  read: ReadArrival,
): Promise<Dealt & { readonly place: Arrival }> {
  const { archive, db, at, guard } = batch
  const { arrival, record } = guard?.story(read) ?? read
  const known = await recogniseAgain(batch, read.arrival, arrival)
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
  const sourceId = await sourceIn(batch, arrival.outlet ?? '')
  const originalId = arrival.original
    ? await originalOf(db, arrival.original, arrival.mediaType)
    : null
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
  const [copyOf] = await together([
    linkCopies(db, arrival, { storyId, versionId, hash, words, fresh }),
    arrival.text !== read.arrival.text && markVersion(db, versionId, sha256(read.arrival.text)),
    noteOrigin(db, versionId, arrival, at),
    insertRecord(db, versionId, record, at),
    db.updateTable('story').set({ version_id: versionId }).where('id', '=', storyId).execute(),
  ])
  const dealt = { key, version: number, copyOf, news: true, place: arrival }
  if (!fresh) {
    // it may be a version of one of them
    await projectWaiting(batch)
    const { record: _, ...corrections } = await putInForce(archive, db, storyId)
    return { ...dealt, outcome: 'version', corrections }
  }
  // a new story has no corrections yet
  batch.waiting.push({
    record: { ...record, story: { ...record.story, id: key } },
    storyId,
    sourceId,
    published: arrival.published ?? null,
    hidden: false,
    fresh,
  })
  return { ...dealt, outcome: 'new' }
}

/** `kept`: the arrival with names taken out that may not be kept. */
async function recogniseAgain({ db, guard, mayKnow }: Batch, arrival: Arrival, kept: Arrival) {
  if (!mayKnow(arrival) && !guard) return { is: 'unknown' } as const
  const came = await recogniseIn(db, arrival)
  return came.is === 'unknown' && kept !== arrival ? recogniseIn(db, kept) : came
}

async function sourceIn({ db, sources }: Batch, name: string): Promise<number> {
  const id = sources.get(name) ?? (await sourceOf(db, name))
  sources.set(name, id)
  return id
}
