import { type Chunks, toBytes } from './bytes.js'

/** A line of bytes without its line feed, or, where it is longer than the limit, only its length. */
export interface Line {
  /** Counted from one. */
  readonly number: number
  /** Its length with the line feed. */
  readonly length: number
  readonly bytes?: Uint8Array
}

/**
 * The lines of a stream. Holds one line at most, and of a line over the limit nothing: it is passed over as it comes.
 * The last line needs no line feed; an empty rest is no line.
 */
export async function* splitLines(chunks: Chunks, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 0
  const add = (part: Uint8Array) => {
    length += part.length
    if (length > limit) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const take = (end: number): Line => {
    const whole = length <= limit
    const line: Line = {
      number: ++number,
      length: length + end,
      ...(whole && { bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts) }),
    }
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    const bytes = toBytes(chunk)
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      add(bytes.subarray(start, end))
      start = end + 1
      yield take(1)
    }
    add(bytes.subarray(start))
  }
  if (length > 0) yield take(0)
}
