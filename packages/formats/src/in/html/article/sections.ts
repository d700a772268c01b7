import { countWords } from '../text/block.js'
import type { Element } from '../tree/node.js'
import { type Weighed, within } from './weigh.js'

/**
 * Parts within the article's element that are not the article, told by their shape: a list or box of links (more than
 * half of its characters linked), and a row of teasers (at least two headings that are links, and they are at least as
 * many as its paragraphs of prose). Gives which blocks stand in one.
 */
export function foreignParts(weighed: Weighed, root: Element): readonly boolean[] {
  const { layout } = weighed
  const foreign = new Array<boolean>(layout.blocks.length).fill(false)
  const teasers = linkedHeadings(weighed)
  const range = layout.range.get(root)!
  let until = range.first
  for (let i = range.index + 1; i < range.end; i++) {
    const element = layout.elements[i]!
    const { first, last } = layout.range.get(element)!
    if (first < until || last === first || !BOXES.has(element.tag)) continue
    const all = within(weighed, element, 'all')
    const linked = within(weighed, element, 'linked')
    const prose = within(weighed, element, 'prose')
    if (prose * 2 >= within(weighed, root, 'prose')) continue
    const links = all > 0 && linked * 2 > all && !isOneParagraph(weighed, first, last)
    const heads = teasers[last]! - teasers[first]!
    const paragraphs = countProse(weighed, first, last)
    if (links || (heads >= 2 && heads >= paragraphs)) {
      foreign.fill(true, first, last)
      until = last
    }
  }
  return foreign
}

const BOXES = new Set([
  'div',
  'section',
  'ul',
  'ol',
  'table',
  'dl',
  'article',
  'aside',
  'center',
  'header',
  'footer',
])

/** A single linked line of more than eight words may be a sentence: it stays. */
function isOneParagraph({ layout }: Weighed, first: number, last: number): boolean {
  return last - first === 1 && countWords(layout.blocks[first]!.text) > 8
}

function countProse({ prose }: Weighed, first: number, last: number): number {
  let count = 0
  for (let i = first; i < last; i++) if (prose[i]! > 0) count++
  return count
}

/** Sums over [0, i) of headings that are links as a whole. */
export function linkedHeadings({ layout: { blocks }, out }: Weighed): Float64Array {
  const sums = new Float64Array(blocks.length + 1)
  for (let i = 0; i < blocks.length; i++) {
    const { holder, linked, text } = blocks[i]!
    const is = !out[i] && /^h[1-6]$/.test(holder.tag) && linked * 10 >= text.length * 9
    sums[i + 1] = sums[i]! + (is ? 1 : 0)
  }
  return sums
}
