import type { Span } from '@onrecord/engine'
import type { Links } from '../links.js'

/** Why it was annotated, of the Recommendation's list. */
export type Motivation = 'classifying' | 'commenting' | 'describing' | 'identifying' | 'linking'

export interface PositionSelector {
  readonly type: 'TextPositionSelector'
  /** Code points of the source's text; end exclusive. */
  readonly start: number
  readonly end: number
}

export interface QuoteSelector {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
  /** Up to 32 code points before and after. */
  readonly prefix: string
  readonly suffix: string
}

/** A piece of the story. Its two selectors say the same in two ways. */
export interface Piece {
  readonly type: 'SpecificResource'
  readonly source: string
  readonly state?: object
  readonly selector: readonly [PositionSelector, QuoteSelector]
  readonly [term: `onrecord:${string}`]: unknown
}

/** Words said of the target, with what they are for. */
export interface TextualBody {
  readonly type: 'TextualBody'
  readonly value: string
  readonly format: 'text/plain' | 'application/json'
  readonly language?: string
  readonly purpose: Motivation
}

/** Something else that the target is tied to: an entity, a value. */
export interface LinkBody {
  readonly type: 'SpecificResource'
  readonly source: string
  readonly purpose: Motivation
  readonly [term: `onrecord:${string}`]: unknown
}

export interface Annotation {
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: Motivation
  readonly body: readonly (TextualBody | LinkBody | Piece)[]
  /** All bodies are about each target; the pieces of one quote, in order. The story, where there are no pieces. */
  readonly target: readonly Piece[] | string
  readonly [term: `onrecord:${string}`]: unknown
}

/** What the entities are called, by id. */
export type Names = ReadonlyMap<string, string>

/** What is asked for while a story's annotations are made. */
export interface Place {
  readonly story: string
  readonly links: Links
  targets(spans: readonly Span[]): readonly Piece[]
}

export const words = (value: string, purpose: Motivation): TextualBody => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  purpose,
})
