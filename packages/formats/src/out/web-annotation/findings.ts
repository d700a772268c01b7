import type { RecordFinding } from '@onrecord/engine'
import { type Annotation, type Place, words } from './model.js'

/** A finding: a comment on its spans, or on the whole story where it has none. */
export function ofFinding(
  { code, severity, message, spans }: RecordFinding,
  place: number,
  { story, links, targets }: Place,
): Annotation {
  const pieces = targets(spans)
  return {
    id: links.below(story, 'annotations', 'findings', String(place)),
    type: 'Annotation',
    motivation: 'commenting',
    'onrecord:item': 'finding',
    'onrecord:about': { id: links.finding(story, place) },
    'onrecord:severity': severity,
    body: [{ ...words(message, 'commenting'), language: 'en' }, words(code, 'classifying')],
    target: pieces.length === 0 ? links.story(story) : pieces,
  }
}
