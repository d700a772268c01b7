import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { isShown } from './text/shown.js'
import type { Child, Element, Root } from './tree/node.js'

/**
 * What a page may hold to be shown to the second extractor, which walks it many times over. Pages of the press are well
 * under these; one that is over gets no second opinion.
 */
export const SECOND_CAPS = { elements: 6_000, characters: 1_500_000, depth: 150 }

/**
 * The elements of the page whose words Mozilla's Readability keeps as the article; undefined where it finds none, or
 * the page is over the caps. It is shown our own tree, written out without scripts, frames, pictures and addresses, each
 * element numbered, so that its answer can be told in elements of ours; nothing in it can run or be fetched.
 */
export function secondOpinion(root: Root): ReadonlySet<Element> | undefined {
  const written = write(root)
  if (written === undefined) return undefined
  try {
    const { document } = parseHTML(written.page)
    const article = new Readability(document as never, {
      charThreshold: 250,
      maxElemsToParse: 2 * SECOND_CAPS.elements,
      disableJSONLD: true,
      serializer: node => node as unknown as Element,
    }).parse()
    if (article == null) return undefined
    const kept = new Set<Element>()
    const content = article.content as unknown as {
      querySelectorAll(q: string): Iterable<{ getAttribute(n: string): string | null }>
    }
    for (const each of content.querySelectorAll('[data-n]')) {
      const element = written.elements[Number(each.getAttribute('data-n'))]
      if (element !== undefined) kept.add(element)
    }
    return kept
  } catch {
    // a page that it cannot read is a page without its opinion
    return undefined
  }
}

const VOID = new Set(['br', 'hr', 'wbr', 'img'])
const WRITTEN = new Set([
  'class',
  'id',
  'itemprop',
  'itemtype',
  'role',
  'aria-hidden',
  'rel',
  'property',
])

function write(root: Root): { page: string; elements: readonly Element[] } | undefined {
  const elements: Element[] = []
  const parts: string[] = ['<!doctype html><html><head></head><body>']
  const stack: { node: Child; depth: number; left: boolean }[] = []
  let length = 0
  const put = (text: string) => {
    parts.push(text)
    length += text.length
  }
  const push = (children: readonly Child[], depth: number) => {
    for (let i = children.length - 1; i >= 0; i--)
      stack.push({ node: children[i]!, depth, left: false })
  }
  push(root.children, 0)
  while (stack.length > 0) {
    const { node, depth, left } = stack.pop()!
    if (length > SECOND_CAPS.characters) return undefined
    if (node.type === 'text') {
      for (const { text } of node.runs) put(text.replace(/&/g, '&amp;').replace(/</g, '&lt;'))
      continue
    }
    if (node.type !== 'element') continue
    const frame = node.tag === 'html' || node.tag === 'body'
    if (left) {
      if (!frame && !VOID.has(node.tag)) put(`</${node.tag}>`)
      continue
    }
    if (
      node.tag === 'head' ||
      (!isShown(node) && node.tag !== 'img') ||
      !/^[a-z][a-z0-9]*$/.test(node.tag)
    ) {
      if (!/^[a-z]+-[a-z-]+$/.test(node.tag) || !isShown(node)) continue
    }
    if (depth > SECOND_CAPS.depth || elements.length >= SECOND_CAPS.elements) return undefined
    if (!frame) {
      put(`<${node.tag} data-n="${elements.length}"${attributesOf(node)}>`)
      elements.push(node)
    }
    if (!VOID.has(node.tag)) {
      stack.push({ node, depth, left: true })
      push(node.children, depth + 1)
    }
  }
  put('</body></html>')
  return { page: parts.join(''), elements }
}

function attributesOf({ attributes, tag }: Element): string {
  let text = tag === 'a' ? ' href="#"' : ''
  for (const { name, value } of attributes) {
    if (WRITTEN.has(name))
      text += ` ${name}="${value.slice(0, 500).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`
  }
  return text
}
