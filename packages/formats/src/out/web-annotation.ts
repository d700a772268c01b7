import type { StoryRecord } from '@onrecord/engine'
import { jsonDocument, toJson } from './json.js'
import type { OutFormat } from './out.js'
import { annotationsOf } from './web-annotation/annotations.js'

export { type Anchored, readAnnotations } from './web-annotation/read.js'

/**
 * W3C Web Annotation (Recommendation of 23 February 2017), as JSON-LD. A story is one AnnotationCollection with its
 * one page embedded; a file of one story is that object, a file of several is an array of them (JSON-LD allows both).
 *
 * What the Recommendation has no word for is in terms of our own under the prefix `onrecord:`, which the `@context`
 * declares. Positions count code points of the story's text, as the Recommendation says; every position has the
 * words beside it. The source is the text that was read, named by its permanent link; `via` is the page it was
 * taken from, in which positions would be others.
 */
export const webAnnotation: OutFormat = {
  name: 'web-annotation',
  summary:
    'W3C Web Annotation (JSON-LD): quotes, mentions, values, facts and findings over the text',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  extension: 'jsonld',
  write: (records, options = {}) =>
    jsonDocument<StoryRecord>(records, record => toJson(annotationsOf(record, options.base), 2)),
}
