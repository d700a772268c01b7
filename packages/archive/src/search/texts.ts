import type { View } from '../rights/view.js'
import type { Found } from './found.js'

/** What each row is searched in: a quote's content, a passage's text. */
export async function textsOf(view: View, found: readonly Found[]): Promise<string[]> {
  const passages = found.filter(row => row.content === null).map(row => row.id)
  const texts = await passageTexts(view, passages)
  return found.map(row => row.content ?? texts.get(row.id) ?? '')
}

/** By passage. */
async function passageTexts({ archive: { db, numbers } }: View, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, string>()
  const passages = await db
    .selectFrom('passage')
    .select(['id', 'story_id as story', 'start', 'end'])
    .where('id', 'in', numbers(ids))
    .execute()
  // a text once, however many of its passages
  const stories = await db
    .selectFrom('story')
    .innerJoin('version', 'version.id', 'story.version_id')
    .select(['story.id as id', 'version.text as text'])
    .where('story.id', 'in', numbers([...new Set(passages.map(passage => passage.story))]))
    .execute()
  const texts = new Map(stories.map(({ id, text }) => [id, text]))
  return new Map(
    passages.map(({ id, story, start, end }) => [id, (texts.get(story) ?? '').slice(start, end)]),
  )
}
