import type { Span } from '../../span.js'
import type { Quotation } from '../../text/marks.js'
import type { Quote } from '../quotes/types.js'
import type { Chain } from './chains.js'
import type { Mention } from './types.js'
import { type Word, wordAt } from './words.js'

/** Where a mention stands. */
export interface Place {
  /** Index of its first word. */
  readonly word: number
  readonly sentence: number
  readonly paragraph: number
  /** Index of the innermost quote in whose content it stands; -1 outside. */
  readonly quote: number
  /** It stands between quotation marks that hold more than a few words. */
  readonly marked: boolean
}

/** A mention already resolved, for looking back. */
export interface Step extends Place {
  readonly chain: Chain
  readonly mention: number
  /** The first mention of its sentence, or a quote's source: what the sentence is about. */
  readonly subject: boolean
  readonly source: boolean
  readonly possessive: boolean
  /** “Asked by Lund”: who put the question, and is not the one to answer it. */
  readonly asker: boolean
}

/** Quotations of fewer characters are names and words, and hide nobody from a pronoun. */
const MARKED = 10

/** Where each mention stands. Linear: the quotes and marks are swept along. */
export function findPlaces(
  words: readonly Word[],
  mentions: readonly Mention[],
  quotes: readonly Quote[],
  quotations: readonly Quotation[],
): Place[] {
  const contents = quotes
    .flatMap((quote, index) => quote.content.map(span => ({ ...span, index })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const long = quotations.filter(
    ({ level, open, close, end }) => level === 0 && (close?.start ?? end) - open.end > MARKED,
  )
  const inContent = sweep(contents, mentions)
  const inMarks = sweep(long, mentions)
  return mentions.map((mention, i) => {
    const word = Math.min(wordAt(words, mention.start), words.length - 1)
    return {
      word,
      sentence: words[word]!.sentence,
      paragraph: words[word]!.paragraph,
      quote: inContent[i] === undefined ? -1 : contents[inContent[i]]!.index,
      marked: inMarks[i] !== undefined,
    }
  })
}

/** For each of `inner` (in order), the index of the innermost of `outer` (in order) that holds its start. */
function sweep(outer: readonly Span[], inner: readonly Span[]): (number | undefined)[] {
  const open: number[] = []
  let next = 0
  return inner.map(span => {
    while (next < outer.length && outer[next]!.start <= span.start) {
      while (open.length > 0 && outer[open.at(-1)!]!.end <= outer[next]!.start) open.pop()
      open.push(next++)
    }
    while (open.length > 0 && outer[open.at(-1)!]!.end <= span.start) open.pop()
    return open.at(-1)
  })
}
