import type { RecordFinding } from '../../record.js'
import type { Story } from '../../story.js'

/** The layers that the rules look at. */
export type FindingLayer =
  | 'paragraphs'
  | 'tokens'
  | 'sentences'
  | 'marks'
  | 'quotes'
  | 'mentions'
  | 'entities'
  | 'speakers'
  | 'values'
  | 'facts'

export type FindingStory = Story<FindingLayer>

/**
 * One rule: what of its kind does not add up in a story, in any order. Each finding has its spans, the first being where
 * an editor would look first (none where what it is about, a title for instance, is not in the text). A rule takes time
 * linear in the story (but for sorting and look-ups).
 *
 * error: it cannot be right as it stands. warning: very likely wrong. note: worth a look.
 */
export type Rule = (story: FindingStory) => readonly RecordFinding[]
