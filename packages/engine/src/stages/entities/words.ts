import type { Span } from '../../span.js'
import type { Story } from '../../story.js'

/** A token with what the rules of this folder ask of it. */
export interface Word extends Span {
  readonly text: string
  /** Lower case, apostrophes straight, the possessive 's and what is contracted with a pronoun left out. */
  readonly lower: string
  /** A word, not a sign. */
  readonly word: boolean
  /** Where the word ends without these. */
  readonly bareEnd: number
  readonly possessive: boolean
  /** It begins with a capital letter. */
  readonly capital: boolean
  /** It has two capital letters or more, and no small ones. */
  readonly caps: boolean
  /** Indexes of its sentence and its paragraph. */
  readonly sentence: number
  readonly paragraph: number
  /** The first word of a sentence, a quotation or what follows a colon: its capital says nothing. */
  readonly first: boolean
  /** White space stands before it. */
  readonly spaced: boolean
}

const OPENS = new Set(['"', '“', '‘', '«', '„', "''", '``', '`', "'", ':', '•', '*', '('])
/** “he'd”, “they’ve”: the pronoun is a word of its own. */
const CONTRACTION = /^(i|you|he|she|it|we|they|who)['’](?:s|d|m|ll|ve|re)$/i
const POSSESSIVE = /['’][sS]$/

/** The tokens of a story as words, in order. */
export function findWords(story: Story<'paragraphs' | 'tokens' | 'sentences' | 'marks'>): Word[] {
  const { text, tokens, sentences, paragraphs, marks } = story
  // every convention of marks is shown alike, so that it cannot change what is linked to what
  const sides = new Map<number, string>()
  for (const { open, close } of marks.quotations) {
    sides.set(open.start, '“')
    if (close !== undefined) sides.set(close.start, '”')
  }
  const words: Word[] = []
  let sentence = 0
  let paragraph = 0
  let sentenceSeen = -1
  let opened = false
  let previousEnd = -1
  for (const token of tokens) {
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.start <= token.start)
      sentence++
    while (paragraph + 1 < paragraphs.length && paragraphs[paragraph + 1]!.start <= token.start)
      paragraph++
    const newParagraph = words.at(-1)?.paragraph !== paragraph
    const surface = sides.get(token.start) ?? text.slice(token.start, token.end)
    const pronoun = CONTRACTION.exec(surface)?.[1]
    const possessive = token.word && pronoun === undefined && POSSESSIVE.test(surface)
    const bare = pronoun ?? (possessive ? surface.slice(0, -2) : surface)
    words.push({
      start: token.start,
      end: token.end,
      text: surface,
      lower: bare.toLowerCase().replaceAll('’', "'"),
      word: token.word,
      bareEnd: token.start + bare.length,
      possessive,
      capital: token.word && /^\p{Lu}/u.test(surface),
      caps: token.word && !/\p{Ll}/u.test(bare) && /\p{Lu}\P{Lu}*\p{Lu}/u.test(bare),
      sentence,
      paragraph,
      first: token.word && (sentenceSeen !== sentence || opened),
      spaced: token.start > previousEnd,
    })
    if (token.word) sentenceSeen = sentence
    const opens =
      OPENS.has(surface) &&
      (token.start > previousEnd || newParagraph || !/^["'“‘]+$/.test(surface))
    opened = !token.word && (opens || (opened && token.start === previousEnd))
    previousEnd = token.end
  }
  return words
}

/** Index of the first of `words` that ends after `position`; `words.length` if none does. Logarithmic. */
export function wordAt(words: readonly Span[], position: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.end <= position) low = middle + 1
    else high = middle
  }
  return low
}

/** Indexes of the words of a span: from, and up to but not including. */
export function wordsOf(words: readonly Span[], span: Span): readonly [from: number, to: number] {
  const from = wordAt(words, span.start)
  let to = from
  while (to < words.length && words[to]!.start < span.end) to++
  return [from, to]
}

/** “photographers” → “photographer”; for comparing nouns only. */
export function singular(noun: string): string {
  if (noun.endsWith('ies') && noun.length > 4) return `${noun.slice(0, -3)}y`
  if (noun.endsWith('men')) return `${noun.slice(0, -3)}man`
  if (noun.endsWith('ss') || noun.endsWith('us') || !noun.endsWith('s')) return noun
  return noun.slice(0, -1)
}
