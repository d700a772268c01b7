import { InputError } from '../errors.js'
import { megabytes } from './entry.js'

/** A readable stream, as far as reading stories needs one. */
export type Chunks = AsyncIterable<Uint8Array | string>

export const toBytes = (chunk: Uint8Array | string): Uint8Array =>
  typeof chunk === 'string' ? Buffer.from(chunk) : chunk

/** All bytes of a source, or an error as soon as there are more than `limit`. */
export async function readAll(chunks: Chunks, limit: number, wayOut: string): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    const part = toBytes(chunk)
    length += part.length
    if (length > limit) {
      throw new InputError('too-long', `It is longer than ${megabytes(limit)}. ${wayOut}`)
    }
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}

/** The first bytes of a source, and all of them, from the first, to be read once. */
export async function peek(
  chunks: Chunks,
  size: number,
): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  for (let length = 0; length < size; ) {
    const { value, done } = await iterator.next()
    if (done) break
    const part = toBytes(value)
    parts.push(part)
    length += part.length
  }
  async function* all() {
    yield* parts
    for (;;) {
      const { value, done } = await iterator.next()
      if (done) return
      yield toBytes(value)
    }
  }
  return { head: Buffer.concat(parts).subarray(0, size), all: all() }
}
