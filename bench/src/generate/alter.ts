import { bare } from './prose.js'
import { below, type Rng } from './random.js'
import type { Vocabulary } from './vocabulary.js'

/** What became of a quote's words, told in words without commas. */
export interface Alteration {
  readonly change: 'dropped' | 'changed' | 'truncated'
  /** The word or words that are gone. */
  readonly was: string
  /** The word that stands for it. */
  readonly now?: string
}

/**
 * Drops a word, changes one, or cuts the end off (a fifth to three fifths; never fewer than four words left). The first word
 * stays. Never gives the same words back.
 */
export function alter(
  rng: Rng,
  words: Vocabulary,
  said: readonly string[],
): Alteration & { readonly words: readonly string[] } {
  const u = rng()
  if (u < 0.4) {
    const k = 1 + below(rng, said.length - 1)
    return { change: 'dropped', was: bare(said[k]!), words: said.toSpliced(k, 1) }
  }
  if (u < 0.75) {
    const k = 1 + below(rng, said.length - 1)
    const { was, now, word } = another(rng, words, said[k]!)
    return { change: 'changed', was, now, words: said.with(k, word) }
  }
  const left = Math.min(said.length - 1, Math.max(4, Math.round(said.length * (0.4 + 0.4 * rng()))))
  const gone = said.slice(left).map(bare).join(' ')
  return {
    change: 'truncated',
    was: gone,
    words: [...said.slice(0, left - 1), bare(said[left - 1]!)],
  }
}

/** A different word of the same class, with the comma of the first. */
export function another(
  rng: Rng,
  words: Vocabulary,
  word: string,
): { readonly was: string; readonly now: string; readonly word: string } {
  const was = bare(word)
  const draw = words.isFunction(was) ? words.functionWord : words.contentWord
  let now = draw(rng)
  while (now === was) now = draw(rng)
  return { was, now, word: word.endsWith(',') ? `${now},` : now }
}
