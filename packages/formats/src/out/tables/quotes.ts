import type { RecordQuote } from '@onrecord/engine'
import { nameOf } from './lookup.js'
import { double, integer, names, string, table, words } from './table.js'

const setting = (of: 'to' | 'place' | 'event' | 'time') =>
  string<RecordQuote>(of, ({ setting }, lookup) => {
    const id = setting?.[of]
    return id && nameOf(lookup, id)
  })

/** A row a quote. Start and end are the first and last offset of the content. */
export const quotesTable = table<RecordQuote>('a quote', ({ record }) => record.quotes, [
  string('quote', ({ id }) => id),
  string('kind', ({ kind }) => kind),
  string('speakers', ({ speakers }, lookup) => names(lookup, speakers)),
  string('source', ({ source }) => words(source)),
  string('cue', ({ cue }) => words(cue)),
  string('content', ({ content }) => words(content)),
  double('confidence', ({ confidence }) => confidence),
  integer('start', ({ content }) => content[0]?.start),
  integer('end', ({ content }) => content.at(-1)?.end),
  string('speaker_ids', ({ speakers }) => speakers.join('; ')),
  double('speaker_confidence', ({ speakerConfidence }) => speakerConfidence),
  setting('to'),
  setting('place'),
  setting('event'),
  setting('time'),
  string('within', ({ within }) => within),
  string('continues', ({ continues }) => continues),
])
