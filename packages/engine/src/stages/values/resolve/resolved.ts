import type { Normal, Parts } from '../types.js'

/** What a date comes to. */
export interface Resolved {
  readonly value: Normal
  readonly inferred?: Parts
  readonly readings?: readonly Normal[]
  /** Parts that the words state after all, once their order is known. */
  readonly stated?: Parts
}

/** A year that the story states near, with its month if it has one. */
export interface NearYear {
  readonly year: number
  readonly month?: number
  /** In the same paragraph, before. */
  readonly close: boolean
}

/** What stands around a date, for what has to be inferred. */
export interface Surroundings {
  /** The day of publication, if known. */
  readonly day: number | undefined
  /** The minute of that day, if known. */
  readonly minute?: number | undefined
  readonly basis: string
  readonly order: 'day' | 'month' | undefined
  readonly direction: 'past' | 'future' | undefined
  /** A year that the story states near. */
  readonly near: NearYear | undefined
}
