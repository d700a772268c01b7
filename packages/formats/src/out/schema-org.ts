import type { StoryRecord } from '@onrecord/engine'
import { jsonDocument, toScriptJson } from './json.js'
import type { OutFormat } from './out.js'
import { articleOf } from './schema-org/article.js'

/**
 * schema.org JSON-LD: a story is a NewsArticle, with what it mentions and, as parts, its quotes. A direct quote is a
 * Quotation by its creator (`spokenByCharacter` is for characters of fiction). Indirect and mixed quotes, and facts
 * that a quote's speaker states, are Claims by their author: not all of their words are the speaker's own. Facts that
 * the story itself states are not written, nor is any verdict.
 *
 * A file of one story is one object, a file of several an array. It may stand in a page's
 * `<script type="application/ld+json">` as it is: no `<`, `>` or `&` is in it.
 */
export const schemaOrg: OutFormat = {
  name: 'schema-org',
  summary: 'schema.org JSON-LD: NewsArticle with its Quotations and Claims',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  write: (records, options = {}) =>
    jsonDocument<StoryRecord>(records, record => toScriptJson(articleOf(record, options.base), 2)),
}
