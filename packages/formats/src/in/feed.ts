import { readJsonFeed } from './feed/read-json.js'
import { readXmlFeed } from './feed/read-xml.js'
import type { Found, InFormat, Source } from './incoming.js'
import { jsonHead } from './json/parse.js'
import { gather, tooLarge } from './text/bytes.js'
import { unforeseen } from './text/found.js'
import { admit } from './xml/gate.js'
import { rootOf } from './xml/sniff.js'

/**
 * Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed. Each item with a body is a story, `part` its number in the
 * feed; one with less than 200 characters is a problem 'teaser-only', and nothing is fetched. A broken item costs only
 * itself. The bytes that a story was taken from are its item, as UTF-8.
 */
export const feed: InFormat = {
  name: 'feed',
  summary: 'feeds: RSS, Atom, RDF, JSON Feed; each item with its full text is a story',
  extensions: ['rss', 'atom', 'rdf'],
  mediaTypes: [
    'application/rss+xml',
    'application/atom+xml',
    'application/rdf+xml',
    'application/feed+json',
  ],
  sniff: head => {
    const root = rootOf(head)?.replace(/^.*:/, '')
    return root === undefined ? isJsonFeed(jsonHead(head)) : /^(?:rss|feed|RDF)$/.test(root)
  },
  async *read(source, limits) {
    const bytes = await gather(source, limits.documentBytes)
    if (bytes === undefined) {
      yield { problem: tooLarge('The feed', limits.documentBytes) }
      return
    }
    const results = readItems(bytes, source, limits)
    for (;;) {
      const next = step(results)
      if (next === undefined) return
      yield next
    }
  },
}

const isJsonFeed = (head: string): boolean =>
  /^\s{0,200}\{/.test(head) &&
  /"version"\s{0,20}:\s{0,20}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\//.test(head)

function* readItems(
  bytes: Uint8Array,
  source: Source,
  limits: Parameters<InFormat['read']>[1],
): Generator<Found, undefined> {
  const first = bytes.find(byte => byte > 32 && byte < 0x80)
  if (first === 0x7b) {
    yield* readJsonFeed(bytes, source)
    return
  }
  const gated = admit(bytes, source.mediaType, true)
  if ('problem' in gated) yield gated
  else yield* readXmlFeed(gated, limits, source.url)
}

/** The next result; what no rule foresaw ends the file as a problem. */
function step(results: Iterator<Found>): Found | undefined {
  try {
    const { done, value } = results.next()
    return done ? undefined : value
  } catch (error) {
    return unforeseen(error)
  }
}
