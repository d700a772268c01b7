import { textOfFragment } from '../html.js'
import { toIso } from '../text/dates.js'
import { fieldNames } from '../text/names.js'
import { attribute, childrenOf, find } from '../xml/find.js'
import { lineOf, textOf } from '../xml/text.js'
import type { XmlElement } from '../xml/tree.js'

/** What feeds call their namespaces, and the prefixes that these are known by. */
const NAMESPACES: readonly (readonly [prefix: string, uri: string])[] = [
  ['content', 'http://purl.org/rss/1.0/modules/content/'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['dc', 'http://purl.org/dc/elements/1.0/'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['atom', 'http://www.w3.org/2005/Atom'],
  ['atom', 'http://purl.org/atom/ns#'],
  ['xhtml', 'http://www.w3.org/1999/xhtml'],
]
const PREFIX_OF = new Map(NAMESPACES.map(([prefix, uri]) => [uri, prefix]))
const URI_OF = new Map([...NAMESPACES].reverse())

/** What a prefix means that a cut-out part does not declare: its usual meaning, else nothing that is read. */
export const usualPrefix = (prefix: string): string =>
  URI_OF.get(prefix) ?? `urn:undeclared:${prefix}`

/** "title", "dc:creator", "content:encoded": an element's name with its usual prefix, none for the feed's own. */
function keyOf(element: XmlElement, parent: XmlElement): string {
  const prefix = PREFIX_OF.get(element.uri)
  if (prefix === 'atom' || element.uri === '' || (!prefix && element.uri === parent.uri)) {
    return element.name
  }
  return prefix ? `${prefix}:${element.name}` : ''
}

/** The children of the first of these keys that has any, in order. */
export function pick(
  parent: XmlElement | undefined,
  ...keys: readonly string[]
): readonly XmlElement[] {
  if (parent === undefined) return []
  const children = childrenOf(parent).map(child => [keyOf(child, parent), child] as const)
  for (const key of keys) {
    const found = children.filter(([name]) => name === key).map(([, child]) => child)
    if (found.length > 0) return found
  }
  return []
}

/** The first line with words of these keys. */
export function line(
  source: string,
  parent: XmlElement | undefined,
  ...keys: readonly string[]
): string | undefined {
  for (const key of keys) {
    for (const element of pick(parent, key)) {
      const value = lineOf(source, element)
      if (value !== undefined) return value
    }
  }
  return undefined
}

/** A title's words: markup and references in it, which feeds escape once more, are taken out. */
export function titleOf(source: string, parent: XmlElement | undefined): string | undefined {
  return plainTitle(line(source, parent, 'title', 'dc:title'))
}

export function plainTitle(title: string | undefined): string | undefined {
  if (title === undefined || !/&#?\w{1,12};|<\/?[a-z][^<>]{0,200}>/i.test(title)) return title
  return textOfFragment(title).text.replace(/\s+/g, ' ').trim() || undefined
}

export function dateOf(
  source: string,
  parent: XmlElement,
  ...keys: readonly string[]
): string | undefined {
  for (const key of keys) {
    for (const element of pick(parent, key)) {
      const iso = toIso(lineOf(source, element))
      if (iso !== undefined) return iso
    }
  }
  return undefined
}

/** Authors: Atom's by their names, RSS's "mail (Name)", Dublin Core's creators. */
export function authorsOf(source: string, parent: XmlElement | undefined): readonly string[] {
  for (const key of ['dc:creator', 'author']) {
    const names = pick(parent, key).flatMap(author =>
      fieldNames(
        find(author, 'name') ? lineOf(source, find(author, 'name')) : textOf(source, author),
      ),
    )
    if (names.length > 0) return [...new Set(names)]
  }
  return []
}

/** The address of an item: its link (Atom's alternate), else a guid that is one. Only http and https. */
export function linkOf(
  source: string,
  parent: XmlElement | undefined,
  base: string | undefined,
): string | undefined {
  for (const link of pick(parent, 'link')) {
    const rel = attribute(link, 'rel') ?? 'alternate'
    if (rel !== 'alternate') continue
    const url = webUrl(attribute(link, 'href') ?? lineOf(source, link), base)
    if (url) return url
  }
  const guid = pick(parent, 'guid')[0]
  return guid && attribute(guid, 'isPermaLink') !== 'false'
    ? webUrl(lineOf(source, guid))
    : undefined
}

export function webUrl(raw: string | undefined, base?: string): string | undefined {
  if (raw === undefined || raw.length > 4000) return undefined
  try {
    const url = new URL(raw, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
  } catch {
    return undefined
  }
}
