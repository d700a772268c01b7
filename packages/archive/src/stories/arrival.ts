import type { StoryRecord } from '@onrecord/engine'
import type { CorrectionCounts } from '../corrections/in-force.js'

/** A story as it comes to the archive, before it is read: an `Incoming` of @onrecord/formats is one. */
export interface Arrival {
  readonly text: string
  /** Its id at the source. */
  readonly id?: string
  readonly version?: string
  readonly title?: string
  readonly outlet?: string
  readonly byline?: readonly string[]
  readonly url?: string
  readonly published?: string
  readonly updated?: string
  readonly language?: string
  readonly kind?: 'story' | 'transcript'
  readonly mediaType?: string
  readonly original?: Uint8Array
  readonly back?: readonly { readonly start: number; readonly end: number; readonly at: number }[]
  readonly turns?: readonly {
    readonly start: number
    readonly end: number
    readonly from?: number
    readonly to?: number
    readonly speaker?: string
  }[]
  /** The file it was found in, and where in it. */
  readonly path: string
  readonly part?: string
}

/** An arrival and what the reader made of it. The record's text is the arrival's. */
export interface ReadArrival {
  readonly arrival: Arrival
  readonly record: StoryRecord
}

/**
 * What became of an arrival. new: a story the archive did not have; version: another text of a story that it has; same:
 * the very text, already there (its new place is noted); withdrawn: refused, since it was withdrawn (the reason is kept
 * as a problem of its place; `version` is 0). `copyOf`: stories of other outlets with (nearly) its words.
 */
export interface Added {
  readonly outcome: 'new' | 'version' | 'same' | 'withdrawn'
  readonly key: string
  readonly version: number
  readonly copyOf: readonly {
    readonly key: string
    readonly kind: 'same' | 'near'
    readonly similarity: number
  }[]
  /** What became of the story's corrections, where it is a new version. */
  readonly corrections?: CorrectionCounts
}
