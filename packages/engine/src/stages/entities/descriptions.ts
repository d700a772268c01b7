import type { HeardNoun } from '../../models/names.js'
import type { EntityType } from '../../record.js'
import { nounType } from './nouns.js'
import { type Word, wordAt } from './words.js'

/** A noun phrase that refers without a name: words `from` up to `to`, the last of which is its head. */
export interface Description {
  readonly from: number
  readonly to: number
  readonly type: EntityType
}

const DETERMINERS = new Set(
  'the a an his her its their my our your this that these those one another some several many other two three four five six seven eight nine ten both all each every any no'.split(
    ' ',
  ),
)
/** What stands before a noun phrase and in none. */
const STOPS =
  /^(?:of|for|in|at|to|from|with|on|by|as|and|or|but|who|that|which|if|when|than|while|is|was|are|were|be|been|has|had|have|do|does|did|will|would|can|could|may|might|must|said|says|told|tell|not|under|over|into|after|before|between|among|against|about|through|during|because|since|like|near|off|out|up|down)$/
const MAX_WORDS = 7
/** A thing that is no name and no person is described only where the model is sure. */
const SURE = 0.5

/**
 * “the director”, “another Vardian host”, “her sister”, “Lund's brother”: the nouns that the model heard as heads, each
 * with what stands before it up to its determiner. Without a determiner only several (“police”, “residents”) are one.
 */
export function findDescriptions(
  words: readonly Word[],
  nouns: readonly HeardNoun[],
  taken: ReadonlySet<number>,
): Description[] {
  const found: Description[] = []
  let last = -1
  for (const noun of nouns) {
    const at = wordAt(words, noun.start)
    if (at <= last || at >= words.length || taken.has(at) || noun.sure < SURE) continue
    last = at
    const type = noun.type
    const from = beginOf(words, at, taken)
    if (from !== undefined) found.push({ from, to: at + 1, type })
    else if (isBare(words, at, taken))
      found.push({ from: compoundStart(words, at), to: at + 1, type })
  }
  return found
}

/** Index of the determiner or possessor that the noun phrase begins with; undefined if there is none near. */
function beginOf(
  words: readonly Word[],
  head: number,
  taken: ReadonlySet<number>,
): number | undefined {
  for (let i = head - 1; i >= Math.max(0, head - MAX_WORDS); i--) {
    const word = words[i]!
    if (word.sentence !== words[head]!.sentence) return undefined
    if (!word.word) {
      if (word.text === '-' || (word.text === '.' && taken.has(i - 1))) continue
      return undefined
    }
    if (DETERMINERS.has(word.lower) && !word.possessive) return i
    if (word.possessive) return possessorStart(words, i, taken)
    if (STOPS.test(word.lower) && !taken.has(i)) return undefined
  }
  return undefined
}

/** Where the possessor that ends at `at` begins: “the club's”, “Anna Lund's”. */
function possessorStart(words: readonly Word[], at: number, taken: ReadonlySet<number>): number {
  if (taken.has(at)) {
    let from = at
    while (
      from > 0 &&
      taken.has(from - 1) &&
      words[from - 1]!.sentence === words[at]!.sentence &&
      !words[from - 1]!.possessive
    )
      from--
    return words[from - 1]?.lower === 'the' ? from - 1 : from
  }
  return beginOf(words, at, taken) ?? at
}

/** “Police said”, “residents of the town”; not “actor Jo Marsh”, not “in office”. */
function isBare(words: readonly Word[], at: number, taken: ReadonlySet<number>): boolean {
  const word = words[at]!
  if (taken.has(at + 1) || (words[at + 1]?.text === ',' && taken.has(at + 2) && !word.first))
    return false
  return nounType(word.lower)?.plural === true
}

/** Where a compound begins whose last part is at `at`: “46-year-old”. */
function compoundStart(words: readonly Word[], at: number): number {
  let from = at
  while (
    from >= 2 &&
    at - from < MAX_WORDS &&
    words[from - 1]!.text === '-' &&
    !words[from - 1]!.spaced &&
    !words[from]!.spaced
  )
    from -= 2
  return from
}

/** The noun at `at` with what a hyphen ties to it: “46-year-old”, “co-founder”. */
export const headWord = (words: readonly Word[], at: number): string =>
  words
    .slice(compoundStart(words, at), at + 1)
    .map(word => (word.word ? word.lower : word.text))
    .join('')
