import { type Block, proseOf } from '../text/block.js'
import type { Layout } from '../text/layout.js'
import type { Element } from '../tree/node.js'
import { biosAtEnd } from './bio.js'
import { findRoot } from './root.js'
import { foreignParts } from './sections.js'
import { endSections, type Known, trimEnds } from './trim.js'
import { type Strictness, type Weighed, weigh } from './weigh.js'

/** What was found to be the article, and where: before it is asked whether it is one. */
export interface Candidate {
  readonly blocks: readonly Block[]
  readonly root?: Element
  readonly weighed: Weighed
}

/**
 * The article of a page as this extractor finds it. Names of elements are followed first strictly; where that leaves
 * less prose than `enough` characters, only the firm ones, then none: a page whose wrapper is called "popup" is still
 * read.
 */
export function findArticle(layout: Layout, known: Known, enough = 250): Candidate {
  let best: Candidate | undefined
  let most = -1
  for (const strictness of ['strict', 'firm', 'bare'] as readonly Strictness[]) {
    const candidate = findWith(layout, known, strictness)
    const prose = proseIn(candidate.blocks)
    // following fewer names must find much more to be believed
    if (best === undefined || prose > most * 2) {
      best = candidate
      most = prose
    }
    if (most >= enough) break
  }
  return best!
}

function findWith(layout: Layout, known: Known, strictness: Strictness): Candidate {
  const weighed = weigh(layout, strictness)
  const root = findRoot(weighed)
  if (root === undefined) return { blocks: [], weighed }
  return { blocks: takeFrom(weighed, root, known), root, weighed }
}

/** The article's blocks within an element: without what is out, and without what stands before and after it. */
export function takeFrom(weighed: Weighed, root: Element, known: Known): readonly Block[] {
  const { blocks } = weighed.layout
  const { first, last } = weighed.layout.range.get(root)!
  const foreign = foreignParts(weighed, root)
  const left: Block[] = []
  for (let i = first; i < last; i++) if (!weighed.out[i] && !foreign[i]) left.push(blocks[i]!)
  return cleanUp(left, known)
}

/** The same for blocks that are known to be of one article. */
export function cleanUp(blocks: readonly Block[], known: Known): readonly Block[] {
  const ends = endSections(blocks, proseOf)
  const text = blocks.filter((block, i) => !ends[i] && !isLinkLine(block))
  const trimmed = trimEnds(text, proseOf, known)
  const bios = biosAtEnd(trimmed, known.byline ?? [])
  return bios === 0 ? trimmed : trimEnds(trimmed.slice(0, -bios), proseOf, known)
}

/** A line that is a link as a whole and no sentence: a teaser, a tag, a button. Links to the page itself may be headings. */
function isLinkLine({ text, linked, holder }: Block): boolean {
  if (linked * 10 < text.length * 9 || text.length > 200) return false
  return !(/^h[2-6]$/.test(holder.tag) && text.length < 80) && !/[.!?]["'”’»)]*$/.test(text)
}

export const proseIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + proseOf(block), 0)
