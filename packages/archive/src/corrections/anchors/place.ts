import {
  type QuoteKind,
  type RecordEntity,
  type RecordFact,
  type RecordFinding,
  type RecordQuote,
  type RecordValue,
  type Span,
  type StoryRecord,
  type TextSpan,
  trim,
  withText,
} from '@onrecord/engine'
import { Misfit } from '../misfit.js'
import { type Find, findItem, saysTheSame } from './find-item.js'
import type { PlaceText } from './place-text.js'
import { itemOf, type Ref, refOf } from './ref.js'
import { anchor, type Selector, selectorOf } from './selector.js'
import { keyOfTold, type ToldSpan } from './told.js'

/** What the ids and spans of an edit stood for in the record and text that it was made on. */
export interface Anchors {
  /** SHA-256 of the text. In the very same text the offsets alone count. */
  readonly text: string
  readonly items: Readonly<Record<string, Ref>>
  readonly spans: Readonly<Record<string, Selector>>
}

/**
 * Where an edit looks up whatever it names: in the record that it is made on, or, by its anchors, in another one. All
 * of it throws a Misfit where there is no such thing.
 */
export interface Place {
  /** The correction's key: what items say that were corrected by it. */
  readonly key: string
  /** The id of a new item: no other correction of the story gives the same. */
  freshId(letter: 'q' | 'e' | 'v' | 'f'): string
  quote(id: string): RecordQuote
  entity(id: string): RecordEntity
  value(id: string): RecordValue
  fact(id: string): RecordFact
  /** With its place in the record. */
  finding(id: string): { readonly at: number; readonly finding: RecordFinding }
  /** An argument of a fact: an id of the record at hand, or plain words. */
  argument(word: string): string
  /** Does the item say just what it said when the correction was made? */
  unchanged(id: string): boolean
  /** Without white space at its edges; never empty. */
  span(told: ToldSpan): TextSpan
  /** Several, in order; they do not overlap. */
  spans(told: readonly ToldSpan[]): TextSpan[]
  /** direct, mixed or indirect, as the marks say. */
  kindOf(content: readonly Span[]): QuoteKind
}

interface At {
  readonly key: string
  /** Its place among the story's corrections, from 1. */
  readonly number: number
  readonly record: StoryRecord
  readonly text: PlaceText
  /** The highest numbers of ids in the machine's record. */
  readonly last: Readonly<Record<string, number>>
}

/** In the record that the edit is made on; `anchors` gives what was looked up. */
export function placeOfMaking(at: At): Place & { anchors(): Anchors } {
  const items: Record<string, Ref> = {}
  const spans: Record<string, Selector> = {}
  const { record, text } = at
  return {
    ...placeOver(
      at,
      id => {
        const ref = refOf(record, id)
        if (!ref) throw new Misfit(`The record has no ${id}.`)
        items[id] ??= ref
        return id
      },
      told => {
        const span = read(text.text, told)
        spans[keyOfTold(told)] ??= selectorOf(text.text, span)
        return span
      },
      () => true,
    ),
    anchors: () => ({ text: text.sha256, items, spans }),
  }
}

/** In another record, maybe of another text. */
export function placeOfAnchors(at: At, { text: sha256, items, spans }: Anchors): Place {
  const { record, text } = at
  const find: Find = selector => (sha256 === text.sha256 ? selector : anchor(text.text, selector))
  return placeOver(
    at,
    id => findItem(record, refIn(items, id), find),
    told => {
      const selector = spans[keyOfTold(told)]
      if (!selector) throw new Misfit('The correction is not whole: it lacks a place.')
      const span = find(selector)
      if (!span) throw new Misfit(`“${selector.exact}” is no longer in the text where it was.`)
      return span
    },
    id => {
      const ref = refIn(items, id)
      return saysTheSame(record, findItem(record, ref, find), ref, find)
    },
  )
}

function refIn(items: Anchors['items'], id: string): Ref {
  const ref = items[id]
  if (!ref) throw new Misfit(`The correction is not whole: it lacks ${id}.`)
  return ref
}

function placeOver(
  { key, number, record, text, last }: At,
  lookUp: (id: string) => string,
  locate: (told: ToldSpan) => Span,
  unchanged: (id: string) => boolean,
): Place {
  function get<T>(id: string): T {
    return itemOf(record, lookUp(id)) as T
  }
  function span(told: ToldSpan): TextSpan {
    const found = trim(text.text, locate(told))
    if (found.start >= found.end) throw new Misfit('A span holds nothing but white space.')
    return withText(text.text, found)
  }
  return {
    key,
    freshId: letter => `${letter}${(last[letter] ?? 0) + number}`,
    quote: get,
    entity: get,
    value: get,
    fact: get,
    finding(id) {
      const found = lookUp(id)
      return { at: Number(found.slice(1)) - 1, finding: itemOf(record, found) as RecordFinding }
    },
    argument(word) {
      if (!/^[ev]\d+$/.test(word)) return word
      return lookUp(word)
    },
    unchanged,
    span,
    spans(told) {
      const found = told.map(span).sort((a, b) => a.start - b.start)
      for (const [k, { start, text: words }] of found.entries())
        if (k > 0 && start < found[k - 1]!.end) throw new Misfit(`“${words}” is told twice.`)
      return found
    },
    kindOf: text.kindOf,
  }
}

/** A span as an editor tells it, checked against the text. */
function read(text: string, told: ToldSpan): Span {
  if ('words' in told) return only(text, told)
  const { start, end } = told
  if (start >= end || end > text.length)
    throw new Misfit(
      `${start} to ${end} is no span of the text, which has ${text.length} code units.`,
    )
  if (cutsCharacter(text, start) || cutsCharacter(text, end))
    throw new Misfit(`${start} to ${end} cuts a character in two.`)
  return { start, end }
}

function only(text: string, { words, nth }: { words: string; nth?: number | undefined }): Span {
  const starts: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) starts.push(at)
  if (starts.length === 0) throw new Misfit(`“${words}” is not in the text.`)
  if (nth === undefined && starts.length > 1)
    throw new Misfit(`“${words}” stands in ${starts.length} places: tell which with "nth".`)
  const start = starts[(nth ?? 1) - 1]
  if (start === undefined)
    throw new Misfit(`“${words}” stands in ${starts.length} places, not in ${nth}.`)
  return { start, end: start + words.length }
}

const cutsCharacter = (text: string, at: number) =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
