import { parse, parseFragment } from 'parse5'
import { adapter } from './adapter.js'
import type { Root } from './node.js'
import type { TreeLimits } from './too-much.js'

/**
 * The tree of a page, as browsers build it. Throws TooMuch where elements are more than `limits.nodes` or open at one
 * time more than `limits.depth`; for nothing else, whatever the page holds.
 */
export const parsePage = (source: string, limits: TreeLimits): Root =>
  parse(source, { treeAdapter: adapter(limits), sourceCodeLocationInfo: true })

/** The same for a piece of HTML that stands in a `<body>`: the body of a feed's item. */
export const parsePiece = (source: string, limits: TreeLimits): Root =>
  // the adapter's fragments are roots; only a shadow root's content is an element
  parseFragment(source, { treeAdapter: adapter(limits), sourceCodeLocationInfo: true }) as Root
