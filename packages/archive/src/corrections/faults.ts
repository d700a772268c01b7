import { contains, type Span, type StoryRecord, type TextSpan } from '@onrecord/engine'
import type { PlaceText } from './anchors/place-text.js'

/** What is wrong with items of `after` that `before` does not have; undefined where nothing is. */
export function faultOf(
  before: StoryRecord,
  after: StoryRecord,
  { text, paragraphs }: PlaceText,
): string | undefined {
  const quotes = new Map(after.quotes.map((quote, k) => [quote.id, k]))
  const entities = new Set(after.entities.map(entity => entity.id))
  const values = new Set(after.values.map(value => value.id))
  const known = new Set<unknown>([
    ...before.quotes,
    ...before.entities,
    ...before.values,
    ...before.facts,
    ...before.findings,
  ])
  const isPlace = ({ start, end }: Span) => start >= 0 && start < end && end <= text.length
  const reads = (spans: readonly TextSpan[]) =>
    spans.every(span => isPlace(span) && text.slice(span.start, span.end) === span.text)
  for (const [k, quote] of after.quotes.entries()) {
    const { setting = {} } = quote
    const { event, place, to, time } = setting
    if (
      !quote.speakers.every(id => entities.has(id)) ||
      ![event, place, to].every(id => id === undefined || entities.has(id)) ||
      (time !== undefined && !values.has(time)) ||
      ![quote.within, quote.continues].every(id => id === undefined || (quotes.get(id) ?? k) < k)
    )
      return `The quote ${quote.id} would refer to what is not there.`
    if (known.has(quote)) continue
    if (quote.content.length === 0) return 'A quote needs a content.'
    if (!reads([...quote.content, ...quote.cue, ...quote.source]))
      return `A span of the quote ${quote.id} is not in the text.`
    for (const piece of quote.content)
      if (!paragraphs().some(paragraph => contains(paragraph, piece)))
        return `“${piece.text}” runs over the end of a paragraph: make it several pieces.`
  }
  for (const entity of after.entities) {
    if (known.has(entity)) continue
    if (entity.mentions.length === 0 || !reads(entity.mentions))
      return `The entity ${entity.name} would be mentioned nowhere.`
  }
  for (const value of after.values)
    if (!known.has(value) && !isPlace(value.span)) return 'The value has no place in the text.'
  for (const fact of after.facts) {
    if (fact.saidBy !== undefined && !quotes.has(fact.saidBy))
      return `The fact ${fact.id} would be said in a quote that is not there.`
    if (!known.has(fact) && (fact.evidence.length === 0 || !reads(fact.evidence)))
      return 'A fact needs words of the text that state it.'
  }
  return undefined
}
