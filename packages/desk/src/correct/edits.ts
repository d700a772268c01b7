import type { QuoteKind, Span } from '@onrecord/engine'

/** What is said of a quote. */
export interface QuoteSet {
  readonly content?: readonly Span[]
  readonly cue?: readonly Span[]
  readonly source?: readonly Span[]
  readonly speakers?: readonly string[]
  readonly kind?: QuoteKind
}

/** The edits that the desk makes, of those that the operation `correct` knows. */
export type Edit =
  | { readonly do: 'change-quote'; readonly item: string; readonly set: QuoteSet }
  | ({ readonly do: 'add-quote'; readonly content: readonly Span[] } & QuoteSet)
  | { readonly do: 'accept' | 'delete'; readonly item: string }
  | { readonly do: 'change-entity'; readonly item: string; readonly set: { readonly name: string } }
  | {
      readonly do: 'add-entity'
      readonly type: 'person' | 'organisation'
      readonly name?: string
      readonly mentions: readonly Span[]
    }
  | { readonly do: 'mention'; readonly of: string | null; readonly span: Span }
  | { readonly do: 'merge'; readonly items: readonly string[] }
  | { readonly do: 'check' }
