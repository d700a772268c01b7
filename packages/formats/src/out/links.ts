import { wellFormed } from './well-formed.js'

/** What links begin with where no other base is told. */
export const BASE = 'urn:onrecord'

/**
 * Permanent links: names for a story and for what its record holds, the same in every form that is written, so that
 * files of different forms can be joined. Ids are escaped as in URLs (a lone surrogate as U+FFFD).
 */
export interface Links {
  /** BASE/stories/ID */
  story(story: string): string
  /** BASE/stories/ID/quotes/Q */
  quote(story: string, quote: string): string
  /** BASE/stories/ID/entities/E */
  entity(story: string, entity: string): string
  /** BASE/stories/ID/values/V */
  value(story: string, value: string): string
  /** BASE/stories/ID/facts/F */
  fact(story: string, fact: string): string
  /** BASE/stories/ID/findings/N: findings have no ids, N is the place in the record, from 1. */
  finding(story: string, place: number): string
  /** Anything else below a story: BASE/stories/ID/PART/PART… */
  below(story: string, ...parts: readonly string[]): string
}

/**
 * The links under a base.
 *
 * - `linksOf('https://paper.example/record').quote('a 1', 'q2')` is `https://paper.example/record/stories/a%201/quotes/q2`
 * - `linksOf().quote('a 1', 'q2')` is `urn:onrecord:stories:a%201:quotes:q2`: under a URN the slashes are colons
 * - a slash that the base ends with is not doubled
 */
export function linksOf(base: string = BASE): Links {
  const urn = /^urn:/i.test(base)
  const join = urn ? ':' : '/'
  const root = base.endsWith(join) ? base.slice(0, -1) : base
  const path = (...parts: readonly string[]) => [root, ...parts.map(escaped)].join(join)
  return {
    story: story => path('stories', story),
    quote: (story, quote) => path('stories', story, 'quotes', quote),
    entity: (story, entity) => path('stories', story, 'entities', entity),
    value: (story, value) => path('stories', story, 'values', value),
    fact: (story, fact) => path('stories', story, 'facts', fact),
    finding: (story, place) => path('stories', story, 'findings', String(place)),
    below: (story, ...parts) => path('stories', story, ...parts),
  }
}

const escaped = (part: string): string => encodeURIComponent(wellFormed(part))
