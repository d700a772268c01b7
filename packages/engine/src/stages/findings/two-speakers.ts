import type { Span } from '../../span.js'
import { isContentWord, plainWords } from './plain-words.js'
import type { FindingStory, Rule } from './types.js'

/** So many content words in a row are nobody else's by chance. */
const CONTENT = 8
/** Or so many words in all. */
const WORDS = 14
/** Below this the speaker may be somebody else. */
const SURE = 0.6

interface Said {
  readonly quote: number
  readonly span: Span
}

/**
 * The same words, long enough not to be chance (eight content words, or fourteen in all), quoted from two people.
 *
 * `“We never sold the harbour to anybody from the capital city council,” said Lund.` and, further down, the same of
 * `Dore`. Not: shorter quotes (`“No comment”`); one person under two descriptions; a joint source that has the speaker
 * in it; a quote within another; words quoted without marks; a speaker the reader is not sure of.
 */
export const sameQuoteTwice: Rule = story => {
  const { text, quotes, speakers } = story
  const seen = new Map<string, Said>()
  return quotes.flatMap((quote, k) => {
    const speaker = speakers[k]
    if (quote.kind === 'indirect' || quote.within !== undefined || quote.source.length === 0)
      return []
    if (speaker === undefined || speaker.entities.length === 0 || speaker.confidence < SURE)
      return []
    return quote.content.flatMap(span => {
      const words = plainWords(text, span).map(({ word }) => word)
      if (words.length < WORDS && words.filter(isContentWord).length < CONTENT) return []
      const key = words.join(' ')
      const other = seen.get(key)
      if (other === undefined) {
        seen.set(key, { quote: k, span })
        return []
      }
      if (!areApart(story, other.quote, k)) return []
      const message = `The same words are given to ${nameOf(story, k)} here and to ${nameOf(story, other.quote)} there.`
      return [
        {
          code: 'quote-of-two-speakers',
          severity: 'warning' as const,
          message,
          spans: [span, other.span],
        },
      ]
    })
  })
}

/** Nobody is a speaker of both, and no two of their names share a word. */
function areApart({ speakers, entities }: FindingStory, a: number, b: number): boolean {
  const words = (quote: number) =>
    speakers[quote]!.entities.flatMap(e => entities[e]!.name.toLowerCase().split(/\s+/))
  const ids = new Set(speakers[a]!.entities)
  const one = new Set(words(a))
  return (
    !speakers[b]!.entities.some(e => ids.has(e)) &&
    !words(b).some(word => one.has(word)) &&
    [...speakers[a]!.entities, ...speakers[b]!.entities].every(e => entities[e]!.type === 'person')
  )
}

const nameOf = ({ speakers, entities }: FindingStory, quote: number) =>
  speakers[quote]!.entities.map(e => entities[e]!.name).join(' and ')
