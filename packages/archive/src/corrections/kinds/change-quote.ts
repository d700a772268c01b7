import { z } from 'zod'
import { quoteId } from '../anchors/told.js'
import { quoteSet, setQuote } from '../items/quote-fields.js'
import { putQuote, quoteWith } from '../items/quotes.js'
import { otherwise } from '../misfit.js'
import { kind } from './kind.js'

/** Another content, cue, source, speaker, kind or setting. */
export const changeQuote = kind({
  schema: z.strictObject({
    do: z.literal('change-quote'),
    item: quoteId,
    set: quoteSet.describe('What is to be said of it; what is left out stays.'),
  }),
  apply(record, { item, set }, place) {
    const quote = otherwise(
      () => place.quote(item),
      // another reading may have the content as it was corrected
      () => set.content && quoteWith(record, place.spans(set.content)),
    )
    const next = setQuote(quote, set, place)
    return next === quote ? record : putQuote(record, next)
  },
})
