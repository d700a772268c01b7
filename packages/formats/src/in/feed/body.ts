import type { Written } from '../text/writer.js'
import { attribute, childrenOf } from '../xml/find.js'
import { blocksOf, htmlWithin, plainWithin } from '../xml/inline.js'
import type { XmlElement } from '../xml/tree.js'
import { pick } from './fields.js'

/** A body shorter than this many characters is a teaser: the story is elsewhere. */
export const TEASER = 200

const BODIES = [
  'content:encoded',
  'xhtml:body',
  'xhtml:div',
  'content',
  'description',
  'summary',
  'dc:description',
]

/**
 * The words of an item: the first of its full texts (content:encoded, XHTML, Atom's content) or summaries that is long
 * enough to be a story, else the longest of them.
 */
export function bodyOf(source: string, item: XmlElement): Written {
  let longest: Written = { text: '', back: [] }
  for (const key of BODIES) {
    for (const element of pick(item, key)) {
      const body = readBody(source, element, item)
      if (body.text.length >= TEASER) return body
      if (body.text.length > longest.text.length) longest = body
    }
  }
  return longest
}

/**
 * One of them as text. Atom says whether it is text or HTML (type, and mode in 0.3); RSS does not, and is HTML by
 * custom: escaped, in CDATA, or as elements.
 */
function readBody(source: string, element: XmlElement, item: XmlElement): Written {
  const none = { text: '', back: [] }
  const type = (attribute(element, 'type') ?? '').toLowerCase()
  if (attribute(element, 'src') || attribute(element, 'mode') === 'base64') return none
  if (/^(?:image|audio|video)\//.test(type)) return none
  if (childrenOf(element).length > 0) return blocksOf(source, element)
  const isAtom = item.name === 'entry' && (element.name === 'content' || element.name === 'summary')
  if (!isAtom || /html/.test(type)) return htmlWithin(source, element)
  return type === '' || type.startsWith('text') ? plainWithin(source, element) : none
}
