import type { Problem, Source } from '../incoming.js'

/** All bytes of a source, or nothing where they are more than `limit`: then the rest is not asked for. */
export async function gather(source: Source, limit: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of source.bytes()) {
    length += part.length
    if (length > limit) return undefined
    parts.push(part)
  }
  if (parts.length === 1) return parts[0]!
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The problem of a document over its limit. */
export const tooLarge = (what: string, limit: number): Problem => ({
  code: 'too-large',
  message: `${what} is larger than ${inMegabytes(limit)}, the limit of one document. Split it.`,
})

const inMegabytes = (bytes: number): string =>
  bytes < 2 ** 20 ? `${bytes} bytes` : `${Math.round(bytes / 2 ** 20)} MB`
