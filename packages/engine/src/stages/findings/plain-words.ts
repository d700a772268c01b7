import type { Span } from '../../span.js'

/** A word as it is compared: lower case, accents kept, contractions written out. */
export interface PlainWord extends Span {
  readonly word: string
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu
const SHORT: Readonly<Record<string, readonly string[]>> = {
  cannot: ['can', 'not'],
  "can't": ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "let's": ['let', 'us'],
}
const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'m", 'am'],
]
const IS = /^(?:it|he|she|that|what|who|there|here|where|how)'s$/

/**
 * The words of a stretch of text, so that two wordings can be compared whatever their marks and apostrophes:
 * “They’ve” and "They have" are the same two words, as are “can’t” and “cannot”. A possessive ’s is left out. A
 * contraction's words share its span.
 */
export function plainWords(text: string, { start, end }: Span): PlainWord[] {
  const words: PlainWord[] = []
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const at = { start: start + match.index, end: start + match.index + match[0].length }
    for (const word of writeOut(match[0].toLowerCase().replaceAll('’', "'")))
      words.push({ word, ...at })
  }
  return words
}

function writeOut(word: string): readonly string[] {
  if (!word.includes("'")) return Object.hasOwn(SHORT, word) ? SHORT[word]! : [word]
  if (Object.hasOwn(SHORT, word)) return SHORT[word]!
  for (const [ending, full] of ENDINGS)
    if (word.endsWith(ending) && word.length > ending.length)
      return [word.slice(0, -ending.length), full]
  if (IS.test(word)) return [word.slice(0, -2), 'is']
  return [word.endsWith("'s") ? word.slice(0, -2) : word]
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those and or but nor so yet if then than as of in on at by for from to with about into ' +
    'over after before up down out off i me my mine we us our ours you your yours he him his she her hers it its they ' +
    'them their theirs who whom whose which what am is are was were be been being do does did have has had will would ' +
    'shall should can could may might must there here just very too also s d'
  ).split(' '),
)

/** Does the word say something of its own? “not”, “never” and “no” do. */
export const isContentWord = (word: string): boolean => !FUNCTION_WORDS.has(word)
