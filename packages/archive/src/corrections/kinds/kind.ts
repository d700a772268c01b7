import type { StoryRecord } from '@onrecord/engine'
import type { z } from 'zod'
import type { Place } from '../anchors/place.js'

/** One kind of correction: a file each. */
export interface Kind<S extends z.ZodObject = z.ZodObject> {
  /** The edit as an editor gives it: ids and spans of the record that they see. */
  readonly schema: S
  /**
   * The record as the edit says; the very same object where it says so already. Whatever the edit names is looked up in
   * `place`, so that it is found again in other records. Throws a Misfit where the edit makes no sense.
   */
  apply(record: StoryRecord, edit: z.output<S>, place: Place): StoryRecord
  /** Adds what an edit means and does not say, from the record that it is made on. */
  complete?(edit: z.output<S>, record: StoryRecord): z.output<S>
}

export const kind = <S extends z.ZodObject>(one: Kind<S>): Kind<S> => one
