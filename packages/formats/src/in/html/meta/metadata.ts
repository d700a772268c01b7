import { bare } from '../text/block.js'
import type { Layout } from '../text/layout.js'
import { attribute, type Element, elementsIn, plainText, type Root } from '../tree/node.js'
import { given, type Said } from './facts.js'
import { fromJsonLd } from './json-ld.js'
import { fromMarks } from './marked.js'
import { fromMetas } from './metas.js'
import { fromTitleTag, withoutOutlet } from './title.js'

/** What a page says of its story before it is known where the story stands. */
export interface Metadata extends Said {
  /** Does the page state in any way that it is an article: by JSON-LD, Open Graph, articleBody? */
  readonly article: boolean
  /** What its `<title>` and its first main heading say: to tell pages of errors and of consent. */
  readonly tag: string
  readonly heading: string
}

/**
 * The facts of a page, each from the best place that states it: JSON-LD, then `<meta>`, then marks in the text, then
 * the page's frame (`<title>`, `<link rel=canonical>`, `<html lang>`). Titles lose their outlet's name. Addresses are
 * http or https, made whole against `base`, the address the page was fetched from; others are left out.
 */
export function metadata(root: Root, layout: Layout, base?: string): Metadata {
  const frame = readFrame(root)
  const metas = fromMetas(frame.metas)
  const canonical = whole(frame.canonical, base)
  const pageUrl = canonical ?? whole(metas.url, base)
  const json = fromJsonLd(frame.scripts, given({ url: pageUrl, title: metas.title }))
  const marks = fromMarks(layout)
  const headings = layout.blocks
    .filter(({ holder }) => holder.tag === 'h1')
    .slice(0, 5)
    .map(({ text }) => text)
  const outlet = json.outlet ?? metas.outlet ?? marks.outlet
  const outlets = [json.outlet, metas.outlet, marks.outlet].filter(each => each !== undefined)
  const stated = json.title ?? metas.title ?? marks.title
  const named = stated !== undefined ? withoutOutlet(stated, outlets) : undefined
  const title =
    (outlets.length === 0 &&
      named !== undefined &&
      headings.find(
        each => bare(named).startsWith(`${bare(each)} `) && bare(each).includes(' '),
      )) ||
    named ||
    (frame.title === '' ? headings[0] : fromTitleTag(frame.title, headings, outlets))
  const people = [json.byline, metas.byline, marks.byline].map(names =>
    names?.filter(name => !outlets.some(each => bare(each) === bare(name))),
  )
  return {
    ...given({
      title,
      byline: people.find(names => names !== undefined && names.length > 0),
      outlet,
      published: json.published ?? metas.published ?? marks.published,
      updated: json.updated ?? metas.updated ?? marks.updated,
      url: pageUrl ?? whole(json.url, base) ?? whole(base),
      language: frame.language ?? json.language ?? metas.language,
      id: json.id ?? metas.id,
      description: json.description ?? metas.description,
      body: json.body,
    }),
    article: json.article === true || metas.article === true || marks.article === true,
    tag: frame.title,
    heading: headings[0] ?? '',
  }
}

interface Frame {
  readonly metas: readonly Element[]
  readonly scripts: readonly Element[]
  readonly title: string
  readonly canonical?: string
  readonly language?: string
}

function readFrame(root: Root): Frame {
  const metas: Element[] = []
  const scripts: Element[] = []
  let title: string | undefined
  let canonical: string | undefined
  let language: string | undefined
  for (const element of elementsIn(root)) {
    if (element.tag === 'meta') metas.push(element)
    else if (element.tag === 'script') {
      if (/^\s*application\/ld\+json/i.test(attribute(element, 'type') ?? '')) scripts.push(element)
    } else if (element.tag === 'title' && title === undefined && !element.namespace.endsWith('svg'))
      title = plainText(element)
    else if (
      element.tag === 'link' &&
      /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, 'rel') ?? '')
    )
      canonical ??= attribute(element, 'href')
    else if (element.tag === 'html') {
      const tag = attribute(element, 'lang') ?? attribute(element, 'xml:lang')
      if (tag !== undefined && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,4}$/i.test(tag.trim()))
        language = tag.trim().replace(/_/g, '-')
    }
  }
  return { metas, scripts, title: title ?? '', ...given({ canonical, language }) }
}

/** An http or https address in full; undefined for any other. */
function whole(url: string | undefined, base?: string): string | undefined {
  if (url === undefined || url.trim() === '' || url.length > 4_000) return undefined
  try {
    const parsed = new URL(url.trim(), base)
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : undefined
  } catch {
    return undefined
  }
}
