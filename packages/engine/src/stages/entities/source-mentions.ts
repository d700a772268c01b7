import { byPosition, lastStartingBy } from '../../span.js'
import type { Quote } from '../quotes/types.js'
import type { Head } from './source-heads.js'
import type { Mention } from './types.js'
import type { Word } from './words.js'

/** For each quote, the mentions that are the heads of its source; where a head is none, the longest mention in the source. */
export function findSourceMentions(
  quotes: readonly Quote[],
  mentions: readonly Mention[],
  heads: readonly (readonly Head[])[],
  words: readonly Word[],
): number[][] {
  const bySpan = new Map(mentions.map(({ start, end }, index) => [`${start}-${end}`, index]))
  return quotes.map((quote, q) => {
    const found = heads[q]!.flatMap(
      head => bySpan.get(`${words[head.from]!.start}-${words[head.to - 1]!.bareEnd}`) ?? [],
    )
    if (found.length > 0 || quote.source.length === 0 || quote.continues !== undefined) return found
    const source = [...quote.source].sort(byPosition)[0]!
    // mentions are in order of their starts: the first that starts in the source
    const first = lastStartingBy(mentions, source.start - 1) + 1
    const within = mentions[first]
    return within !== undefined && within.end <= source.end ? [first] : []
  })
}
