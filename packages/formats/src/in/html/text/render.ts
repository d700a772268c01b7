import type { Piece } from '../../incoming.js'
import type { Block } from './block.js'

/** The text of an article: its blocks with a blank line between two, and the way back into the page. */
export function render(blocks: readonly Block[]): { text: string; back: readonly Piece[] } {
  const parts: string[] = []
  const back: Piece[] = []
  let length = 0
  for (const block of blocks) {
    if (length > 0) {
      parts.push('\n\n')
      length += 2
    }
    for (const { start, end, at } of block.back) {
      back.push({ start: start + length, end: end + length, at })
    }
    parts.push(block.text)
    length += block.text.length
  }
  return { text: parts.join(''), back }
}
