import { promisify } from 'node:util'
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib'
import { isGzip } from '../bytes/gunzip.js'
import { sizeOf } from '../bytes/size.js'
import { messageOf, Spoilt } from '../bytes/spoilt.js'
import type { Limits } from '../incoming.js'
import type { HttpAnswer } from './http.js'

/** A page is packed once, or by mistake twice; a longer chain is made to cost. */
const MOST_ENCODINGS = 3

/**
 * The body as a reader saw it: out of its chunks and unpacked (gzip, deflate, br). Some crawlers keep the headers of
 * what they have unpacked already: a body that is evidently not so packed is taken as it is. Throws a Spoilt:
 * 'too-large', 'bomb', 'broken', or 'encoding' for a packing that is not known.
 */
export async function payloadOf(answer: HttpAnswer, limits: Limits): Promise<Uint8Array> {
  const chunked = /\bchunked\b/i.test(answer.headers.get('transfer-encoding') ?? '')
  let body = chunked ? (dechunk(answer.body) ?? answer.body) : answer.body
  for (const encoding of encodingsOf(answer)) body = await unpack(body, encoding, limits)
  if (body.length > limits.documentBytes) throw tooLarge(limits)
  return body
}

/** In the order in which they are to be undone. */
function encodingsOf({ headers }: HttpAnswer): string[] {
  const names = `${headers.get('content-encoding') ?? ''},${headers.get('transfer-encoding') ?? ''}`
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
    .filter(name => !['', 'identity', 'chunked', 'none', 'utf-8'].includes(name))
  if (names.length > MOST_ENCODINGS) {
    throw new Spoilt(
      'encoding',
      `It is packed ${names.length} times over, the limit is ${MOST_ENCODINGS}.`,
    )
  }
  return names.reverse()
}

async function unpack(body: Uint8Array, encoding: string, limits: Limits): Promise<Uint8Array> {
  if (body.length === 0) return body
  const most = Math.min(limits.documentBytes, Math.max(2 ** 20, body.length * limits.ratio))
  const options = { maxOutputLength: most }
  try {
    switch (encoding) {
      case 'gzip':
      case 'x-gzip':
        return isGzip(body) ? await unzip.gzip(body, options) : body
      case 'deflate':
        // by rule with the zlib header, by habit without
        return isZlib(body)
          ? await unzip.deflate(body, options)
          : isMarkup(body)
            ? body
            : await unzip.raw(body, options)
      case 'br':
        return isMarkup(body) ? body : await unzip.brotli(body, brotliOptions(options))
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw most < limits.documentBytes
        ? new Spoilt(
            'bomb',
            `It swells to more than ${limits.ratio} times its packed size (${sizeOf(body.length)}), the limit.`,
          )
        : tooLarge(limits)
    }
    throw new Spoilt('broken', `Its ${encoding} packing is broken (${messageOf(error)}).`)
  }
  throw new Spoilt(
    'encoding',
    `It is packed with ${JSON.stringify(encoding.slice(0, 40))}, which is not known. Known: gzip, deflate, br.`,
  )
}

const unzip = {
  gzip: promisify<Uint8Array, object, Buffer>(gunzip),
  deflate: promisify<Uint8Array, object, Buffer>(inflate),
  raw: promisify<Uint8Array, object, Buffer>(inflateRaw),
  brotli: promisify<Uint8Array, object, Buffer>(brotliDecompress),
}

const brotliOptions = (options: object) => ({
  ...options,
  params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 0 },
})

/** RFC 1950: deflate, and the two bytes divisible by 31. */
const isZlib = (bytes: Uint8Array): boolean =>
  (bytes[0]! & 15) === 8 && (bytes[0]! * 256 + bytes[1]!) % 31 === 0

/** Does it begin as markup or JSON does, that is, is it not packed at all? */
const isMarkup = (bytes: Uint8Array): boolean =>
  /^\s*[<{[]/.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))

/**
 * A chunked body (RFC 9112, 7.1) put together. Nothing where it is not in chunks. One that breaks off, or goes wrong
 * after its first chunk, is a Spoilt: its words would be cut.
 */
export function dechunk(body: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length)
  let at = 0
  for (;;) {
    const end = bytes.subarray(at, at + 1024).indexOf(10)
    const line = end < 0 ? '' : bytes.toString('latin1', at, at + end)
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;[^\n]*)?\r?$/i.exec(line)?.[1]
    if (!size) {
      if (at === 0) return undefined
      throw new Spoilt('broken', `Its chunks break off after ${sizeOf(at)}.`)
    }
    const from = at + end + 1
    const length = Number.parseInt(size, 16)
    if (length === 0) return Buffer.concat(parts)
    if (from + length > bytes.length) {
      if (at === 0) return undefined
      throw new Spoilt('broken', `Its chunks break off after ${sizeOf(bytes.length)}.`)
    }
    parts.push(bytes.subarray(from, from + length))
    at = from + length
    if (bytes[at] === 13) at++
    if (bytes[at] === 10) at++
  }
}

const tooLarge = ({ documentBytes }: Limits) =>
  new Spoilt('too-large', `It unpacks to more than the limit of ${sizeOf(documentBytes)}.`)
