import { proseOf } from '../text/block.js'
import type { Layout } from '../text/layout.js'
import type { Element } from '../tree/node.js'
import { setAside } from './aside.js'
import { isCaption } from './captions.js'
import { isForeignLine } from './lines.js'

/** A page's paragraphs, weighed. Arrays go by block, maps by element; all sums are over what an element holds. */
export interface Weighed {
  readonly layout: Layout
  /** Paragraphs that are no words of an article: in an element set aside, a caption, a foreign line. */
  readonly out: readonly boolean[]
  /** Prose of each paragraph that stays, in characters (`proseOf`); 0 for one that is out. */
  readonly prose: readonly number[]
  /** Sums over [0, i) of: prose, all characters that stay, those of them in links. */
  readonly sums: {
    readonly prose: Float64Array
    readonly all: Float64Array
    readonly linked: Float64Array
  }
}

/** How strictly names of elements are followed: all of them, only firm ones, none. */
export type Strictness = 'strict' | 'firm' | 'bare'

export function weigh(layout: Layout, strictness: Strictness): Weighed {
  const { blocks } = layout
  const raw = sumsOf(blocks.map(proseOf))
  const out = new Array<boolean>(blocks.length).fill(false)
  const total = raw[blocks.length]!
  if (strictness !== 'bare') markAside(layout, raw, total, out, strictness)
  const boxes = (holder: Element) => {
    const { first, last } = layout.range.get(holder) ?? { first: 0, last: blocks.length }
    return last - first
  }
  for (let i = 0; i < blocks.length; i++) {
    if (!out[i]) out[i] = isForeignLine(blocks[i]!) || isCaption(blocks[i]!, boxes)
  }
  const prose = blocks.map((block, i) => (out[i] ? 0 : proseOf(block)))
  const staying = (length: (i: number) => number) => blocks.map((_, i) => (out[i] ? 0 : length(i)))
  return {
    layout,
    out,
    prose,
    sums: {
      prose: sumsOf(prose),
      all: sumsOf(staying(i => blocks[i]!.text.length)),
      linked: sumsOf(staying(i => blocks[i]!.linked)),
    },
  }
}

function markAside(
  layout: Layout,
  raw: Float64Array,
  total: number,
  out: boolean[],
  strictness: Strictness,
): void {
  let until = 0
  const headings = sumsOf(layout.blocks.map(({ holder }) => (holder.tag === 'h1' ? 1 : 0)))
  for (const element of layout.elements) {
    const { first, last } = layout.range.get(element)!
    // inside what is out already, or without words
    if (last <= until || last === first) continue
    const why = setAside(element)
    if (why === undefined || (why === 'soft' && strictness !== 'strict')) continue
    if (why === 'soft' && (raw[last]! - raw[first]!) * 2 >= total && total > 0) continue
    // a wrapper of the whole page, whatever its name: it holds a main heading and most of the page's paragraphs
    if (headings[last]! > headings[first]! && (last - first) * 2 >= layout.blocks.length) continue
    out.fill(true, Math.max(first, until), last)
    until = last
  }
}

function sumsOf(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!
  return sums
}

/** One of the sums, over what the element holds. */
export function within(
  { layout, sums }: Weighed,
  element: Element,
  what: keyof Weighed['sums'],
): number {
  const { first, last } = layout.range.get(element) ?? { first: 0, last: 0 }
  return sums[what][last]! - sums[what][first]!
}

/** Prose of an element, less for each link in it: a list of teasers is prose half made of links. */
export function worth(weighed: Weighed, element: Element): number {
  const all = within(weighed, element, 'all')
  if (all === 0) return 0
  const links = within(weighed, element, 'linked') / all
  return within(weighed, element, 'prose') * Math.max(0, 1 - 1.5 * links)
}
