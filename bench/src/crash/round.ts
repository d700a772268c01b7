import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { type Archive, checkArchive, openArchive } from '@onrecord/archive'
import { type Adding, type Confirmed, startAdding, writeStories } from './adding.js'

/** What came of an import that was killed again and again. */
export interface Round {
  readonly kills: number
  /** Of them: when nothing had been confirmed in that run yet. */
  readonly early: number
  /** Lines that said of a story that it is on disk. */
  readonly confirmed: number
  /** Of them: those of which the story was not there after a kill. */
  readonly lost: number
  /** Texts of one outlet that the archive had twice. */
  readonly doubled: number
  /** What `checkArchive` said after kills. */
  readonly faults: readonly string[]
  /** What the imports wrote on standard error when they ended. */
  readonly said: readonly string[]
  /** In the end it holds what an import that nobody killed holds. */
  readonly same: boolean
}

/**
 * Adds stories to an archive that is not there yet, killing the process `kills` times at moments that `random` chooses
 * (or doing to it what `strike` does); looks over the archive after each; lets it end; and compares it with the one at `whole`, which nobody killed.
 */
export async function killRound(
  url: string,
  whole: string,
  kills: number,
  random: () => number,
  strike = async (adding: Adding) => adding.kill('SIGKILL'),
): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-crash-'))
  try {
    writeStories(folder, kills * 40 + 60)
    const confirmed = new Map<string, Confirmed>()
    const faults: string[] = []
    const said: string[] = []
    let lines = 0
    let lost = 0
    let doubled = 0
    let early = 0
    const look = () =>
      within(url, async archive => {
        await checkArchive(archive, ({ where, what }) => faults.push(`${where}: ${what}`))
        const there = await storiesOf(archive)
        const keys = new Set(there.map(({ key, version }) => `${key}@${version}`))
        lost += [...confirmed.keys()].filter(key => !keys.has(key)).length
        doubled += keys.size - new Set(there.map(({ outlet, text }) => outlet + text)).size
      })
    for (let k = 0; k < kills; k++) {
      const adding = startAdding(url, [folder])
      // now and then while it opens the archive; else while a batch is made, written or told
      if (random() < 0.2) await pass(random() * 700)
      else {
        await adding.reached(1 + Math.floor(random() * 70))
        await pass(random() * 60)
      }
      await strike(adding)
      said.push((await adding.ended).stderr)
      for (const one of adding.confirmed) confirmed.set(`${one.key}@${one.version}`, one)
      lines += adding.confirmed.length
      if (adding.confirmed.length === 0) early += 1
      if (k === 0) await finish(whole, folder)
      if (confirmed.size > 0) await look()
    }
    lines += (await finish(url, folder)).length
    await look()
    const [one, other] = await Promise.all([url, whole].map(at => within(at, storiesOf)))
    const same = JSON.stringify(one) === JSON.stringify(other)
    return { kills, early, confirmed: lines, lost, doubled, faults, said, same }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function finish(url: string, folder: string): Promise<readonly Confirmed[]> {
  const adding = startAdding(url, [folder])
  const { status, stderr } = await adding.ended
  if (status !== 0) throw new Error(`The import did not end well (${status}): ${stderr}`)
  return adding.confirmed
}

async function within<T>(url: string, ask: (archive: Archive) => Promise<T>): Promise<T> {
  const archive = await openArchive(url)
  try {
    return await ask(archive)
  } finally {
    await archive.close()
  }
}

const storiesOf = ({ db }: Archive) =>
  db
    .selectFrom('version')
    .innerJoin('story', 'story.id', 'version.story_id')
    .innerJoin('source', 'source.id', 'story.source_id')
    .leftJoin('origin', 'origin.version_id', 'version.id')
    .select([
      'story.key as key',
      'version.number as version',
      'source.name as outlet',
      'version.sha256 as text',
      'origin.path as path',
      'origin.part as part',
    ])
    .orderBy('story.key')
    .orderBy('version.number')
    .orderBy('origin.path')
    .orderBy('origin.part')
    .execute()
