import type { Layout } from '../text/layout.js'
import { attribute, type Element } from '../tree/node.js'
import { namesOf } from './tokens.js'

/** Elements that the page says are its article's body, by how plainly it says so: the plainest first. */
export function statedBodies(layout: Layout): readonly (readonly Element[])[] {
  const bodies: Element[] = []
  const contents: Element[] = []
  const articles: Element[] = []
  for (const element of layout.elements) {
    const property = attribute(element, 'itemprop')
    if (property !== undefined && /(?:^|\s)(?:articleBody|reviewBody)(?:\s|$)/.test(property)) {
      bodies.push(element)
    } else if (isEntryContent(element)) contents.push(element)
    else if (isArticle(element)) articles.push(element)
  }
  return [bodies, contents, articles].map(found => outermost(layout, found))
}

/** hNews, hAtom, h-entry, and what themes made of them. */
function isEntryContent(element: Element): boolean {
  const value = attribute(element, 'class')
  if (value === undefined) return false
  return /(?:^|\s)(?:entry-content|e-content|post-content|article-body|articleBody|story-body|article__body|article-content|article__content|post-body|StoryBody|ArticleBody)(?:\s|$)/.test(
    value,
  )
}

function isArticle(element: Element): boolean {
  if (element.tag === 'article' || attribute(element, 'role') === 'article') return true
  const type = attribute(element, 'itemtype')
  if (type !== undefined && /\/(?:\w*Article|BlogPosting|Report|LiveBlogPosting)$/.test(type))
    return true
  const names = namesOf(element)
  return element.tag !== 'body' && (names.has('hentry') || names.has('h-entry'))
}

function outermost({ range }: Layout, elements: readonly Element[]): readonly Element[] {
  let end = 0
  return elements.filter(element => {
    const own = range.get(element)!
    if (own.index < end) return false
    end = own.end
    return true
  })
}
