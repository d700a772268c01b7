import { type Candidate, cleanUp, proseIn } from './article/article.js'
import { isForeignLine } from './article/lines.js'
import type { Known } from './article/trim.js'
import type { Metadata } from './meta/metadata.js'
import { type Block, bare, proseOf } from './text/block.js'
import type { Layout } from './text/layout.js'
import { attribute, type Element } from './tree/node.js'

/** Share of characters, of both together, on which two extractors must agree not to be asked any further. */
export const AGREED = 0.5

/**
 * Which blocks are the article, when a second extractor has been heard. Ours, unless the two disagree wildly (less than
 * half of the prose that either has is common to both). Then:
 * 1. a repeated body in the page's JSON-LD decides for the one that shares more of its words;
 * 2. if ours has nothing, or the second holds nearly all of ours and at least twice as much prose, the second's blocks;
 * 3. else the one whose prose holds more of the words of title and description, by at least a fifth more;
 * 4. else ours.
 * The second's blocks are blocks of our own tree, so the way back into the source holds for them too.
 */
export function decide(
  ours: Candidate,
  kept: ReadonlySet<Element> | undefined,
  layout: Layout,
  page: Metadata,
): readonly Block[] {
  if (kept === undefined) return ours.blocks
  const known: Known = page
  const theirs = cleanUp(
    layout.blocks.filter(
      (block, i) =>
        kept.has(block.holder) && !(ours.weighed.out[i] ?? false) && !isForeignLine(block),
    ),
    known,
  )
  const [a, b] = [proseIn(ours.blocks), proseIn(theirs)]
  if (b === 0) return ours.blocks
  if (a === 0) return theirs
  const own = new Set(ours.blocks)
  const common = theirs.reduce((sum, block) => sum + (own.has(block) ? proseOf(block) : 0), 0)
  if (common >= AGREED * (a + b - common)) return ours.blocks
  if (page.body !== undefined) {
    const [x, y] = [shareOf(page.body, ours.blocks), shareOf(page.body, theirs)]
    return y > x ? theirs : ours.blocks
  }
  if (common >= 0.8 * a && b >= 2 * a) return theirs
  const hint = `${page.title ?? ''} ${page.description ?? ''}`
  return shareOf(hint, theirs) > 1.2 * shareOf(hint, ours.blocks) ? theirs : ours.blocks
}

/**
 * Is the second extractor not worth asking? Where the page repeats its article's body in JSON-LD and ours has eight
 * tenths of those words, or where ours stands in what the page marks as its articleBody.
 */
export function isSure({ blocks, root }: Candidate, { body }: Metadata): boolean {
  if (blocks.length === 0 || root === undefined) return false
  if (/(?:^|\s)articleBody(?:\s|$)/.test(attribute(root, 'itemprop') ?? '')) return true
  return body !== undefined && body.length > 500 && shareOf(body, blocks) >= 0.8
}

/** F of the words of a text against those of the blocks, counted once each. */
function shareOf(text: string, blocks: readonly Block[]): number {
  const wanted = new Set(bare(text).split(' '))
  const found = new Set(blocks.flatMap(block => bare(block.text).split(' ')))
  let common = 0
  for (const word of wanted) if (found.has(word)) common++
  // of a hint all words may be found; of a body, words beyond it count against
  return wanted.size > 100 ? (2 * common) / (wanted.size + found.size) : common / wanted.size
}
