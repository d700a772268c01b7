import type { SearchPage } from '../../../operations/search/search.js'

/** A feed of what a search finds, whatever form it is written in. */
export interface Feed {
  readonly title: string
  /** Where the feed is asked for: its id too. */
  readonly self: string
  /** The search at the desk. */
  readonly home: string
  readonly entries: readonly Entry[]
}

/** A hit. The same hit is the same entry for ever, whenever and by whatever search it is found. */
export interface Entry {
  /** urn:onrecord:stories:KEY:quotes:q3 */
  readonly id: string
  /** Its permanent link. */
  readonly url: string
  readonly title: string
  readonly speakers: readonly string[]
  /** As much of its words as the licence lets be shown. */
  readonly words: string | null
  /** When the archive got it: an ISO moment. */
  readonly added: string
  /** As the story tells: a day or a moment. */
  readonly published: string | null
}

/** `origin`: https://desk.example */
export function entryOf(
  { link, story, passage, quote }: SearchPage['hits'][number],
  origin: string,
): Entry {
  const speakers = quote?.speakers.map(({ name }) => name) ?? []
  const where = [story.outlet, story.title].filter(Boolean).join(': ')
  const who = speakers.join(', ')
  return {
    id: `urn:onrecord:${link.replaceAll('/', ':')}`,
    url: `${origin}/${link}`,
    title: who && where ? `${who} – ${where}` : who || where || link,
    speakers,
    words: passage?.text ?? null,
    added: story.added,
    published: story.published,
  }
}
