import { basename } from 'node:path'
import { type Archive, type Queue, submitUpload } from '@onrecord/archive'
import { type Problem, sourcesOf } from '@onrecord/formats'

/**
 * Lets the files of a folder wait as uploads, each with what an index.json tells of it, where the archive has neither
 * stories nor uploads yet. Gives how many, and what is wrong with the others.
 */
export async function submitSamples(
  archive: Archive,
  queue: Queue,
  folder: string,
): Promise<{ files: number; problems: readonly Problem[] }> {
  const problems: Problem[] = []
  let files = 0
  if (await isBegun(archive)) return { files, problems }
  for await (const { name, bytes, meta, problem } of sourcesOf([folder])) {
    if (problem) problems.push(problem)
    else {
      const upload = { who: 'local', name: basename(name), about: { ...(meta && { told: meta }) } }
      await submitUpload(archive, queue, upload, bytes())
      files++
    }
  }
  return { files, problems }
}

async function isBegun({ db }: Archive): Promise<boolean> {
  for (const table of ['story', 'job'] as const)
    if (await db.selectFrom(table).select('id').limit(1).executeTakeFirst()) return true
  return false
}
