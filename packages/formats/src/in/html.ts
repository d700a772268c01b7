import { findArticle } from './html/article/article.js'
import { repeatedBody } from './html/article/repeated.js'
import { standfirst } from './html/article/standfirst.js'
import { decodePage } from './html/decode.js'
import { readFragment } from './html/fragment.js'
import { metadata } from './html/meta/metadata.js'
import { fromSight } from './html/meta/visible.js'
import { decide, isSure } from './html/opinions.js'
import { whyNoArticle } from './html/refuse.js'
import { secondOpinion } from './html/second.js'
import { layOut } from './html/text/layout.js'
import { render } from './html/text/render.js'
import { parsePage } from './html/tree/parse.js'
import { TooMuch } from './html/tree/too-much.js'
import type { Found, Incoming, InFormat, Limits, Piece, Problem, Source } from './incoming.js'
import { LIMITS } from './incoming.js'

export { decodePage } from './html/decode.js'

/** What is known of a page from where it was kept. */
export interface PageHints {
  /** Where it was fetched from: relative addresses are made whole with it, and it is the story's where the page gives none. */
  readonly url?: string
  /** Its media type with parameters, for its charset: "text/html; charset=latin1". */
  readonly mediaType?: string
  /** Where in a file it was. */
  readonly part?: string
  /** False leaves the second extractor out: three times as fast, and wrong more often on odd pages. */
  readonly second?: boolean
}

/**
 * The story of one page: the words of its article, kept apart from menus, captions and adverts, with what the page says
 * of it. Paragraphs are joined by a blank line, `<br>` is a newline, whitespace is as a browser shows it. `back` counts
 * in the decoded page (`decodePage`). A page that shows no article but repeats one in its JSON-LD gives that one's words,
 * without `back`. A page that holds no article gives the problem 'no-article', one that is over a
 * limit 'too-large', 'too-many-nodes' or 'too-deep'. Never throws; `original` is the bytes where bytes were given.
 */
export function storyOfPage(
  page: string | Uint8Array,
  hints: PageHints = {},
  limits: Limits = LIMITS,
): Found {
  const bytes = typeof page === 'string' ? page.length : page.byteLength
  if (bytes > limits.documentBytes) return tooLarge(bytes, limits, hints.part)
  const source = typeof page === 'string' ? page : decodePage(page, hints.mediaType)
  try {
    return read(source, page, hints, limits)
  } catch (error) {
    if (error instanceof TooMuch) return problem(error.code, error.message, hints.part)
    return problem('broken', `the page could not be read: ${(error as Error).message}`, hints.part)
  }
}

function read(source: string, page: string | Uint8Array, hints: PageHints, limits: Limits): Found {
  const root = parsePage(source, limits)
  const layout = layOut(root, source)
  const stated = metadata(root, layout, hints.url)
  const ours = findArticle(layout, stated)
  const asked = hints.second !== false && !isSure(ours, stated)
  const kept = asked ? secondOpinion(root) : undefined
  const decided = decide(ours, kept, layout, stated)
  const intro = standfirst(layout.blocks, decided, stated)
  const blocks = intro === undefined ? decided : [intro, ...decided]
  const why = whyNoArticle(blocks, ours, stated)
  const repeated = why === undefined ? undefined : repeatedBody(stated, limits)
  if (why !== undefined && repeated === undefined) {
    return problem(
      'no-article',
      `no article on this page: ${why}; give the page of one story`,
      hints.part,
    )
  }
  const seen =
    repeated === undefined ? fromSight(layout.blocks, layout.blocks.indexOf(blocks[0]!)) : {}
  const story: { -readonly [key in keyof Incoming]: Incoming[key] } = {
    ...(repeated === undefined ? render(blocks) : { text: repeated }),
    kind: 'story',
    mediaType: 'text/html',
  }
  if (stated.id !== undefined) story.id = stated.id
  if (stated.title !== undefined) story.title = stated.title
  if (stated.outlet !== undefined) story.outlet = stated.outlet
  const byline = stated.byline ?? seen.byline
  if (byline !== undefined) story.byline = byline
  if (stated.url !== undefined) story.url = stated.url
  const published = stated.published ?? seen.published
  if (published !== undefined) story.published = published
  if (stated.updated !== undefined) story.updated = stated.updated
  if (stated.language !== undefined) story.language = stated.language
  if (hints.part !== undefined) story.part = hints.part
  if (typeof page !== 'string') story.original = page
  return { story }
}

/** The words of a piece of HTML that is an article as a whole: the body of a feed's item. */
export interface FragmentText {
  /** '' where the piece holds no words, or is over a limit. */
  readonly text: string
  /** Offsets count in `html`, as given. */
  readonly back: readonly Piece[]
  /** Why there is no text, where a limit was the reason. */
  readonly problem?: Problem
}

/**
 * The text of a piece of HTML: all its paragraphs but captions, share buttons, adverts and the like; nothing is chosen
 * among them. Never throws.
 *
 * @example textOfFragment('<p>A &amp; B</p><p>C<br>D') → { text: 'A & B\n\nC\nD', … }
 */
export function textOfFragment(html: string, limits: Limits = LIMITS): FragmentText {
  if (html.length > limits.documentBytes) {
    return { text: '', back: [], ...tooLarge(html.length, limits) }
  }
  try {
    return readFragment(html, limits)
  } catch (error) {
    const code = error instanceof TooMuch ? error.code : 'broken'
    return { text: '', back: [], ...problem(code, (error as Error).message) }
  }
}

function problem(code: string, message: string, part?: string): { problem: Problem } {
  return { problem: part === undefined ? { code, message } : { code, message, part } }
}

const tooLarge = (bytes: number, limits: Limits, part?: string) =>
  problem(
    'too-large',
    `the page is over ${limits.documentBytes} bytes (${bytes}); raise the limit "documentBytes" to read it`,
    part,
  )

/** Pages of the web: one story a file. */
export const html: InFormat = {
  name: 'html',
  summary: 'a saved web page: the words of its article',
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  sniff: head => {
    const text = new TextDecoder('windows-1252').decode(head.subarray(0, 4_096)).replace(/\0/g, '')
    return /^(?:ï»¿|ÿþ|þÿ)?\s{0,1000}(?:<\?xml\s[^>]{0,200}>\s{0,100})?(?:<!--[^>]{0,2000}-->\s{0,100}){0,5}<(?:!doctype\s{1,10}html|html|head|body)\b/i.test(
      text,
    )
  },
  async *read(source: Source, limits: Limits) {
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of source.bytes()) {
      parts.push(part)
      length += part.byteLength
      if (length > limits.documentBytes) {
        yield tooLarge(length, limits)
        return
      }
    }
    const bytes = new Uint8Array(length)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.byteLength
    }
    const { url, mediaType } = source
    yield storyOfPage(
      bytes,
      { ...(url === undefined ? {} : { url }), ...(mediaType === undefined ? {} : { mediaType }) },
      limits,
    )
  },
}
