import type { Found, Limits } from '../incoming.js'
import { found } from '../text/found.js'
import { attribute, childrenOf, find } from '../xml/find.js'
import type { Gated } from '../xml/gate.js'
import { parseXml, type XmlElement } from '../xml/tree.js'
import { usualPrefix } from './fields.js'
import { ATOM, type Channel, readChannel, readEntry } from './read-entry.js'
import { headOf, splitItems } from './split.js'

const RSS = 'application/rss+xml'
const RDF = 'application/rdf+xml'

/**
 * The items of a feed in XML. Where the whole is not well-formed, each item is read by itself, if need be with its `&`s
 * mended; what is still broken is a problem of that item alone.
 */
export function* readXmlFeed(
  gated: Gated,
  limits: Limits,
  url?: string,
): Generator<Found, undefined> {
  const { source, spoilt } = gated
  const document = parseXml(source, limits, { prefixes: usualPrefix })
  if (!('problem' in document)) {
    yield* readWhole(source, document.root, spoilt, url)
  } else if (document.problem.code === 'broken' && LOOKS_LIKE_FEED.test(source.slice(0, 10_000))) {
    yield* readParts(source, limits, spoilt, document.problem.message, url)
  } else {
    yield document
  }
}

const LOOKS_LIKE_FEED = /<(?:[\w-]{1,20}:)?(?:rss|feed|rdf|channel)[\s>]/i

function* readWhole(
  source: string,
  root: XmlElement,
  spoilt: boolean,
  url: string | undefined,
): Generator<Found, undefined> {
  const mediaType = { rss: RSS, feed: ATOM, RDF }[root.name]
  if (mediaType === undefined) {
    yield found('broken', `Its root element is <${root.name.slice(0, 40)}>, not one of a feed.`)
    return
  }
  const head = find(root, 'channel') ?? root
  const base = attribute(root, 'xml:base') ?? url
  const channel = readChannel(source, head, mediaType, base)
  const items = [
    ...childrenOf(root, 'item', 'entry'),
    ...(head === root ? [] : childrenOf(head, 'item')),
  ]
  if (items.length === 0) yield noItems()
  for (const [i, item] of items.entries()) {
    yield readSound(source, item, channel, String(i + 1), spoilt)
  }
}

function* readParts(
  source: string,
  limits: Limits,
  spoilt: boolean,
  why: string,
  url: string | undefined,
): Generator<Found, undefined> {
  const split = splitItems(source, limits.entries)
  if (split === undefined) {
    yield found('too-large', `It has more than ${limits.entries} items, the limit of one file.`)
    return
  }
  if (split.items.length === 0) {
    yield found('broken', why)
    return
  }
  const head = headOf(split.head, 'title', 'link', 'language')
  const parsed = parseXml(head, limits, { prefixes: usualPrefix, mend: true })
  const mediaType = /<(?:[\w-]{1,20}:)?feed[\s>]/.test(split.head) ? ATOM : RSS
  const channel =
    'problem' in parsed
      ? readChannel('', undefined, mediaType, url)
      : readChannel(head, parsed.root, mediaType, url)
  for (const [i, { start, end }] of split.items.entries()) {
    yield readPart(source.slice(start, end), limits, channel, String(i + 1), spoilt)
  }
}

function readPart(
  item: string,
  limits: Limits,
  channel: Channel,
  part: string,
  spoilt: boolean,
): Found {
  let document = parseXml(item, limits, { prefixes: usualPrefix })
  if ('problem' in document)
    document = parseXml(item, limits, { prefixes: usualPrefix, mend: true })
  if ('problem' in document) return { problem: { ...document.problem, part } }
  return readSound(item, document.root, channel, part, spoilt)
}

/** An item, unless bytes of another encoding are in it. */
function readSound(
  source: string,
  item: XmlElement,
  channel: Channel,
  part: string,
  spoilt: boolean,
): Found {
  if (spoilt && source.slice(item.start, item.end).includes('\ufffd')) {
    return found('bad-encoding', 'It holds bytes that are not of the encoding of its feed.', part)
  }
  return readEntry(source, item, channel, part)
}

export const noItems = (): Found => found('no-stories', 'The feed has no items.')
