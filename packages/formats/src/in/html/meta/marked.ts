import type { Layout } from '../text/layout.js'
import { attribute, type Element, plainText, upwards } from '../tree/node.js'
import { isoTime } from './dates.js'
import { given, type Said } from './facts.js'
import { peopleIn } from './people.js'

/**
 * What a page marks in its visible words: microdata (itemprop), hNews and hAtom (`.entry-title`, `.vcard .fn`,
 * abbr.published, `.source-org`), h-entry (p-name, p-author, dt-published), rel=author, `<time datetime>`. What stands
 * in a comment or in another story's teaser is passed over; the first of each counts.
 */
export function fromMarks(layout: Layout): Said {
  let title: string | undefined
  let published: string | undefined
  let updated: string | undefined
  let time: string | undefined
  let outlet: string | undefined
  let body = false
  const people: { rank: number; names: readonly string[]; holder: Element | undefined }[] = []
  for (const element of layout.elements) {
    const properties = attribute(element, 'itemprop')?.split(/\s+/) ?? []
    const classes = attribute(element, 'class')?.slice(0, 500).split(/\s+/) ?? []
    const rel = attribute(element, 'rel')?.toLowerCase().split(/\s+/) ?? []
    if (properties.includes('articleBody')) body = true
    if (properties.length + classes.length + rel.length === 0 && element.tag !== 'time') continue
    if (people.length < 20) {
      const rank = authorRank(element, properties, classes, rel)
      if (rank > 0 && !isElsewhere(element)) {
        const names = peopleIn(authorText(element, rank))
        if (names.length > 0) people.push({ rank, names, holder: holderOf(element) })
      }
    }
    if (
      title === undefined &&
      (properties.includes('headline') ||
        classes.includes('entry-title') ||
        (classes.includes('p-name') && /^h\d$/.test(element.tag)))
    ) {
      if (!isElsewhere(element)) title = text(element)
    }
    if (
      published === undefined &&
      (properties.includes('datePublished') ||
        classes.includes('published') ||
        classes.includes('dt-published'))
    ) {
      if (!isElsewhere(element)) published = timeOf(element)
    }
    if (
      updated === undefined &&
      (properties.includes('dateModified') ||
        classes.includes('updated') ||
        classes.includes('dt-updated'))
    ) {
      if (!isElsewhere(element)) updated = timeOf(element)
    }
    if (outlet === undefined && (classes.includes('source-org') || classes.includes('p-publisher')))
      outlet = text(element)
    if (time === undefined && element.tag === 'time' && !isElsewhere(element)) {
      if (attribute(element, 'pubdate') !== undefined && published === undefined)
        published = timeOf(element)
      time = timeOf(element)
    }
  }
  const best = Math.max(0, ...people.map(({ rank }) => rank))
  const chosen = people.filter(({ rank }) => rank === best)
  return given({
    title,
    byline: [
      ...new Set(
        chosen.filter(({ holder }) => holder === chosen[0]?.holder).flatMap(({ names }) => names),
      ),
    ],
    published: published ?? time,
    updated,
    outlet,
    article: body || undefined,
  })
}

/** 0 for no author; the plainer the mark, the higher. */
function authorRank(
  element: Element,
  properties: readonly string[],
  classes: readonly string[],
  rel: readonly string[],
): number {
  if (properties.includes('author') || properties.includes('creator')) return 5
  if (classes.includes('p-author')) return 4
  if (
    classes.includes('fn') &&
    [...upwards(element)]
      .slice(1, 5)
      .some(above =>
        /(?:^|\s)(?:author|byline|vcard)(?:\s|$)/.test(attribute(above, 'class') ?? ''),
      )
  )
    return 4
  if (rel.includes('author') && element.tag === 'a') return 3
  // "story-byline", "author-name", "article__byline": the name of a class, not a mark
  if (
    classes.some(name =>
      /(?:^|[-_])(?:byline|author|author-?name|signature|writer)$/i.test(name),
    ) &&
    element.tag !== 'body'
  )
    return 2
  return 0
}

/** The name within an author's mark: what is marked as a name there, else all of it if it is short. */
function authorText(element: Element, rank: number): string {
  for (const { tag, attributes } of inside(element)) {
    const named = attributes.some(
      ({ name, value }) =>
        (name === 'itemprop' && /(?:^|\s)name(?:\s|$)/.test(value)) ||
        (name === 'class' && /(?:^|\s)fn(?:\s|$)/.test(value)),
    )
    const content = attributes.find(({ name }) => name === 'content')?.value
    if (named && tag === 'meta' && content !== undefined) return content
  }
  const named = inside(element).find(
    each =>
      /(?:^|\s)name(?:\s|$)/.test(attribute(each, 'itemprop') ?? '') ||
      /(?:^|\s)fn(?:\s|$)/.test(attribute(each, 'class') ?? ''),
  )
  const content = attribute(element, 'content')
  if (named !== undefined) return text(named) ?? ''
  if (content !== undefined) return content
  const whole = text(element) ?? ''
  if (rank > 2) return whole
  // a box that is merely called so: its links are the names, else what it says after "By"
  const links = inside(element)
    .filter(({ tag }) => tag === 'a')
    .slice(0, 5)
    .map(link => text(link) ?? '')
  if (/^(?:by|af|av|von|par|por)\s/i.test(whole) || whole.length <= 60)
    return links.filter(link => peopleIn(link).length > 0).join(', ') || whole
  return ''
}

function inside(element: Element): readonly Element[] {
  const found: Element[] = []
  const stack: Element[] = [element]
  while (stack.length > 0 && found.length < 60) {
    const each = stack.pop()!
    for (let i = each.children.length - 1; i >= Math.max(0, each.children.length - 200); i--) {
      const child = each.children[i]!
      if (child.type === 'element') stack.push(child)
    }
    if (each !== element) found.push(each)
  }
  return found
}

const text = (element: Element): string | undefined => {
  const found = plainText(element, 400)
  return found === '' ? undefined : found
}

/** `<time datetime>`, `<abbr title>`, `<meta content>`, hAtom's value-title, else the words. */
function timeOf(element: Element): string | undefined {
  for (const key of [
    'datetime',
    'content',
    'title',
    'data-time',
    'data-timestamp',
    'data-datetime',
  ]) {
    const value = attribute(element, key)
    const time = value === undefined ? undefined : isoTime(value)
    if (time !== undefined) return time
  }
  for (const each of inside(element)) {
    const value =
      attribute(each, 'datetime') ??
      (/(?:^|\s)value-title(?:\s|$)/.test(attribute(each, 'class') ?? '')
        ? attribute(each, 'title')
        : undefined)
    const time = value === undefined ? undefined : isoTime(value)
    if (time !== undefined) return time
  }
  return isoTime(text(element) ?? '')
}

/** Does it stand in a comment, a list of other stories, the page's foot? Looks twelve elements up. */
function isElsewhere(element: Element): boolean {
  let steps = 0
  for (const { tag, attributes } of upwards(element)) {
    if (tag === 'body' || tag === 'main') return false
    if (tag === 'nav' || tag === 'footer' || tag === 'aside' || tag === 'figure') return true
    for (const { name, value } of attributes) {
      if (
        (name === 'class' || name === 'id') &&
        /(?:^|[\s_-])(?:comments?|commentlist|related|recommended|sidebar|teasers?|promos?|recirc|trending|popular|more-stories|caption|credit)(?:[\s_-]|$)/i.test(
          value,
        )
      )
        return true
      if (
        name === 'itemprop' &&
        /(?:^|\s)(?:comment|publisher|image|associatedMedia|video)(?:\s|$)/.test(value)
      )
        return true
    }
    if (++steps > 12) return false
  }
  return false
}

/** The box of the byline that an author's mark stands in: the outermost that is called so, else its parent. */
function holderOf(element: Element): Element | undefined {
  const above = [...upwards(element)].slice(1, 6)
  const boxes = above.filter(each =>
    /(?:^|[\s_-])(?:bylines?|authors?|vcard|contributors)(?:[\s_-]|$)/i.test(
      attribute(each, 'class') ?? '',
    ),
  )
  return boxes[boxes.length - 1] ?? above[0]
}
