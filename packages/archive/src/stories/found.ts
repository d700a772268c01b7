import type { Archive } from '../archive.js'
import { type Deed, log } from '../audit/audit.js'
import { inChunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import { type Guard, guardOf } from '../rights/guard.js'
import type { Added, Arrival } from './arrival.js'
import { type Known, recogniseIn } from './recognise.js'

/** Notes where stories were found that the archive has already. They must be there: see `recognise`. */
export async function noteFoundAgain(
  archive: Archive,
  arrivals: readonly Arrival[],
  { who = 'local', at = new Date().toISOString() }: { who?: string; at?: string } = {},
): Promise<Added[]> {
  if (arrivals.length === 0) return []
  return archive.write(async db => {
    await archive.lock(db, 'add')
    const guard = await guardOf(db)
    await forgetProblems(
      db,
      arrivals.map(arrival => placed(guard, arrival)),
    )
    const added: Added[] = []
    const deeds: Deed[] = []
    for (const arrival of arrivals) {
      const known = await recogniseIn(db, arrival)
      if (known.is !== 'same')
        throw new ArchiveError(
          'not-found',
          `${arrival.path}: its story is not there any more. Add it again.`,
        )
      const place = placed(guard, arrival)
      const { news, ...one } = await foundAgain(db, known, place, at)
      added.push(one)
      if (news) deeds.push(deedOf(one, place, who))
    }
    await log(db, deeds, at)
    return added
  })
}

/** `news`: the archive knows something now that it did not. */
export type Dealt = Added & { readonly news: boolean }

export const deedOf = (
  { outcome, key, version }: Added,
  { path, part = '' }: Arrival,
  who: string,
): Deed => ({
  who,
  action: outcome === 'same' ? 'found-again' : 'add',
  subject: `story:${key}@${version}`,
  detail: { path, part },
})

/** An arrival with the place where it was found as it may be kept. */
export const placed = (guard: Guard | undefined, arrival: Arrival): Arrival =>
  guard
    ? { ...arrival, path: guard.say(arrival.path), part: guard.say(arrival.part ?? '') }
    : arrival

/** A run that was stopped comes by here again for all that it had added: then nothing is written. */
export async function foundAgain(
  db: Db,
  { key, version, versionId }: Known & { readonly is: 'same' },
  arrival: Arrival,
  at: string,
): Promise<Dealt> {
  const news = await noteOrigins(db, [{ versionId, arrival }], at)
  return { outcome: 'same', key, version, copyOf: [], news: news > 0 }
}

/** These places gave stories. */
export async function forgetProblems(db: Db, arrivals: readonly Arrival[]): Promise<void> {
  await inChunks(arrivals, places =>
    db
      .deleteFrom('problem')
      .where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('path', 'part'),
          'in',
          places.map(({ path, part = '' }) => tuple(path, part)),
        ),
      )
      .execute(),
  )
}

/** Notes where versions lie; how many of these places were not noted yet. */
export async function noteOrigins(
  db: Db,
  origins: readonly { readonly versionId: number; readonly arrival: Arrival }[],
  at: string,
): Promise<number> {
  const rows = origins.map(({ versionId, arrival: { path, part = '' } }) => ({
    version_id: versionId,
    path,
    part,
    found_at: at,
  }))
  let news = 0
  await inChunks(rows, async some => {
    const made = await db
      .insertInto('origin')
      .values(some)
      .onConflict(on => on.columns(['path', 'part', 'version_id']).doNothing())
      .returning('id')
      .execute()
    news += made.length
  })
  return news
}
