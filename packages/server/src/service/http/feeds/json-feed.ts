import { instantOf } from '@onrecord/formats'
import type { Entry, Feed } from './entry.js'

export const JSON_FEED = 'application/feed+json'

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export const jsonFeedOf = ({ title, self, home, entries }: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    items: entries.map(itemOf),
  })

function itemOf({ id, url, title, speakers, words, added, published }: Entry) {
  const instant = instantOf(published ?? undefined)
  return {
    id,
    url,
    title,
    content_text: words ?? '',
    ...(instant && { date_published: instant }),
    date_modified: added,
    ...(speakers.length > 0 && { authors: speakers.map(name => ({ name })) }),
  }
}
