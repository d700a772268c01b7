import type { Span, TextSpan } from '../span.js'

/**
 * A word in the form in which claims and texts are compared. `text.slice(start, end)` is what stands there: for a
 * number with its scale, currency or per cent sign all of it ("£3 million" is one word).
 */
export interface NormalWord extends Span {
  /**
   * Lower case, one apostrophe, soft hyphens and line-end hyphens out, compatibility characters unified; a number as
   * its figures ("three" → `3`), an amount as figures and currency (`3000000 GBP`), a percentage as `3%`, an ordinal
   * as `3rd`; dotted letters without their dots ("U.S." → `us`); "&" → `and`; "per cent" and "%" → `percent`.
   */
  readonly form: string
  /** The form without diacritics: words with the same key are the same word. */
  readonly key: string
  /** What kind of number it is, where it is one. */
  readonly quantity?: 'number' | 'ordinal' | 'amount' | 'percent'
  /** A hyphen alone stands between the word before and this one. */
  readonly linked?: true
  /** It was broken by a hyphen at a line end, which may have been its own. */
  readonly broken?: true
}

/** What differs without being another word. */
export type Difference = 'marks' | 'case' | 'spacing' | 'diacritics' | 'hyphen' | 'number-form'

/** A difference in words. Spans are of whole words; `claim` is in the claim, `text` in the text. */
export interface Edit {
  /**
   * - `dropped`: words of the text that the claim passes over without an ellipsis (only `text`);
   * - `added`: words of the claim that the text does not have there (only `claim`);
   * - `changed`: other words in their place (both);
   * - `moved`: the same words in another place (both).
   */
  readonly kind: 'dropped' | 'added' | 'changed' | 'moved'
  readonly claim?: TextSpan
  readonly text?: TextSpan
}

/** Words of one side and what stands for them on the other, if anything does. */
export interface Pair {
  readonly claim?: TextSpan
  readonly text?: TextSpan
}

export type AlarmKind =
  | 'negation'
  | 'number'
  | 'amount'
  | 'percentage'
  | 'date'
  | 'modal'
  | 'quantifier'
  | 'pronoun'
  | 'condition'
  | 'hedge'
  | 'opposite'

/** A difference that may change the sense. */
export interface Alarm {
  readonly kind: AlarmKind
  /**
   * `omitted`: it stands among the words for which the claim has an ellipsis; `cut`: it stands in the same sentence,
   * just outside the words claimed ("We will appeal | if we must").
   */
  readonly how: 'dropped' | 'added' | 'changed' | 'omitted' | 'cut'
  readonly claim?: TextSpan
  readonly text?: TextSpan
}

/** How two wordings differ. */
export interface Comparison {
  /** Shared weight of words: see `scoreOf`. 1 where no word differs. */
  readonly score: number
  readonly differences: readonly Difference[]
  readonly edits: readonly Edit[]
  /** What the claim's ellipses stand for: `claim` the ellipsis, `text` the words left out, if any. */
  readonly omitted: readonly Pair[]
  /** The claim's words in brackets: `claim` the bracket, `text` the words that it stands for, if any. */
  readonly inserted: readonly Pair[]
  readonly alarms: readonly Alarm[]
}

/** Whether a text says what is claimed. */
export interface Verdict extends Comparison {
  /**
   * - `exact`: the same words; `differences` says what else differs;
   * - `altered`: one place, other words: `edits`;
   * - `joined`: its parts come from two or more places;
   * - `absent`: not found; everything else is then empty, the score that of the best place, if one was looked at.
   */
  readonly kind: 'exact' | 'altered' | 'joined' | 'absent'
  /** Where it stands, in the order of the claim; several where it is joined or something stands between. */
  readonly spans: readonly TextSpan[]
  /** Words of the text between the spans that belong to no quote: “We will,” *she said,* “appeal”. */
  readonly interruptions: readonly TextSpan[]
}

export interface VerifyOptions {
  /**
   * Spans of the text to be read as if they were not there, in any order: cues and sources between the pieces of a
   * content, speaker labels, times in a transcript. Those between the words found are given as interruptions.
   */
  readonly skip?: readonly Span[]
}
