export type { Attribution, WordRange } from './models/attributions.js'
export { hear } from './models/hear.js'
export type {
  EncoderInput,
  EncoderOutput,
  QuoteConfig,
  QuoteModel,
  RolesInput,
} from './models/runtime.js'
export { type Block, findBlocks, findWindows } from './models/view.js'
export { type WordPiece, wordPiece } from './models/wordpiece.js'
export { createReader, READER_VERSION, type Reader, type StoryInput } from './read.js'
export * from './record.js'
export {
  byPosition,
  contains,
  type Span,
  sharedLength,
  type TextSpan,
  trim,
  withText,
} from './span.js'
export { FACT_TYPES, type FactType } from './stages/facts/types.js'
export { editDistance } from './stages/findings/edit-distance.js'
export { recordStages, textStages } from './stages/index.js'
export { confidenceOf, logit } from './stages/quotes/confidence.js'
export { kindOf } from './stages/quotes/kind.js'
export { indexMarks, type MarkIndex } from './stages/quotes/spans.js'
export type { Quote } from './stages/quotes/types.js'
export type { Normal, Parts, Quantity, ValueType } from './stages/values/types.js'
export type { Story } from './story.js'
export { findParagraphs } from './text/paragraphs.js'
export {
  type Alarm,
  type AlarmKind,
  CLAIM_WORDS,
  type Comparison,
  type Difference,
  type Edit,
  type NormalWord,
  normalWords,
  type Pair,
  type Verdict,
  type VerifyOptions,
  verifyQuote,
  wordDiff,
} from './verify/index.js'
