import type { Found, Source } from '../incoming.js'
import { chooseBody, htmlBody, plainBody } from '../json/body.js'
import { parseJson, stringIn } from '../json/parse.js'
import { elementsOf, follow, type Place, placeOf } from '../json/scan.js'
import { isObject } from '../json/story.js'
import { toIso } from '../text/dates.js'
import { found, toFound } from '../text/found.js'
import { fieldNames } from '../text/names.js'
import { TEASER } from './body.js'
import { plainTitle, webUrl } from './fields.js'
import { teaser } from './read-entry.js'
import { noItems } from './read-xml.js'

/** The items of a JSON Feed 1.0 or 1.1, by the same rules as those in XML. An item that is no object is a problem. */
export function* readJsonFeed(bytes: Uint8Array, from: Source): Generator<Found, undefined> {
  const parsed = parseJson(bytes, 'It', '', from.mediaType)
  if ('problem' in parsed) {
    yield parsed
    return
  }
  const { source, value: feed } = parsed
  const place = placeOf(source)
  const items = isObject(feed) ? feed.items : undefined
  if (!isObject(feed) || !Array.isArray(items)) {
    yield found('broken', 'It has no "items": it is no JSON Feed.')
    return
  }
  if (items.length === 0) yield noItems()
  const array = follow(source, place, ['items'])!
  let i = 0
  for (const { start, end } of elementsOf(source, array)) {
    const item: unknown = items[i++]
    const part = String(i)
    yield isObject(item)
      ? readItem(source.slice(start, end), item, feed, part, from.url)
      : found('broken', 'The item is not an object.', part)
  }
}

type Json = Readonly<Record<string, unknown>>

function readItem(source: string, item: Json, feed: Json, part: string, fetched?: string): Found {
  const place: Place = placeOf(source)
  const at = (name: string) => follow(source, place, [name])
  const body = chooseBody(
    [plainBody(source, at('content_text')), htmlBody(source, at('content_html'))],
    TEASER,
  ) ??
    plainBody(source, at('summary')) ?? { text: '', back: [] }
  const base = webUrl(stringIn(feed, 'home_page_url', 'feed_url'), fetched) ?? fetched
  const url = webUrl(stringIn(item, 'url'), base) ?? webUrl(stringIn(item, 'external_url'), base)
  if (body.text.length < TEASER) return found('teaser-only', teaser(body.text.length, url), part)
  const own = authorsOf(item)
  const updated = toIso(stringIn(item, 'date_modified'))
  return toFound({
    text: body.text,
    back: body.back,
    id: stringIn(item, 'id'),
    title: plainTitle(stringIn(item, 'title')),
    outlet: stringIn(feed, 'title'),
    byline: own.length > 0 ? own : authorsOf(feed),
    url,
    published: toIso(stringIn(item, 'date_published')) ?? updated,
    updated,
    language: stringIn(item, 'language') ?? stringIn(feed, 'language'),
    kind: 'story',
    part,
    mediaType: 'application/feed+json',
    original: Buffer.from(source),
  })
}

/** Version 1.1 has authors, 1.0 one author. */
function authorsOf(value: Json): readonly string[] {
  const several = Array.isArray(value.authors) ? value.authors : [value.author]
  return [
    ...new Set(
      several.flatMap(author => (isObject(author) ? fieldNames(stringIn(author, 'name')) : [])),
    ),
  ]
}
