import { pageOf } from '../database/page-of.js'
import { seenSources, type View } from '../rights/view.js'
import { findStory } from '../stories/story.js'
import { describeEdit } from './describe.js'
import { placeInList } from './place-in-list.js'

/** A correction as it is shown. */
export interface CorrectionEntry {
  readonly key: string
  readonly story: string
  /** The version that it was made on. */
  readonly version: number
  /** What was done: change-quote, merge … */
  readonly kind: string
  /** What it says, in words; null where the licence of the story's outlet does not let its words be shown. */
  readonly says: string | null
  readonly who: string
  readonly at: string
  readonly why: string | null
  readonly state: 'applied' | 'fulfilled' | 'conflict' | 'undone'
  /** Why it does not fit the record in force. */
  readonly conflict: string | null
  readonly undoneBy: string | null
  readonly undoneAt: string | null
}

export interface CorrectionsAsked {
  /** Key of a story. Left out: of all stories that are shown. */
  readonly story?: string | undefined
  readonly state?: CorrectionEntry['state'] | undefined
  readonly who?: string | undefined
  readonly limit?: number
  /** Goes on behind the correction with this key. */
  readonly after?: string | undefined
}

/** Corrections, the latest first, how many there are, and where to go on. */
export async function listCorrections(
  view: View,
  { story, state, who, limit = 50, after }: CorrectionsAsked,
): Promise<{ total: number; corrections: CorrectionEntry[]; next: string | null }> {
  const { db } = view.archive
  const sources = seenSources(view.sight)
  const entry = story === undefined ? undefined : await findStory(view, story)
  const from = after === undefined ? undefined : await placeInList(db, 'correction', after)
  const query = db
    .selectFrom('correction')
    .innerJoin('story', 'story.id', 'correction.story_id')
    .innerJoin('version', 'version.id', 'correction.version_id')
    .innerJoin('source', 'source.id', 'story.source_id')
    .$if(entry !== undefined, some => some.where('story.id', '=', entry!.id))
    .$if(entry === undefined, some => some.where('story.state', '=', 'shown'))
    .$if(sources !== undefined, some => some.where('source.id', 'in', sources!))
    .$if(state !== undefined, some => some.where('correction.state', '=', state!))
    .$if(who !== undefined, some => some.where('correction.who', '=', who!))
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .$if(from !== undefined, some => some.where('correction.id', '<', from!))
    .select([
      'correction.key as key',
      'story.key as story',
      'version.number as version',
      'correction.kind as kind',
      'correction.target as target',
      'correction.change as change',
      'correction.who as who',
      'correction.at as at',
      'correction.why as why',
      'correction.state as state',
      'correction.conflict as conflict',
      'correction.undone_by as undoneBy',
      'correction.undone_at as undoneAt',
      'source.licence as licence',
    ])
    .orderBy('correction.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { page, last } = pageOf(rows, limit)
  const corrections = page.map(({ target, change, licence, ...row }) => {
    if (licence === 'full')
      return { ...row, says: describeEdit(JSON.parse(change), JSON.parse(target)) }
    const conflict =
      row.conflict && 'It does not fit the record; why not, the licence does not let be shown.'
    return { ...row, says: null, conflict }
  })
  return { total: Number(total), corrections, next: last?.key ?? null }
}
