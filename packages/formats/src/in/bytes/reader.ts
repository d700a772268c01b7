/**
 * Bytes that come in chunks, to be read in any measure. Holds what was peeked or given back, and one chunk. Where the
 * source throws, so does each reading from there on.
 */
export interface ByteReader {
  /** How many bytes have been taken so far, those given back not counted. */
  readonly offset: number
  /** The next `length` bytes, left where they are; fewer only at the end, or before bytes that fail. */
  peek(length: number): Promise<Uint8Array>
  /** The next `length` bytes; fewer only at the end. */
  take(length: number): Promise<Uint8Array>
  /** The next bytes as they come, not empty; undefined at the end. */
  some(limit?: number): Promise<Uint8Array | undefined>
  /** Passes over `length` bytes; says how many there were. */
  skip(length: number): Promise<number>
  /** Gives bytes back: they come next. */
  unread(bytes: Uint8Array): void
  /** Begins to remember what is taken from here on, the last `limit` bytes of it at most. */
  mark(limit: number): void
  /** Gives back all that is remembered since the mark; says how many bytes that is. */
  rewind(): number
  /** Ends the source, where it is not at its end. */
  close(): Promise<void>
}

export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  /** What comes next, in reverse order: the last is first. */
  const held: Uint8Array[] = []
  let taken = 0
  let kept: Uint8Array[] = []
  let keptLength = 0
  let keptLimit = 0
  let failure: { readonly error: unknown } | undefined

  async function some(limit = Number.POSITIVE_INFINITY): Promise<Uint8Array | undefined> {
    let chunk = held.pop()
    while (!chunk?.length) {
      if (failure) throw failure.error
      const next = await chunks.next().catch(error => {
        failure = { error }
        throw error
      })
      if (next.done) return undefined
      chunk = next.value
    }
    if (chunk.length > limit) {
      hold(chunk.subarray(limit))
      chunk = chunk.subarray(0, limit)
    }
    taken += chunk.length
    if (keptLimit > 0) keep(chunk)
    return chunk
  }

  function keep(bytes: Uint8Array) {
    kept.push(bytes)
    keptLength += bytes.length
    let over = 0
    while (keptLength - kept[over]!.length > keptLimit) keptLength -= kept[over++]!.length
    if (over > 0) kept = kept.slice(over)
  }

  /** The last bytes taken are given back: they are not remembered twice. */
  function forget(length: number) {
    for (let left = length; left > 0 && kept.length > 0; ) {
      const last = kept.pop()!
      const part = Math.min(left, last.length)
      if (part < last.length) kept.push(last.subarray(0, last.length - part))
      keptLength -= part
      left -= part
    }
  }

  function hold(bytes: Uint8Array) {
    if (bytes.length === 0) return
    held.push(bytes)
  }

  function unread(bytes: Uint8Array) {
    hold(bytes)
    taken -= bytes.length
    forget(bytes.length)
  }

  async function take(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    let got = 0
    while (got < length) {
      const part = await some(length - got)
      if (!part) break
      parts.push(part)
      got += part.length
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts, got)
  }

  return {
    get offset() {
      return taken
    },
    some,
    take,
    unread,
    async peek(length) {
      const last = held.at(-1)
      if (last && last.length >= length) return last.subarray(0, length)
      const parts: Uint8Array[] = []
      let got = 0
      try {
        while (got < length) {
          const part = await some(length - got)
          if (!part) break
          parts.push(part)
          got += part.length
        }
      } catch (error) {
        if (got === 0) throw error
      }
      const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts, got)
      unread(bytes)
      return bytes
    },
    async skip(length) {
      let got = 0
      while (got < length) {
        const part = await some(length - got)
        if (!part) break
        got += part.length
      }
      return got
    },
    mark(limit) {
      kept = []
      keptLength = 0
      keptLimit = limit
    },
    rewind() {
      const length = keptLength
      for (const part of kept.reverse()) hold(part)
      taken -= length
      kept = []
      keptLength = 0
      keptLimit = 0
      return length
    },
    async close() {
      held.length = 0
      await chunks.return?.()
    },
  }
}

/** The rest of a reader, as it comes. */
export async function* restOf(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (let part = await reader.some(); part; part = await reader.some()) yield part
}

/** Bytes that are there already, as a stream. */
export async function* streamOf(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}
