import { contains, type Span } from '../../span.js'
import { stage } from '../../stage.js'
import type { Story } from '../../story.js'
import { findCandidates } from './candidates.js'
import { classify } from './classes.js'
import { findPieces } from './pieces.js'
import { refine } from './refine/index.js'
import { outsideNames } from './refine/outside-names.js'
import { resolve } from './resolve/index.js'
import type { Value } from './types.js'

/** What values are read from; mentions tell names and persons, without them there are no ages behind names. */
export type Valued = Story<'paragraphs' | 'tokens' | 'mentions'>

/**
 * The values of a story in order of their ends, apart but for periods around their dates. Rules find what may be one (rules/, in the order of order.ts),
 * refiners join what belongs together and drop what is part of a name, and resolve/ adds what has to be inferred.
 */
export function findValues({ text, meta, paragraphs, tokens, mentions }: Valued): Value[] {
  const pieces = findPieces(text, paragraphs, tokens)
  const personEnds = new Set<number>()
  for (const { form, type, end } of mentions)
    if (form === 'name' && (type === 'person' || type === 'other')) personEnds.add(end)
  const found = findCandidates({ pieces, classes: classify(pieces), personEnds })
  const named = outermost(mentions.filter(({ form }) => form === 'name'))
  return resolve(refine(outsideNames(found, pieces, named), pieces), pieces, meta)
}

/** Spans that stand in no other, in order. */
function outermost(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end))
    if (out.length === 0 || !contains(out.at(-1)!, span)) out.push(span)
  return out
}

/** Dates, times, durations, money, percentages, numbers and ages, in order of their ends. */
export const values = stage('values', {
  needs: ['paragraphs', 'tokens', 'mentions'],
  gives: ['values'],
  read: (story): { values: readonly Value[] } => ({ values: findValues(story) }),
})
