import type { StoryRecord } from '@onrecord/engine'
import { sql } from 'kysely'
import { log } from '../audit/audit.js'
import { checkDate } from '../counts/dates.js'
import { pairsOf } from '../counts/pairs.js'
import { type State, stateOf } from '../counts/state.js'
import { storiesOf } from '../counts/stories.js'
import { ArchiveError } from '../errors.js'
import { recordShown } from '../rights/record-shown.js'
import type { View } from '../rights/view.js'

/** Whose records leave the archive; what is left out is all there is. */
export interface RecordsQuery {
  /** Keys. */
  readonly stories?: readonly string[] | undefined
  /** Names. */
  readonly outlets?: readonly string[] | undefined
  /** Of publication: a year, a month or a day; both count. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly storyKind?: 'story' | 'transcript' | undefined
  /** Whole stories that quote this speaker: a name, or a key as a count by speaker gives it. */
  readonly speaker?: string | undefined
}

/** What would leave the archive. */
export interface RecordsPlan {
  readonly state: State
  /** All that leave. */
  readonly stories: number
  /** Of these, the ones of whose words only snippets leave, as their outlets' licences say, and those with none of their words. */
  readonly snippets: number
  readonly links: number
  /** Asked for and left out: hidden stories. Those withdrawn, or not in the view's sight, are not there at all. */
  readonly hidden: number
}

/** Rejects with 'bad-query' for a date that is none, 'not-found' where a story named is not there. */
export async function planRecords(view: View, query: RecordsQuery): Promise<RecordsPlan> {
  for (const date of [query.from, query.to]) if (date !== undefined) checkDate(date)
  const rows = await asked(view, query, ['shown', 'hidden'])
    .innerJoin('source', 'source.id', 'story.source_id')
    .clearSelect()
    .select(['story.key as key', 'story.state as state', 'source.licence as licence'])
    .execute()
  const keys = new Set(rows.map(({ key }) => key))
  const lost = query.stories?.find(key => !keys.has(key))
  if (lost !== undefined)
    throw new ArchiveError(
      'not-found',
      `The story ${lost} is not there, or not among those asked for.`,
    )
  const shown = rows.filter(({ state }) => state === 'shown')
  return {
    state: await stateOf(view.archive),
    stories: shown.length,
    snippets: shown.filter(({ licence }) => licence === 'snippet').length,
    links: shown.filter(({ licence }) => licence === 'link').length,
    hidden: rows.length - shown.length,
  }
}

/** Notes in the audit log that records leave the archive: before they do, so that none leaves unnoted. */
export async function noteExport(
  { archive }: View,
  detail: Readonly<Record<string, unknown>>,
  { who, at }: { who: string; at: string },
): Promise<void> {
  await archive.write(async db => {
    await archive.lock(db, 'add')
    await log(db, [{ who, action: 'export', subject: 'archive', detail }], at)
  })
}

/** Stories whose records are under way at once. */
const BATCH = 50

/**
 * Records in force, corrections included, as their outlets' licences let them be shown, in the order the stories were
 * added; hidden stories are left out. One batch of keys and one record are held; a story that is withdrawn meanwhile is
 * passed over. Rejects with an ArchiveError where the archive fails.
 */
export async function* recordsOf(view: View, query: RecordsQuery): AsyncGenerator<StoryRecord> {
  for (let after = 0; ; ) {
    const batch = await explained(view, () =>
      asked(view, query, ['shown'])
        .select('story.key as key')
        .where('story.id', '>', after)
        .orderBy('story.id')
        .limit(BATCH)
        .execute(),
    )
    for (const { key } of batch) {
      const record = await explained(view, () => recordStillThere(view, key))
      if (record) yield record
    }
    if (batch.length < BATCH) return
    after = batch.at(-1)!.id
  }
}

async function recordStillThere(view: View, key: string): Promise<StoryRecord | null> {
  try {
    const { entry, record } = await recordShown(view, key)
    return entry.state === 'shown' ? record : null
  } catch (error) {
    if (error instanceof ArchiveError && /^(?:withdrawn|not-found)$/.test(error.code)) return null
    throw error
  }
}

async function explained<T>({ archive }: View, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw archive.explain(error)
  }
}

function asked(view: View, query: RecordsQuery, states: readonly ('shown' | 'hidden')[]) {
  const { stories, speaker, ...filters } = query
  const quoted = sql<number>`(select story from (${pairsOf(view, { speaker }, []).quotes}) as quoted)`
  return storiesOf(view, filters, states)
    .$if(stories !== undefined, all => all.where('story.key', 'in', stories!))
    .$if(speaker !== undefined, all => all.where('story.id', 'in', quoted))
}
