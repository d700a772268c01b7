import type { StoryRecord } from '@onrecord/engine'
import { isNamed } from '../named.js'
import { dateOf } from './dates.js'
import { addresses, entity, type FtmEntity, names, strings, texts } from './entity.js'
import type { Ids } from './ids.js'
import { urls } from './urls.js'

/** The languages of the reader, as FollowTheMoney codes them (ISO 639-3). */
const LANGUAGES: Readonly<Record<string, string>> = { en: 'eng' }

/** The story as an Article. What it is called is its title, else its id. */
export function articleOf(record: StoryRecord, ids: Ids, withText: boolean): FtmEntity {
  const { story } = record
  const { title, outlet, byline = [], url, text } = story
  const language = LANGUAGES[story.language.split('-')[0]!.toLowerCase()]
  const named = (type: 'person' | 'organisation' | 'place') =>
    record.entities.filter(one => isNamed(one, type)).map(({ name }) => name)
  return entity('Article', ids.article, {
    name: names(title ?? story.id),
    title: strings(title),
    author: byline.flatMap(strings),
    publisher: strings(outlet),
    publishedAt: dateOf(story.published),
    sourceUrl: urls(url),
    language: language === undefined ? [] : [language],
    mimeType: ['text/plain'],
    bodyText: withText ? texts(text) : [],
    peopleMentioned: named('person').flatMap(names),
    companiesMentioned: named('organisation').flatMap(names),
    locationMentioned: named('place').flatMap(addresses),
  })
}
