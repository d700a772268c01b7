import type { EntityType, RecordEntity, StoryRecord } from '@onrecord/engine'
import { dayOf, instantOf } from '../dates.js'
import { has, listed, webAddress } from '../fields.js'
import { type Links, linksOf } from '../links.js'
import { isNamed } from '../named.js'
import { claimsOf } from './claims.js'
import { quotesOf } from './quotes.js'

/** What an entity is to schema.org. Groups and others have no type that says more than Thing: they are left out. */
const TYPES: Partial<Record<EntityType, string>> = {
  person: 'Person',
  organisation: 'Organization',
  place: 'Place',
  work: 'CreativeWork',
  event: 'Event',
}

/** A story's record as a NewsArticle. The story's text is not in it. */
export function articleOf(record: StoryRecord, base?: string): object {
  const { story } = record
  const links = linksOf(base)
  const published = instantOf(story.published) ?? dayOf(story.published)
  const url = webAddress(story.url)
  const mentions = record.entities.filter(entity =>
    isNamed(entity, 'person', 'organisation', 'place', 'work', 'event'),
  )
  const parts = [...quotesOf(record, links), ...claimsOf(record, links)]
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': links.story(story.id),
    ...(has(story.title) && { headline: story.title }),
    ...(url !== undefined && { url }),
    inLanguage: story.language,
    ...(published !== undefined && { datePublished: published }),
    ...(has(story.outlet) && {
      publisher: { '@type': 'Organization', name: story.outlet },
    }),
    ...listed(
      'author',
      (story.byline ?? []).filter(has).map(name => ({
        // a paper that signs its own story is no person
        '@type': name === story.outlet ? 'Organization' : 'Person',
        name,
      })),
    ),
    ...listed(
      'mentions',
      mentions.map(entity => thingOf(entity, story.id, links)),
    ),
    ...listed('hasPart', parts),
  }
}

const thingOf = ({ id, type, name }: RecordEntity, story: string, links: Links) => ({
  '@type': TYPES[type],
  '@id': links.entity(story, id),
  name,
})
