import type { ByteReader } from '../bytes/reader.js'
import { seek } from '../bytes/seek.js'
import { sizeOf } from '../bytes/size.js'
import { Spoilt } from '../bytes/spoilt.js'
import type { Limits, Problem } from '../incoming.js'
import { endOfHeader, type Headers, linesOf, parseHeaders } from './headers.js'
import type { WarcStream } from './stream.js'

/** One record of a WARC, its block at hand. */
export interface WarcRecord {
  /** Its WARC-Record-ID without the pointed brackets, or "byte 1234", where it begins. */
  readonly part: string
  readonly headers: Headers
  readonly block: Uint8Array
}

/** The longest header, of WARC or of HTTP. */
export const HEADER_LIMIT = 64 * 1024

/**
 * The records that `wanted` says yes to, by their headers, one at a time; the others are passed over. A record that is
 * broken is a problem, and the next that begins "WARC/1" at the start of a line goes on; one whose stated length does
 * not end where a record ends is not given: its words may be cut, or another's.
 *
 * warcio's own parser is not used: of a file that is cut short it never comes to an end, and it holds a header of any
 * length.
 */
export async function* warcRecords(
  stream: WarcStream,
  limits: Limits,
  wanted: (headers: Headers) => boolean,
): AsyncGenerator<WarcRecord | { readonly problem: Problem }> {
  /** Something was broken, that was said, and no record has begun since. */
  let lost = false
  let part = ''
  const back = { done: 0 }
  for (;;) {
    try {
      const { bytes } = stream
      await skipLines(bytes)
      part = `byte ${stream.offset}`
      const start = await bytes.peek(8)
      if (start.length === 0) return
      if (!isStart(start)) {
        if (!lost) yield { problem: problemOf(noRecord(), part) }
        lost = true
        if (await seekRecord(bytes)) continue
        return
      }
      lost = false
      const header = await readHeader(bytes)
      if (header instanceof Spoilt) {
        yield { problem: problemOf(header, part) }
        lost = true
        if (await seekRecord(bytes)) continue
        return
      }
      const { headers, length } = header
      part = idOf(headers) ?? part
      const want = wanted(headers)
      const fits = length <= limits.documentBytes + HEADER_LIMIT
      bytes.mark(limits.documentBytes)
      const block = want && fits ? await bytes.take(length) : undefined
      const got = block ? block.length : await bytes.skip(length)
      const sound = got === length && (await endsHere(bytes))
      if (!sound) {
        yield { problem: problemOf(got < length ? cut(length, got) : misframed(length), part) }
        lost = true
        const at = bytes.offset
        if (back.done < BACK + at) back.done += bytes.rewind()
        bytes.mark(0)
        if (await seekRecord(bytes)) continue
        return
      }
      bytes.mark(0)
      if (want && !fits) yield { problem: problemOf(tooLong(length, limits), part) }
      else if (block) yield { part, headers, block }
    } catch (error) {
      if (!(error instanceof Spoilt)) throw error
      if (!lost) yield { problem: problemOf(error, part) }
      lost = true
      if (!(await stream.recover())) return
    }
  }
}

/** What may be looked through again without having come further: keeps hostile files linear. */
const BACK = 2 ** 24

const RECORD = Buffer.from('\nWARC/')

const isStart = (bytes: Uint8Array): boolean =>
  /^WARC\/\d\./.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))

/** Passes over bytes to where a line begins as a record does. */
const seekRecord = (bytes: ByteReader): Promise<boolean> =>
  seek(bytes, RECORD, found => isStart(found.subarray(1)), 10)

/** Line ends between records: two by rule, fewer or more by habit. */
async function skipLines(bytes: ByteReader): Promise<void> {
  for (;;) {
    const part = await bytes.some()
    if (!part) return
    const at = part.findIndex(byte => byte !== 10 && byte !== 13)
    if (at < 0) continue
    bytes.unread(part.subarray(at))
    return
  }
}

/** Is the block followed by the two line ends of the rule, by another record, or by the end? */
async function endsHere(bytes: ByteReader): Promise<boolean> {
  let next: Uint8Array
  try {
    next = await bytes.peek(16)
  } catch {
    // the next one is broken, not this one; it will be said when its turn comes
    return true
  }
  const at = next.findIndex(byte => byte !== 10 && byte !== 13)
  return at < 0 || at >= 4 || isStart(next.subarray(at))
}

/** A record's header, taken, and how long its block is; or what is wrong with it, and its first byte taken. */
async function readHeader(
  bytes: ByteReader,
): Promise<{ readonly headers: Headers; readonly length: number } | Spoilt> {
  let short = false
  for (const limit of [4096, HEADER_LIMIT]) {
    const head = await bytes.peek(limit)
    const end = endOfHeader(head)
    short = head.length < limit
    if (!end) continue
    const headers = parseHeaders(linesOf(head.subarray(0, end.text)).slice(1))
    const length = lengthOf(headers)
    await bytes.skip(typeof length === 'number' ? end.end : 1)
    return typeof length === 'number' ? { headers, length } : length
  }
  await bytes.skip(1)
  return short
    ? new Spoilt('truncated', 'The file ends within a record’s header. Fetch it again.')
    : new Spoilt('broken', `Its header does not end within ${sizeOf(HEADER_LIMIT)}.`)
}

const idOf = (headers: Headers): string | undefined =>
  headers.get('warc-record-id')?.replace(/^<|>$/g, '').slice(0, 200) || undefined

function lengthOf(headers: Headers): number | Spoilt {
  const length = headers.get('content-length') ?? ''
  if (/^\d{1,15}$/.test(length)) return Number(length)
  return new Spoilt(
    'broken',
    length
      ? `Its Content-Length is ${JSON.stringify(length.slice(0, 40))}, not a number of bytes.`
      : 'It has no Content-Length.',
  )
}

const problemOf = ({ code, message }: Spoilt, part: string): Problem => ({ code, message, part })

const noRecord = () =>
  new Spoilt('broken', 'No WARC record begins where one should. Reading goes on with the next one.')

const cut = (length: number, got: number) =>
  new Spoilt(
    'truncated',
    `The file ends after ${sizeOf(got)} of a record of ${sizeOf(length)}. Fetch it again.`,
  )

const misframed = (length: number) =>
  new Spoilt(
    'broken',
    `Its Content-Length (${length}) is wrong: no record begins behind it. Reading goes on with the next one.`,
  )

const tooLong = (length: number, { documentBytes }: Limits) =>
  new Spoilt(
    'too-large',
    `The record is ${sizeOf(length)} long, more than the limit of ${sizeOf(documentBytes)}.`,
  )
