import type { EntityType, MentionForm } from '../../record.js'
import type { Span } from '../../span.js'

/** A span that refers to someone or something. Mentions may nest ("Lund's brother"), and may not cross. */
export interface Mention extends Span {
  readonly form: MentionForm
  readonly type: EntityType
}

/** What a set of mentions shares. */
export interface Entity {
  readonly type: EntityType
  /** The fullest proper name that the story gives, without title; else its description. */
  readonly name: string
  /** Indexes into the story's mentions, in order. Never empty; a mention belongs to one entity at most. */
  readonly mentions: readonly number[]
  /** For each of its mentions, in the same order, how sure it is that it belongs, 0 to 1. */
  readonly sure?: readonly number[]
  readonly gender?: { value: 'female' | 'male' | 'other'; basis: 'pronoun' | 'title' | 'kinship' }
}

/** For each quote, by index: who said it. */
export interface Speaker {
  /** Indexes into the story's entities; several for a joint source, none where it is not known. */
  readonly entities: readonly number[]
  /** 0 to 1; 0 where there are none. */
  readonly confidence: number
}
