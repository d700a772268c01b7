import type { Attribution } from './models/attributions.js'
import type { Block } from './models/view.js'
import type { Span } from './span.js'
import type { Entity, Mention, Speakers } from './stages/entities/types.js'
import type { Quote } from './stages/quotes/types.js'
import type { MarkLayer } from './text/marks.js'
import type { Token } from './text/tokens.js'

/** What is known of a story besides its text. All of it is optional and none of it is guessed. */
export interface StoryMeta {
  readonly id: string
  readonly title?: string
  readonly outlet?: string
  readonly byline?: readonly string[]
  readonly url?: string
  /** When it was published, ISO 8601. */
  readonly published?: string
}

/**
 * Every layer that a stage can add. A layer is an array of items with spans (or, where its parts belong together,
 * a small object of such arrays), is written once, by one stage, and never changed.
 */
export interface Layers {
  /** Lines that hold something, without their line ends, in order. */
  readonly paragraphs: readonly Span[]
  /** Words, and what stands between them that is not white space, in order. */
  readonly tokens: readonly Token[]
  /** Sentences, in order; each within one paragraph. */
  readonly sentences: readonly Span[]
  /** Quotation marks, paired where they pair. */
  readonly marks: MarkLayer
  /** What the model is shown: word pieces and their features, paragraph by paragraph. */
  readonly blocks: readonly Block[]
  /** What the model heard: a trigger (a cue or a pair of marks) with its content and source. */
  readonly attributions: readonly Attribution[]
  readonly quotes: readonly Quote[]
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  readonly speakers: Speakers
}

export type LayerName = keyof Layers

/** The immutable text and the layers read so far. */
export type Story<L extends LayerName = never> = {
  readonly text: string
  readonly meta: StoryMeta
} & Pick<Layers, L>
