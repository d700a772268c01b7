import {
  type Archive,
  ArchiveError,
  type JobEntry,
  type Queue,
  submitUpload,
  UPLOAD_LIMITS,
  type UploadLimits,
} from '@onrecord/archive'
import { fetchFrom, INTERNET, type World } from '../../fetch/fetch.js'
import type { Context } from '../../operations/operation.js'
import { toldType } from './media-type.js'

/** Fetches addresses for whoever asks, and lets what they answer wait as uploads. */
export interface Fetching {
  readonly fetch: NonNullable<Context['fetch']>
  /** Stops those under way. */
  close(): Promise<void>
}

/** Fetches under way at once. */
const ROOM = 8

export function openFetching(
  archive: Archive,
  queue: Queue,
  limits: UploadLimits,
  kick: () => void,
  world: World = INTERNET,
): Fetching {
  const stop = new AbortController()
  const running = new Set<Promise<JobEntry>>()
  async function submit(who: string, address: string, outlet?: string): Promise<JobEntry> {
    const job = await fetchFrom(
      address,
      ({ url, mediaType, bytes }) => {
        const type = toldType(mediaType)
        const about = { url: url.href, ...(type && { mediaType: type }), ...(outlet && { outlet }) }
        return submitUpload(archive, queue, { who, name: nameOf(url), about }, bytes, limits)
      },
      world,
      stop.signal,
    )
    kick()
    return job
  }
  return {
    async fetch(who, address, outlet) {
      if (running.size >= ROOM)
        throw new ArchiveError('busy', `${ROOM} addresses are being fetched, and no more may be.`)
      const one = submit(who, address, outlet)
      running.add(one)
      try {
        return await one
      } finally {
        running.delete(one)
      }
    },
    async close() {
      stop.abort()
      await Promise.allSettled(running)
    },
  }
}

/** For a command: what it fetches waits until a service of the archive reads it. */
export async function fetchingHere(archive: Archive, signal: AbortSignal): Promise<Fetching> {
  const queue = await archive.openQueue()
  const { fetch, close } = openFetching(archive, queue, UPLOAD_LIMITS, () => {})
  signal.addEventListener('abort', () => void close(), { once: true })
  return {
    fetch,
    async close() {
      await close()
      await queue.close()
    },
  }
}

/** Its last part, as files are named; else its host. */
const nameOf = ({ pathname, hostname }: URL): string => pathname.split('/').at(-1) || hostname
