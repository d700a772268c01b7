import type { View } from '../rights/view.js'
import type { CountQuery } from './query.js'
import { storiesOf } from './stories.js'

/**
 * None where all copies count. Where they count once: the stories that do not count: of the stories that the query lets through (by outlet, kind
 * and day of publication), taken from the earliest on, one is left out where one that counts has (nearly) its words.
 * So each has a story that stands for it; two stories that a third one is made of both count; a copy whose original
 * is in no outlet asked for counts itself. Earliest: by the date of publication, else of adding, then as they were added.
 */
export async function copiesLeftOut(view: View, query: CountQuery): Promise<readonly number[]> {
  if (query.copies !== 'once') return []
  const { db } = view.archive
  const links = await db.selectFrom('copy').select(['story_id', 'of_story_id']).execute()
  const linked = db
    .selectFrom('copy')
    .select('story_id as id')
    .union(db.selectFrom('copy').select('of_story_id as id'))
  const stories = await storiesOf(view, query)
    .select(['version.published as published', 'story.added_at as added'])
    .where('story.id', 'in', linked)
    .execute()
  const dateOf = new Map(stories.map(({ id, published, added }) => [id, published ?? added]))
  const near = new Map<number, number[]>()
  const link = (a: number, b: number) => {
    const others = near.get(a)
    if (others) others.push(b)
    else near.set(a, [b])
  }
  for (const { story_id: a, of_story_id: b } of links) {
    if (!dateOf.has(a) || !dateOf.has(b)) continue
    link(a, b)
    link(b, a)
  }
  const inOrder = [...near.keys()].sort((a, b) => {
    const [first, second] = [dateOf.get(a)!, dateOf.get(b)!]
    return first < second ? -1 : first > second ? 1 : a - b
  })
  const counted = new Set<number>()
  const leftOut: number[] = []
  for (const id of inOrder) {
    if (near.get(id)!.some(other => counted.has(other))) leftOut.push(id)
    else counted.add(id)
  }
  return leftOut
}
