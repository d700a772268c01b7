import { lastStartingBy } from '../../span.js'
import type { Draft, QuoteStory } from './index.js'
import type { MarkIndex } from './spans.js'

/**
 * Quotes that carry on an earlier one: quoted words without a cue or a source of their own, behind a quote of the
 * same paragraph, or in the paragraph below one that holds a quote.
 *
 * Sure where the marks of the paragraph above were left open; else the quoted words must open their paragraph.
 * A quote inside another's content carries on only one beside it. Not: words with a source of their own; words two
 * paragraphs away; a paragraph below a closed question, which is as likely the answer.
 */
export function findContinued(
  drafts: readonly Draft[],
  within: readonly (number | undefined)[],
  story: QuoteStory,
  index: MarkIndex,
): Map<number, number> {
  const continued = new Map<number, number>()
  drafts.forEach((draft, k) => {
    if (draft.basis.cued || draft.source.length > 0) return
    const { start } = draft.content[0]!
    const opens = start === story.paragraphs[draft.paragraph]!.start
    for (let j = k - 1; j >= 0; j--) {
      const before = drafts[j]!
      const behind = before.content.at(-1)!
      if (behind.end > start || within[j] !== within[k]) continue
      const away = draft.paragraph - paragraphOf(story, behind.end - 1)
      if (away > 1) return
      if (away === 1 && !opens) return
      if (away === 1 && !isQuoted(behind.end - 1, index)) continue
      if (away === 1 && CLOSED_QUESTION.test(story.text.slice(behind.end - 4, behind.end))) return
      continued.set(k, j)
      return
    }
  })
  return continued
}

const CLOSED_QUESTION = /\?\s?["”’'»]+$/u

const paragraphOf = (story: QuoteStory, position: number) =>
  lastStartingBy(story.paragraphs, position)

/** Does this position stand within marks? */
function isQuoted(position: number, index: MarkIndex): boolean {
  const quotation = index.outer[lastStartingBy(index.outer, position)]
  return quotation !== undefined && position < quotation.end
}
