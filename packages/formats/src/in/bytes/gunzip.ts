import { crc32 } from 'node:zlib'
import { type Guard, inflate } from './inflate.js'
import type { ByteReader } from './reader.js'
import { Spoilt } from './spoilt.js'

/** Do these bytes begin a gzip member: its magic, deflate, no reserved flag? */
export const isGzip = (head: Uint8Array, at = 0): boolean =>
  head[at] === 0x1f && head[at + 1] === 0x8b && head[at + 2] === 8 && (head[at + 3]! & 0xe0) === 0

/**
 * The members of a gzip file (RFC 1952), unpacked and one after another as one stream, each checked against its CRC-32
 * and length. Zeros behind the last one are padding; anything else that is no member is 'broken', or passed over where
 * `lenient`, as gzip does. Throws a Spoilt: 'broken', 'truncated', or the guard's; each member has a guard of its own.
 */
export async function* gunzip(
  reader: ByteReader,
  guardOf: () => Guard,
  { onMember, lenient = false }: { onMember?: () => void; lenient?: boolean } = {},
): AsyncGenerator<Uint8Array> {
  let first = true
  for (;;) {
    const head = await reader.peek(10)
    if (!isGzip(head)) {
      if (first) throw new Spoilt('broken', 'It is not gzip, though it is named so. Rename it.')
      if (lenient || head.every(byte => byte === 0)) return
      throw new Spoilt('broken', 'What follows its packed data is not gzip. Fetch it again.')
    }
    first = false
    onMember?.()
    yield* member(reader, guardOf())
  }
}

async function* member(reader: ByteReader, guard: Guard): AsyncGenerator<Uint8Array> {
  await skipHeader(reader)
  let sum = 0
  let length = 0
  for await (const part of inflate(reader, guard)) {
    sum = crc32(part, sum)
    length += part.length
    yield part
  }
  const tail = Buffer.from(await reader.take(8))
  if (tail.length < 8) throw cutShort()
  if (tail.readUInt32LE(0) !== sum || tail.readUInt32LE(4) !== length % 2 ** 32) {
    throw new Spoilt('broken', 'What it unpacks to does not fit its checksum. Fetch it again.')
  }
}

const EXTRA = 4
const NAME = 8
const COMMENT = 16
const CHECK = 2

async function skipHeader(reader: ByteReader): Promise<void> {
  const head = await reader.take(10)
  const flags = head[3] ?? 0
  if (head.length < 10) throw cutShort()
  if (flags & EXTRA) {
    const [low = 0, high = 0] = await reader.take(2)
    await reader.skip(low + 256 * high)
  }
  if (flags & NAME) await skipString(reader)
  if (flags & COMMENT) await skipString(reader)
  if (flags & CHECK) await reader.skip(2)
}

/** A file's name or comment ends with a zero byte; one of more than 64 KB is none. */
async function skipString(reader: ByteReader): Promise<void> {
  for (let length = 0; length < 65_536; ) {
    const part = await reader.some(256)
    if (!part) throw cutShort()
    const end = part.indexOf(0)
    if (end >= 0) {
      reader.unread(part.subarray(end + 1))
      return
    }
    length += part.length
  }
  throw new Spoilt('broken', 'Its gzip header has no end. Fetch it again.')
}

const cutShort = () =>
  new Spoilt('truncated', 'It ends in the middle of its packed data. Fetch it again.')
