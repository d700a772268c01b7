import type { ByteReader } from './reader.js'

/** How much is looked at at once. */
const WINDOW = 64 * 1024

/**
 * Passes over bytes until `pattern` comes and `fits` says so of what stands there (its bytes from the pattern on, `room`
 * of them or fewer at the end). Leaves the reader at the pattern; false, and the reader at its end, where none comes.
 */
export async function seek(
  reader: ByteReader,
  pattern: Uint8Array,
  fits: (bytes: Uint8Array) => boolean = () => true,
  room = pattern.length,
): Promise<boolean> {
  for (;;) {
    const window = await reader.peek(WINDOW)
    if (window.length === 0) return false
    const atEnd = window.length < WINDOW
    const bytes = Buffer.from(window.buffer, window.byteOffset, window.length)
    const last = atEnd ? bytes.length : bytes.length - room
    let at = bytes.indexOf(pattern)
    while (at >= 0 && at <= last && !fits(bytes.subarray(at, at + room))) {
      at = bytes.indexOf(pattern, at + 1)
    }
    if (at >= 0 && at <= last) {
      await reader.skip(at)
      return true
    }
    await reader.skip(atEnd ? bytes.length : last + 1)
  }
}
