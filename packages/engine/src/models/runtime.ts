/**
 * The trained quote model as the engine uses it: two graphs and what belongs to them. Packages with I/O make one from
 * the weights (`@onrecord/models/node`, `@onrecord/models/web`); the engine only calls it.
 */
export interface QuoteModel {
  readonly name: string
  readonly version: string
  readonly config: QuoteConfig
  /** vocab.txt: one word piece a line. */
  readonly vocabulary: string
  /** Reads one window of word pieces. */
  encode(window: EncoderInput): Promise<EncoderOutput>
  /** Labels the words of one block for each of its triggers. */
  label(block: RolesInput): Promise<Float32Array>
}

/** What training found besides the weights. Kept in config.json beside them. */
export interface QuoteConfig {
  /** Word pieces in a window at most. */
  readonly window: number
  /** The CRF over the nine role labels: row = from, column = to. What BIOES forbids is −10000. */
  readonly transition: readonly (readonly number[])[]
  readonly start: readonly number[]
  readonly end: readonly number[]
  /** Added to the score of "no cue" before decoding: below zero hears more. */
  readonly cueBias: number
  /** A quote heard with less is left out. */
  readonly floor: { readonly cue: number; readonly marks: number }
  /** Logistic calibration of confidence, by kind of trigger: weights of [1, logit heard, logit labelled]. */
  readonly calibration: {
    readonly cue: readonly number[]
    readonly marks: readonly number[]
  }
  /** Whom pronouns stand for. */
  readonly antecedents: AntecedentWeights
}

/** For each kind of pronoun, a weight for each feature of a candidate, and the score of nobody. */
export type AntecedentWeights = Readonly<
  Record<
    'person' | 'thing' | 'plural',
    { readonly features: readonly number[]; readonly nobody: number }
  >
>

export interface EncoderInput {
  /** Word pieces with [CLS] in front and [SEP] behind each block. */
  readonly ids: Int32Array
  readonly types: Int32Array
  /** The first piece of each word, as an index into `ids`. */
  readonly first: Int32Array
}

export interface EncoderOutput {
  /** One state of `width` numbers for each word. */
  readonly states: Float32Array
  readonly width: number
  /** Four scores for each word: no cue, first word of one, later word, the cue is the sign behind this word. */
  readonly cues: Float32Array
  /** For each word, 29 scores of name labels and 8 of head-noun labels: see names.ts. */
  readonly names: Float32Array
}

export interface RolesInput {
  /** States of the block's words: words × width. */
  readonly states: Float32Array
  readonly words: number
  readonly triggers: number
  /** Class of the gap before and behind each word. */
  readonly before: Int32Array
  readonly after: Int32Array
  /** Triggers × words: the trigger's words, summing to one. */
  readonly weights: Float32Array
  /** Triggers × words: bucket of the distance from the trigger. */
  readonly distance: Int32Array
  /** Triggers × words: 1 where the word is in another cue. */
  readonly other: Int32Array
  /** 0 cue, 1 sign, 2 marks. */
  readonly kind: Int32Array
}
