import { firstDate, readNitf, withDateline } from '../nitf/read-nitf.js'
import type { Draft } from '../text/found.js'
import { bylineNames } from '../text/names.js'
import type { Written } from '../text/writer.js'
import { attribute, childrenOf, find, within } from '../xml/find.js'
import { blocksOf, htmlWithin, plainWithin } from '../xml/inline.js'
import { lineOf, textOf } from '../xml/text.js'
import type { XmlElement } from '../xml/tree.js'

export type ItemStory = Omit<Draft, 'kind' | 'mediaType' | 'original' | 'part'>

/**
 * Reads a newsItem of NewsML-G2. The text is inlineXML (NITF, XHTML, or whatever else has paragraphs), else inlineData
 * of type text; of several the first with words. Title: headline, else itemMeta's title. Byline: creator names, else
 * by. Outlet: the provider's name, else its literal, else the copyright holder; codes ("nprov:VPA") are not looked up.
 * published is firstCreated or contentCreated, updated is versionCreated; where only the latter is there, it is both.
 */
export function readItem(source: string, item: XmlElement): ItemStory {
  const meta = find(item, 'itemMeta')
  const content = find(item, 'contentMeta')
  const inner = readContent(source, item)
  const dateline = find(content, 'dateline')
  const body = dateline && inner.text !== '' ? withDateline(source, dateline, inner) : inner
  const headlines = childrenOf(content, 'headline')
  const main = headlines.find(line => /main/i.test(attribute(line, 'role') ?? 'main'))
  const versionCreated = firstDate(lineOf(source, find(meta, 'versionCreated')))
  const created = firstDate(
    lineOf(source, find(meta, 'firstCreated')),
    lineOf(source, find(content, 'contentCreated')),
  )
  return {
    text: body.text,
    back: body.back,
    id: attribute(item, 'guid'),
    version: attribute(item, 'version'),
    title:
      lineOf(source, main ?? headlines[0]) ?? lineOf(source, find(meta, 'title')) ?? inner.title,
    outlet:
      partyName(source, find(meta, 'provider')) ??
      partyName(source, find(item, 'rightsInfo', 'copyrightHolder')) ??
      inner.outlet,
    byline: authors(source, content) ?? inner.byline,
    published: created ?? versionCreated ?? inner.published,
    updated: versionCreated,
    language:
      attribute(find(content, 'language'), 'tag') ?? attribute(item, 'xml:lang') ?? inner.language,
    url: undefined,
  }
}

type Content = Written & Pick<ItemStory, 'title' | 'outlet' | 'byline' | 'published' | 'language'>

/** The words of a contentSet: those of the first part that has some. */
function readContent(source: string, item: XmlElement): Content {
  for (const part of childrenOf(find(item, 'contentSet'), 'inlineXML', 'inlineData')) {
    const type = (attribute(part, 'contenttype') ?? '').toLowerCase()
    if (/^(?:image|audio|video)\//.test(type) || attribute(part, 'encoding')) continue
    const content =
      part.name === 'inlineXML' ? inlineXml(source, part) : inlineData(source, part, type)
    if (content.text !== '') return content
  }
  return { text: '', back: [] }
}

function inlineXml(source: string, part: XmlElement): Content {
  const [nitf] = within(part, 'nitf')
  if (nitf) {
    const { text, back, title, outlet, byline, published, language } = readNitf(source, nitf)
    return { text, back: back ?? [], title, outlet, byline, published, language }
  }
  return blocksOf(source, part)
}

/** Text as data: HTML where the type says so, with elements of its own as those, else its lines as they are. */
export function inlineData(source: string, part: XmlElement, type: string): Written {
  if (childrenOf(part).length > 0) return blocksOf(source, part)
  if (/html/.test(type)) return htmlWithin(source, part)
  return plainWithin(source, part)
}

function authors(source: string, content: XmlElement | undefined): readonly string[] | undefined {
  const creators = childrenOf(content, 'creator').flatMap(creator =>
    bylineNames(partyName(source, creator)),
  )
  if (creators.length > 0) return [...new Set(creators)]
  const by = childrenOf(content, 'by').flatMap(line => bylineNames(textOf(source, line)))
  return by.length > 0 ? [...new Set(by)] : undefined
}

/** A party's name as stated: its name element or its literal, never its code. */
const partyName = (source: string, party: XmlElement | undefined): string | undefined =>
  lineOf(source, find(party, 'name')) ?? attribute(party, 'literal')
