import {
  byPosition,
  type RecordEntity,
  type RecordQuote,
  type Span,
  type StoryRecord,
  type TextSpan,
  withText,
} from '@onrecord/engine'
import { z } from 'zod'
import type { Place } from '../anchors/place.js'
import { anyId } from '../anchors/told.js'
import { dropEntity, putEntity } from '../items/entities.js'
import { dropQuote, putQuote, withOptional } from '../items/quotes.js'
import { Misfit } from '../misfit.js'
import { kind } from './kind.js'

/** Several entities are one, or several quotes: the first, with all that the others had. */
export const merge = kind({
  schema: z.strictObject({
    do: z.literal('merge'),
    items: z.array(anyId).min(2).max(50).describe('Entities or quotes; the first one stays.'),
  }),
  apply(record, { items }, place) {
    const letters = new Set(items.map(id => id[0]))
    if (letters.size === 1 && letters.has('e')) {
      const [first, ...others] = new Set(items.map(id => place.entity(id)))
      return mergeEntities(record, first!, others, place.key)
    }
    if (letters.size === 1 && letters.has('q')) {
      const [first, ...others] = new Set(items.map(id => place.quote(id)))
      return mergeQuotes(record, first!, others, place)
    }
    throw new Misfit('Entities are merged with entities, quotes with quotes.')
  },
})

function mergeEntities(
  record: StoryRecord,
  first: RecordEntity,
  others: readonly RecordEntity[],
  key: string,
): StoryRecord {
  if (others.length === 0) return record
  const gender = [first, ...others].find(entity => entity.gender)?.gender
  const one = withOptional<RecordEntity>(
    {
      ...first,
      mentions: [first, ...others].flatMap(entity => entity.mentions).sort(byPosition),
      corrected: key,
    },
    { gender },
  )
  return others.reduce((merged, { id }) => dropEntity(merged, id, first.id), putEntity(record, one))
}

function mergeQuotes(
  record: StoryRecord,
  first: RecordQuote,
  others: readonly RecordQuote[],
  place: Place,
): StoryRecord {
  if (others.length === 0) return record
  const all = [first, ...others]
  const content = united(
    record.story.text,
    all.flatMap(quote => quote.content),
  )
  const longest = (role: 'cue' | 'source') =>
    all.find(quote => quote[role].length > 0)?.[role] ?? []
  const told = all.find(quote => quote.speakers.length > 0)
  const one = withOptional<RecordQuote>(
    {
      ...first,
      content,
      cue: longest('cue'),
      source: longest('source'),
      speakers: told?.speakers ?? [],
      kind: place.kindOf(content),
      confidence: 1,
      corrected: place.key,
    },
    {
      speakerConfidence: told?.speakerConfidence,
      continues: others.some(quote => quote.id === first.continues) ? undefined : first.continues,
    },
  )
  const gone = new Set(others.map(quote => quote.id))
  const carried = record.quotes.map(quote =>
    quote.continues !== undefined && gone.has(quote.continues) && quote.id !== first.id
      ? { ...quote, continues: first.id }
      : quote,
  )
  const claims = record.facts.map(fact =>
    fact.saidBy !== undefined && gone.has(fact.saidBy) ? { ...fact, saidBy: first.id } : fact,
  )
  const linked: StoryRecord = { ...record, quotes: carried, facts: claims }
  return putQuote(others.reduce(dropQuote, linked), one)
}

/** Pieces that overlap, or have only white space within a line between them, are one. */
function united(text: string, pieces: readonly Span[]): TextSpan[] {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of [...pieces].sort(byPosition)) {
    const last = spans.at(-1)
    if (last && (start <= last.end || /^[^\S\n\r]*$/.test(text.slice(last.end, start))))
      last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans.map(span => withText(text, span))
}
