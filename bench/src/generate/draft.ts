import type { EntityType, MentionForm, Normal, Parts, Span, ValueType } from '@onrecord/engine'
import { capital } from './prose.js'

/**
 * A story as it is written, paragraph by paragraph: offsets count from the paragraph's start, and things are named by keys of the
 * story, so that paragraphs can be cut and words changed before ids are given.
 */
export interface Draft {
  readonly paragraphs: Paragraph[]
  /** By key. */
  readonly entities: DraftEntity[]
}

/** Grows while it is written. */
export interface Paragraph {
  text: string
  readonly quotes: DraftQuote[]
  readonly mentions: DraftMention[]
  readonly values: DraftValue[]
  readonly facts: DraftFact[]
}

export interface DraftEntity {
  readonly type: EntityType
  readonly gender?: 'female' | 'male'
  /** Who it is in the population: p12, o7. */
  readonly who?: string
}

export interface DraftMention extends Span {
  /** Key of the entity. */
  readonly entity: number
  readonly form: MentionForm
  /** What in the words tells the gender. */
  readonly basis: 'pronoun' | 'title' | 'kinship' | undefined
}

export interface DraftQuote {
  readonly slot: number
  readonly kind: 'direct' | 'indirect' | 'mixed'
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
  readonly source: readonly Span[]
  readonly speaker: number
  /** The slot that it carries on. */
  readonly continues?: number
  /** Keys of a value and of an entity. */
  readonly time?: number
  readonly to?: number
  readonly confidence: number
  readonly speakerConfidence: number
}

export interface DraftValue {
  readonly key: number
  readonly type: ValueType
  readonly span: Span
  readonly value: Normal
  readonly stated: Parts
  readonly inferred?: Parts
}

export type DraftArgument =
  | { readonly entity: number }
  | { readonly value: number }
  | { readonly text: string }

export interface DraftFact {
  readonly type: 'age' | 'role' | 'family'
  readonly args: Readonly<Record<string, DraftArgument>>
  readonly evidence: Span
  readonly confidence: number
  /** Where the story is made to contradict the rest of the archive: what it says, what is so. */
  readonly contradicts?: { readonly stated: string; readonly so: string }
}

export const paragraph = (): Paragraph => ({
  text: '',
  quotes: [],
  mentions: [],
  values: [],
  facts: [],
})

/** Writes and says where. */
export function put(p: Paragraph, text: string): Span {
  const start = p.text.length
  p.text += text
  return { start, end: start + text.length }
}

/** Writes a mention; at the start of a sentence with its first letter in upper case. */
export function mention(
  p: Paragraph,
  entity: number,
  text: string,
  form: MentionForm,
  basis?: DraftMention['basis'],
): Span {
  const { start, end } = put(p, atStart(p) ? capital(text) : text)
  const made = { start, end, entity, form, basis }
  p.mentions.push(made)
  return made
}

/** Does a sentence begin here? */
export function atStart({ text }: Paragraph): boolean {
  const n = text.length
  if (n === 0) return true
  if (text.charCodeAt(n - 1) !== SPACE) return false
  const before = text.charCodeAt(n - 2)
  const end = before === CLOSING ? text.charCodeAt(n - 3) : before
  return end === STOP || end === COLON
}

const [SPACE, CLOSING, STOP, COLON] = [0x20, 0x201d, 0x2e, 0x3a]

/** A span from one's start to another's end. */
export const over = (a: Span, b: Span): Span => ({ start: a.start, end: b.end })
