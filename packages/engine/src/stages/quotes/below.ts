import type { Attribution } from '../../models/attributions.js'
import { lastStartingBy, type Span } from '../../span.js'
import type { QuoteStory } from './index.js'
import type { MarkIndex } from './spans.js'

/**
 * The content of a cue that introduces the paragraph below ("The statement read:"): the quotation with which the next
 * paragraph opens, or, without marks, the whole of it. Only where the cue's own paragraph ends with a colon.
 *
 * Not: "He said this:" in mid-paragraph; a colon at the story's end.
 */
export function contentBelow(
  story: QuoteStory,
  { block }: Attribution,
  index: MarkIndex,
): Span | undefined {
  const { paragraph } = story.blocks[block]!
  const above = story.paragraphs[paragraph]!
  const below = story.paragraphs[paragraph + 1]
  if (below === undefined || !/[:：]["”’']?$/u.test(story.text.slice(above.end - 2, above.end)))
    return undefined
  const quotation = index.outer[lastStartingBy(index.outer, below.start)]
  return quotation?.start === below.start ? { start: quotation.start, end: quotation.end } : below
}
