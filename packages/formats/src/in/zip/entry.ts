import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import type { ZipFile } from 'yauzl'
import { inflate, swelling } from '../bytes/inflate.js'
import { byteReader, restOf } from '../bytes/reader.js'
import { messageOf, Spoilt } from '../bytes/spoilt.js'
import type { Limits } from '../incoming.js'
import type { ZipEntry } from './open.js'

const STORED = 0
const DEFLATED = 8

/**
 * The bytes of one entry, unpacked as they are read and checked against the length and CRC-32 that the directory gives.
 * Throws a Spoilt: 'encrypted', 'encoding' for a packing other than deflate, 'broken', 'truncated', 'bomb'.
 */
export async function* bytesOfEntry(
  file: ZipFile,
  { entry }: ZipEntry,
  limits: Limits,
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) {
    throw new Spoilt('encrypted', 'It is encrypted. Unpack it with its password first.')
  }
  const method = entry.compressionMethod
  if (method !== STORED && method !== DEFLATED) {
    throw new Spoilt('encoding', `It is packed by method ${method}; known are 0 and 8 (deflate).`)
  }
  const packed = byteReader(rawBytes(file, entry))
  const length = entry.uncompressedSize
  let got = 0
  let sum = 0
  try {
    const parts = method === DEFLATED ? inflate(packed, swelling(limits.ratio)) : restOf(packed)
    for await (const part of parts) {
      got += part.length
      if (got > length) throw lying('more')
      sum = crc32(part, sum)
      yield part
    }
    if (got < length) throw lying('less')
    if (sum !== entry.crc32) {
      throw new Spoilt('broken', 'What it unpacks to does not fit its checksum. Fetch it again.')
    }
  } finally {
    await packed.close()
  }
}

async function* rawBytes(file: ZipFile, entry: ZipEntry['entry']): AsyncGenerator<Uint8Array> {
  let stream: Readable
  try {
    stream = await new Promise<Readable>((resolve, reject) =>
      file.openReadStream(entry, { decodeFileData: false }, (error, opened) =>
        error ? reject(error) : resolve(opened),
      ),
    )
    yield* stream as AsyncIterable<Uint8Array>
  } catch (error) {
    throw new Spoilt('broken', `It cannot be read out of the ZIP (${messageOf(error)}).`)
  }
}

const lying = (how: string) =>
  new Spoilt('broken', `It unpacks to ${how} than the ZIP’s directory says. Fetch it again.`)
