import type { StoryRecord } from '@onrecord/engine'
import type { Links } from '../links.js'
import { entitiesOf } from '../named.js'
import { creditOf } from './credit.js'

/** Facts that stand in a quote, as its speaker's Claims: their words, what they are about, and the quote they are from. */
export function claimsOf(record: StoryRecord, links: Links): object[] {
  const { id: story } = record.story
  const entities = entitiesOf(record)
  const quotes = new Map(record.quotes.map(quote => [quote.id, quote]))
  return record.facts.flatMap(({ id, args, evidence, saidBy }) => {
    const quote = quotes.get(saidBy ?? '')
    if (quote === undefined) return []
    const about = [...new Set(Object.values(args))].filter(arg => entities.has(arg))
    return [
      {
        '@type': 'Claim',
        '@id': links.fact(story, id),
        text: evidence.map(({ text }) => text).join(' … '),
        ...creditOf('author', quote, entities, story, links),
        ...(about.length > 0 && {
          about: about.map(one => ({ '@id': links.entity(story, one) })),
        }),
        appearance: { '@id': links.story(story) },
        isPartOf: { '@id': links.quote(story, quote.id) },
      },
    ]
  })
}
