import type { StoryRecord } from '@onrecord/engine'
import { recordInForce } from '../stories/record.js'
import { findStory, type StoryEntry } from '../stories/story.js'
import { shownRecord } from './shown.js'
import type { View } from './view.js'

/** A story's record in force as its source's licence (`entry.licence`) lets it be shown. */
export interface RecordShown {
  readonly entry: StoryEntry
  readonly record: StoryRecord
}

/** `ref` is a key, or KEY@VERSION. Rejects with 'not-found' or 'withdrawn'. */
export async function recordShown(view: View, ref: string): Promise<RecordShown> {
  const entry = await findStory(view, ref)
  const record = await recordInForce(view.archive.db, entry.versionId)
  return { entry, record: shownRecord(record, entry.licence) }
}
