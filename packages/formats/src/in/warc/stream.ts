import { gunzip, isGzip } from '../bytes/gunzip.js'
import { swelling } from '../bytes/inflate.js'
import { type ByteReader, byteReader } from '../bytes/reader.js'
import { seek } from '../bytes/seek.js'
import { Spoilt } from '../bytes/spoilt.js'
import type { Limits } from '../incoming.js'

/** The plain bytes of a WARC, packed or not. */
export interface WarcStream {
  /** What to read from; another one after `recover`. Reading throws a Spoilt where the packing is broken. */
  readonly bytes: ByteReader
  /** Where in the file: of a packed one, where the member begins that is being read. */
  readonly offset: number
  /** After a Spoilt: goes on with the next gzip member. False where there is none. */
  recover(): Promise<boolean>
  close(): Promise<void>
}

const MAGIC = Uint8Array.of(0x1f, 0x8b, 8)

/** So much of a broken member is looked through again for the next one's header. */
const LOOK_BACK = 2 ** 20

/** What may be looked through again without having come further: keeps hostile files linear. */
const FREE_BACK = 2 ** 24

export async function warcStream(
  source: AsyncIterable<Uint8Array>,
  limits: Limits,
): Promise<WarcStream> {
  const file = byteReader(source)
  if (!isGzip(await file.peek(4))) {
    return {
      bytes: file,
      get offset() {
        return file.offset
      },
      recover: async () => false,
      close: file.close,
    }
  }
  let member = 0
  let back = 0
  const unpacked = () =>
    byteReader(
      gunzip(file, () => swelling(limits.ratio, Number.POSITIVE_INFINITY, 'The record'), {
        onMember() {
          member = file.offset
          file.mark(LOOK_BACK)
        },
      }),
    )
  let bytes = unpacked()
  return {
    get bytes() {
      return bytes
    },
    get offset() {
      return member
    },
    async recover() {
      // A member that is broken early may have been read into the next: look again from where it began.
      const whole = file.offset - member <= LOOK_BACK
      if (back < FREE_BACK + file.offset) back += file.rewind()
      file.mark(0)
      if (whole) await file.skip(Math.max(0, member + 1 - file.offset))
      try {
        if (!(await seek(file, MAGIC, bytes => isGzip(bytes), 4))) return false
      } catch (error) {
        // the file within another one is broken itself: that was said
        if (error instanceof Spoilt) return false
        throw error
      }
      bytes = unpacked()
      return true
    },
    async close() {
      await bytes.close()
      await file.close()
    },
  }
}
