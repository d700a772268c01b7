import {
  byPosition,
  contains,
  type RecordEntity,
  type RecordMention,
  type RecordQuote,
  type RecordSetting,
  type Span,
  type StoryRecord,
} from '@onrecord/engine'
import { withOptional } from './quotes.js'

export const putEntity = (record: StoryRecord, entity: RecordEntity): StoryRecord => ({
  ...record,
  entities: record.entities.some(other => other.id === entity.id)
    ? record.entities.map(other => (other.id === entity.id ? entity : other))
    : [...record.entities, entity],
})

/** The entity that has a mention at this very span. */
export const ownerOf = (record: StoryRecord, { start, end }: Span): RecordEntity | undefined =>
  record.entities.find(entity =>
    entity.mentions.some(mention => mention.start === start && mention.end === end),
  )

/** The record without the entity `gone`. All that named it names `by`; where that is nobody, facts about it go too. */
export function dropEntity(record: StoryRecord, gone: string, by?: string): StoryRecord {
  const facts = record.facts.flatMap(fact => {
    const named = Object.entries(fact.args).filter(([, word]) => word === gone)
    if (named.length === 0) return [fact]
    if (by === undefined) return []
    const args = { ...fact.args, ...Object.fromEntries(named.map(([name]) => [name, by])) }
    // nobody is their own sister
    const both = Object.values(args).filter(word => word === by).length > 1
    const twice = record.facts.some(
      other =>
        other.type === fact.type &&
        Object.keys(other.args).length === Object.keys(args).length &&
        Object.entries(args).every(([name, word]) => other.args[name] === word),
    )
    return both || twice ? [] : [{ ...fact, args }]
  })
  return {
    ...record,
    facts,
    entities: record.entities.filter(entity => entity.id !== gone),
    quotes: record.quotes.map(quote => withoutEntity(quote, gone, by)),
  }
}

function withoutEntity(quote: RecordQuote, gone: string, by: string | undefined): RecordQuote {
  const { event, place, to, time } = quote.setting ?? {}
  const inSetting = [event, place, to].includes(gone)
  if (!quote.speakers.includes(gone) && !inSetting) return quote
  const speakers = [
    ...new Set(quote.speakers.flatMap(id => (id !== gone ? [id] : by === undefined ? [] : [by]))),
  ]
  const other = (id: string | undefined) => (id === gone ? by : id)
  const setting = withOptional<RecordSetting>(
    {},
    { event: other(event), place: other(place), to: other(to), time },
  )
  return withOptional<RecordQuote>(
    { ...quote, speakers },
    {
      setting: Object.keys(setting).length > 0 ? setting : undefined,
      speakerConfidence: speakers.length > 0 ? quote.speakerConfidence : undefined,
    },
  )
}

/**
 * Moves mentions from one entity to another; what was said under a moved name is the other's then, and so are facts
 * whose words hold a moved mention and none that stays.
 */
export function moveMentions(
  record: StoryRecord,
  moved: readonly RecordMention[],
  from: RecordEntity,
  to: RecordEntity,
): StoryRecord {
  const within = (outer: readonly Span[], spans: readonly Span[]) =>
    spans.some(span => outer.some(piece => contains(piece, span)))
  const staying = from.mentions.filter(mention => !moved.some(other => sameSpan(other, mention)))
  const change = (id: string) => (id === from.id ? to.id : id)
  const entities = putEntity(putEntity(record, { ...from, mentions: staying }), {
    ...to,
    mentions: [...to.mentions, ...moved].sort(byPosition),
  }).entities
  return {
    ...record,
    entities,
    quotes: record.quotes.map(quote =>
      quote.speakers.includes(from.id) && within(quote.source, moved)
        ? { ...quote, speakers: [...new Set(quote.speakers.map(change))] }
        : quote,
    ),
    facts: record.facts.map(fact =>
      Object.values(fact.args).includes(from.id) &&
      within(fact.evidence, moved) &&
      !within(fact.evidence, staying)
        ? {
            ...fact,
            args: Object.fromEntries(
              Object.entries(fact.args).map(([name, word]) => [name, change(word)]),
            ),
          }
        : fact,
    ),
  }
}

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/** The fullest name among mentions, else the first of them. */
export function nameOf(mentions: readonly RecordMention[]): string {
  const names = mentions.filter(mention => mention.form === 'name')
  const longest = names.sort((a, b) => b.text.length - a.text.length)[0]
  return (longest ?? mentions[0]!).text
}

const PRONOUN =
  /^(?:I|me|my|mine|myself|we|us|our|ours|you|your|yours|he|him|his|himself|she|her|hers|herself|they|them|their|theirs|it|its|itself|who|whom|whose|this|that|these|those|one)$/i

/** What words an editor marks as a mention are, unless told. */
export const formOf = (words: string): RecordMention['form'] =>
  PRONOUN.test(words) ? 'pronoun' : /^[\p{Lu}\p{N}]/u.test(words) ? 'name' : 'description'
