import type { Span, TextSpan } from './span.js'
import type { FactType } from './stages/facts/types.js'
import type { Normal, Parts, ValueType } from './stages/values/types.js'

/** The version of the record's shape. Names and meanings under it are fixed; more may be added. */
export const SCHEMA = 'onrecord/1'

/** Plain, versioned JSON: all that other packages, other programs and the evaluation see. */
export interface StoryRecord {
  readonly schema: typeof SCHEMA
  readonly story: RecordStory
  readonly reader: {
    readonly version: string
    readonly models: readonly { readonly name: string; readonly version: string }[]
  }
  readonly quotes: readonly RecordQuote[]
  readonly entities: readonly RecordEntity[]
  readonly values: readonly RecordValue[]
  readonly facts: readonly RecordFact[]
  readonly findings: readonly RecordFinding[]
}

export interface RecordStory {
  readonly id: string
  /** What was read, unchanged. Every offset of the record counts UTF-16 code units of it. */
  readonly text: string
  readonly title?: string
  readonly outlet?: string
  readonly byline?: readonly string[]
  readonly url?: string
  readonly published?: string
  readonly language: string
  /** SHA-256 of the text in UTF-8 (a lone surrogate counts as U+FFFD), in hexadecimal. */
  readonly sha256: string
}

/** direct: all content within quotation marks; mixed: some of it; indirect: none. */
export type QuoteKind = 'direct' | 'indirect' | 'mixed'

export interface RecordQuote {
  readonly id: string
  readonly kind: QuoteKind
  /** The words attributed, marks included; several pieces where other words stand between. Never empty. */
  readonly content: readonly TextSpan[]
  /** The words that attribute; empty where none do. */
  readonly cue: readonly TextSpan[]
  /** The words that say whose they are; empty where the story names none. */
  readonly source: readonly TextSpan[]
  /** Ids of the entities that the source resolves to; none where that is not known. */
  readonly speakers: readonly string[]
  /** How sure the reader is of the speakers, 0 to 1; there where there are speakers. */
  readonly speakerConfidence?: number
  /** Where, when and to whom it was said, as far as the story tells. */
  readonly setting?: RecordSetting
  /** Calibrated: of quotes at 0.9, nine in ten are right. */
  readonly confidence: number
  /** The quote whose content this one stands in. */
  readonly within?: string
  /** The quote that this one carries on: same speaker, and no cue or source of its own. */
  readonly continues?: string
  /** Key of the correction by which an editor last changed or confirmed it. The engine never sets it. */
  readonly corrected?: string
}

/** Ids of entities (event, place, to) and of a value (time). */
export interface RecordSetting {
  readonly event?: string
  readonly place?: string
  readonly time?: string
  readonly to?: string
}

export type EntityType = 'person' | 'organisation' | 'place' | 'work' | 'event' | 'group' | 'other'

export interface RecordEntity {
  readonly id: string
  readonly type: EntityType
  /** The fullest proper name that the story gives, else its description. */
  readonly name: string
  readonly mentions: readonly RecordMention[]
  /** Only where the text says it, never from a name. */
  readonly gender?: {
    readonly value: 'female' | 'male' | 'other'
    readonly basis: 'pronoun' | 'title' | 'kinship'
  }
  /** Key of the correction by which an editor last changed or confirmed it. The engine never sets it. */
  readonly corrected?: string
}

export interface RecordMention extends TextSpan {
  readonly form: MentionForm
}

export type MentionForm = 'name' | 'description' | 'pronoun'

export interface RecordValue {
  readonly id: string
  readonly type: ValueType
  readonly span: Span
  readonly value: Normal
  /** What the words themselves say, by part. */
  readonly stated: Parts
  /** What was added from the date of publication, other dates of the story, or convention. */
  readonly inferred?: Parts
  /** Other readings that the text leaves open. */
  readonly readings?: readonly Normal[]
  /** Key of the correction by which an editor last changed or confirmed it. The engine never sets it. */
  readonly corrected?: string
}

export interface RecordFact {
  readonly id: string
  readonly type: FactType
  /** By name: the id of an entity or a value, or plain words. */
  readonly args: Readonly<Record<string, string>>
  readonly evidence: readonly TextSpan[]
  readonly saidBy?: string
  readonly confidence: number
  /** Key of the correction by which an editor last changed or confirmed it. The engine never sets it. */
  readonly corrected?: string
}

export interface RecordFinding {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'note'
  /** In plain words, for an editor. */
  readonly message: string
  readonly spans: readonly Span[]
  /** Key of the correction by which an editor last changed or confirmed it. The engine never sets it. */
  readonly corrected?: string
}
