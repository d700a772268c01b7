import { ArchiveError } from '../errors.js'
import type { View } from '../rights/view.js'
import { findStory } from '../stories/story.js'

const LINK = /(?:^|[/:])stories[/:]([^/:\s]+)[/:]quotes[/:]([^/:\s]+)$/
const SHORT = /^([0-9a-z]{12})#([^/:\s#]+)$/

/** Words whose way is followed, and the quote that they are of. */
export interface Seed {
  readonly words: string
  readonly quote: string | null
}

/** `of`: words, or a quote by its link (stories/KEY/quotes/q3, whatever stands before) or as KEY#q3. Rejects with 'not-found'. */
export async function seedOf(view: View, of: string): Promise<Seed> {
  const [, key, item] = LINK.exec(of.trim()) ?? SHORT.exec(of.trim()) ?? []
  if (key === undefined || item === undefined) return { words: of, quote: null }
  const story = await findStory(view, decodeURIComponent(key))
  const row = await view.archive.db
    .selectFrom('quote')
    .select('content')
    .where('story_id', '=', story.id)
    .where('item', '=', decodeURIComponent(item))
    .where('hidden', '=', 0)
    .executeTakeFirst()
  if (!row || story.state !== 'shown')
    throw new ArchiveError('not-found', `There is no quote ${item} in the story ${key}.`)
  return {
    words: row.content,
    quote: `stories/${story.key}/quotes/${encodeURIComponent(decodeURIComponent(item))}`,
  }
}
