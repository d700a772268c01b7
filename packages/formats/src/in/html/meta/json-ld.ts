import { decodeReferences } from '../tree/align.js'
import { type Element, rawText } from '../tree/node.js'
import { isoTime } from './dates.js'
import { given, type Said } from './facts.js'
import { peopleIn } from './people.js'

/** What is read of one page: scripts, characters of one, objects of all, and how deep an object may stand. */
const CAPS = { scripts: 30, characters: 1_000_000, objects: 5_000, depth: 12 }

type Json = Readonly<Record<string, unknown>>

const ARTICLE =
  /(?:Article|BlogPosting|LiveBlogPosting|^Report|^Review|SocialMediaPosting|Posting)$/
const BETTER =
  /^(?:NewsArticle|ReportageNewsArticle|AnalysisNewsArticle|OpinionNewsArticle|BackgroundNewsArticle|ReviewNewsArticle|LiveBlogPosting|BlogPosting)$/

/**
 * The article that a page's JSON-LD describes: in @graph, arrays and under mainEntity too; references by @id followed.
 * A script that is no JSON is mended once (comments, CDATA, line ends within strings, commas before a bracket), else
 * left out. Of several articles the one whose url or headline is the page's, else the first of the best type.
 */
export function fromJsonLd(
  scripts: readonly Element[],
  page: { url?: string; title?: string },
): Said {
  const objects: Json[] = []
  for (const script of scripts.slice(0, CAPS.scripts)) {
    const text = rawText(script, CAPS.characters + 1)
    if (text.length > CAPS.characters) continue
    const value = readJson(text)
    if (value !== undefined) collect(value, objects)
  }
  const byId = new Map<string, Json>()
  for (const each of objects) {
    const id = string(each['@id'])
    if (id !== undefined && Object.keys(each).length > 1 && !byId.has(id)) byId.set(id, each)
  }
  const articles = objects.filter(each => typesOf(each).some(type => ARTICLE.test(type)))
  const chosen = choose(articles, page)
  const site = objects.find(each => typesOf(each).includes('WebSite'))
  if (chosen === undefined) return given({ outlet: string(site?.name) })
  const follow = (value: unknown): unknown => {
    const id = isObject(value) && Object.keys(value).length <= 2 ? string(value['@id']) : undefined
    return (id !== undefined && byId.get(id)) || value
  }
  const publisher = follow(list(chosen.publisher)[0])
  return given({
    title: string(chosen.headline) ?? string(chosen.name),
    byline: peopleOf(chosen.author ?? chosen.creator, follow),
    outlet: nameOf(publisher) ?? string(site?.name),
    published: isoTime(string(chosen.datePublished) ?? string(chosen.dateCreated) ?? ''),
    updated: isoTime(string(chosen.dateModified) ?? ''),
    url: string(chosen.url) ?? idOf(chosen.mainEntityOfPage),
    language: string(chosen.inLanguage),
    id: identifierOf(chosen.identifier),
    description: string(chosen.description),
    body: string(chosen.articleBody),
    article: true,
  })
}

function readJson(text: string): unknown {
  for (const attempt of [text, mended(text)]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // the next attempt, or nothing
    }
  }
  return undefined
}

const mended = (text: string): string =>
  text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .trimEnd()
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?\]\]>)\s*;?$/, '')
    .replace(/[\u0000-\u001f]/g, ' ')
    .replace(/,(?= {0,50}[\]}])/g, '')
    .replace(/;\s*$/, '')

/** All objects of a value, the outer before the inner, without recursion. */
function collect(value: unknown, into: Json[]): void {
  const queue: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let i = 0; i < queue.length && into.length < CAPS.objects; i++) {
    const { value: each, depth } = queue[i]!
    if (depth > CAPS.depth || typeof each !== 'object' || each === null) continue
    if (queue.length > 10 * CAPS.objects) return
    if (!Array.isArray(each)) into.push(each as Json)
    for (const inner of Object.values(each)) queue.push({ value: inner, depth: depth + 1 })
  }
}

function choose(
  articles: readonly Json[],
  page: { url?: string; title?: string },
): Json | undefined {
  if (articles.length < 2) return articles[0]
  const same = articles.find(each => {
    const url = string(each.url) ?? idOf(each.mainEntityOfPage)
    return (
      (page.url !== undefined && url === page.url) ||
      (page.title !== undefined && string(each.headline) === page.title)
    )
  })
  return same ?? articles.find(each => typesOf(each).some(type => BETTER.test(type))) ?? articles[0]
}

function peopleOf(value: unknown, follow: (value: unknown) => unknown): readonly string[] {
  return list(value)
    .slice(0, 30)
    .map(follow)
    .filter(each => !(isObject(each) && typesOf(each).some(type => /Organization$/.test(type))))
    .flatMap(each => peopleIn(nameOf(each) ?? ''))
    .filter((name, i, all) => all.indexOf(name) === i)
}

const nameOf = (value: unknown): string | undefined =>
  isObject(value) ? string(list(value.name)[0]) : string(value)

const idOf = (value: unknown): string | undefined =>
  isObject(value) ? (string(value['@id']) ?? string(value.url)) : string(value)

const identifierOf = (value: unknown): string | undefined =>
  isObject(value) ? string(value.value) : string(typeof value === 'number' ? String(value) : value)

const typesOf = (value: Json): readonly string[] =>
  list(value['@type']).flatMap(type =>
    typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : [],
  )

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A string with its references decoded once more, since many pages write "&amp;" within JSON; undefined if blank. */
function string(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = decodeReferences(value).trim()
  return text === '' ? undefined : text
}
