/** What a record tells, in words: what pages for terminals are made of, for others that show records. It runs in browsers. */
export {
  ageWords,
  type Lookup,
  lookUp,
  nameOf,
  type Part as FactPart,
} from '@onrecord/formats/tables'
export { dateWords } from './output/page/dates.js'
export { percent, UNSURE } from './output/page/doubt.js'
export { ALL, type Some } from './output/page/limits.js'
export { type Phrase, wordsOf } from './output/page/phrase.js'
export { inOrder, saysAnything, tell } from './output/page/tell.js'
export { type PageDate, pageTimeline } from './output/page/timeline.js'
export { valuePhrase } from './output/page/values.js'
