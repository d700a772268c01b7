import { z } from 'zod'
import { quoteId } from '../anchors/told.js'
import { Misfit } from '../misfit.js'
import { kind } from './kind.js'

/**
 * An editor has gone through the whole story: its quotes are these, with these contents, cues, sources and speakers, and
 * there are no others. Such stories are what training takes. A record with other quotes is in conflict with it.
 */
export const check = kind({
  schema: z.strictObject({
    do: z.literal('check'),
    quotes: z
      .array(quoteId)
      .max(5000)
      .optional()
      .describe('The quotes that were checked; unless told, all that the record has.'),
  }),
  complete: (edit, record) => ({
    ...edit,
    quotes: edit.quotes ?? record.quotes.map(quote => quote.id),
  }),
  apply(record, { quotes: ids = [] }, place) {
    const checked = new Map(ids.map(id => [place.quote(id).id, place.unchanged(id)]))
    const others = record.quotes.filter(quote => !checked.has(quote.id))
    const changed = [...checked.values()].filter(same => !same)
    if (others.length > 0 || changed.length > 0)
      throw new Misfit(
        `The story was checked with other quotes than these (${others.length} not seen, ${changed.length} changed). Check it again.`,
      )
    const sure = record.quotes.map(quote =>
      quote.confidence === 1 && (quote.speakerConfidence ?? 1) === 1
        ? quote
        : {
            ...quote,
            confidence: 1,
            ...(quote.speakers.length > 0 && { speakerConfidence: 1 }),
            corrected: place.key,
          },
    )
    return sure.every((quote, k) => quote === record.quotes[k])
      ? record
      : { ...record, quotes: sure }
  },
})
