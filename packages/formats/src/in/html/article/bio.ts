import { type Block, bare, countWords } from '../text/block.js'

/**
 * How many of the last blocks tell of the story's author, or of how it was printed: "Ada Brink is a reporter at the
 * Orrby Post." Looks at the last four; a paragraph counts if it begins with a name of the byline and says what they do,
 * where to write to them or what they have written, within 80 words.
 *
 * @example byline ['Ada Brink'], "Ada Brink covers the harbour for the Orrby Post." → 1
 * @example byline ['Ada Brink'], "Ada Lund is a plumber." → 0
 */
export function biosAtEnd(blocks: readonly Block[], byline: readonly string[]): number {
  const names = byline.map(bare).filter(name => name.includes(' '))
  let count = 0
  for (let i = blocks.length - 1; i >= Math.max(1, blocks.length - 4); i--) {
    if (!isBio(blocks[i]!.text, names)) break
    count = blocks.length - i
  }
  return count
}

function isBio(text: string, names: readonly string[]): boolean {
  if (text.length > 700 || countWords(text) > 80) return false
  if (
    /^(?:e-?mail|contact|write to|reach|follow) .{0,80}(?:@|\bat\b)/i.test(text) &&
    countWords(text) < 20
  )
    return true
  const own = bare(text)
  const name = names.find(each => own.startsWith(`${each} `))
  if (name === undefined) return false
  return /^(?:is|was|are|has|have|covers|writes|reports|reported|joined|works|teaches|leads|serves|can be reached|on twitter|and|er|ist)\b/.test(
    own.slice(name.length + 1),
  )
}
