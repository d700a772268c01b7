import type { RecordStory, StoryRecord } from '@onrecord/engine'
import { applyCorrections, readCorrection } from '../corrections/apply.js'
import { correctionsOf } from '../corrections/of.js'
import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import { unpack } from '../pack.js'

/** What the reader in force made of a version, with its text, under the story's key. Corrections are not in it. */
export async function machineRecord(db: Db, versionId: number): Promise<StoryRecord> {
  const row = await db
    .selectFrom('record')
    .innerJoin('version', 'version.id', 'record.version_id')
    .innerJoin('story', 'story.id', 'version.story_id')
    .select(['record.packed as packed', 'version.text as text', 'story.key as key'])
    .where('record.version_id', '=', versionId)
    .where('record.current', '=', 1)
    .executeTakeFirst()
  if (!row) throw new ArchiveError('not-found', `Version ${versionId} has no record.`)
  const record = unpack<StoryRecord & { story: Omit<RecordStory, 'text'> }>(row.packed)
  return { ...record, story: { ...record.story, id: row.key, text: row.text } }
}

/** The machine's record with its corrections: what is searched, shown and exported. */
export async function recordInForce(db: Db, versionId: number): Promise<StoryRecord> {
  const record = await machineRecord(db, versionId)
  const corrections = await correctionsOf(db, versionId)
  return corrections.length === 0
    ? record
    : applyCorrections(record, corrections.map(readCorrection)).record
}

/** Who made a record: the versions of the reader and of its models, as one string. */
export const readerOf = ({ reader }: StoryRecord): string =>
  [reader.version, ...reader.models.map(model => `${model.name} ${model.version}`)].join(', ')
