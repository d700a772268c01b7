import { createInflateRaw, type InflateRaw } from 'node:zlib'
import type { ByteReader } from './reader.js'
import { sizeOf } from './size.js'
import { messageOf, Spoilt } from './spoilt.js'

/** Asked after each piece whether so much may come out of so much: throws a Spoilt where not. */
export type Guard = (inflated: number, packed: number) => void

/** Packed bytes are fed to zlib in pieces of this size, so that one piece cannot swell beyond 1,032 times that. */
const FEED = 16 * 1024

/**
 * Inflates one raw deflate stream (RFC 1951), piece by piece, and leaves the reader at the first byte after it. Memory
 * does not grow with either side. Throws a Spoilt: 'broken' where it is no deflate stream, 'truncated' where the reader
 * ends before the stream does, and whatever `guard` throws.
 */
export async function* inflate(reader: ByteReader, guard: Guard): AsyncGenerator<Uint8Array> {
  const engine = createInflateRaw({ chunkSize: 64 * 1024 })
  const state = watch(engine)
  let fed = 0
  let inflated = 0
  let last: Uint8Array = new Uint8Array()
  try {
    for (;;) {
      const piece = await reader.some(FEED)
      if (!piece) engine.end()
      else {
        last = piece
        fed += piece.length
        engine.write(piece, state.taken)
      }
      state.busy = true
      // what is left of a piece that was taken tells that the stream has ended, and zlib has not said so yet
      const goesOn = () => !state.ended && (state.busy || engine.bytesWritten < fed)
      while (goesOn()) {
        if (state.error) throw faultOf(state.error, !piece)
        for (let out = engine.read(); out; out = engine.read()) {
          inflated += out.length
          guard(inflated, fed)
          yield out
        }
        if (goesOn()) await state.change()
      }
      if (state.ended) {
        // zlib stops at the stream's end: what it did not use is the next one's
        const unused = fed - engine.bytesWritten
        if (unused > 0) reader.unread(last.subarray(last.length - unused))
        return
      }
    }
  } finally {
    engine.destroy()
  }
}

interface State {
  busy: boolean
  ended: boolean
  error: Error | undefined
  taken(): void
  change(): Promise<void>
}

/** What an engine does, to be waited for: it took its piece, has something out, came to its end, or failed. */
function watch(engine: InflateRaw): State {
  let wake: (() => void) | undefined
  let changed = false
  const stir = () => {
    changed = true
    wake?.()
  }
  const state: State = {
    busy: false,
    ended: false,
    error: undefined,
    taken() {
      state.busy = false
      stir()
    },
    async change() {
      if (!changed) await new Promise<void>(done => (wake = done))
      changed = false
    },
  }
  engine.on('readable', stir)
  engine.on('end', () => {
    state.ended = true
    stir()
  })
  engine.on('error', error => {
    state.error = error
    stir()
  })
  return state
}

const faultOf = (error: Error, atEnd: boolean): Spoilt =>
  atEnd && (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
    ? new Spoilt('truncated', 'It ends in the middle of its packed data. Fetch it again.')
    : new Spoilt('broken', `Its packed data is broken (${messageOf(error)}). Fetch it again.`)

/** What may swell without being asked why: small files of one letter pack a thousandfold. */
const FREE = 2 ** 20

/**
 * Packed data may become `ratio` times as long, or 1 MB if that is more, and never longer than `bytes`. `what` names it
 * in the message: "It", "The record".
 */
export function swelling(
  ratio: number,
  bytes = Number.POSITIVE_INFINITY,
  what = 'It',
  free = FREE,
): Guard {
  return (inflated, packed) => {
    if (inflated > bytes) {
      throw new Spoilt(
        'too-large',
        `${what} unpacks to more than the limit of ${sizeOf(bytes)}. Split it.`,
      )
    }
    if (inflated > Math.max(free, packed * ratio)) {
      throw new Spoilt(
        'bomb',
        `${what} swells to more than ${ratio} times its packed size (${sizeOf(packed)} to ${sizeOf(inflated)} and more), the limit. Unpack it yourself if you trust it.`,
      )
    }
  }
}
