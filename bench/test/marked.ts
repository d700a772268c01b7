import { type MarkedQuote, parseCases } from '../src/markup.js'
import type { ReadQuote } from '../src/predict.js'

/** A text and its attributions, from the markup of the cases: `marked('<c1>“No,”</c1> <k1>said</k1> …')`. */
export function marked(text: string): { text: string; quotes: readonly MarkedQuote[] } {
  return parseCases(`=== test\n${text}`, 'test')[0]!
}

/** The attributions as if they had been read, spoken by `names`. */
export const asRead = (quotes: readonly MarkedQuote[], ...names: string[]): ReadQuote[] =>
  quotes.map(({ content, cue, source }) => ({
    content,
    cue,
    source,
    names,
    mentions: [],
    forms: names,
    confidence: 1,
  }))
