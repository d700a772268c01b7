/** A word of a text and the form in which it is indexed and compared. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly folded: string
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/uy
const LONGEST = 60

/**
 * The words of a text, as both databases see them: letters and digits; "don't" is one word (dont), "twenty-one" two, "1,000" is
 * 1000; case and diacritics folded. Offsets count UTF-16 code units.
 */
export function* wordsOf(text: string): Generator<Word> {
  let last: Word | undefined
  for (let start = firstUnit(text, 0); start < text.length; ) {
    const word = wordAt(text, start)
    if (!word) {
      start = firstUnit(text, start + 1)
      continue
    }
    start = firstUnit(text, word.end)
    // 1,000 and 1,000,000 are one number
    if (
      last &&
      word.start === last.end + 1 &&
      text[last.end] === ',' &&
      /^\d{3}$/.test(text.slice(word.start, word.end)) &&
      /^\d+$/.test(last.folded)
    ) {
      last = { start: last.start, end: word.end, folded: last.folded + word.folded }
      continue
    }
    if (last) yield last
    last = word
  }
  if (last) yield last
}

/** The word that begins there. Nearly all are plain letters, which are found a few times faster without the expression. */
function wordAt(text: string, start: number): Word | undefined {
  let end = start
  while (isPlain(text.charCodeAt(end))) end++
  if (end > start && !mayGoOn(text.charCodeAt(end)))
    return { start, end, folded: text.slice(start, Math.min(end, start + LONGEST)).toLowerCase() }
  WORD.lastIndex = start
  const word = WORD.exec(text)?.[0]
  return word === undefined
    ? undefined
    : { start, end: start + word.length, folded: unfold(word).slice(0, LONGEST) }
}

/** The first unit, from there on, that a word may begin with. */
function firstUnit(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (isPlain(unit) || (unit > 127 && !isPunctuation(unit))) break
    at++
  }
  return at
}

/** 0-9, A-Z, a-z. */
const isPlain = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)

/** Dashes, marks, spaces of General Punctuation: U+2000 to U+206F has no letter, digit or mark. */
const isPunctuation = (unit: number): boolean => unit >= 0x2000 && unit <= 0x206f

/** Behind plain letters: an apostrophe, or what may be a letter of another script or a mark. NaN, the text's end, is not. */
const mayGoOn = (unit: number): boolean =>
  unit === 39 || unit === 0x2019 || (unit > 127 && !isPunctuation(unit))

/** The folded words of a text, joined by spaces: what is put into the index of words. */
export const foldedWords = (text: string): string =>
  Array.from(wordsOf(text), word => word.folded).join(' ')

/** Code units of a name's key at most. */
export const LONGEST_KEY = 200

/** A name as it is looked up: its folded words. "Odile Harrané" and "odile harrane" are the same. */
export const nameKey = (name: string): string => foldedWords(name).slice(0, LONGEST_KEY)

const unfold = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]|ʼ/gu, '')
    .toLowerCase()
