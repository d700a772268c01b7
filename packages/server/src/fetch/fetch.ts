import { lookup } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ArchiveError } from '@onrecord/archive'
import { messageOf } from '../errors.js'
import { version } from '../version.js'
import { ask, type Reach } from './ask.js'
import { isPublic } from './public.js'
import { targetOf } from './target.js'

/** What a fetch may reach and cost. */
export interface World extends Reach {
  readonly ports: readonly string[] | 'any'
  readonly redirects: number
  /** Bytes of the body, packed and unpacked. */
  readonly bytes: number
  /** Milliseconds in all, and from one sign of life to the next. */
  readonly time: number
  readonly silence: number
}

export const INTERNET: World = {
  lookup,
  isPublic,
  ports: ['80', '443'],
  redirects: 5,
  bytes: 64 * 2 ** 20,
  time: 60_000,
  silence: 15_000,
}

/** What an address answered. */
export interface Fetched {
  /** Behind all redirects. */
  readonly url: URL
  readonly mediaType: string | undefined
  /** Unpacked, once, as they come. */
  readonly bytes: AsyncIterable<Uint8Array>
}

const MOVED: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * Fetches an address and hands on what it answers, while it comes; the connection is gone once `take` is done. Rejects
 * with an ArchiveError: 'bad-query' or 'not-allowed' where the address, or one that it redirects to, may not be asked,
 * 'not-fetched' where it answers nothing, too much, too slowly or not with 200.
 */
export async function fetchFrom<T>(
  address: string,
  take: (fetched: Fetched) => Promise<T>,
  world: World = INTERNET,
  gone?: AbortSignal,
): Promise<T> {
  const stop = new AbortController()
  const end = (why: string) => stop.abort(new ArchiveError('not-fetched', why))
  const onGone = () => end('The fetch was stopped.')
  gone?.addEventListener('abort', onGone)
  if (gone?.aborted) onGone()
  const seconds = (time: number) => `${time / 1000} seconds`
  const late = setTimeout(
    () => end(`The address took longer than ${seconds(world.time)}.`),
    world.time,
  )
  const silent = setTimeout(
    () => end(`The address was silent for ${seconds(world.silence)}.`),
    world.silence,
  )
  try {
    let url = targetOf(address, world.ports)
    for (let moved = 0; ; moved++) {
      const answer = await ask(url, world, `Onrecord/${version()}`, stop.signal).catch(notFetched)
      silent.refresh()
      const { statusCode = 0, headers } = answer
      if (MOVED.has(statusCode) && headers.location !== undefined) {
        answer.destroy()
        if (moved === world.redirects)
          throw new ArchiveError(
            'not-fetched',
            `The address redirects more than ${world.redirects} times.`,
          )
        url = targetOf(headers.location, world.ports, url)
        continue
      }
      try {
        if (statusCode !== 200)
          throw new ArchiveError('not-fetched', `The address answers ${statusCode}, not 200.`)
        const bytes = bodyOf(answer, world.bytes, silent)
        return await take({ url, mediaType: headers['content-type'], bytes })
      } finally {
        answer.destroy()
      }
    }
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason
    throw error
  } finally {
    clearTimeout(late)
    clearTimeout(silent)
    gone?.removeEventListener('abort', onGone)
  }
}

function bodyOf(
  answer: IncomingMessage,
  limit: number,
  silent: NodeJS.Timeout,
): AsyncGenerator<Uint8Array> {
  const packing = answer.headers['content-encoding']?.trim().toLowerCase() || 'identity'
  const packed = upTo(answer, limit, () => silent.refresh())
  if (packing === 'identity') return packed
  if (packing !== 'gzip' && packing !== 'x-gzip')
    throw new ArchiveError(
      'not-fetched',
      `The address packs its answer as ${packing}; gzip alone is unpacked.`,
    )
  // what goes wrong, whoever reads the last of it is told
  return upTo(
    pipeline(packed, createGunzip(), () => {}),
    limit,
  )
}

async function* upTo(
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
  came = () => {},
): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const chunk of bytes) {
      came()
      size += chunk.length
      if (size > limit)
        throw new ArchiveError(
          'not-fetched',
          `The address answers more than ${limit} bytes. Keep it as a file, and send that.`,
        )
      yield chunk
    }
  } catch (error) {
    notFetched(error)
  }
}

/** What the network or the packing says. */
function notFetched(error: unknown): never {
  if (error instanceof ArchiveError) throw error
  throw new ArchiveError('not-fetched', `The address cannot be fetched: ${messageOf(error)}.`, {
    cause: error,
  })
}
