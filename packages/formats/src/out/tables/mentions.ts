import type { RecordEntity, RecordMention, Span, StoryRecord } from '@onrecord/engine'
import { boolean, integer, string, table } from './table.js'

interface Mentioned {
  readonly entity: RecordEntity
  readonly mention: RecordMention
  /** From 1, within the entity. */
  readonly number: number
  readonly inQuote: boolean
}

/** A row a mention of an entity. `in_quote`: all of it stands within the content of a quote. */
export const mentionsTable = table<Mentioned>('a mention', ({ record }) => mentioned(record), [
  string('entity', ({ entity }) => entity.id),
  string('type', ({ entity }) => entity.type),
  string('name', ({ entity }) => entity.name),
  integer('mention', ({ number }) => number),
  string('form', ({ mention }) => mention.form),
  string('words', ({ mention }) => mention.text),
  integer('start', ({ mention }) => mention.start),
  integer('end', ({ mention }) => mention.end),
  boolean('in_quote', ({ inQuote }) => inQuote),
])

function mentioned({ quotes, entities }: StoryRecord): readonly Mentioned[] {
  const inQuote = within(quotes.flatMap(({ content }) => content))
  return entities.flatMap(entity =>
    entity.mentions.map((mention, i) => ({
      entity,
      mention,
      number: i + 1,
      inQuote: inQuote(mention),
    })),
  )
}

/** Does one of the spans, touching ones taken together, hold all of another? In logarithmic time each. */
function within(spans: readonly Span[]): (span: Span) => boolean {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return ({ start, end }) => {
    let low = 0
    let high = merged.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (merged[middle]!.start <= start) low = middle + 1
      else high = middle
    }
    const holder = merged[low - 1]
    return holder !== undefined && end <= holder.end
  }
}
