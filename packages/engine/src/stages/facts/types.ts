import type { Span } from '../../span.js'

export const FACT_TYPES = [
  'age',
  'role',
  'member-of',
  'family',
  'founded',
  'acquired',
  'created',
  'attended',
  'hosted',
  'took-part',
  'held',
  'released',
  'located-in',
  'born',
  'died',
  'married',
  'appointed',
  'left',
  'won',
  'charged',
  'elected',
] as const

export type FactType = (typeof FACT_TYPES)[number]

/** What stands in a fact: an entity or a value (by index into the story's layer), or plain words. */
export type Argument =
  | { readonly entity: number }
  | { readonly value: number }
  | { readonly text: string }

/** Something that the story states. Its types and their arguments are those of RECORD's table. */
export interface Fact {
  readonly type: FactType
  readonly args: Readonly<Record<string, Argument>>
  /** Where the text states it, in order. Never empty. */
  readonly evidence: readonly Span[]
  /** The quote (by index) that says so; it is then its speaker's claim. */
  readonly saidBy?: number
  /** 0 to 1. */
  readonly confidence: number
}

/** Where, when and to whom a quote was said, as far as the story tells. */
export interface Setting {
  /** Indexes into the story's entities. */
  readonly event?: number
  readonly place?: number
  readonly to?: number
  /** Index into the story's values. */
  readonly time?: number
}
