import type { RecordEntity, StoryRecord } from '@onrecord/engine'
import { instantOf } from './dates.js'
import { has, listed } from './fields.js'
import { toJson } from './json.js'
import { type Links, linksOf } from './links.js'
import { entitiesOf, isNamed } from './named.js'
import type { OutFormat } from './out.js'

/** The schema that every item is valid against. */
export const NINJS_SCHEMA = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#'

/**
 * IPTC ninjs 3.1, one item a line: a file of one story is a ninjs document, a file of several is JSON lines of them
 * (ninjs has no list of items that would not be an item itself).
 *
 * ninjs has no place for who said what, and its items let no other property through: quotes, values and facts are not
 * in it. Who is quoted by name is among `infoSources` with the role "quoted".
 */
export const ninjs: OutFormat = {
  name: 'ninjs',
  summary: 'IPTC ninjs 3.1: the story, its headline, and whom and what it names; one item a line',
  mediaType: 'application/json',
  extension: 'json',
  async *write(records, options = {}) {
    const links = linksOf(options.base)
    for await (const record of records) yield `${toJson(itemOf(record, links))}\n`
  },
}

/**
 * A record as a ninjs item. The day of publication is `contentCreated` where it is a moment; where it is a day only,
 * nothing in ninjs can hold it. Works, and groups with a name, are subjects: ninjs's objects are material things.
 */
export function itemOf(record: StoryRecord, links: Links): object {
  const { story } = record
  const { title, outlet, text, language } = story
  const created = instantOf(story.published)
  const byline = (story.byline ?? []).filter(has)
  const named = (...types: Parameters<typeof isNamed>[1][]) =>
    record.entities
      .filter(entity => isNamed(entity, ...types))
      .map(({ id, name }) => ({ name, rel: 'mentions', uri: links.entity(story.id, id) }))
  const altIds = [
    { role: 'id', value: story.id },
    { role: 'sha256', value: story.sha256 },
    ...(has(story.url) ? [{ role: 'url', value: story.url }] : []),
  ]
  return {
    uri: links.story(story.id),
    type: 'text',
    representationType: 'full',
    ...(created !== undefined && { contentCreated: created }),
    language,
    ...(byline.length > 0 && { by: joined(byline) }),
    ...(has(title) && { headlines: [{ role: 'main', value: title }] }),
    bodies: [{ role: 'main', contentType: 'text/plain', charCount: [...text].length, value: text }],
    ...listed('people', named('person')),
    ...listed('organisations', named('organisation')),
    ...listed('places', named('place')),
    ...listed('events', named('event')),
    ...listed('subjects', named('work', 'group')),
    ...listed('infoSources', [
      ...(has(outlet) ? [{ name: outlet, role: 'publisher' }] : []),
      ...quoted(record).map(({ id, name }) => ({
        name,
        role: 'quoted',
        uri: links.entity(story.id, id),
      })),
    ]),
    altIds,
    standard: { name: 'ninjs', version: '3.1', schema: NINJS_SCHEMA },
  }
}

/** Named people and organisations that say something in the story, each once, in the order of their first quotes. */
function quoted(record: StoryRecord): RecordEntity[] {
  const entities = entitiesOf(record)
  const ids = new Set(record.quotes.flatMap(({ speakers }) => speakers))
  return [...ids].flatMap(id => {
    const entity = entities.get(id)
    return entity !== undefined && isNamed(entity, 'person', 'organisation') ? [entity] : []
  })
}

/** "A", "A and B", "A, B and C". */
const joined = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
