import { isGzip } from './bytes/gunzip.js'
import { streamOf } from './bytes/reader.js'
import { Spoilt, spoiltOf } from './bytes/spoilt.js'
import { certainOf } from './choose/certain.js'
import { chooseFormat, HEAD, typeOf } from './choose/choose.js'
import { startsWith } from './choose/head.js'
import { isPassedOver } from './choose/web.js'
import { DOCUMENTS, SINGLE, withUrl } from './documents.js'
import type { Found, InFormat, Limits, Source } from './incoming.js'
import type { Headers } from './warc/headers.js'
import { parseHttp } from './warc/http.js'
import { payloadOf } from './warc/payload.js'
import { HEADER_LIMIT, type WarcRecord, warcRecords } from './warc/records.js'
import { warcStream } from './warc/stream.js'

/**
 * WARC, the ISO 28500 web archive, packed record by record or not at all. Read from it: pages, feeds, texts, PDFs and
 * the like in `response` records (HTTP status 200 only) and `resource` records, each by the format that its media type
 * and bytes tell. Passed over without a word: other records (requests, revisits, metadata), other statuses, images,
 * scripts, styles, whatever else no story comes in. `part` is the record's id, with what is within it after a "#".
 *
 * Streams: memory holds one record. Each record has limits of its own (`documentBytes`, `ratio`), the file none.
 *
 * A broken record is a problem, and the next one goes on: 'broken', 'truncated', 'too-large', 'bomb', 'encoding'. A file
 * with nothing of the kind wanted is a problem, 'no-stories'.
 */
export const warc: InFormat = {
  name: 'warc',
  summary: 'web archive, packed or not',
  extensions: ['warc', 'warc.gz'],
  mediaTypes: ['application/warc', 'application/x-warc'],
  sniff: head => startsWith(head, 'WARC/') || isGzip(head),
  async *read(source, limits) {
    let any = false
    for await (const found of storiesOfWarc(source, limits)) {
      any = true
      yield found
    }
    if (!any) yield { problem: NO_STORIES }
  },
}

export const NO_STORIES = {
  code: 'no-stories',
  message:
    'There is no page in it that was fetched well (status 200) and could hold a story: no HTML, text, feed or PDF.',
}

/** As `warc` reads, but nothing is said where there is nothing. */
export async function* storiesOfWarc(source: Source, limits: Limits): AsyncGenerator<Found> {
  const stream = await warcStream(source.bytes(), limits)
  try {
    for await (const record of warcRecords(stream, limits, isWanted)) {
      if ('problem' in record) yield record
      else yield* storiesOfRecord(record, limits)
    }
  } finally {
    await stream.close()
  }
}

/** Could it hold a document, by its headers? */
function isWanted(headers: Headers): boolean {
  switch (headers.get('warc-type')?.toLowerCase()) {
    case 'response':
      return /^application\/http\b/i.test(headers.get('content-type') ?? 'application/http')
    case 'resource':
      return (
        isOfTheWeb(urlOf(headers)) && !isPassedOver(headers.get('content-type'), urlOf(headers))
      )
    default:
      return false
  }
}

async function* storiesOfRecord(record: WarcRecord, limits: Limits): AsyncGenerator<Found> {
  const { part } = record
  try {
    const document = await documentOf(record, limits)
    if (!document) return
    const { bytes, ...about } = document
    const head = bytes.subarray(0, HEAD)
    const format = chooseFormat(about, head, DOCUMENTS)
    if (!format || !isSure(format, about.mediaType, head)) return
    for await (const found of format.read({ ...about, bytes: () => streamOf(bytes) }, limits)) {
      yield within(SINGLE.has(format.name) ? withUrl(found, about.url) : found, part)
    }
  } catch (error) {
    const { code, message } = spoiltOf(error)
    yield { problem: { code, message, part } }
  }
}

/** Crawlers keep their own logs and page lists as resources too: metadata://gnu.org/…, urn:pageinfo:… */
const isOfTheWeb = (url = 'https:'): boolean => /^(?:https?|ftp|file):/i.test(url)

interface Document {
  readonly name: string
  readonly mediaType?: string
  readonly url?: string
  readonly fetched?: string
  readonly bytes: Uint8Array
}

async function documentOf(
  { headers, block }: WarcRecord,
  limits: Limits,
): Promise<Document | undefined> {
  const url = urlOf(headers)
  const fetched = dateOf(headers.get('warc-date'))
  const about = { name: nameOf(url), ...(url && { url }), ...(fetched && { fetched }) }
  let bytes = block
  let mediaType = headers.get('content-type')
  if (headers.get('warc-type')?.toLowerCase() === 'response') {
    const answer = parseHttp(block, HEADER_LIMIT)
    if (!answer) throw new Spoilt('broken', 'It is said to be an HTTP response and is none.')
    mediaType = answer.headers.get('content-type')
    if (answer.status !== 200 || isPassedOver(mediaType, url)) return undefined
    bytes = await payloadOf(answer, limits)
  }
  if (bytes.length === 0) return undefined
  if (headers.has('warc-truncated')) {
    throw new Spoilt(
      'truncated',
      `The crawler cut it short (WARC-Truncated: ${headers.get('warc-truncated')!.slice(0, 40)}).`,
    )
  }
  return { ...about, ...(mediaType && { mediaType }), bytes }
}

/** A name's ending says little on the web: sitemap.xml is no feed, and any bytes can be called text. */
const isSure = (format: InFormat, mediaType: string | undefined, head: Uint8Array): boolean =>
  format.name === 'html' ||
  format.mediaTypes.includes(typeOf(mediaType)) ||
  certainOf(head) === format.name

/** The address, which some versions of Wget put in pointed brackets. */
const urlOf = (headers: Headers): string | undefined =>
  headers.get('warc-target-uri')?.replace(/^<|>$/g, '') || undefined

/** The path of an address: for the ending of its name. */
function nameOf(url = ''): string {
  try {
    return new URL(url).pathname
  } catch {
    return url
  }
}

const dateOf = (date = ''): string | undefined =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(date) ? date : undefined

/** Something found in a part of a file, its own part behind a "#". */
export function within(found: Found, part: string): Found {
  const at = (inner?: string) => (inner ? `${part}#${inner}` : part)
  return 'story' in found
    ? { story: { ...found.story, part: at(found.story.part) } }
    : { problem: { ...found.problem, part: at(found.problem.part) } }
}
