import type { Archive } from '../archive.js'
import type { Queue } from '../database/database.js'
import { entryOf, type JobEntry } from './job.js'
import type { UploadAbout } from './upload.js'

/** A job that this process works on. */
export interface Work {
  readonly job: JobEntry
  readonly about: UploadAbout
  /** The bytes that were uploaded. */
  bytes(): AsyncIterable<Uint8Array>
}

/** Milliseconds after which a process that was not heard of counts as dead; it is heard of every third of that. */
export const SILENCE = 15_000
/** A job that was begun so often and never ended takes its process with it: it is given up. */
const TRIES = 3

/** The next job that waits, begun by `holder`; undefined where there is none. */
export async function beginWork(
  archive: Archive,
  queue: Queue,
  holder: string,
): Promise<Work | undefined> {
  for (;;) {
    const key = await queue.take()
    if (key === undefined) return undefined
    const now = new Date().toISOString()
    // of two processes that took the same one begins it
    const row = await archive.db
      .updateTable('job')
      .set(eb => ({
        state: 'running',
        holder,
        beat_at: now,
        begun_at: eb.fn.coalesce('begun_at', eb.val(now)),
        tries: eb('tries', '+', 1),
      }))
      .where('key', '=', key)
      .where('state', '=', 'waiting')
      .returningAll()
      .executeTakeFirst()
    if (!row) {
      await queue.leave(key)
      continue
    }
    return {
      job: entryOf(row),
      about: JSON.parse(row.about),
      bytes: () => partsOf(archive, row.id),
    }
  }
}

async function* partsOf({ db }: Archive, jobId: number): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const part = await db
      .selectFrom('job_part')
      .select('bytes')
      .where('job_id', '=', jobId)
      .where('number', '=', number)
      .executeTakeFirst()
    if (!part) return
    yield part.bytes
  }
}

/** Says that the work goes on and how far it is. False where it is to stop: its owner wants that, or another has it. */
export async function beat(
  { db }: Archive,
  holder: string,
  key: string,
  progress: { readonly dealt: number; readonly counts: Readonly<Record<string, number>> },
): Promise<boolean> {
  const row = await db
    .updateTable('job')
    .set({
      beat_at: new Date().toISOString(),
      dealt: progress.dealt,
      counts: JSON.stringify(progress.counts),
    })
    .where('key', '=', key)
    .where('holder', '=', holder)
    .where('state', '=', 'running')
    .returning('stop')
    .executeTakeFirst()
  return row?.stop === 0
}

/** How a work came to its end. waits: its process ends before it; it is taken up again. */
export type End =
  | { readonly state: 'done' | 'cancelled'; readonly counts: Readonly<Record<string, number>> }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'waits' }

/** Ends a work; what was uploaded is dropped, unless it waits again. */
export async function endWork(
  archive: Archive,
  queue: Queue,
  holder: string,
  key: string,
  end: End,
): Promise<void> {
  await archive.write(async db => {
    const own = db.updateTable('job').where('key', '=', key).where('holder', '=', holder)
    if (end.state === 'waits') {
      // it was not the job's fault
      const row = await own
        .set(eb => ({ state: 'waiting', holder: null, beat_at: null, tries: eb('tries', '-', 1) }))
        .returning('rank')
        .executeTakeFirst()
      if (row) await queue.put(db, { key, rank: row.rank })
      return
    }
    const row = await own
      .set(eb => ({
        state: end.state,
        holder: null,
        beat_at: null,
        ended_at: new Date().toISOString(),
        ...(end.state === 'failed'
          ? { message: end.message }
          : { counts: JSON.stringify(end.counts) }),
        ...(end.state === 'done' && { dealt: eb.ref('size') }),
      }))
      .returning('id')
      .executeTakeFirst()
    if (row) await db.deleteFrom('job_part').where('job_id', '=', row.id).execute()
  })
  await queue.leave(key)
}

/**
 * Lets the jobs of processes that are not heard of any more wait again, and drops uploads that were cut off. One that
 * took its process with it several times is given up.
 */
export async function takeUpLost(archive: Archive, queue: Queue): Promise<number> {
  const silent = new Date(Date.now() - SILENCE).toISOString()
  return archive.write(async db => {
    await archive.lock(db, 'jobs')
    await db
      .deleteFrom('job')
      .where('state', '=', 'receiving')
      .where('beat_at', '<', new Date(Date.now() - ABANDONED).toISOString())
      .execute()
    const lost = await db
      .selectFrom('job')
      .select(['id', 'key', 'rank', 'tries'])
      .where('state', '=', 'running')
      .where('beat_at', '<', silent)
      .execute()
    for (const { id, key, rank, tries } of lost) {
      if (tries >= TRIES) {
        const message = `Its work was begun ${tries} times, and each time the process ended. Send it in smaller parts.`
        await db
          .updateTable('job')
          .set({ state: 'failed', message, holder: null, ended_at: new Date().toISOString() })
          .where('id', '=', id)
          .execute()
        await db.deleteFrom('job_part').where('job_id', '=', id).execute()
        continue
      }
      await db
        .updateTable('job')
        .set({ state: 'waiting', holder: null, beat_at: null })
        .where('id', '=', id)
        .execute()
      await queue.put(db, { key, rank })
    }
    return lost.length
  })
}

/** Milliseconds after which an upload that is still coming in counts as cut off. */
const ABANDONED = 24 * 3600 * 1000

/** Stops a job: one that waits never begins, one that runs ends at its next story. Ended ones stay as they are. */
export async function cancelJob(archive: Archive, key: string): Promise<void> {
  await archive.write(async db => {
    const waiting = await db
      .updateTable('job')
      .set({ state: 'cancelled', ended_at: new Date().toISOString() })
      .where('key', '=', key)
      .where('state', '=', 'waiting')
      .returning('id')
      .executeTakeFirst()
    if (waiting) await db.deleteFrom('job_part').where('job_id', '=', waiting.id).execute()
    else
      await db
        .updateTable('job')
        .set({ stop: 1 })
        .where('key', '=', key)
        .where('state', '=', 'running')
        .execute()
  })
}
