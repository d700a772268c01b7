import { hear } from './models/hear.js'
import type { QuoteModel } from './models/runtime.js'
import { findBlocks } from './models/view.js'
import { wordPiece } from './models/wordpiece.js'
import { sha256 } from './platform.js'
import type { StoryRecord } from './record.js'
import { recordStages, textStages } from './stages/index.js'
import type { StoryMeta } from './story.js'
import { toRecord } from './to-record.js'

/** A story to read: its text, untouched, and what is known of it. */
export interface StoryInput extends Partial<StoryMeta> {
  readonly text: string
}

export interface Reader {
  /**
   * Reads one story. Text never makes it reject, however odd; only the model can. The same story gives the same record,
   * whatever else is read meanwhile. A story without an id gets the beginning of its text's hash.
   */
  read(story: StoryInput | string): Promise<StoryRecord>
}

/** The version of this reader, in every record it makes. */
export const READER_VERSION = '0.1.0'

/** A reader over a model. */
export function createReader(model: QuoteModel): Reader {
  const pieces = wordPiece(model.vocabulary)
  const stages = recordStages(model.config)
  return {
    async read(input) {
      const { text, id, ...known } = typeof input === 'string' ? { text: input } : input
      const hash = await sha256(text)
      const meta: StoryMeta = { ...known, id: id ?? hash.slice(0, 16) }
      const shown = textStages.run({ text, meta })
      const blocks = findBlocks(shown, pieces)
      const heard = await hear(blocks, model, pieces)
      const read = stages.run({ ...shown, blocks, ...heard })
      const about = { version: READER_VERSION, models: [model], language: 'en', sha256: hash }
      return toRecord(read, about)
    },
  }
}
