import { sizeOf } from './size.js'
import { Spoilt } from './spoilt.js'

/** All bytes of a source; a Spoilt 'too-large' as soon as there are more than `limit`. */
export async function readAll(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of chunks) {
    length += part.length
    if (length > limit) throw tooLarge(limit)
    parts.push(part)
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts, length)
}

export const tooLarge = (limit: number): Spoilt =>
  new Spoilt('too-large', `It is larger than the limit of ${sizeOf(limit)}. Split it.`)
