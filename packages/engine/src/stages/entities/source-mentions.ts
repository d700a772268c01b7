import { byPosition, lastStartingBy } from '../../span.js'
import { readCapitals } from './capitals.js'
import { findHeads } from './mentions.js'
import { findNames } from './names.js'
import type { Mentioned } from './resolve.js'
import type { Word } from './words.js'

/** For each quote, the mentions that are the heads of its source; where a head is none, the longest mention in the source. */
export function findSourceMentions(story: Mentioned, words: readonly Word[]): number[][] {
  const bySpan = new Map(
    story.mentions.map((mention, index) => [`${mention.start}-${mention.end}`, index]),
  )
  const heads = findHeads(story, words, findNames(words, readCapitals(words)))
  return story.quotes.map((quote, q) => {
    const found = heads[q]!.flatMap(
      head => bySpan.get(`${words[head.from]!.start}-${words[head.to - 1]!.bareEnd}`) ?? [],
    )
    if (found.length > 0 || quote.source.length === 0 || quote.continues !== undefined) return found
    const source = [...quote.source].sort(byPosition)[0]!
    // mentions are in order of their starts: the first that starts in the source
    const first = lastStartingBy(story.mentions, source.start - 1) + 1
    const within = story.mentions[first]
    return within !== undefined && within.end <= source.end ? [first] : []
  })
}
