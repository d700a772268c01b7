import { z } from 'zod'
import { quoteFields, setQuote } from '../items/quote-fields.js'
import { putQuote, quoteWith } from '../items/quotes.js'
import { kind } from './kind.js'

const { content, ...others } = quoteFields

/** A quote that the reader did not find. Where a record has its content already, that quote is as the editor says. */
export const addQuote = kind({
  schema: z.strictObject({
    do: z.literal('add-quote'),
    content,
    ...z.object(others).partial().shape,
  }),
  apply(record, { do: _, ...set }, place) {
    const words = place.spans(set.content)
    const known = quoteWith(record, words)
    const quote = known ?? {
      id: place.freshId('q'),
      kind: place.kindOf(words),
      content: [],
      cue: [],
      source: [],
      speakers: [],
      confidence: 1,
    }
    const next = setQuote(quote, set, place)
    return next === known ? record : putQuote(record, next)
  },
})
