import { z } from 'zod'
import type { Place } from '../anchors/place.js'
import { anyId } from '../anchors/told.js'
import { replaceFact } from '../items/facts.js'
import { putQuote } from '../items/quotes.js'
import { Misfit } from '../misfit.js'
import { kind } from './kind.js'

/** A doubtful quote or fact is right just as it stands. In a record where it says something else, that is a conflict. */
export const accept = kind({
  schema: z.strictObject({
    do: z.literal('accept'),
    item: anyId.describe('Id of a quote or a fact that is right as it stands.'),
  }),
  apply(record, { item }, place) {
    if (item[0] === 'q') {
      const quote = place.quote(item)
      asItWas(item, place)
      if (quote.confidence === 1 && (quote.speakerConfidence ?? 1) === 1) return record
      return putQuote(record, {
        ...quote,
        confidence: 1,
        ...(quote.speakers.length > 0 && { speakerConfidence: 1 }),
        corrected: place.key,
      })
    }
    if (item[0] === 'f') {
      const fact = place.fact(item)
      asItWas(item, place)
      if (fact.confidence === 1) return record
      return replaceFact(record, { ...fact, confidence: 1, corrected: place.key })
    }
    throw new Misfit(`${item} has no confidence: quotes and facts are accepted, others corrected.`)
  },
})

function asItWas(item: string, place: Place) {
  if (!place.unchanged(item))
    throw new Misfit('It was accepted as it stood, and this record says something else of it.')
}
