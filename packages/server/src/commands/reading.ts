import { type Archive, ArchiveError, openArchive } from '@onrecord/archive'
import { ModelError } from '../errors.js'
import { archiveUrl } from '../operations/archive-url.js'
import { visibleLine } from '../output/visible.js'
import type { Pool } from '../pool.js'
import { openProgress, type Progress } from '../progress.js'
import { ClosedPipe, openSink, type Sink } from '../terminal.js'
import type { Host } from './read.js'

export interface ReadingOptions {
  readonly archive?: string
  readonly workers: number
}

/** What a command that reads stories into an archive works with. */
export interface Reading {
  readonly archive: Archive
  readonly pool: Pool
  readonly progress: Progress
  /** Standard output. */
  readonly sink: Sink
  /** A line on standard error, beside the progress. */
  say(text: string): void
  /** Ctrl-C, or a command that has ended. */
  readonly signal: AbortSignal
}

/** How it went: whether all could be read, and a line that says so, unless other lines did. */
export interface Read {
  readonly failed: boolean
  readonly summary?: string
}

/**
 * Opens an archive and a pool for a command, shows how far it is, closes them whatever happens. Gives the exit status: 0;
 * 1 some could not be read, or the archive or model says no; 130 stopped.
 */
export async function withReading(
  { archive: told, workers }: ReadingOptions,
  { create }: { readonly create: boolean },
  host: Host,
  work: (reading: Reading) => Promise<Read>,
): Promise<number> {
  const progress = openProgress(host.stderr)
  const say = (text: string) => {
    progress.clear()
    host.stderr.write(`${visibleLine(text)}\n`)
  }
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  if (host.signal.aborted) onSignal()
  host.signal.addEventListener('abort', onSignal)
  const sink = openSink(host.stdout, stop.signal)
  const pool = host.openPool(workers)
  let archive: Archive | undefined
  try {
    archive = await openArchive(archiveUrl(told, host.env), { create })
    const { failed, summary } = await work({
      archive,
      pool,
      progress,
      sink,
      say,
      signal: stop.signal,
    })
    progress.end()
    if (summary !== undefined)
      await sink.write(`${summary}. Archive: ${visibleLine(archive.name)}\n`)
    if (host.signal.aborted) {
      say('onrecord: Stopped. What was read is kept; the same command goes on from there.')
      return 130
    }
    return failed ? 1 : 0
  } catch (error) {
    progress.end()
    if (error instanceof ClosedPipe) return 0
    const known = archive?.explain(error) ?? error
    if (known instanceof ArchiveError || known instanceof ModelError) {
      say(`onrecord: ${known.message}`)
      return 1
    }
    throw error
  } finally {
    progress.end()
    stop.abort()
    host.signal.removeEventListener('abort', onSignal)
    host.stdin.destroy?.()
    await pool.close()
    await archive?.close()
  }
}
