import type { Attribution } from './models/attributions.js'
import type { HeardName, HeardNoun } from './models/names.js'
import type { Block } from './models/view.js'
import type { RecordFinding } from './record.js'
import type { Span } from './span.js'
import type { Entity, Mention, Speaker } from './stages/entities/types.js'
import type { Fact, Setting } from './stages/facts/types.js'
import type { Quote } from './stages/quotes/types.js'
import type { Value } from './stages/values/types.js'
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
  /** Proper names as the model heard them, in order; none overlaps another. */
  readonly names: readonly HeardName[]
  /** Head nouns of descriptions as the model heard them, in order. */
  readonly nouns: readonly HeardNoun[]
  /** Who said what: contents with their cues and sources, in the order of their first words. */
  readonly quotes: readonly Quote[]
  /** Everyone and everything referred to, in order. */
  readonly mentions: readonly Mention[]
  /** For each quote, the mentions (by index) that its source is; none where it has none of its own. */
  readonly sources: readonly (readonly number[])[]
  /** What the mentions refer to, by first mention. */
  readonly entities: readonly Entity[]
  /** For each quote, who said it. */
  readonly speakers: readonly Speaker[]
  /** Dates, amounts, ages, in order; none overlaps another. */
  readonly values: readonly Value[]
  /** What the story states, in the order of its evidence. */
  readonly facts: readonly Fact[]
  /** For each quote, where, when and to whom it was said. */
  readonly settings: readonly Setting[]
  /** What does not add up. */
  readonly findings: readonly RecordFinding[]
}

export type LayerName = keyof Layers

/** The immutable text and the layers read so far. */
export type Story<L extends LayerName = never> = {
  readonly text: string
  readonly meta: StoryMeta
} & Pick<Layers, L>
