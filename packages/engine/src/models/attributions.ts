/** Words [from, to) of a block. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

/** What the model heard in one block: a trigger with the content and the source that belong to it. */
export interface Attribution {
  readonly block: number
  /** `cue`: words that attribute; `sign`: a colon or dash behind the word `trigger.from`; `marks`: quoted words without a cue. */
  readonly kind: 'cue' | 'sign' | 'marks'
  readonly trigger: WordRange
  readonly content: readonly WordRange[]
  readonly source: readonly WordRange[]
  /** How sure the model is of the trigger, and of content and source given it: probabilities. */
  readonly heard: number
  readonly labelled: number
}
