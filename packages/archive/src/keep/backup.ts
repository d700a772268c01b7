import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Archive } from '../archive.js'
import { log } from '../audit/audit.js'
import { LATEST } from '../database/migrate.js'
import { openSqlite } from '../database/sqlite.js'
import { type Chunk, chunksOf } from './chunks.js'
import { encode, openExport } from './form.js'
import { placeFile } from './place.js'
import { type Counts, countsOf, verify } from './verify.js'

/** A copy of an archive that was written and looked over. */
export interface Copy {
  readonly path: string
  /** sqlite: a file that is an archive itself; portable: the form of `form.ts`. */
  readonly form: 'sqlite' | 'portable'
  readonly bytes: number
  readonly rows: Counts
}

export interface CopyOptions {
  /** Takes the place of a file that is there. */
  readonly replace?: boolean
  readonly who?: string
  readonly at?: string
}

/**
 * Copies the archive into a file, as it is at one moment, while it is used. An archive in SQLite becomes a file that can
 * be opened as it is; one in PostgreSQL, an export. The copy is checked before it takes its place.
 */
export async function backupArchive(
  archive: Archive,
  path: string,
  options: CopyOptions = {},
): Promise<Copy> {
  const { copyTo } = archive
  if (!copyTo) return exportArchive(archive, path, options, 'backup')
  const rows = await placeFile(path, { replace: options.replace ?? false }, async draft => {
    await noteDeed(archive, 'backup', options)
    await copyTo(draft)
    const copy = openSqlite(draft, { draft: true })
    try {
      await verify(copy, copy.db, path)
      return await countsOf(copy, copy.db)
    } finally {
      await copy.close()
    }
  })
  return { path, form: 'sqlite', bytes: (await stat(path)).size, rows }
}

/** Writes all of the archive into a file in the portable form, as it is at one moment, while it is used. */
export async function exportArchive(
  archive: Archive,
  path: string,
  options: CopyOptions = {},
  action = 'export',
): Promise<Copy> {
  const made = options.at ?? new Date().toISOString()
  const rows: Record<string, number> = {}
  async function* counted(chunks: AsyncIterable<Chunk>) {
    for await (const chunk of chunks) {
      rows[chunk.table] = (rows[chunk.table] ?? 0) + chunk.rows.length
      yield chunk
    }
  }
  await placeFile(path, { replace: options.replace ?? false }, async draft => {
    await noteDeed(archive, action, options)
    await archive.read(db =>
      pipeline(
        Readable.from(
          encode({ schema: LATEST, archive: archive.id, made }, counted(chunksOf(archive, db))),
        ),
        createGzip(),
        createWriteStream(draft),
      ),
    )
    // read again to its end: that is where it is known whole
    const { chunks } = await openExport(draft)
    for await (const _ of chunks);
  })
  return { path, form: 'portable', bytes: (await stat(path)).size, rows }
}

/** Before the copy is made, so that the copy tells of it too: it and the archive are the same. */
async function noteDeed(
  archive: Archive,
  action: string,
  { who = 'local', at = new Date().toISOString() }: CopyOptions,
): Promise<void> {
  if (archive.readOnly) return
  await archive.write(async db => {
    await archive.lock(db, 'add')
    await log(db, [{ who, action, subject: 'archive' }], at)
  })
}
