import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pathOf, type Work } from '@onrecord/archive'
import type { FileSource, IndexMeta } from '@onrecord/formats'

/** Folders of this machine's processes; the process's number stands behind it. */
const prefix = () => `onrecord-import-${hostname()}-`

/** The upload as a file in a folder of its own, since some kinds are read from their end; `drop` takes it away. */
export async function spool({
  job,
  about,
  bytes,
}: Work): Promise<{ file: FileSource; drop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), `${prefix()}${process.pid}-`))
  const drop = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'upload')
  try {
    await pipeline(Readable.from(bytes()), createWriteStream(path))
  } catch (error) {
    await drop()
    throw error
  }
  const file: FileSource = {
    name: pathOf(job),
    path,
    size: job.size,
    ...(about.mediaType !== undefined && { mediaType: about.mediaType }),
    ...(about.url !== undefined && { url: about.url }),
    ...(about.told && { meta: about.told as IndexMeta }),
    bytes: () => createReadStream(path),
  }
  return { file, drop }
}

/** Takes away the folders of processes of this machine that were killed. */
export async function dropLeftovers(): Promise<void> {
  const own = prefix()
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(own) ? /^(\d+)-/.exec(name.slice(own.length))?.[1] : undefined
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // another user's
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
