import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startAdding, writeStories } from '../../../bench/src/crash/adding.js'
import { type Archive, checkArchive } from '../src/index.js'

/** What `checkArchive` finds, a line each. */
export async function faultsOf(archive: Archive): Promise<string[]> {
  const faults: string[] = []
  await checkArchive(archive, ({ where, what }) => faults.push(`${where}: ${what}`))
  return faults
}

/** A folder with so many small stories, gone when the test ends. */
export function storiesFolder(stories: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-in-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeStories(folder, stories)
  return folder
}

/** Another process that adds so many stories, or fewer where it is stopped. */
export function addElsewhere(url: string, stories: number) {
  const adding = startAdding(url, [storiesFolder(stories)])
  onTestFinished(() => adding.kill('SIGKILL'))
  return adding
}
