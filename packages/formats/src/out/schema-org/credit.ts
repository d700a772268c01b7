import type { RecordEntity, RecordQuote } from '@onrecord/engine'
import type { Links } from '../links.js'
import { sourceOf } from '../named.js'

/**
 * Who said it, as schema.org takes it: references to the speakers that are persons or organisations (`creator` of a
 * Quotation, `author` of a Claim), or, where there is none, the source's words as `creditText`.
 *
 * - "the minister" who is Ida Fenn: a reference to her, with her name
 * - "residents", "two people in the room": `creditText`
 */
export function creditOf(
  key: 'creator' | 'author',
  quote: RecordQuote,
  entities: ReadonlyMap<string, RecordEntity>,
  story: string,
  links: Links,
): object {
  const parties = quote.speakers.flatMap(id => {
    const entity = entities.get(id)
    const type =
      entity?.type === 'person'
        ? 'Person'
        : entity?.type === 'organisation'
          ? 'Organization'
          : undefined
    if (entity === undefined || type === undefined) return []
    return [{ '@type': type, '@id': links.entity(story, id), name: entity.name }]
  })
  if (parties.length > 0) return { [key]: parties }
  const source = sourceOf(quote)
  return source === undefined ? {} : { creditText: source }
}
