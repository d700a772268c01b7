/** Words [from, to) of a block. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

/** What the model heard in one block: a trigger with the content and the source that belong to it. */
export interface Attribution {
  /** Index into the story's blocks. */
  readonly block: number
  /** `cue`: words that attribute; `sign`: the colon or dash behind the trigger's word; `marks`: quoted words without a cue. */
  readonly kind: 'cue' | 'sign' | 'marks'
  readonly trigger: WordRange
  readonly content: readonly WordRange[]
  readonly source: readonly WordRange[]
  /** How sure the model is of the trigger (1 for marks), and of content and source given it: probabilities. */
  readonly heard: number
  readonly labelled: number
}
