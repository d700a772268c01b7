import type { Piece } from '../../incoming.js'
import type { Element } from '../tree/node.js'

/** One paragraph as a browser shows it: whitespace collapsed, edges trimmed, `<br>` a newline; never empty. */
export interface Block {
  readonly text: string
  /** Offsets in `text`; the way back into the page's source. */
  readonly back: readonly Piece[]
  /** The nearest element around it that begins a line. */
  readonly holder: Element
  /** How many of its characters are in links, how many in `em`, `i`, `small` and the like. */
  readonly linked: number
  readonly small: number
  /** Does a picture stand in it or just before it, with no words between? */
  readonly pictured: boolean
  /** Is it in a figure, and not in a quotation, a table or code there? */
  readonly figure: boolean
}

/** Words of a text, roughly: runs of letters and digits; scripts without spaces count two characters a word. */
export function countWords(text: string): number {
  let count = 0
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)) {
    const dense = word.match(DENSE)?.length ?? 0
    count += dense > 0 ? Math.ceil(dense / 2) : 1
  }
  return count
}

const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu

/** Does it end as a sentence ends, marks of quotation and brackets aside? */
export const endsAsSentence = (text: string): boolean => /[.!?…。！？؟۔।:][\s"'”’»)\]]*$/.test(text)

/**
 * How much of an article's prose a paragraph is: its characters outside links, if it reads like sentences, else 0.
 * Menu entries, buttons, headings and lists of links give 0.
 */
export function proseOf(block: Block): number {
  const { text, linked, holder } = block
  if (/^h[1-6]$/.test(holder.tag) || text.length < 12) return 0
  if (linked * 2 > text.length) return 0
  const words = countWords(text)
  return words >= 10 || (words >= 4 && endsAsSentence(text)) ? text.length - linked : 0
}

/** Small letters and digits only: to compare a heading with a title. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
