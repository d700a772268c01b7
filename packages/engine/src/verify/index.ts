export { normalWords } from './normal-words.js'
export type {
  Alarm,
  AlarmKind,
  Comparison,
  Difference,
  Edit,
  NormalWord,
  Pair,
  Verdict,
  VerifyOptions,
} from './types.js'
export { CLAIM_WORDS, verifyQuote } from './verify-quote.js'
export { wordDiff } from './word-diff.js'
