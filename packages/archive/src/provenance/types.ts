import type { Comparison, Difference } from '@onrecord/engine'

/** One place where the words stand. */
export interface Occurrence {
  /** Quoted, in a turn of a transcript, or the story's own words. */
  readonly in: 'quote' | 'turn' | 'story'
  /** Names. */
  readonly speakers: readonly string[]
  /** As the story puts it. */
  readonly source: string
  /** stories/KEY */
  readonly story: string
  /** stories/KEY/quotes/q3; null where no quote holds them. */
  readonly quote: string | null
  readonly outlet: string
  readonly published: string | null
  /** An earlier story of this group that has nearly all the words of this one, as a copy has. */
  readonly copyOf: string | null
}

/** One wording: places that differ in marks, case or the form of numbers alone have the same. */
export interface Variant {
  /** v1, v2 … in the order of first appearance. */
  readonly id: string
  /** As the first place has it whose licence lets all of it be shown; else as far as one does; else null. */
  readonly words: string | null
  readonly count: number
  readonly speakers: readonly { readonly name: string; readonly count: number }[]
  /** By date, those without one last. */
  readonly occurrences: readonly Occurrence[]
}

/** A difference between two wordings; null where a licence keeps the words back. */
export interface Turned<Kind> {
  readonly kind: Kind
  readonly from: string | null
  readonly to: string | null
}

/** A variant and the earlier one that it seems to come from. */
export interface Descent {
  readonly from: string
  readonly to: string
  /**
   * copy: the first story with `to` is a copy of a story with `from`; wording: of the earlier variants this differs least.
   * Both are inferred from dates and words: nobody saw it done.
   */
  readonly basis: 'copy' | 'wording'
  /** dates: `from` was there on an earlier day or hour; not-known: a date is missing, or both are of the same. */
  readonly order: 'dates' | 'not-known'
  /** Both appeared first in the same outlet. */
  readonly sameOutlet: boolean
  /** Shared weight of words, 0 to 1. */
  readonly score: number
  readonly differences: readonly Difference[]
  readonly edits: readonly Turned<Comparison['edits'][number]['kind']>[]
  /** What may change the sense. */
  readonly alarms: readonly Turned<Comparison['alarms'][number]['kind']>[]
}

/** Wordings that go back to one, as a tree: every variant but the first has one descent. */
export interface Group {
  readonly count: number
  readonly first: Occurrence
  readonly variants: readonly Variant[]
  readonly descents: readonly Descent[]
  readonly outlets: readonly { readonly outlet: string; readonly count: number }[]
  /** By month, YYYY-MM; null: no date. */
  readonly months: readonly { readonly month: string | null; readonly count: number }[]
}

/** The way of words through the stories. */
export interface Provenance {
  readonly words: string
  /** The quote that was asked for. */
  readonly quote: string | null
  /** The largest first. */
  readonly groups: readonly Group[]
  /** There are more places, or more variants, than were looked at: the earliest places and the commonest variants were. */
  readonly more: boolean
}
