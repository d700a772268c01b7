import type { StoryRecord } from '@onrecord/engine'
import type { Links } from '../links.js'
import { contentOf, entitiesOf } from '../named.js'
import { creditOf } from './credit.js'

/** Direct quotes as Quotations; indirect and mixed ones as Claims that appear in the story. */
export function quotesOf(record: StoryRecord, links: Links): object[] {
  const { id: story } = record.story
  const entities = entitiesOf(record)
  const article = { '@id': links.story(story) }
  return record.quotes.map(quote => {
    const direct = quote.kind === 'direct'
    return {
      '@type': direct ? 'Quotation' : 'Claim',
      '@id': links.quote(story, quote.id),
      text: contentOf(quote),
      ...creditOf(direct ? 'creator' : 'author', quote, entities, story, links),
      // not firstAppearance: whether it was said elsewhere before, one story does not tell
      ...(direct ? {} : { appearance: article }),
      isPartOf: quote.within === undefined ? article : { '@id': links.quote(story, quote.within) },
    }
  })
}
