import { type Span, type StoryRecord, sharedLength } from '@onrecord/engine'
import { nameKey } from '../../text/words.js'
import { Misfit } from '../misfit.js'
import { itemOf, type Ref } from './ref.js'
import { say } from './say.js'
import type { Selector } from './selector.js'

/** Where a selector's words stand in the text at hand; undefined where that cannot be told. */
export type Find = (selector: Selector) => Span | undefined

/** Less than this in common, and it is another item. */
const SAME = 0.5

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
