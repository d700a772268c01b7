import type { StoryRecord } from '@onrecord/engine'
import { isNamed } from '../named.js'
import { slugOf } from '../slug.js'
import { names } from './entity.js'

/** Ids of what is written of a story. */
export interface Ids {
  readonly article: string
  of(kind: 'entity' | 'mention' | 'fact' | 'quote' | 'claim', id: string): string
  /** The id of an entity that is written (a person or organisation with a name); none of others, or of plain words. */
  party(id: string | undefined): string | undefined
  /** What a party is. */
  typeOf(id: string): 'person' | 'organisation' | undefined
}

export function idsOf(record: StoryRecord): Ids {
  const article = slugOf(record.story.id)
  const parties = new Map(
    record.entities
      .filter(one => isNamed(one, 'person', 'organisation') && names(one.name).length > 0)
      .map(({ id, type }) => [id, type as 'person' | 'organisation']),
  )
  const of: Ids['of'] = (kind, id) => `${article}.${kind}.${slugOf(id)}`
  return {
    article,
    of,
    party: id => (id !== undefined && parties.has(id) ? of('entity', id) : undefined),
    typeOf: id => parties.get(id),
  }
}
