import type { Limits, Piece } from '../incoming.js'
import { cleanUp } from './article/article.js'
import { weigh } from './article/weigh.js'
import { layOut } from './text/layout.js'
import { render } from './text/render.js'
import { parsePiece } from './tree/parse.js'

/** `textOfFragment` without its catching: throws TooMuch. */
export function readFragment(
  html: string,
  limits: Limits,
): { text: string; back: readonly Piece[] } {
  const layout = layOut(parsePiece(html, limits), html)
  const { out } = weigh(layout, 'strict')
  const left = layout.blocks.filter((_, i) => !out[i])
  // a short piece has no prose to trim towards: all of it is text
  const trimmed = cleanUp(left, {})
  return render(trimmed.length > 0 ? trimmed : left)
}
