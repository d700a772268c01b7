/** A line of bytes without its line feed, or, where it is longer than the limit, only its number. */
export interface Line {
  /** Counted from one. */
  readonly number: number
  readonly bytes?: Uint8Array
}

/**
 * The lines of a stream. Holds one line at most, and of a line over the limit nothing: it is passed over as it comes.
 * The last line needs no line feed; an empty rest is no line.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 0
  const add = (part: Uint8Array) => {
    length += part.length
    if (length > limit) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const take = (): Line => {
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    const line = { number: ++number, ...(length <= limit && { bytes }) }
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, end))
      start = end + 1
      yield take()
    }
    // a stream may use the memory of a chunk again once it gives the next
    add(chunk.slice(start))
  }
  if (length > 0) yield take()
}
