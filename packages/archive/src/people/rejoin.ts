import type { Archive } from '../archive.js'
import { log } from '../audit/audit.js'
import { regroup } from './regroup.js'

/** Names looked at in one transaction. */
const BATCH = 200
/** Of a name with more mentions than this, the mentions stay where they came. */
const MOST = 5000

export interface Rejoined {
  /** Names that several mentions have, and were looked at. */
  readonly names: number
  /** Names with so many mentions that they were left. */
  readonly left: number
}

/**
 * Looks at all names of the archive anew, with what is known now of how common they are: the grouping is then the same
 * in whatever order the stories came. What editors decided stays. May be stopped at any time and run again.
 */
export async function rejoin(
  archive: Archive,
  { who, at = new Date().toISOString() }: { who: string; at?: string },
): Promise<Rejoined> {
  let names = 0
  let left = 0
  let last = ''
  for (;;) {
    const blocks = await archive.db
      .selectFrom('entity')
      .select('block')
      .where('block', '>', last)
      .groupBy('block')
      .having(({ fn }) => fn.countAll(), '>', 1)
      .orderBy('block')
      .limit(BATCH)
      .execute()
    if (blocks.length === 0) break
    await archive.write(async db => {
      await archive.lock(db, 'add')
      for (const { block } of blocks) {
        if (await regroup(db, block!, at, MOST)) names += 1
        else left += 1
      }
    })
    last = blocks.at(-1)!.block!
  }
  await archive.write(async db => {
    await archive.lock(db, 'add')
    await log(db, [{ who, action: 'rejoin', subject: 'archive', detail: { names, left } }], at)
  })
  return { names, left }
}
