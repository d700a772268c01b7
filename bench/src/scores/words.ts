import type { Span } from '@onrecord/engine'

/**
 * Runs of letters and digits, an apostrophe inside them included: what two spans are compared by, so that quotation
 * marks and punctuation at the edges never count. The same words as Python's `[^\W_]+(?:['’][^\W_]+)*`.
 */
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu

/** For each code unit of the text, the number of the word that it is in; -1 between words. */
export type WordIndex = Int32Array

/** Numbers of words of one text. */
export type Words = ReadonlySet<number>

export function indexWords(text: string): WordIndex {
  const index = new Int32Array(text.length).fill(-1)
  let number = 0
  for (const match of text.matchAll(WORD)) {
    index.fill(number++, match.index, match.index + match[0].length)
  }
  return index
}

/** The words that the spans touch, were it by one letter. Spans may be out of order, overlap, or leave the text. */
export function wordsIn(index: WordIndex, spans: readonly Span[]): Words {
  const words = new Set<number>()
  for (const { start, end } of spans) {
    for (let at = Math.max(0, start); at < end && at < index.length; at++) {
      if (index[at]! >= 0) words.add(index[at]!)
    }
  }
  return words
}

export function sharedWords(a: Words, b: Words): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared
}

/** Words in both over words in either; 0 for two empty sets. */
export function jaccard(a: Words, b: Words): number {
  const shared = sharedWords(a, b)
  const either = a.size + b.size - shared
  return either === 0 ? 0 : shared / either
}

/** The same string for the same words. */
export const wordsKey = (words: Words): string => [...words].sort((a, b) => a - b).join(' ')
