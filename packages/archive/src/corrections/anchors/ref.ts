import {
  type RecordEntity,
  type RecordFact,
  type RecordFinding,
  type RecordQuote,
  type RecordValue,
  type Span,
  type StoryRecord,
  sharedLength,
} from '@onrecord/engine'
import { nameKey } from '../../text/words.js'
import { Misfit } from '../misfit.js'
import { type Selector, selectorOf } from './selector.js'

/** Where a selector's words stand in the text at hand; undefined where that cannot be told. */
export type Find = (selector: Selector) => Span | undefined

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
/** Less than this in common, and it is another item. */
const SAME = 0.5

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

/** The id, in this record, of what a reference tells of. Throws a Misfit where it tells of none, or of two alike. */
export function findItem(record: StoryRecord, ref: Ref, find: Find): string {
  const spans = (selectors: readonly Selector[]) => {
    const found = selectors.flatMap(selector => find(selector) ?? [])
    if (found.length === 0 && selectors.length > 0)
      throw new Misfit(`The words of ${say(ref)} are no longer in the text.`)
    return found
  }
  switch (ref.item) {
    case 'quote': {
      const content = spans(ref.content)
      return likest(record.quotes, ref, quote => overlap(quote.content, content))
    }
    case 'entity': {
      const mentions = spans(ref.mentions)
      return likest(record.entities, ref, entity => {
        const shared = mentions.filter(span =>
          entity.mentions.some(mention => overlap([mention], [span]) >= SAME),
        )
        return withBonus(shared.length / mentions.length, [
          nameKey(entity.name) === nameKey(ref.name),
          entity.type === ref.type,
        ])
      })
    }
    case 'value': {
      const span = spans([ref.span])
      return likest(record.values, ref, value =>
        withBonus(overlap([value.span], span), [value.type === ref.type]),
      )
    }
    case 'fact': {
      const evidence = spans(ref.evidence)
      const args = Object.entries(ref.args).map(
        ([name, word]) =>
          [name, typeof word === 'string' ? word : idOrNone(record, word, find)] as const,
      )
      return likest(record.facts, ref, fact => {
        const same = args.filter(([name, word]) => fact.args[name] === word).length
        const likeness = fact.type === ref.type ? overlap(fact.evidence, evidence) : 0
        return 2 * same < args.length || likeness < SAME ? 0 : likeness + same
      })
    }
    default: {
      const place = spans(ref.spans)
      const found = likest(
        record.findings.map((finding, k) => ({ ...finding, id: `n${k + 1}` })),
        ref,
        finding =>
          finding.code !== ref.code ? 0 : place.length === 0 ? 1 : overlap(finding.spans, place),
      )
      return found
    }
  }
}

/** Does the item with this id say just what the reference was made of? */
export function saysTheSame(record: StoryRecord, id: string, ref: Ref, find: Find): boolean {
  const item = itemOf(record, id)
  const at = (spans: readonly Span[], selectors: readonly Selector[]) =>
    spans.length === selectors.length &&
    selectors.every((selector, k) => {
      const place = find(selector)
      return place?.start === spans[k]!.start && place.end === spans[k]!.end
    })
  if (item && 'content' in item && ref.item === 'quote') {
    const speakers = ref.speakers.map(speaker => idOrNone(record, speaker, find))
    return (
      at(item.content, ref.content) &&
      at(item.cue, ref.cue) &&
      at(item.source, ref.source) &&
      speakers.length === item.speakers.length &&
      speakers.every(speaker => speaker !== undefined && item.speakers.includes(speaker))
    )
  }
  if (item && 'evidence' in item && ref.item === 'fact') {
    const args = Object.entries(ref.args)
    return (
      Object.keys(item.args).length === args.length &&
      args.every(
        ([name, word]) =>
          item.args[name] === (typeof word === 'string' ? word : idOrNone(record, word, find)),
      )
    )
  }
  return false
}

/** The reference in an editor's words: the quote “We will appeal”, the person Ana Lund. */
export function say(ref: Ref): string {
  switch (ref.item) {
    case 'quote':
      return `the quote ${shorten(ref.content.map(piece => piece.exact).join(' … '))}`
    case 'entity':
      return `the ${ref.type === 'other' ? 'entity' : ref.type} ${ref.name}`
    case 'value':
      return `the ${ref.type} “${ref.span.exact}”`
    case 'fact':
      return `the fact (${ref.type}) in ${shorten(ref.evidence.map(piece => piece.exact).join(' … '))}`
    default:
      return `the finding ${ref.code}`
  }
}

/** At most so many characters of a story's words in a sentence about them. */
const SHOWN = 80

export function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  const short = Array.from(line).slice(0, SHOWN).join('')
  const cut = short.length < line.length ? `${short}…` : line
  return /^["“”„«'‘]/.test(cut) ? cut : `“${cut}”`
}

/** Shared over united length, 0 to 1. */
export function overlap(a: readonly Span[], b: readonly Span[]): number {
  const length = (spans: readonly Span[]) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const shared = a.reduce(
    (sum, one) => sum + b.reduce((s, other) => s + sharedLength(one, other), 0),
    0,
  )
  return shared / Math.max(1, length(a) + length(b) - shared)
}

/** Of two that are equally near, the one of the same name or type. */
const withBonus = (score: number, signs: readonly boolean[]) =>
  score < SAME ? 0 : score + signs.filter(Boolean).length / 10

function likest<T extends { readonly id: string }>(
  items: readonly T[],
  ref: Ref,
  likeness: (item: T) => number,
): string {
  let best: T | undefined
  let most = 0
  let tie = false
  for (const item of items) {
    const score = likeness(item)
    if (score < SAME || score < most) continue
    tie = score === most
    most = score
    best = item
  }
  if (!best) throw new Misfit(`The record does not have ${say(ref)}.`, true)
  if (tie) throw new Misfit(`The record has two that could be ${say(ref)}.`)
  return best.id
}

function idOrNone(record: StoryRecord, ref: Ref, find: Find): string | undefined {
  try {
    return findItem(record, ref, find)
  } catch (error) {
    if (error instanceof Misfit) return undefined
    throw error
  }
}
