import type { Span } from '@onrecord/engine'
import { codePointOffsets } from '../offsets.js'
import { wellFormed } from '../well-formed.js'
import { locate, type Selected } from './locate.js'

/** An annotation whose pieces were found again in a text: UTF-16 spans, as records have them. */
export interface Anchored {
  readonly id: string
  /** quote, entity, value, fact, finding; none where the annotation is not of ours. */
  readonly item?: string
  /** Where its targets are, in order. */
  readonly spans: readonly Span[]
  /** Where the pieces among its bodies are, by their role (cue, source). */
  readonly parts: Readonly<Record<string, readonly Span[]>>
  /** How many targets and pieces with a selector were not found. */
  readonly lost: number
}

/**
 * Anchors annotations in a text: by position where the words stand there, else by the words and what stands beside
 * them, wherever in the text that is (the text may have changed), else they are lost.
 *
 * `json` is an annotation, a page, a collection with its page embedded, or an array of such, parsed. What is not of the
 * model's shape is passed over; other selectors than the two text selectors are lost. An annotation whose words stand
 * where they are said to costs next to nothing; of one whose words moved, the text is gone through.
 */
export function readAnnotations(json: unknown, text: string): Anchored[] {
  const whole = wellFormed(text)
  const offsets = codePointOffsets(whole)
  const find = (selected: Selected) => locate(selected, whole, offsets)
  return annotationsIn(json).map(annotation => {
    let lost = 0
    const anchored = (resources: readonly Json[]) =>
      resources.flatMap(resource => {
        if (resource.selector === undefined) return []
        const span = find(selectedBy(resource.selector))
        if (span === undefined) lost++
        return span === undefined ? [] : [span]
      })
    const spans = anchored(objectsIn(annotation.target))
    const parts = new Map<string, Span[]>()
    for (const body of objectsIn(annotation.body)) {
      const role = textOf(body['onrecord:role']) ?? 'body'
      const found = anchored([body])
      if (found.length > 0) parts.set(role, [...(parts.get(role) ?? []), ...found])
    }
    const item = textOf(annotation['onrecord:item'])
    return {
      id: textOf(annotation.id) ?? '',
      ...(item !== undefined && { item }),
      spans,
      parts: Object.fromEntries(parts),
      lost,
    }
  })
}

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One or many, as JSON-LD allows; what is no object is passed over. */
const objectsIn = (value: unknown): Json[] =>
  (Array.isArray(value) ? value : [value]).filter(isObject)

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

function annotationsIn(json: unknown): Json[] {
  return objectsIn(json).flatMap(node => {
    if ([node.type].flat().includes('Annotation')) return [node]
    if (isObject(node.first)) return objectsIn(node.first.items)
    return objectsIn(node.items)
  })
}

/** What the two text selectors of a resource say, each value only where it is of its type. */
function selectedBy(selector: unknown): Selected {
  const of = (type: string) => objectsIn(selector).find(one => one.type === type) ?? {}
  const { start, end } = of('TextPositionSelector')
  const { exact, prefix, suffix } = of('TextQuoteSelector')
  const known = Number.isInteger(start) && Number.isInteger(end)
  return {
    ...(known && { position: { start: start as number, end: end as number } }),
    ...(typeof exact === 'string' && { exact }),
    prefix: textOf(prefix) ?? '',
    suffix: textOf(suffix) ?? '',
  }
}
