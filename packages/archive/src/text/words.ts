/** A word of a text and the form in which it is indexed and compared. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly folded: string
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu
const PLAIN = /^[0-9A-Za-z]+$/
const LONGEST = 60

/**
 * The words of a text, as both databases see them: letters and digits; "don't" is one word (dont), "twenty-one" two, "1,000" is
 * 1000; case and diacritics folded. Offsets count UTF-16 code units.
 */
export function* wordsOf(text: string): Generator<Word> {
  let last: { start: number; end: number; folded: string } | undefined
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const next = { start: index, end: index + word.length, folded: fold(word) }
    // 1,000 and 1,000,000 are one number
    if (
      last &&
      next.start === last.end + 1 &&
      text[last.end] === ',' &&
      /^\d{3}$/.test(word) &&
      /^\d+$/.test(last.folded)
    ) {
      last = { start: last.start, end: next.end, folded: last.folded + next.folded }
      continue
    }
    if (last) yield last
    last = next
  }
  if (last) yield last
}

/** The folded words of a text, joined by spaces: what is put into the index of words. */
export const foldedWords = (text: string): string =>
  Array.from(wordsOf(text), word => word.folded).join(' ')

/** A name as it is looked up: its folded words. "Odile Harrané" and "odile harrane" are the same. */
export const nameKey = (name: string): string => foldedWords(name).slice(0, 200)

function fold(word: string): string {
  // nearly all words; unfolding costs more than all else that is done to a story's words
  const folded = PLAIN.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase()
  return folded.slice(0, LONGEST)
}
