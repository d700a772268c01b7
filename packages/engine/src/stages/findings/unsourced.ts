import { lastStartingBy, type Span } from '../../span.js'
import type { Quote } from '../quotes/types.js'
import { findHeadline } from './headline.js'
import { plainWords } from './plain-words.js'
import type { FindingStory, Rule } from './types.js'

/** A shorter one may be a cry, a sign or a slogan. */
const MIN_WORDS = 6

/**
 * A direct quote of a sentence or more of which nobody says whose it is: no source, no cue, no quote of a known source
 * in its own paragraph or the ones beside it. A note: that a block is quoted from someone named well above is not seen.
 *
 * `“We will never leave this town again.”` as a paragraph of its own, between paragraphs without a quote, is one. Not:
 * one in the headline; a pull quote, whose words stand elsewhere in the story; titles, slogans and scare quotes
 * (“the people’s pier”); an answer in an interview (`Q. …`, `LUND: …`); a letter; what stands below a colon; a quote
 * behind another of somebody's, which goes on.
 */
export const unsourcedQuotes: Rule = story => {
  const { text, quotes, paragraphs, speakers } = story
  const headline = findHeadline(story)
  const paragraphOf = ({ start }: Span) => lastStartingBy(paragraphs, start)
  const told = new Set<number>()
  quotes.forEach(({ content, source, cue }, k) => {
    if (source.length > 0 || cue.length > 0 || (speakers[k]?.entities.length ?? 0) > 0)
      for (const piece of content) told.add(paragraphOf(piece))
  })
  let counts: ReadonlyMap<string, number> | undefined
  return quotes.flatMap((quote, k) => {
    const span = whole(quote)
    const paragraph = paragraphOf(span)
    if (!isOpen(quote) || (speakers[k]?.entities.length ?? 0) > 0) return []
    if (headline?.start !== undefined && span.start < headline.body) return []
    if ([paragraph - 1, paragraph, paragraph + 1].some(p => told.has(p))) return []
    if (!isSentence(text, span)) return []
    if (!isClosed(story, span) || isOfBlock(story, paragraph)) return []
    if (isInterview(story, paragraph) || isBelowColon(story, span, paragraph)) return []
    counts ??= countWordings(story)
    if ((counts.get(wording(text, span)) ?? 0) > 1) return []
    const message = 'Nobody is said to have said this.'
    return [{ code: 'quote-without-source', severity: 'note' as const, message, spans: [span] }]
  })
}

const whole = ({ content }: Quote): Span => ({
  start: content[0]!.start,
  end: content.at(-1)!.end,
})

const isOpen = ({ kind, source, cue, continues, within }: Quote) =>
  kind === 'direct' &&
  source.length === 0 &&
  cue.length === 0 &&
  continues === undefined &&
  within === undefined

/** Six words or more, that begin with a capital and end with a stop. */
const isSentence = (text: string, span: Span) => {
  const said = text.slice(span.start, span.end)
  return (
    /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(said) &&
    /[.!?…]["”’'»\s]*$/.test(said) &&
    plainWords(text, span).length >= MIN_WORDS
  )
}

const wording = (text: string, span: Span) =>
  plainWords(text, span)
    .map(({ word }) => word)
    .join(' ')

function countWordings({ text, quotes }: FindingStory): Map<string, number> {
  const counts = new Map<string, number>()
  for (const quote of quotes) {
    const words = wording(text, whole(quote))
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return counts
}

/** Its marks open and close with it; a block quote's open again with each paragraph. */
const isClosed = ({ marks }: FindingStory, { start, end }: Span): boolean => {
  const quotation = marks.quotations[lastStartingBy(marks.quotations, start)]
  return quotation?.start === start && quotation.close !== undefined && quotation.end === end
}

/** A paragraph beside it opens with a mark as well: one of several that are quoted together. */
const isOfBlock = ({ text, paragraphs }: FindingStory, paragraph: number): boolean =>
  [paragraph - 1, paragraph + 1].some(p => /["“”‘«″]/.test(text[paragraphs[p]?.start ?? -1] ?? ''))

const LABEL = /^[“"‘]?(?:[QA](?:[.:]|\s[-–—])|\p{Lu}[\p{L}.’' -]{0,40}:|\S{0,3}\d+[.)]?\s)/u

/** A label opens this paragraph or the one above it. */
const isInterview = ({ text, paragraphs }: FindingStory, paragraph: number) =>
  [paragraph, paragraph - 1].some(p => {
    const at = paragraphs[p]
    return at !== undefined && LABEL.test(text.slice(at.start, at.start + 60))
  })

/** A colon or a dash leads to it, or the story names somebody right behind: `“…” - Anna Lund, 34`. */
function isBelowColon({ text, paragraphs }: FindingStory, span: Span, paragraph: number): boolean {
  const above = paragraphs[paragraph - 1]
  const own = paragraphs[paragraph]!
  const before = text.slice(Math.max(own.start, span.start - 3), span.start)
  const behind = text.slice(span.end, span.end + 6)
  return (
    /[:–—-]\s*$/.test(before) ||
    /^\s*[-–—([,]/.test(behind) ||
    (span.start === own.start &&
      above !== undefined &&
      /[:：]\s*$/.test(text.slice(above.end - 2, above.end)))
  )
}
