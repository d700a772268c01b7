import type { Span } from '@onrecord/engine'
import { foldedWords, type Word, wordsOf } from '../text/words.js'

/** The folded words of a whole name, as "orla venn". */
export type Name = readonly string[]

export interface FoundName extends Span {
  readonly name: Name
}

/** Between two words of a name: no comma, bracket or mark, and no empty line. */
const GAP = /^[^\p{L}\p{N},;:!?“”"()[\]]{1,4}$/u
const EMPTY_LINE = /\n[^\n]*\n/
/** The end of "Venn’s". */
export const POSSESSIVE = /['’ʼ]s$/iu

export const nameWords = (name: string): Name => foldedWords(name).split(' ').filter(Boolean)

/**
 * What a name is also written as: "Orla M. Venn" without what stands in the middle, "orlavenn" in an address. The name
 * itself is the first.
 */
export function writtenAs(name: Name): Name[] {
  const ends = name.length > 2 ? [[name[0]!, name.at(-1)!]] : []
  return [name, ...ends].flatMap(one => (one.length > 1 ? [one, [one.join('')]] : [one]))
}

/**
 * Where whole names stand in a text: "Orla Venn", "ORLA  VENN", "orla-venn", "Venn, Orla"; of "Orla Venn’s" without the
 * last two letters. Letters' case and diacritics count for nothing, the longest name first, none within another.
 */
export function findNames(
  text: string,
  isName: (words: Name) => boolean,
  most: number,
): FoundName[] {
  const words = Array.from(wordsOf(text))
  const found: FoundName[] = []
  for (let k = 0; k < words.length; ) {
    const one = nameAt(text, words, k, isName, most)
    if (one) found.push(one.found)
    k += one?.words ?? 1
  }
  return found
}

function nameAt(
  text: string,
  words: readonly Word[],
  first: number,
  isName: (words: Name) => boolean,
  most: number,
): { found: FoundName; words: number } | undefined {
  let run = 1
  while (run < most && isGap(text, words[first + run - 1], words[first + run])) run++
  for (let length = run; length > 0; length--) {
    const all = words.slice(first, first + length)
    const folded = all.map(word => word.folded)
    const { start } = all[0]!
    const { end } = all.at(-1)!
    if (isName(folded)) return { found: { start, end, name: folded }, words: length }
    if (POSSESSIVE.test(text.slice(start, end))) {
      const name = [...folded.slice(0, -1), folded.at(-1)!.slice(0, -1)]
      if (isName(name)) return { found: { start, end: end - 2, name }, words: length }
    }
  }
  return turnedAt(text, words, first, isName, most)
}

/** "Venn, Orla": the last word first. */
function turnedAt(
  text: string,
  words: readonly Word[],
  first: number,
  isName: (words: Name) => boolean,
  most: number,
): { found: FoundName; words: number } | undefined {
  const last = words[first]!
  const next = words[first + 1]
  if (!next || !/^, ?$/.test(text.slice(last.end, next.start))) return undefined
  for (let length = 2; length <= most; length++) {
    const all = words.slice(first + 1, first + length)
    const end = all.at(-1)
    if (!end || all.length < length - 1) return undefined
    const name = [...all.map(word => word.folded), last.folded]
    if (isName(name)) return { found: { start: last.start, end: end.end, name }, words: length }
  }
  return undefined
}

function isGap(text: string, a: Word | undefined, b: Word | undefined): boolean {
  if (!a || !b) return false
  const gap = text.slice(a.end, b.start)
  return GAP.test(gap) && !EMPTY_LINE.test(gap)
}

/**
 * Where single words stand that begin with a capital; nowhere, where the text has the word in small letters too. In
 * addresses and paths (`anyCase`) wherever they stand.
 */
export function findParts(text: string, parts: ReadonlySet<string>, anyCase = false): Span[] {
  if (parts.size === 0) return []
  const found: (Span & { readonly part: string })[] = []
  const common = new Set<string>()
  for (const { start, end, folded } of wordsOf(text)) {
    const own = POSSESSIVE.test(text.slice(start, end)) && parts.has(folded.slice(0, -1))
    const part = own ? folded.slice(0, -1) : folded
    if (!parts.has(part)) continue
    if (!anyCase && /^\p{Ll}/u.test(text.slice(start, end))) common.add(part)
    else found.push({ start, end: own ? end - 2 : end, part })
  }
  return found.filter(({ part }) => !common.has(part))
}
