import type { StoryRecord } from '@onrecord/engine'
import { webAddress } from '../fields.js'
import { linksOf } from '../links.js'
import { ofEntity } from './entities.js'
import { ofFact } from './facts.js'
import { ofFinding } from './findings.js'
import type { Annotation, Place } from './model.js'
import { ofQuote } from './quotes.js'
import { targets } from './target.js'
import { ofValue } from './values.js'

/** The namespace of our own terms; a URN, since they name and locate nothing. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { onrecord: 'urn:onrecord:terms:' }]

/** A story's record as an AnnotationCollection, its page embedded. A record of nothing has no page. */
export function annotationsOf(record: StoryRecord, base?: string): object {
  const { story, reader } = record
  const links = linksOf(base)
  const place: Place = { story: story.id, links, targets: targets(story, links) }
  const names = new Map(record.entities.map(({ id, name }) => [id, name]))
  const ids = { entities: names, values: new Set(record.values.map(({ id }) => id)) }
  const items: Annotation[] = [
    ...record.quotes.map(quote => ofQuote(quote, names, place)),
    ...record.entities.map(entity => ofEntity(entity, place)),
    ...record.values.map(value => ofValue(value, place)),
    ...record.facts.map(fact => ofFact(fact, ids, place)),
    ...record.findings.map((finding, i) => ofFinding(finding, i + 1, place)),
  ]
  const via = webAddress(story.url)
  const id = links.below(story.id, 'annotations')
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: `What ${story.title ?? story.id} says`,
    generator: {
      id: 'urn:onrecord:reader',
      type: 'Software',
      name: 'Onrecord',
      'schema:softwareVersion': reader.version,
    },
    'onrecord:story': {
      id: links.story(story.id),
      type: 'Text',
      format: 'text/plain',
      language: story.language,
      'onrecord:sha256': story.sha256,
      ...(story.title !== undefined && { label: story.title }),
      ...(via !== undefined && { via }),
    },
    total: items.length,
    ...(items.length > 0 && {
      first: {
        id: links.below(story.id, 'annotations', 'page'),
        type: 'AnnotationPage',
        partOf: id,
        startIndex: 0,
        items,
      },
    }),
  }
}
