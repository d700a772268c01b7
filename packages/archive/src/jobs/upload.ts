import { randomBytes } from 'node:crypto'
import type { Archive } from '../archive.js'
import type { Queue } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import { keyOf } from '../pack.js'
import { findJob, type JobEntry } from './job.js'

export interface Upload {
  readonly who: string
  /** What its sender calls it: tells its kind where its bytes do not. */
  readonly name: string
  /** What its sender tells of it. */
  readonly about: UploadAbout
}

export interface UploadAbout {
  readonly mediaType?: string
  /** Where it was fetched from. */
  readonly url?: string
  /** The outlet of stories that do not tell theirs. */
  readonly outlet?: string
  /** What is known of the story that the file is, as an index.json tells it. */
  readonly told?: Readonly<Record<string, unknown>>
}

/** What may wait at once; more is refused with 'busy', so that memory and disk are not eaten up. */
export interface UploadLimits {
  /** Bytes of one upload. */
  readonly bytes: number
  /** Jobs that one owner may have waiting, and bytes of all that wait. */
  readonly waiting: number
  readonly waitingBytes: number
}

export const UPLOAD_LIMITS: UploadLimits = {
  bytes: 2 ** 30,
  waiting: 2_000,
  waitingBytes: 8 * 2 ** 30,
}

/** Bytes kept in one row. */
const PART = 1024 * 1024

/**
 * Keeps an upload and lets it wait as a job; when the promise is fulfilled it is on disk, whatever happens then. Rejects
 * with an ArchiveError: 'busy' where too much waits, 'bad-query' where it is empty or longer than the limit. What came of
 * an upload that was cut off is dropped.
 */
export async function submitUpload(
  archive: Archive,
  queue: Queue,
  { who, name, about }: Upload,
  bytes: AsyncIterable<Uint8Array>,
  limits: UploadLimits = UPLOAD_LIMITS,
): Promise<JobEntry> {
  const { db } = archive
  await checkRoom(archive, who, limits)
  const key = keyOf(randomBytes(16).toString('hex'))
  const { id } = await db
    .insertInto('job')
    .values({
      key,
      kind: 'import',
      who,
      name: name.slice(0, 500),
      about: JSON.stringify(about),
      state: 'receiving',
      rank: 0,
      size: 0,
      dealt: 0,
      stop: 0,
      tries: 0,
      beat_at: new Date().toISOString(),
      made_at: new Date().toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  try {
    const size = await keepParts(archive, id, bytes, limits.bytes)
    if (size === 0)
      throw new ArchiveError('bad-query', `"${name}" is empty. Send the file's bytes as the body.`)
    await archive.write(async tx => {
      await archive.lock(tx, 'jobs')
      const { waiting } = await tx
        .selectFrom('job')
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('who', '=', who)
        .where('state', 'in', ['waiting', 'running'])
        .executeTakeFirstOrThrow()
      const rank = Number(waiting)
      await tx
        .updateTable('job')
        .set({ state: 'waiting', rank, size, beat_at: null })
        .where('id', '=', id)
        .execute()
      await queue.put(tx, { key, rank })
    })
  } catch (error) {
    await db.deleteFrom('job').where('id', '=', id).execute()
    throw archive.explain(error)
  }
  return findJob(db, key)
}

async function checkRoom({ db }: Archive, who: string, limits: UploadLimits): Promise<void> {
  const open = db.selectFrom('job').where('state', 'in', ['receiving', 'waiting', 'running'])
  const own = await open
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('who', '=', who)
    .executeTakeFirstOrThrow()
  if (Number(own.count) >= limits.waiting)
    throw new ArchiveError(
      'busy',
      `${Number(own.count)} uploads of yours wait already; ${limits.waiting} may. Send this one again when some are done.`,
    )
  const all = await open
    .select(({ fn }) => fn.sum<number>('size').as('bytes'))
    .executeTakeFirstOrThrow()
  if (Number(all.bytes ?? 0) >= limits.waitingBytes)
    throw new ArchiveError(
      'busy',
      `Uploads of ${Math.round(Number(all.bytes) / 2 ** 20)} MB wait already; ${Math.round(limits.waitingBytes / 2 ** 20)} MB may. Send this one again when some are done.`,
    )
}

/** Keeps the bytes as they come, each part on disk before the next is taken: memory is a part's. */
async function keepParts(
  { db }: Archive,
  jobId: number,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<number> {
  let waiting: Uint8Array[] = []
  let held = 0
  let size = 0
  let number = 0
  const flush = async () => {
    if (held === 0) return
    await db
      .insertInto('job_part')
      .values({ job_id: jobId, number: number++, bytes: Buffer.concat(waiting) })
      .execute()
    waiting = []
    held = 0
  }
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > limit)
      throw new ArchiveError(
        'bad-query',
        `The upload is larger than ${Math.round(limit / 2 ** 20)} MB. Send it in parts, or add it on the service's machine with: onrecord add`,
      )
    waiting.push(chunk)
    held += chunk.length
    if (held >= PART) await flush()
  }
  await flush()
  return size
}
