import type { StoryRecord } from '@onrecord/engine'
import type { InputError } from '../errors.js'
import type { Place } from '../input/entry.js'

/** A form of output, as strings to be written one after the other: nothing is kept from story to story. */
export interface Writer {
  /** Before everything. */
  readonly start: string
  record(record: StoryRecord): string
  /** What stands in the place of a story that could not be read; nothing in most forms. */
  error?(error: InputError, place: Place): string
  /** After everything, however few the stories. */
  readonly end: string
}
