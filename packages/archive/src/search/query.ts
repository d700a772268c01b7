import type { DateRange } from './dates.js'

export type QuoteKind = 'direct' | 'indirect' | 'mixed'

/** What is asked for. All that is given must hold. */
export interface SearchQuery {
  /** Quotes by their content, or passages (paragraphs) by all their words. */
  readonly in: 'quotes' | 'passages'
  /** In the words that `parseQuery` understands; without, everything that the filters leave, the newest first. */
  readonly text?: string | undefined
  /** A name as one types it: all its words are in the speaker's name; or person:KEY of the register. Quotes only. */
  readonly speaker?: string | undefined
  /** The same for someone or something that the quote mentions. Quotes only. */
  readonly about?: string | undefined
  /** Names of outlets: one of them. Case and diacritics do not matter. */
  readonly outlets?: readonly string[] | undefined
  readonly published?: DateRange | undefined
  /** When it was said, where the story tells. Quotes only. */
  readonly said?: DateRange | undefined
  /** One of them. Quotes only. */
  readonly kinds?: readonly QuoteKind[] | undefined
  /** Of stories that were added after this moment, as ISO 8601 has it. */
  readonly added?: string | undefined
  /** Key of a story. */
  readonly story?: string | undefined
  /** relevance unless told, where there is a text; newest and oldest go by the day of publication. */
  readonly sort?: 'relevance' | 'newest' | 'oldest' | undefined
  /** 1 to 100. */
  readonly limit: number
  /** What the page before gave. */
  readonly cursor?: string | undefined
}
