import type { QuoteModel } from './models/runtime.js'
import type { StoryRecord } from './record.js'
import type { StoryMeta } from './story.js'

/** A story to read: its text, untouched, and what is known of it. */
export interface StoryInput extends Partial<StoryMeta> {
  readonly text: string
}

export interface Reader {
  /** Reads one story. Never rejects on text; rejects only where the model itself fails. */
  read(story: StoryInput | string): Promise<StoryRecord>
}

/** The version of this reader, in every record it makes. */
export const READER_VERSION = '0.1.0'

/** A reader over a model. Stories are read one by one: what one says never changes what is read in another. */
export function createReader(_model: QuoteModel): Reader {
  return {
    read: () => {
      throw new Error('not yet')
    },
  }
}
