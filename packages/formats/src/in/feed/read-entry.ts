import type { Found } from '../incoming.js'
import { found, toFound } from '../text/found.js'
import { shift } from '../text/writer.js'
import { attribute } from '../xml/find.js'
import { lineOf } from '../xml/text.js'
import type { XmlElement } from '../xml/tree.js'
import { bodyOf, TEASER } from './body.js'
import { authorsOf, dateOf, line, linkOf, pick, titleOf } from './fields.js'

/** What a feed says of itself, and so of its items. */
export interface Channel {
  readonly title?: string | undefined
  readonly link?: string | undefined
  readonly language?: string | undefined
  readonly authors: readonly string[]
  readonly mediaType: string
}

/** What the head of a feed (RSS's channel, Atom's feed) says. `base` is where the feed itself was fetched from. */
export function readChannel(
  source: string,
  head: XmlElement | undefined,
  mediaType: string,
  base?: string,
): Channel {
  return {
    title: titleOf(source, head),
    link: linkOf(source, head, (head && attribute(head, 'xml:base')) ?? base) ?? base,
    language:
      line(source, head, 'language', 'dc:language') ?? (head && attribute(head, 'xml:lang')),
    authors: mediaType === ATOM ? authorsOf(source, head) : [],
    mediaType,
  }
}

export const ATOM = 'application/atom+xml'

/**
 * An item as a story. id: guid, Atom's id, rdf:about; outlet: the source that it names, else the feed's title; authors:
 * its own, in Atom else the feed's; published: its date, in Atom else that of its last change. A body under 200
 * characters is a problem 'teaser-only': the message tells the link, and nothing is fetched.
 */
export function readEntry(source: string, item: XmlElement, channel: Channel, part: string): Found {
  const { text, back } = bodyOf(source, item)
  const url = linkOf(source, item, attribute(item, 'xml:base') ?? channel.link)
  if (text.length < TEASER) return found('teaser-only', teaser(text.length, url), part)
  const from = pick(item, 'source')[0]
  const updated = dateOf(source, item, 'updated', 'modified', 'dcterms:modified')
  const own = authorsOf(source, item)
  return toFound({
    text,
    back: shift(back, -item.start),
    id: line(source, item, 'guid', 'id', 'dc:identifier') ?? attribute(item, 'rdf:about'),
    title: titleOf(source, item),
    outlet: titleOf(source, from) ?? lineOfSource(source, from) ?? channel.title,
    byline: own.length > 0 ? own : channel.authors,
    url,
    published:
      dateOf(
        source,
        item,
        'pubDate',
        'published',
        'issued',
        'dc:date',
        'dcterms:issued',
        'created',
      ) ?? updated,
    updated,
    language:
      line(source, item, 'language', 'dc:language') ??
      attribute(item, 'xml:lang') ??
      channel.language,
    kind: 'story',
    part,
    mediaType: channel.mediaType,
    original: Buffer.from(source.slice(item.start, item.end)),
  })
}

/** RSS writes the source's name as the element's words. */
const lineOfSource = (source: string, from: XmlElement | undefined): string | undefined =>
  from && pick(from, 'title', 'id', 'link').length === 0 ? lineOf(source, from) : undefined

export const teaser = (length: number, url: string | undefined): string =>
  `${length === 0 ? 'It has no body' : `Its body is ${length} characters long, a teaser`}: the story itself is ${
    url ? `at ${url.slice(0, 300)}; save that page and give it instead` : 'not in the feed'
  }.`
