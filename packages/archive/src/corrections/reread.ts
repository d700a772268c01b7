import type { StoryInput, StoryRecord } from '@onrecord/engine'
import type { Archive } from '../archive.js'
import { type Deed, log } from '../audit/audit.js'
import { keepRecord } from '../stories/new-rows.js'
import { type CorrectionCounts, putInForce } from './in-force.js'

/** A story to be read again: what the reader is given of it, and who read it last. */
export interface ToReread {
  readonly key: string
  readonly versionId: number
  readonly input: StoryInput
  /** Version of the reader and of its models. */
  readonly reader: string
}

/** Stories looked up at once. */
const PAGE = 50

/** The stories of the archive that are not withdrawn, or those with these keys, in the order they came. */
export async function* storiesToReread(
  archive: Archive,
  keys?: readonly string[],
): AsyncGenerator<ToReread> {
  for (let from = 0; ; ) {
    const rows = await archive.db
      .selectFrom('story')
      .innerJoin('source', 'source.id', 'story.source_id')
      .innerJoin('version', 'version.id', 'story.version_id')
      .innerJoin('record', 'record.version_id', 'version.id')
      .select([
        'story.id as id',
        'story.key as key',
        'story.url as url',
        'source.name as outlet',
        'version.id as versionId',
        'version.text as text',
        'version.title as title',
        'version.byline as byline',
        'version.published as published',
        'record.reader as reader',
      ])
      .where('record.current', '=', 1)
      .where('story.state', '!=', 'withdrawn')
      .where('story.id', '>', from)
      .$if(keys !== undefined, some => some.where('story.key', 'in', keys!))
      .orderBy('story.id')
      .limit(PAGE)
      .execute()
    for (const { key, versionId, text, reader, ...about } of rows) {
      const { url, outlet, title, published } = about
      const byline: string[] | null = about.byline === null ? null : JSON.parse(about.byline)
      const told = { title, outlet: outlet || null, byline, url, published }
      const given = Object.entries(told).filter(([, value]) => value !== null)
      yield { key, versionId, reader, input: { text, ...Object.fromEntries(given) } }
    }
    if (rows.length < PAGE) return
    from = rows.at(-1)!.id
  }
}

/** How much text that is, in UTF-16 code units. */
export async function codeUnitsToReread(
  { db }: Archive,
  keys?: readonly string[],
): Promise<number> {
  const { all } = await db
    .selectFrom('story')
    .innerJoin('version', 'version.id', 'story.version_id')
    .select(({ fn }) => fn.sum<number>('version.length').as('all'))
    .where('story.state', '!=', 'withdrawn')
    .$if(keys !== undefined, some => some.where('story.key', 'in', keys!))
    .executeTakeFirstOrThrow()
  return Number(all ?? 0)
}

/** What came of reading a story again; null where it has another text by now, or is withdrawn: nothing was kept. */
export interface Reread {
  readonly key: string
  readonly kept: (CorrectionCounts & { readonly quotes: number }) | null
}

/**
 * Keeps new records of stories, all or none, and puts them in force with the stories' corrections, in one transaction;
 * when the promise is fulfilled they are on disk.
 */
export async function keepReread(
  archive: Archive,
  stories: readonly { readonly story: ToReread; readonly record: StoryRecord }[],
  { who = 'local', at = new Date().toISOString() }: { who?: string; at?: string } = {},
): Promise<Reread[]> {
  if (stories.length === 0) return []
  return archive.write(async db => {
    await archive.lock(db, 'add')
    const answers: Reread[] = []
    const deeds: Deed[] = []
    for (const { story, record } of stories) {
      const { key, versionId } = story
      const now = await db
        .selectFrom('story')
        .innerJoin('version', 'version.id', 'story.version_id')
        .select([
          'story.id as id',
          'story.state as state',
          'version.number as number',
          'version.text as text',
        ])
        .where('version.id', '=', versionId)
        .executeTakeFirst()
      if (!now || now.state === 'withdrawn' || now.text !== record.story.text) {
        answers.push({ key, kept: null })
        continue
      }
      await keepRecord(db, versionId, record, at)
      const { record: inForce, ...counts } = await putInForce(archive, db, now.id, 'text')
      answers.push({ key, kept: { ...counts, quotes: inForce.quotes.length } })
      deeds.push({
        who,
        action: 'reread',
        subject: `story:${key}@${now.number}`,
        detail: { ...counts },
      })
    }
    await log(db, deeds, at)
    return answers
  })
}
