import type { Found, InFormat, Limits } from './incoming.js'
import { jsonHead, parseJson } from './json/parse.js'
import { elementsOf, placeOf } from './json/scan.js'
import { isObject } from './json/story.js'
import { type Item, itemsWithin, readItem } from './ninjs/read-item.js'
import { gather, tooLarge } from './text/bytes.js'
import { found, unforeseen } from './text/found.js'

/**
 * ninjs 1, 2 and 3, the IPTC's news in JSON: an item, or an array of them; the text items among its associations are
 * stories too, `part` the way to them ("associations.sidebar"). Pictures and events are passed over; a file without a
 * story is one problem 'no-text'. An item withdrawn by its source is a problem 'cancelled' or 'withheld'.
 */
export const ninjs: InFormat = {
  name: 'ninjs',
  summary: 'ninjs 1 to 3: stories of a news agency, as JSON',
  extensions: ['ninjs'],
  mediaTypes: ['application/ninjs+json', 'application/vnd.iptc.ninjs+json'],
  sniff: head => {
    const text = jsonHead(head)
    return /"uri"\s{0,20}:/.test(text) && MARKS.test(text)
  },
  async *read(source, limits) {
    const bytes = await gather(source, limits.documentBytes)
    if (bytes === undefined) {
      yield { problem: tooLarge('The file', limits.documentBytes) }
      return
    }
    yield* readFile(bytes, limits, source.mediaType)
  },
}

/** Members that ninjs has and other JSON has not. */
const MARKS =
  /"(?:body_\w{1,40}|bodies|headlines|version[cC]reated|pub[sS]tatus|representation[tT]ype|located)"\s{0,20}:|ninjs/

function readFile(bytes: Uint8Array, limits: Limits, mediaType?: string): readonly Found[] {
  try {
    const parsed = parseJson(bytes, 'It', '', mediaType)
    if ('problem' in parsed) return [parsed]
    const { source, value } = parsed
    const results: Found[] = []
    let items = 0
    for (const top of topItems(source, value)) {
      for (const item of itemsWithin(source, top)) {
        if (++items > limits.entries) {
          results.push(
            found('too-large', `It has more than ${limits.entries} items, the limit of one file.`),
          )
          return results
        }
        const result = readItem(source, item, limits, bytes)
        if (result) results.push(result)
      }
    }
    if (results.length > 0) return results
    return [found('no-text', 'No item in it is a text with a body, so there is nothing to read.')]
  } catch (error) {
    return [unforeseen(error)]
  }
}

function* topItems(source: string, value: unknown): Generator<Item> {
  const place = placeOf(source)
  if (isObject(value)) yield { value, place }
  if (!Array.isArray(value)) return
  let i = 0
  for (const at of elementsOf(source, place)) {
    const item: unknown = value[i++]
    if (isObject(item)) yield { value: item, place: at, part: String(i) }
  }
}
