import type { Selectable } from 'kysely'
import type { Db } from '../database/database.js'
import type { CorrectionTable } from '../database/schema.js'

export type CorrectionRow = Selectable<CorrectionTable>

/**
 * The corrections of a version that are not undone, in the order they were made: those made on it, and those made on
 * earlier versions of its story.
 */
export const correctionsOf = (db: Db, versionId: number): Promise<CorrectionRow[]> =>
  db
    .selectFrom('correction')
    .innerJoin('version', 'version.story_id', 'correction.story_id')
    .selectAll('correction')
    .where('version.id', '=', versionId)
    .whereRef('correction.version_id', '<=', 'version.id')
    .where('correction.state', '!=', 'undone')
    .orderBy('correction.number')
    .execute()
