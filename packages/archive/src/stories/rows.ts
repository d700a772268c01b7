import type { RecordEntity, RecordFact, RecordQuote, StoryRecord } from '@onrecord/engine'
import { fullName } from '../people/name.js'
import { nameKey } from '../text/words.js'

/** The rows of a record, ids of other rows given by their items (q1, e1). Pure. */
export interface Rows {
  readonly quotes: readonly QuoteRow[]
  readonly entities: readonly EntityRow[]
  readonly facts: readonly FactRow[]
}

export interface QuoteRow {
  readonly item: string
  readonly kind: RecordQuote['kind']
  readonly content: string
  readonly cue: string
  readonly source: string
  readonly start: number
  readonly end: number
  readonly confidence: number
  readonly speaker_confidence: number | null
  readonly said: string | null
  /** Items of entities. */
  readonly speakers: readonly string[]
  readonly about: readonly string[]
}

export interface EntityRow {
  readonly item: string
  readonly type: string
  readonly name: string
  readonly name_key: string
  readonly gender: 'female' | 'male' | 'other' | null
  readonly start: number
  readonly end: number
  readonly mentions: number
  readonly named: number
  readonly block: string | null
}

export interface FactRow {
  readonly item: string
  readonly type: string
  readonly subject: string | null
  readonly object: string | null
  readonly args: Readonly<Record<string, FactArgument>>
  /** The title of a role, as `nameKey` gives it. */
  readonly role: string | null
  readonly saidBy: string | null
  readonly start: number
  readonly end: number
  readonly confidence: number
}

/** An argument of a fact in words: an entity by its name, a value by what it comes to, or plain words. */
export type FactArgument =
  | { readonly entity: string; readonly name: string }
  | { readonly value: string; readonly type: string; readonly is: unknown; readonly text: string }
  | string

const join = (pieces: readonly { text: string }[]) => pieces.map(piece => piece.text).join(' … ')

export function rowsOf(record: StoryRecord): Rows {
  const { text } = record.story
  const values = new Map(record.values.map(value => [value.id, value]))
  const entities = new Map(record.entities.map(entity => [entity.id, entity]))
  const mentions = record.entities
    .flatMap(entity => entity.mentions.map(({ start, end }) => ({ start, end, entity: entity.id })))
    .sort((a, b) => a.start - b.start)

  function about(quote: RecordQuote): string[] {
    const found = new Set<string>()
    for (const piece of quote.content) {
      for (let k = firstAt(mentions, piece.start); k < mentions.length; k++) {
        const mention = mentions[k]!
        if (mention.start >= piece.end) break
        if (mention.end <= piece.end && !quote.speakers.includes(mention.entity))
          found.add(mention.entity)
      }
    }
    return [...found]
  }

  function said(quote: RecordQuote): string | null {
    const value = values.get(quote.setting?.time ?? '')?.value
    const day =
      typeof value === 'string'
        ? value
        : value && typeof value === 'object' && 'start' in value
          ? value.start
          : null
    return typeof day === 'string' && /^\d{4}/.test(day) ? day.slice(0, 10) : null
  }

  function argument(word: string): FactArgument {
    const entity = entities.get(word)
    if (entity) return { entity: word, name: entity.name }
    const value = values.get(word)
    if (!value) return word
    return {
      value: word,
      type: value.type,
      is: value.value,
      text: text.slice(value.span.start, value.span.end),
    }
  }

  return {
    quotes: record.quotes.map(quote => ({
      item: quote.id,
      kind: quote.kind,
      content: join(quote.content),
      cue: join(quote.cue),
      source: join(quote.source),
      start: quote.content[0]!.start,
      end: quote.content.at(-1)!.end,
      confidence: quote.confidence,
      speaker_confidence: quote.speakerConfidence ?? null,
      said: said(quote),
      speakers: [...new Set(quote.speakers)],
      about: about(quote),
    })),
    entities: record.entities.map(rowOfEntity),
    facts: record.facts.map(fact => ({
      item: fact.id,
      type: fact.type,
      ...endsOf(fact, entities),
      args: Object.fromEntries(
        Object.entries(fact.args).map(([name, word]) => [name, argument(word)]),
      ),
      role: (fact.type === 'role' && nameKey(fact.args.title ?? '')) || null,
      saidBy: fact.saidBy ?? null,
      start: fact.evidence[0]?.start ?? 0,
      end: fact.evidence.at(-1)?.end ?? 0,
      confidence: fact.confidence,
    })),
  }
}

function rowOfEntity(entity: RecordEntity): EntityRow {
  const named = entity.mentions.find(mention => mention.form === 'name')
  const anchor = named ?? entity.mentions[0]!
  return {
    item: entity.id,
    type: entity.type,
    name: entity.name,
    name_key: nameKey(entity.name),
    gender: entity.gender?.value ?? null,
    start: anchor.start,
    end: anchor.end,
    mentions: entity.mentions.length,
    named: named ? 1 : 0,
    block: named ? (fullName(entity.type, entity.name)?.block ?? null) : null,
  }
}

/** Whom a fact is about, and whom or what else: whatever its type calls them. */
function endsOf({ args }: RecordFact, entities: ReadonlyMap<string, unknown>) {
  const first = (...names: string[]) =>
    names.map(name => args[name]).find(word => word && entities.has(word)) ?? null
  return {
    subject: first('subject', 'buyer', 'event', 'work'),
    object: first('object', 'target', 'organisation', 'event', 'platform', 'place'),
  }
}

/** The first of sorted spans that starts at `start` or behind. */
function firstAt(spans: readonly { start: number }[], start: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}
