import { type Block, bare, countWords } from '../text/block.js'
import { cutPieces } from '../text/paragraph.js'

/** Is the line the story's own title, or a main heading that is part of it or holds it? `title` as `bare` gives it. */
export function isTitle(text: string, holder: Block['holder'], title: string): boolean {
  if (title === '' || text.length > 400) return false
  const own = bare(text)
  if (own === title) return true
  return holder.tag === 'h1' && own.length > 0 && (title.includes(own) || own.includes(title))
}

/**
 * Is the line a byline or a date? `names` are the story's authors, as `bare` gives them.
 *
 * @example "By Ada Brink", "Ada Brink, correspondent", "Published 3 May 2024", "3 May 2024, 10.15", "5 hours ago" → true
 * @example "By noon the square was empty.", "By the sea" → false
 */
export function isByline(text: string, names: readonly string[] = []): boolean {
  if (text.length > 160) return false
  if (BYLINE.test(text) && !/[.!?]$/.test(text)) return true
  if (DATED.test(text) && countWords(text) <= 14) return true
  const own = bare(text)
  return names.some(
    name => name !== '' && own.startsWith(name) && countWords(text) <= 12 && !/[.!?:]$/.test(text),
  )
}

const BYLINE =
  /^(?:(?:Written |Words |Reported |Story |Posted |Text |Analysis )?[Bb]y|BY|Af|Av|Von|Par|Por|Door|Tekst:?|Text:)[\s:]{1,3}\p{Lu}[^!?]{1,120}$/u

const DATED =
  /^(?:(?:first |last )?(?:published|updated|posted|modified|publiceret|opdateret|udgivet|veröffentlicht|aktualisiert|publié|date|created)\b.{0,80}|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2}\.? \p{L}{3,12}\.?,? \d{4}.{0,40}|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\p{L}{3,9}\.? \d{1,2},? \d{4}.{0,40}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.{0,40}|\d{1,2} (?:minutes?|hours?|days?|mins?|weeks?|months?) ago)$/iu

/**
 * The block without its first lines that are the title, a byline or a date: pages that part their lines with `<br>` have
 * them in one paragraph with the text. undefined where nothing is left.
 */
export function withoutHeadline(
  block: Block,
  title: string,
  names: readonly string[],
): Block | undefined {
  const { text, holder } = block
  let from = 0
  for (;;) {
    const end = text.indexOf('\n', from)
    const line = text.slice(from, end < 0 ? text.length : end)
    if (!isTitle(line, holder, title) && !isByline(line, names)) break
    if (end < 0) return undefined
    from = end + 1
  }
  if (from === 0) return block
  const rest = text.slice(from)
  return {
    ...block,
    text: rest,
    back: cutPieces(block.back, from, text.length),
    linked: Math.min(block.linked, rest.length),
    small: Math.min(block.small, rest.length),
  }
}
