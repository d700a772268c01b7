import type { Found, InFormat } from './incoming.js'
import { jsonHead, parseJson } from './json/parse.js'
import { elementsOf, placeOf } from './json/scan.js'
import { storyOf } from './json/story.js'
import { gather, tooLarge } from './text/bytes.js'
import { found, unforeseen } from './text/found.js'

/**
 * A JSON file: one story or StoryRecord, or an array of them; `part` is the number in the array, from one. The file is
 * held whole, so it may be sixteen times as large as a document; JSON lines have no such limit. An array that holds
 * nothing, or only tells of text files beside it (an index.json), is a problem 'no-stories'.
 */
export const json: InFormat = {
  name: 'json',
  summary: 'JSON: a story {"id","text","title",…}, a record, or an array of them',
  extensions: ['json'],
  mediaTypes: ['application/json'],
  sniff: head => jsonHead(head) !== '',
  async *read(source, limits) {
    const bytes = await gather(source, limits.documentBytes * 16)
    if (bytes === undefined) {
      const { code, message } = tooLarge('The file', limits.documentBytes * 16)
      yield found(code, message.replace('Split it.', 'Give it as .jsonl, one story a line.'))
      return
    }
    const results = readFile(bytes, limits.documentBytes, source.mediaType)
    for (;;) {
      const next = step(results)
      if (next === undefined) return
      yield next
    }
  },
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

function* readFile(
  bytes: Uint8Array,
  limit: number,
  mediaType?: string,
): Generator<Found, undefined> {
  const parsed = parseJson(bytes, 'It', 'If it holds one story a line, name it .jsonl.', mediaType)
  if ('problem' in parsed) {
    yield parsed
    return
  }
  const { source, value } = parsed
  const place = placeOf(source)
  if (!Array.isArray(value)) {
    yield bytes.length > limit
      ? { problem: tooLarge('The story', limit) }
      : storyOf(value, { source, place, original: bytes })
    return
  }
  if (value.length === 0) {
    yield found('no-stories', 'It is an empty array: there is no story in it.')
    return
  }
  if (value.every(isIndexItem)) {
    yield found(
      'no-stories',
      'It tells of the text files beside it and holds no story. Read its directory instead.',
    )
    return
  }
  let i = 0
  for (const { start, end } of elementsOf(source, place)) {
    const item = source.slice(start, end)
    const original = Buffer.from(item)
    const part = String(i + 1)
    yield original.length > limit
      ? { problem: { ...tooLarge('The story', limit), part } }
      : storyOf(value[i], { source: item, place: placeOf(item), original, part })
    i++
  }
}

/** An object that names a file and holds no text: an index's. */
const isIndexItem = (item: unknown): boolean =>
  typeof item === 'object' &&
  item !== null &&
  'file' in item &&
  typeof item.file === 'string' &&
  !('text' in item)
