import { firstDate, readNitf } from '../nitf/read-nitf.js'
import { bylineNames } from '../text/names.js'
import { attribute, childrenOf, find, within } from '../xml/find.js'
import { lineOf } from '../xml/text.js'
import type { XmlElement } from '../xml/tree.js'
import { type ItemStory, inlineData } from './read-item.js'

/**
 * Reads the stories of a NewsItem of NewsML 1: one for each NewsComponent whose own ContentItems hold text, with the
 * NewsLines nearest above it. The identifier is the public one, else the item's own.
 */
export function readOldItem(source: string, item: XmlElement): readonly ItemStory[] {
  const identifier = find(item, 'Identification', 'NewsIdentifier')
  const manage = find(item, 'NewsManagement')
  const provider = lineOf(source, find(identifier, 'ProviderId'))
  const stories: ItemStory[] = []
  const visit = (component: XmlElement, above: XmlElement | undefined) => {
    const lines = find(component, 'NewsLines') ?? above
    const body = ownText(source, component)
    if (body) {
      stories.push({
        ...body,
        id:
          lineOf(source, find(identifier, 'PublicIdentifier')) ??
          lineOf(source, find(identifier, 'NewsItemId')) ??
          body.id,
        version: lineOf(source, find(identifier, 'RevisionId')) ?? body.version,
        title: lineOf(source, find(lines, 'HeadLine')) ?? body.title,
        outlet: body.outlet ?? provider,
        byline: bylines(source, lines) ?? body.byline,
        published: firstDate(lineOf(source, find(manage, 'FirstCreated'))) ?? body.published,
        updated: firstDate(lineOf(source, find(manage, 'ThisRevisionCreated'))),
        language:
          attribute(find(component, 'DescriptiveMetadata', 'Language'), 'FormalName') ??
          body.language,
      })
    }
    for (const child of childrenOf(component, 'NewsComponent')) visit(child, lines)
  }
  for (const component of childrenOf(item, 'NewsComponent')) visit(component, undefined)
  return stories
}

/** The words of the first of a component's ContentItems that has some; pictures hold none. */
function ownText(source: string, component: XmlElement): ItemStory | undefined {
  for (const content of childrenOf(component, 'ContentItem')) {
    const kind = attribute(find(content, 'MediaType'), 'FormalName') ?? 'Text'
    const data = find(content, 'DataContent') ?? find(content, 'Encoding', 'DataContent')
    if (!/text/i.test(kind) || data === undefined || find(content, 'Encoding')) continue
    const [nitf] = within(data, 'nitf')
    const format = attribute(find(content, 'Format'), 'FormalName') ?? ''
    const story = nitf ? readNitf(source, nitf) : inlineData(source, data, format.toLowerCase())
    if (story.text !== '') return story
  }
  return undefined
}

function bylines(source: string, lines: XmlElement | undefined): readonly string[] | undefined {
  const names = childrenOf(lines, 'ByLine').flatMap(line => bylineNames(lineOf(source, line)))
  return names.length > 0 ? [...new Set(names)] : undefined
}
