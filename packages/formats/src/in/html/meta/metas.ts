import { attribute, type Element } from '../tree/node.js'
import { isoTime } from './dates.js'
import { given, type Said } from './facts.js'
import { peopleIn } from './people.js'

/**
 * What the `<meta>` tags of a page say: Open Graph, article:*, Dublin Core, Parse.ly, Sailthru and the like. Names are
 * compared in small letters; for each fact the first name of its list that gives a value counts. article:author often
 * holds an address of a profile: that gives no name.
 */
export function fromMetas(metas: readonly Element[]): Said {
  const values = new Map<string, string[]>()
  for (const meta of metas.slice(0, 1_000)) {
    const content = (attribute(meta, 'content') ?? attribute(meta, 'value'))?.trim().slice(0, 5_000)
    if (content === undefined || content === '') continue
    const keys = ['property', 'name', 'itemprop'].flatMap(
      key => attribute(meta, key)?.toLowerCase().split(/\s+/) ?? [],
    )
    for (const key of new Set(keys)) {
      const before = values.get(key)
      if (before === undefined) values.set(key, [content])
      else if (before.length < 50) before.push(content)
    }
  }
  const first = (names: readonly string[], read: (value: string) => string | undefined = same) => {
    for (const name of names) {
      for (const value of values.get(name) ?? []) {
        const found = read(value)
        if (found !== undefined) return found
      }
    }
    return undefined
  }
  const people = () => {
    for (const name of AUTHORS) {
      const found = (values.get(name) ?? []).flatMap(peopleIn)
      if (found.length > 0) return [...new Set(found)]
    }
    return []
  }
  const type = first(['og:type'])?.toLowerCase()
  return given({
    title: first([
      'og:title',
      'parsely-title',
      'sailthru.title',
      'twitter:title',
      'dc.title',
      'dcterms.title',
      'headline',
      'title',
    ]),
    byline: people(),
    outlet: first(
      [
        'og:site_name',
        'dc.publisher',
        'dcterms.publisher',
        'article:publisher',
        'application-name',
        'publisher',
        'apple-mobile-web-app-title',
        'cre',
      ],
      outletName,
    ),
    published: first(PUBLISHED, isoTime),
    updated: first(UPDATED, isoTime),
    url: first(['og:url', 'parsely-link']),
    language: first(['dc.language', 'dcterms.language', 'language'], value =>
      /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value) ? value : undefined,
    ),
    id: first([
      'dc.identifier',
      'dcterms.identifier',
      'parsely-post-id',
      'article:id',
      'article_id',
      'articleid',
      'cms-id',
    ]),
    description: first(['og:description', 'description', 'twitter:description', 'dc.description']),
    article:
      type === undefined
        ? values.has('article:published_time')
          ? true
          : undefined
        : /article|blog|news|^post$/.test(type) || undefined,
  })
}

const same = (value: string): string | undefined => value

const outletName = (value: string): string | undefined =>
  /^https?:|^\/\//i.test(value) || value.length > 80 ? undefined : value

const AUTHORS = [
  'article:author',
  'og:article:author',
  'author',
  'byl',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.creator.name',
  'cxenseparse:author',
  'article:author_name',
  'article.author',
  'authors',
  'byline',
  'twitter:creator:name',
  'citation_author',
]

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'publish-date',
  'pubdate',
  'published_time',
  'publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'article.published',
  'ptime',
  'date',
  'pdate',
  'originalpublicationdate',
  'displaydate',
  'citation_publication_date',
]

const UPDATED = [
  'article:modified_time',
  'og:updated_time',
  'article:modified',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'last-modified',
  'revision_date',
  'utime',
  'moddate',
]
