import { ArchiveError } from '../errors.js'
import type { View } from '../rights/view.js'
import { quoteLink, quoteRef } from '../stories/quote-ref.js'
import { findStory } from '../stories/story.js'

/** Words whose way is followed, and the quote that they are of. */
export interface Seed {
  readonly words: string
  readonly quote: string | null
}

/** `of`: words, or a quote by its link (stories/KEY/quotes/q3, whatever stands before) or as KEY#q3. Rejects with 'not-found'. */
export async function seedOf(view: View, of: string): Promise<Seed> {
  const ref = quoteRef(of)
  if (!ref) return { words: of, quote: null }
  const { item } = ref
  const story = await findStory(view, ref.story)
  const row = await view.archive.db
    .selectFrom('quote')
    .select('content')
    .where('story_id', '=', story.id)
    .where('item', '=', item)
    .where('hidden', '=', 0)
    .executeTakeFirst()
  if (!row || story.state !== 'shown')
    throw new ArchiveError('not-found', `There is no quote ${item} in the story ${ref.story}.`)
  return { words: row.content, quote: quoteLink(story.key, item) }
}
