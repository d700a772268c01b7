import { nameOf } from '../page/lookup.js'
import { names, type Table, words } from './table.js'

/** A row a quote. Start and end are the first and last offset of the content. */
export const quotesTable: Table = {
  columns: [
    'quote',
    'kind',
    'speakers',
    'source',
    'cue',
    'content',
    'confidence',
    'start',
    'end',
    'speaker_ids',
    'speaker_confidence',
    'to',
    'place',
    'event',
    'time',
    'within',
    'continues',
  ],
  rows: lookup =>
    lookup.record.quotes.map(quote => {
      const { to, place, event, time } = quote.setting ?? {}
      const name = (id: string | undefined) => id && nameOf(lookup, id)
      return [
        quote.id,
        quote.kind,
        names(lookup, quote.speakers),
        words(quote.source),
        words(quote.cue),
        words(quote.content),
        quote.confidence,
        quote.content[0]?.start,
        quote.content.at(-1)?.end,
        quote.speakers.join('; '),
        quote.speakerConfidence,
        name(to),
        name(place),
        name(event),
        name(time),
        quote.within,
        quote.continues,
      ]
    }),
}
