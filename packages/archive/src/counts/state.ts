import type { Archive } from '../archive.js'

/** What an answer was made from: the same state, the same filters, the same numbers. */
export interface State {
  /** The archive's own id. */
  readonly archive: string
  /** The last entry of the audit log: whatever changes the archive adds one. 0: none yet. */
  readonly entry: number
  /** Readers and models whose records are in force. */
  readonly readers: readonly string[]
}

export async function stateOf({ db, id }: Archive): Promise<State> {
  const { entry } = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.max('seq').as('entry'))
    .executeTakeFirstOrThrow()
  const readers = await db
    .selectFrom('record')
    .select('reader')
    .distinct()
    .where('current', '=', 1)
    .execute()
  return {
    archive: id,
    entry: Number(entry ?? 0),
    readers: readers.map(({ reader }) => reader).sort(),
  }
}
