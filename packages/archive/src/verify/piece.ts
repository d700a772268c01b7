import type { TextSpan } from '@onrecord/engine'
import type { ToldStory } from './stretches.js'

/** A piece of a story's text, by its offsets there. */
export interface Piece extends TextSpan {
  readonly story: ToldStory
}
