import type { Selectable } from 'kysely'
import type { Db } from '../database/database.js'
import type { CorrectionTable } from '../database/schema.js'

export type CorrectionRow = Selectable<CorrectionTable>

/** The corrections of a version that are not undone, in the order they were made. */
export const correctionsOf = (db: Db, versionId: number): Promise<CorrectionRow[]> =>
  db
    .selectFrom('correction')
    .selectAll()
    .where('version_id', '=', versionId)
    .where('state', '!=', 'undone')
    .orderBy('id')
    .execute()
