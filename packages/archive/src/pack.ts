import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Plain JSON, deflated. */
export const pack = (value: unknown): Uint8Array => packBytes(Buffer.from(JSON.stringify(value)))
export const unpack = <T>(packed: Uint8Array): T => JSON.parse(unpackBytes(packed).toString('utf8'))

export const packBytes = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes)
export const unpackBytes = (packed: Uint8Array): Buffer => inflateRawSync(packed)

export const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex')

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** A name for links: the first 60 bits of a hash, in Crockford's base 32. The same data have the same key. */
export function keyOf(...data: readonly string[]): string {
  const hash = createHash('sha256').update(data.join('\u0000')).digest()
  let bits = 0n
  for (const byte of hash.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte)
  let key = ''
  for (let k = 0; k < 12; k++, bits >>= 5n) key = LETTERS[Number(bits & 31n)] + key
  return key
}
