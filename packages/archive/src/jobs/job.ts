import type { Selectable } from 'kysely'
import type { Db } from '../database/database.js'
import { pageOf } from '../database/page-of.js'
import type { JobTable } from '../database/schema.js'
import { ArchiveError } from '../errors.js'

/** A job as it is told of. */
export interface JobEntry {
  readonly key: string
  readonly kind: 'import'
  readonly who: string
  readonly name: string
  readonly state: JobTable['state']
  /** Bytes of the upload, and how many of them are dealt with. */
  readonly size: number
  readonly dealt: number
  readonly counts: Readonly<Record<string, number>> | null
  /** Why it failed. */
  readonly message: string | null
  readonly madeAt: string
  readonly begunAt: string | null
  readonly endedAt: string | null
}

export const entryOf = (row: Selectable<JobTable>): JobEntry => ({
  key: row.key,
  kind: row.kind,
  who: row.who,
  name: row.name,
  state: row.state,
  size: Number(row.size),
  dealt: Number(row.dealt),
  counts: row.counts === null ? null : JSON.parse(row.counts),
  message: row.message,
  madeAt: row.made_at,
  begunAt: row.begun_at,
  endedAt: row.ended_at,
})

/** Rejects with 'not-found', also for somebody else's where `who` is told. */
export async function findJob(db: Db, key: string, who?: string): Promise<JobEntry> {
  const row = await db.selectFrom('job').selectAll().where('key', '=', key).executeTakeFirst()
  if (!row || (who !== undefined && row.who !== who))
    throw new ArchiveError('not-found', `There is no job ${key}. See: onrecord jobs`)
  return entryOf(row)
}

/** The latest jobs first, from before the job `before`; of one owner, or of all. */
export async function jobsOf(
  db: Db,
  { who, before, limit }: { who?: string | undefined; before?: string | undefined; limit: number },
): Promise<{ jobs: JobEntry[]; more: boolean }> {
  const last =
    before === undefined
      ? undefined
      : await db.selectFrom('job').select('id').where('key', '=', before).executeTakeFirst()
  if (before !== undefined && !last)
    throw new ArchiveError('not-found', `There is no job ${before} to go on from.`)
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .$if(who !== undefined, all => all.where('who', '=', who!))
    .$if(last !== undefined, all => all.where('id', '<', last!.id))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { page, last: end } = pageOf(rows, limit)
  return { jobs: page.map(entryOf), more: end !== undefined }
}

/** Where the stories of an upload come from, in origins and problems. */
export const pathOf = ({ key, name }: Pick<JobEntry, 'key' | 'name'>): string =>
  `import:${key}/${name}`

/** A story that a job brought. */
export interface BroughtStory {
  readonly story: string
  readonly title: string | null
  readonly outlet: string
  readonly published: string | null
}

/** The stories that a job brought, as many as `limit`. */
export function storiesOf(db: Db, job: JobEntry, limit: number): Promise<BroughtStory[]> {
  return db
    .selectFrom('origin')
    .innerJoin('version', 'version.id', 'origin.version_id')
    .innerJoin('story', 'story.id', 'version.story_id')
    .innerJoin('source', 'source.id', 'story.source_id')
    .select([
      'story.key as story',
      'version.title as title',
      'source.name as outlet',
      'version.published as published',
    ])
    .where('origin.path', '=', pathOf(job))
    .orderBy('origin.id')
    .limit(limit)
    .execute()
}

/** How many jobs wait for a process to begin them. */
export async function jobsWaiting(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('job')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return Number(count)
}
