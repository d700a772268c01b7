import type { RecordEntity, RecordQuote, StoryRecord } from '@onrecord/engine'
import { authorsOf } from './bibtex/authors.js'
import { entryOf, type Field } from './bibtex/entry.js'
import { literalOf, verbatimOf } from './bibtex/escape.js'
import { dayOf } from './dates.js'
import { has } from './fields.js'
import { linksOf } from './links.js'
import { contentOf, entitiesOf, sourceOf } from './named.js'
import type { OutFormat, OutOptions } from './out.js'
import { slugOf } from './slug.js'

export interface BibtexOptions extends OutOptions {
  /** An entry for each direct quote too, behind its story's. */
  readonly quotes?: boolean
}

/**
 * BibTeX that classic styles and biblatex read: one entry a story, an @article of its outlet (`journal` and
 * `journaltitle`), or @misc where no outlet is known. The date stands as `date`, `year` and `month`, the permanent link in
 * `note`.
 *
 * With `quotes`, each direct quote is a @misc by its speaker, its words the `note`, tied to its story by
 * `howpublished` in words and `related` (biblatex) by key. Indirect and mixed quotes are not the speaker's words alone:
 * they are not cited.
 *
 * A key is the story's id in letters, digits and `-`, and for a quote its id behind a `.`: the same story always has the same
 * key. Where a file holds one twice (two stories of one id; ids that differ in case only), `.2` is put behind it. Keys
 * that were written are kept for that.
 */
export const bibtex: OutFormat & {
  write(
    records: AsyncIterable<StoryRecord>,
    options?: BibtexOptions,
  ): AsyncIterable<string | Uint8Array>
} = {
  name: 'bibtex',
  summary: 'BibTeX: an entry a story; with quotes, one for each direct quote',
  mediaType: 'application/x-bibtex',
  extension: 'bib',
  async *write(records, options: BibtexOptions = {}) {
    const links = linksOf(options.base)
    const written = new Set<string>()
    for await (const record of records) {
      const key = freshKey(slugOf(record.story.id), written)
      yield storyEntry(record, key, links.story(record.story.id))
      if (!options.quotes) continue
      const entities = entitiesOf(record)
      for (const quote of record.quotes) {
        if (quote.kind !== 'direct') continue
        const link = links.quote(record.story.id, quote.id)
        const own = freshKey(`${key}.${slugOf(quote.id)}`, written)
        yield quoteEntry(quote, own, link, { record, key, entities })
      }
    }
  },
}

function storyEntry({ story }: StoryRecord, key: string, link: string): string {
  const { title, outlet, byline = [], published, url, language } = story
  const known = has(outlet)
  return entryOf(known ? 'article' : 'misc', key, [
    ['author', authorsOf(byline)],
    // twice in braces: styles leave its capitals alone
    ['title', has(title) && `{${literalOf(title)}}`],
    ['journal', known && literalOf(outlet)],
    ['journaltitle', known && literalOf(outlet)],
    ...dateFields(published),
    ['url', has(url) && verbatimOf(url)],
    ['note', `Record: ${literalOf(link)}`],
    ['langid', language === 'en' && 'english'],
  ])
}

interface Home {
  readonly record: StoryRecord
  readonly key: string
  readonly entities: ReadonlyMap<string, RecordEntity>
}

function quoteEntry(quote: RecordQuote, key: string, link: string, home: Home): string {
  const { record, entities } = home
  const { published, url } = record.story
  const [title, outlet] = [short(record.story.title), short(record.story.outlet)]
  const speakers = quote.speakers.flatMap(id => entities.get(id) ?? [])
  const source = sourceOf(quote)
  const where = [has(title) && `“${title}”`, outlet].filter(part => part !== false).filter(has)
  return entryOf('misc', key, [
    [
      'author',
      speakers.length > 0
        ? authorsOf(
            speakers.map(({ name }) => name),
            speakers.map(({ type }) => type !== 'person'),
          )
        : source !== undefined && authorsOf([source], [true]),
    ],
    ['title', `{${literalOf(`Quoted in ${where.join(', ') || record.story.id}`)}}`],
    ['howpublished', where.length > 0 && `Quoted in ${literalOf(where.join(', '))}`],
    ...dateFields(published),
    ['url', has(url) && url.length <= LONGEST && verbatimOf(url)],
    ['note', literalOf(contentOf(quote))],
    ['related', home.key],
    ['relatedstring', 'Quoted in'],
    ['addendum', `Record: ${literalOf(link)}`],
  ])
}

function dateFields(published: string | undefined): Field[] {
  const day = dayOf(published)
  if (day === undefined) return []
  return [
    ['date', day],
    ['year', day.slice(0, 4)],
    ['month', String(Number(day.slice(5, 7)))],
  ]
}

/** Code units of a title, an outlet or an address that stand with each of a story's quotes. */
const LONGEST = 1000

/** Cut where too long: a file must not grow with quotes times title. */
const short = (text: string | undefined): string | undefined =>
  text !== undefined && text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text

/** The key, or the first of `KEY.2`, `KEY.3` … that no entry has; case does not tell keys apart for BibTeX. */
function freshKey(key: string, written: Set<string>): string {
  let fresh = key
  for (let n = 2; written.has(fresh.toLowerCase()); n++) fresh = `${key}.${n}`
  written.add(fresh.toLowerCase())
  return fresh
}
