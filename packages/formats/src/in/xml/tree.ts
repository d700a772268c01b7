import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'
import type { Limits, Problem } from '../incoming.js'
import { messageOf } from '../text/found.js'
import { ENTITIES } from './entities.js'
import { mended, unmend } from './mend.js'

/** An element. Its positions are of its first `<` and behind its last `>`, in the decoded source. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** Its namespace, '' for none. */
  readonly uri: string
  /** By name as written, prefix included. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  readonly start: number
  readonly end: number
}

/** Characters: source[start, end), with its references still in it, or what is within a CDATA section. */
export interface XmlText {
  readonly start: number
  readonly end: number
  readonly cdata: boolean
}

export type XmlNode = XmlElement | XmlText

export interface XmlDocument {
  readonly source: string
  readonly root: XmlElement
}

export const isElement = (node: XmlNode): node is XmlElement => 'children' in node

/** What no press document comes near; the parser's own work grows with the depth. */
const DEEPEST = 256
const MOST_NODES = 500_000

export interface XmlOptions {
  readonly prefixes?: (prefix: string) => string | undefined
  readonly mend?: boolean
}

type Open = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { readonly children: XmlNode[] }

/**
 * The tree of a document that has passed the gate, or of a part of one: saxes, strict, with namespaces. Not well-formed
 * is a problem 'broken'; more nodes (elements, attributes, texts) or depth than the limits is one of 'too-large'.
 * For parts cut out of a document `prefixes` tells what a prefix means that nothing declares, and `mend` lets in what
 * is the most common fault of feeds: `&` that is written as itself, and control characters.
 */
export function parseXml(
  source: string,
  limits: Limits,
  { prefixes, mend = false }: XmlOptions = {},
): XmlDocument | { readonly problem: Problem } {
  const most = Math.min(limits.nodes, MOST_NODES)
  const deepest = Math.min(limits.depth, DEEPEST)
  const parser = new SaxesParser({ xmlns: true, ...(prefixes && { resolvePrefix: prefixes }) })
  parser.ENTITIES = ENTITIES as Record<string, string>
  const stack: Open[] = []
  let root: XmlElement | undefined
  let nodes = 0
  let textFrom = 0
  let tagFrom = 0

  const count = (more: number) => {
    nodes += more
    if (nodes > most) throw new TooMuch(`more than ${most} nodes`)
  }
  const addText = (start: number, end: number, cdata: boolean) => {
    if (stack.length === 0 || end <= start) return
    count(1)
    stack.at(-1)!.children.push({ start, end, cdata })
  }

  parser.on('text', () => addText(textFrom, parser.position - 1, false))
  parser.on('opentagstart', () => {
    // the tag began at the last `<`: none may stand in a name
    tagFrom = source.lastIndexOf('<', parser.position - 1)
  })
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.values(tag.attributes) as SaxesAttributeNS[]
    count(1 + attributes.length)
    const element: Open = {
      name: tag.local,
      uri: tag.uri,
      attributes: new Map(
        attributes.map(({ name, value }) => [name, mend ? unmend(value) : value]),
      ),
      children: [],
      start: tagFrom,
      end: tagFrom,
    }
    stack.at(-1)?.children.push(element)
    root ??= element
    stack.push(element)
    if (stack.length > deepest) throw new TooMuch(`elements nested more than ${deepest} deep`)
    textFrom = parser.position
  })
  parser.on('closetag', () => {
    stack.pop()!.end = parser.position
    textFrom = parser.position
  })
  parser.on('cdata', text => {
    // what is before it has no `<`, what is in it may look like another
    const start = source.indexOf('<![CDATA[', textFrom) + 9
    const end = parser.position - 3
    if (text !== '') addText(start, end, true)
    textFrom = parser.position
  })
  parser.on('comment', () => {
    textFrom = source.indexOf('>', parser.position - 1) + 1
  })
  parser.on('processinginstruction', () => {
    textFrom = parser.position
  })
  try {
    parser.write(mend ? mended(source) : source).close()
  } catch (error) {
    const code = error instanceof TooMuch ? 'too-large' : 'broken'
    const what =
      error instanceof TooMuch
        ? `It has ${error.message}, the limit of one document.`
        : `It is not well-formed XML: ${messageOf(error)}.`
    return { problem: { code, message: what } }
  }
  if (root === undefined) return { problem: { code: 'broken', message: 'It has no root element.' } }
  return { source, root }
}

/** Thrown out of the parser's handlers and caught around it, so that a class tells it from the parser's own errors. */
class TooMuch extends Error {}
