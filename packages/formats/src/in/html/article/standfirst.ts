import type { Metadata } from '../meta/metadata.js'
import { type Block, bare, countWords, endsAsSentence } from '../text/block.js'

/**
 * The standfirst, where it stands between the headline and the article's element: the page's own description of the
 * story, word for word, on one of the eight paragraphs before the text. undefined where there is none, or the text
 * begins with it anyway.
 */
export function standfirst(
  blocks: readonly Block[],
  text: readonly Block[],
  { description }: Pick<Metadata, 'description'>,
): Block | undefined {
  const first = text[0]
  const wanted = bare(description ?? '')
  if (first === undefined || countWords(wanted) < 6) return undefined
  const at = blocks.indexOf(first)
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const block = blocks[i]!
    if (block.linked === 0 && bare(block.text) === wanted && endsAsSentence(block.text))
      return block
  }
  return undefined
}
