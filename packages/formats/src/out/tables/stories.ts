import type { StoryRecord } from '@onrecord/engine'
import { integer, string, table, timestamp } from './table.js'

/** ISO 8601 with a time and an offset: the only dates that are one instant. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/

/**
 * When a story was published, as an instant. A day without a time and a time without an offset are none: which instant
 * they are would be a guess; `published` has them as they are.
 */
function instant(published: string | undefined): Date | undefined {
  if (published === undefined || !INSTANT.test(published)) return
  const date = new Date(published)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** A row a story: what is known of it, and how many items of each kind its record has. Its text is left out. */
export const storiesTable = table<StoryRecord>('a story', ({ record }) => [record], [
  timestamp('published_at', ({ story }) => instant(story.published)),
  string('byline', ({ story }) => story.byline?.join('; ')),
  string('url', ({ story }) => story.url),
  string('language', ({ story }) => story.language),
  string('sha256', ({ story }) => story.sha256),
  integer('length', ({ story }) => story.text.length),
  integer('quotes', ({ quotes }) => quotes.length),
  integer('entities', ({ entities }) => entities.length),
  integer('people', ({ entities }) => entities.filter(({ type }) => type === 'person').length),
  integer('values', ({ values }) => values.length),
  integer('facts', ({ facts }) => facts.length),
  integer('claims', ({ facts }) => facts.filter(({ saidBy }) => saidBy !== undefined).length),
  integer('findings', ({ findings }) => findings.length),
  string('reader', ({ reader }) => reader.version),
  string('models', ({ reader }) =>
    reader.models.map(({ name, version }) => `${name} ${version}`).join('; '),
  ),
])
