import type { Span } from '@onrecord/engine'
import { jaccard, sharedWords, type WordIndex, type Words, wordsIn } from './words.js'

/** A quote as the scorers see it: its three roles, in UTF-16. */
export interface Attribution {
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
  readonly source: readonly Span[]
}

export const ROLES = ['content', 'cue', 'source'] as const

/** An attribution by its words. */
export type Worded = { readonly [role in (typeof ROLES)[number]]: Words }

export const worded = (index: WordIndex, { content, cue, source }: Attribution): Worded => ({
  content: wordsIn(index, content),
  cue: wordsIn(index, cue),
  source: wordsIn(index, source),
})

/** Half the words of the two contents are in both. */
export const found = (a: Worded, b: Worded): boolean => jaccard(a.content, b.content) >= 0.5

/** Found, and the sources share a word or are both empty. */
export const useful = (a: Worded, b: Worded): boolean =>
  found(a, b) && (sharedWords(a.source, b.source) > 0 || a.source.size + b.source.size === 0)
