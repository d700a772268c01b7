import type { Span } from '../../span.js'

/** The conventions told apart. Marks of one family pair with each other, and “ and " with one another. */
export type MarkFamily =
  | 'double'
  | 'straight'
  | 'apostrophes'
  | 'single'
  | 'straight-single'
  | 'guillemets'
  | 'low'

/** A quotation mark: one character, or two where two stand for one ('' and ``). */
export interface Mark extends Span {
  readonly family: MarkFamily
  readonly side: 'open' | 'close'
}

/** Words between marks, within one paragraph. The span takes in the marks. */
export interface Quotation extends Span {
  readonly open: Mark
  /** None where the quotation runs on into the next paragraph; it then ends with its own paragraph. */
  readonly close: Mark | undefined
  /** 0 for a quotation that stands in no other, 1 for one inside it, … */
  readonly level: number
}

export interface MarkLayer {
  /** Paired marks in order; nested ones follow the one they stand in. They nest or are apart, never cross. */
  readonly quotations: readonly Quotation[]
  /**
   * Marks without a partner, in order: read as if they were not there. Apostrophes, feet and inches are no marks
   * and not here; nor are single marks without a partner, which cannot be told from apostrophes.
   */
  readonly odd: readonly Mark[]
}
