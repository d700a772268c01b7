import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'

/**
 * Writes a file that is there whole or not at all: under another name beside it, which it gets when all is on disk. What
 * was there before stays until then, and for good where `bytes` fails or `signal` stops it. Rejects as `bytes` does, or
 * with the system's error.
 */
export async function writeWhole(
  path: string,
  bytes: AsyncIterable<string | Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`
  const file = await open(part, 'wx')
  let whole = false
  try {
    for await (const piece of bytes) {
      if (signal.aborted) return
      await file.writeFile(piece)
    }
    await file.sync()
    whole = true
  } finally {
    await file.close()
    if (!whole) await rm(part, { force: true })
  }
  await rename(part, path)
}
