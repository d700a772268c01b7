import type { QuoteKind } from '../../record.js'
import type { Span } from '../../span.js'

/** One attribution. Spans are in order; contents and sources include the quotation marks that belong to them. */
export interface Quote {
  /** Never empty; every span within one paragraph. */
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
  /** The source's own words in this quote's sentence or paragraph; of a quote that continues another, that one's. */
  readonly source: readonly Span[]
  readonly kind: QuoteKind
  /** 0 to 1, calibrated. */
  readonly confidence: number
  /** What the confidence was made from: whether a cue says so or only marks, and the model's two probabilities. */
  readonly basis: QuoteBasis
  /** Index of the quote that this one carries on: same speaker. Always smaller than its own. */
  readonly continues?: number
  /** Index of the quote in whose content this one stands. */
  readonly within?: number
}

export interface QuoteBasis {
  readonly cued: boolean
  readonly heard: number
  readonly labelled: number
}
