import type { Alarm, AlarmKind, Difference, Edit, Span, TextSpan } from '@onrecord/engine'

/** Words of a story: `text` is null where the licence of its source does not let them be shown. */
export interface StoryWords extends Span {
  readonly text: string | null
}

/** Whose the words are, where they stand. */
export interface Said {
  /** quote: a story quotes them; turn: a transcript has them in somebody's turn; story: its own words, said by nobody. */
  readonly in: 'quote' | 'turn' | 'story'
  readonly speakers: readonly {
    readonly name: string
    /** Key in the register of people; null where it is not known who that is. */
    readonly person: string | null
  }[]
  /** Who quotes them so, where the story has the words within somebody else's quote: hearsay. */
  readonly quotedBy: readonly string[]
  /** As the story puts it: "she", "the minister". */
  readonly source: string
  /** How likely the quote and its speaker are right, 0 to 1; null where no quote was read there. */
  readonly confidence: number | null
  readonly speakerConfidence: number | null
}

/** One place where words stand. */
export interface Citation extends Said {
  /** stories/KEY */
  readonly story: string
  /** stories/KEY/quotes/q3; null where no quote holds them. */
  readonly quote: string | null
  readonly kind: 'story' | 'transcript'
  readonly outlet: string
  readonly title: string | null
  readonly published: string | null
  /** The day it was said, where the story tells. */
  readonly day: string | null
  /** Seconds into the recording, for a transcript with times. */
  readonly seconds: number | null
  /** The words found, in the order of the claim. */
  readonly spans: readonly StoryWords[]
  /** The words around them, as far as they may be shown. */
  readonly around: StoryWords | null
}

/** A difference of the claim: what it says, and what stands in the story instead. */
export interface Change {
  readonly claim?: TextSpan
  readonly text?: StoryWords & { readonly story: string }
}

/**
 * Whose the words found are, beside the speaker asked for. asked: that speaker's; named: somebody's, where nobody was
 * asked for; other: somebody else's; unknown: said by whom the story does not tell; nobody: the story's own words.
 */
export type Attribution = 'asked' | 'named' | 'other' | 'unknown' | 'nobody'

/** Words of the archive that are the claim's, or nearly. */
export interface Match {
  readonly wording: 'exact' | 'altered' | 'joined'
  readonly attribution: Attribution
  /** Shared weight of words, 0 to 1. */
  readonly score: number
  /** A negation or a word's opposite came or went: the words say the contrary of the claim. */
  readonly opposite: boolean
  /** In what they differ without being other words. */
  readonly differences: readonly Difference[]
  readonly edits: readonly (Change & { readonly kind: Edit['kind'] })[]
  /** What the claim's ellipses and brackets stand for. */
  readonly omitted: readonly Change[]
  readonly inserted: readonly Change[]
  /** Differences that may change the sense. */
  readonly alarms: readonly (Change & { readonly kind: AlarmKind; readonly how: Alarm['how'] })[]
  /** Where they stand: one place, the first appearance; several where the claim joins them. */
  readonly places: readonly Citation[]
  /** The same words elsewhere, by date. */
  readonly again: readonly Citation[]
  /** There are more than these. */
  readonly more: boolean
}

/** Did they ever say that? */
export interface Verification {
  readonly claim: string
  readonly speaker: string | null
  /**
   * Of the best match. exact: in those words; altered: in others, or joined; other-speaker: exact or altered, but by
   * somebody else than was asked for; own-words: in a story's own words, nobody is quoted; not-found.
   */
  readonly verdict: 'exact' | 'altered' | 'other-speaker' | 'own-words' | 'not-found'
  /** The speaker asked for (without one, whoever says the best match) is found to say the contrary. */
  readonly opposite: boolean
  /** The best first. */
  readonly matches: readonly Match[]
  /** Where nothing was found: the places that share most with the claim, and how much, 0 to 1. */
  readonly nearest: readonly (Citation & { readonly score: number })[]
}
