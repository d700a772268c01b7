import {
  type RecordEntity,
  type RecordQuote,
  type Span,
  type StoryRecord,
  type TextSpan,
  trim,
  withText,
} from '@onrecord/engine'
import { z } from 'zod'
import type { Place } from '../anchors/place.js'
import { anyId, toldSpan } from '../anchors/told.js'
import { moveMentions, nameOf, ownerOf } from '../items/entities.js'
import { mentionsAt, onlyOwner } from '../items/entity-fields.js'
import { putQuote, quoteWith } from '../items/quotes.js'
import { Misfit } from '../misfit.js'
import { kind } from './kind.js'

/** Of one entity some mentions are another's; of one quote some words are another quote, which carries it on. */
export const split = kind({
  schema: z.strictObject({
    do: z.literal('split'),
    item: anyId,
    off: z
      .array(toldSpan)
      .min(1)
      .max(500)
      .describe('Mentions of the entity, or words of the quote’s content, that go into a new one.'),
  }),
  apply(record, { item, off }, place) {
    const spans = place.spans(off)
    if (item[0] === 'e') return splitEntity(record, place.entity(item), spans, place)
    if (item[0] === 'q') return splitQuote(record, place.quote(item), spans, place)
    throw new Misfit('Entities and quotes can be split, other items cannot.')
  },
})

function splitEntity(
  record: StoryRecord,
  entity: RecordEntity,
  spans: readonly TextSpan[],
  place: Place,
): StoryRecord {
  const other = onlyOwner(record, spans, entity)
  const moved = mentionsAt(
    record,
    spans.filter(span => ownerOf(record, span) === entity),
  )
  if (moved.length === 0) {
    if (other) return record
    throw new Misfit(`“${spans[0]!.text}” is no mention of ${entity.name}.`)
  }
  if (moved.length === entity.mentions.length)
    throw new Misfit(`Nothing would be left of ${entity.name}: leave it one mention.`)
  const to: RecordEntity = other ?? {
    id: place.freshId('e'),
    type: entity.type,
    name: nameOf(moved),
    mentions: [],
  }
  return moveMentions(
    record,
    moved,
    { ...entity, corrected: place.key },
    { ...to, corrected: place.key },
  )
}

function splitQuote(
  record: StoryRecord,
  quote: RecordQuote,
  spans: readonly TextSpan[],
  place: Place,
): StoryRecord {
  const { text } = record.story
  const kept = quote.content
    .flatMap(piece => without(piece, spans))
    .flatMap(piece => {
      const { start, end } = trim(text, piece)
      return end > start ? [withText(text, { start, end })] : []
    })
  const apart = quoteWith(record, spans)
  if (apart && apart !== quote) {
    if (spans.every(span => quote.content.every(piece => without(piece, [span]).length === 1)))
      return record
    throw new Misfit('Those words are a quote of their own already.')
  }
  const inside = spans.every(({ start, end }) =>
    quote.content.some(piece => piece.start <= start && end <= piece.end),
  )
  if (!inside)
    throw new Misfit('The words to split off are not all within the content of the quote.')
  if (kept.length === 0)
    throw new Misfit('Nothing would be left of the quote: leave it some words.')
  const first: RecordQuote = {
    ...quote,
    content: kept,
    kind: place.kindOf(kept),
    confidence: 1,
    corrected: place.key,
  }
  const { within: _, setting: __, ...alike } = first
  const second: RecordQuote = {
    ...alike,
    id: place.freshId('q'),
    content: spans,
    cue: [],
    kind: place.kindOf(spans),
  }
  const before = spans[0]!.start < kept[0]!.start
  return before
    ? putQuote(putQuote(record, first), { ...second })
    : putQuote(putQuote(record, first), { ...second, continues: first.id })
}

/** What is left of a span. */
function without(piece: Span, spans: readonly Span[]): Span[] {
  let left: Span[] = [piece]
  for (const { start, end } of spans)
    left = left.flatMap(span =>
      end <= span.start || span.end <= start
        ? [span]
        : [
            { start: span.start, end: start },
            { start: end, end: span.end },
          ].filter(part => part.end > part.start),
    )
  return left
}
