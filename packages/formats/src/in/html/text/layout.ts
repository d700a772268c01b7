import { placesOf } from '../tree/align.js'
import type { Child, Element, Root, Text } from '../tree/node.js'
import type { Block } from './block.js'
import { isSpace, Paragraph } from './paragraph.js'
import { isBlock, isShown } from './shown.js'

/** A page's paragraphs in order, and which of them each element holds. */
export interface Layout {
  readonly blocks: readonly Block[]
  /** Shown elements in document order: a parent stands before what it holds. */
  readonly elements: readonly Element[]
  readonly range: ReadonlyMap<Element, Range>
}

/** Blocks [first, last) stand in the element; it is elements[index], what it holds elements[index + 1, end). */
export interface Range {
  readonly first: number
  readonly last: number
  readonly index: number
  readonly end: number
}

const SMALL = new Set(['em', 'i', 'small', 'cite', 'figcaption', 'caption'])
const PICTURES = new Set(['img', 'picture', 'amp-img', 'video', 'iframe', 'svg'])
/** What stands in a figure as words of the article. */
const WRITTEN = new Set(['blockquote', 'pre', 'table'])
const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext'])

/**
 * Lays the page out in paragraphs: a line-beginning element begins one and its end ends one, as do two line breaks with
 * nothing between. Text beside such elements is a paragraph too. Nothing that is not shown is in it. One walk without
 * recursion, linear in the page.
 */
export function layOut(root: Root, source: string): Layout {
  const blocks: Block[] = []
  const elements: Element[] = []
  const range = new Map<Element, { -readonly [key in keyof Range]: Range[key] }>()
  const paragraph = new Paragraph()
  const top: Element = element('body', root)
  const holders: Element[] = [top]
  const figures: boolean[] = []
  const depth = { links: 0, small: 0, pre: 0 }
  let linked = 0
  let small = 0
  let pictured = false
  let seen = false

  const flush = () => {
    const done = paragraph.take()
    if (done !== undefined) {
      blocks.push({
        ...done,
        holder: holders[holders.length - 1]!,
        linked: Math.min(linked, done.text.length),
        small: Math.min(small, done.text.length),
        pictured: pictured || seen,
        figure: figures[figures.length - 1] === true,
      })
      seen = false
    } else seen ||= pictured
    pictured = false
    linked = 0
    small = 0
  }

  const addText = (text: Text) => {
    for (const run of text.runs) {
      const places = placesOf(run, source)
      const { text: characters } = run
      if (depth.pre > 0) {
        paragraph.putRun(characters, places, 0, characters.length)
        continue
      }
      for (let i = 0; i < characters.length; ) {
        const from = i
        while (i < characters.length && isSpace(characters.charCodeAt(i))) i++
        if (i > from) {
          const at = typeof places === 'number' ? places + from : (places?.[from] ?? -1)
          paragraph.gap(characters[from] === ' ' ? at : -1)
        }
        const word = i
        while (i < characters.length && !isSpace(characters.charCodeAt(i))) i++
        if (i === word) continue
        if (paragraph.waiting > 1) flush()
        const added = paragraph.word(characters, places, word, i)
        if (depth.links > 0) linked += added
        if (depth.small > 0) small += added
      }
    }
  }

  const enter = (each: Element): boolean => {
    if (PICTURES.has(each.tag)) pictured = true
    if (!isShown(each)) return false
    if (each.tag === 'br') {
      paragraph.lineBreak()
      return false
    }
    if (isBlock(each)) {
      flush()
      holders.push(each)
    }
    range.set(each, { first: blocks.length, last: blocks.length, index: elements.length, end: 0 })
    elements.push(each)
    if (WRITTEN.has(each.tag) || each.tag === 'figure') figures.push(each.tag === 'figure')
    count(each, 1)
    return true
  }

  const leave = (each: Element) => {
    if (isBlock(each)) {
      flush()
      holders.pop()
    }
    count(each, -1)
    // an element that runs on in its line holds the paragraph it stands in once that is done
    const own = range.get(each)!
    own.last = blocks.length
    own.end = elements.length
    if (WRITTEN.has(each.tag) || each.tag === 'figure') figures.pop()
  }

  const count = ({ tag }: Element, by: number) => {
    if (tag === 'a') depth.links += by
    if (SMALL.has(tag)) depth.small += by
    if (PREFORMATTED.has(tag)) depth.pre += by
  }

  const stack: { node: Child; left: boolean }[] = []
  const push = (children: readonly Child[]) => {
    for (let i = children.length - 1; i >= 0; i--) stack.push({ node: children[i]!, left: false })
  }
  push(root.children)
  while (stack.length > 0) {
    const { node, left } = stack.pop()!
    if (node.type === 'text') addText(node)
    else if (node.type === 'element') {
      if (left) leave(node)
      else if (enter(node)) {
        stack.push({ node, left: true })
        push(node.children)
      }
    }
  }
  flush()
  return { blocks, elements, range }
}

const element = (tag: string, root: Root): Element => ({
  type: 'element',
  tag,
  namespace: '',
  attributes: [],
  children: root.children as Child[],
  parent: null,
})
