import type {
  RecordEntity,
  RecordFact,
  RecordFinding,
  RecordQuote,
  RecordValue,
  Span,
  StoryRecord,
} from '@onrecord/engine'
import { type Selector, selectorOf } from './selector.js'

/**
 * What an item of a record is, told so that it is found in another record of the same story: ids are another reading's
 * own, words and their places are not.
 */
export type Ref =
  | {
      readonly item: 'quote'
      readonly content: readonly Selector[]
      readonly cue: readonly Selector[]
      readonly source: readonly Selector[]
      readonly speakers: readonly Ref[]
    }
  | {
      readonly item: 'entity'
      readonly type: string
      readonly name: string
      /** Some of its mentions, names first. */
      readonly mentions: readonly Selector[]
    }
  | { readonly item: 'value'; readonly type: string; readonly span: Selector }
  | {
      readonly item: 'fact'
      readonly type: string
      readonly evidence: readonly Selector[]
      readonly args: Readonly<Record<string, Ref | string>>
    }
  | { readonly item: 'finding'; readonly code: string; readonly spans: readonly Selector[] }

/** Any item of a record. Findings have no ids: `n3` is the third. */
export type Item = RecordQuote | RecordEntity | RecordValue | RecordFact | RecordFinding

/** Mentions kept of an entity. */
const MENTIONS = 6
/** What the id stands for in this record; undefined where it has no such item. */
export function itemOf(record: StoryRecord, id: string): Item | undefined {
  switch (id[0]) {
    case 'q':
      return record.quotes.find(one => one.id === id)
    case 'e':
      return record.entities.find(one => one.id === id)
    case 'v':
      return record.values.find(one => one.id === id)
    case 'f':
      return record.facts.find(one => one.id === id)
    default:
      return record.findings[Number(id.slice(1)) - 1]
  }
}

/** Undefined where the record has no such item. */
export function refOf(record: StoryRecord, id: string): Ref | undefined {
  const { text } = record.story
  const item = itemOf(record, id)
  if (!item) return undefined
  const all = (spans: readonly Span[]) => spans.map(span => selectorOf(text, span))
  if ('content' in item) {
    const { content, cue, source, speakers } = item
    return {
      item: 'quote',
      content: all(content),
      cue: all(cue),
      source: all(source),
      speakers: speakers.flatMap(speaker => refOf(record, speaker) ?? []),
    }
  }
  if ('mentions' in item) {
    const { type, name, mentions } = item
    const names = mentions.filter(mention => mention.form === 'name')
    const others = mentions.filter(mention => mention.form !== 'name')
    return { item: 'entity', type, name, mentions: all([...names, ...others].slice(0, MENTIONS)) }
  }
  if ('span' in item) return { item: 'value', type: item.type, span: selectorOf(text, item.span) }
  if ('evidence' in item) {
    const args = Object.entries(item.args).map(([name, word]) => [
      name,
      (/^[ev]\d+$/.test(word) && refOf(record, word)) || word,
    ])
    return {
      item: 'fact',
      type: item.type,
      evidence: all(item.evidence),
      args: Object.fromEntries(args),
    }
  }
  return { item: 'finding', code: item.code, spans: all(item.spans) }
}
