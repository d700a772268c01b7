import { DOCUMENT_NOUNS, ORGANISATION_NOUNS } from '../../lexicon/en/organisations.js'
import { DEMONYM, GROUP_NOUNS } from '../../lexicon/en/people.js'
import type { EntityType } from '../../record.js'
import { isPersonNoun } from './name-types.js'
import { singular, type Word } from './words.js'

/** A noun phrase that refers without a name: words `from` up to `to`; its head is the last word but for what modifies it. */
export interface Description {
  readonly from: number
  readonly to: number
  readonly head: string
  readonly type: EntityType
  readonly plural: boolean
}

const DETERMINERS = new Set(
  'the a an his her its their my our this these those one another some several many other two three four five both'.split(
    ' ',
  ),
)
const ENDS =
  /^(?:of|for|in|at|to|from|with|on|and|or|by|who|that|which|if|when|as|than|while|is|was|are|were|has|had|have|do|does|did|will|would|can|could|may|might|must|said|says|not)$/
const MAX_WORDS = 6

/** What a noun refers to, if it refers to someone or something that can speak. */
export function nounType(noun: string): { type: EntityType; plural: boolean } | undefined {
  if (/^\d+-year-old$/.test(noun)) return { type: 'person', plural: false }
  if (/^\d+-year-olds$/.test(noun)) return { type: 'group', plural: true }
  if (isPersonNoun(noun) || DEMONYM.test(noun)) return { type: 'person', plural: false }
  if (GROUP_NOUNS.has(noun)) return { type: 'group', plural: true }
  if (ORGANISATION_NOUNS.has(noun)) return { type: 'organisation', plural: false }
  if (DOCUMENT_NOUNS.has(noun)) return { type: 'other', plural: false }
  const one = singular(noun)
  if (one === noun) return undefined
  if (isPersonNoun(one)) return { type: 'group', plural: true }
  if (ORGANISATION_NOUNS.has(one)) return { type: 'organisation', plural: true }
  return undefined
}

/** “the director”, “another Vardian host”, “her sister”: a determiner, and within a few words a noun for someone. */
export function findDescriptions(
  words: readonly Word[],
  taken: ReadonlySet<number>,
): Description[] {
  const found: Description[] = []
  let at = 0
  while (at < words.length) {
    const description = descriptionAt(words, at, taken)
    if (description === undefined) at++
    else {
      found.push(description)
      at = description.to
    }
  }
  return found
}

function descriptionAt(
  words: readonly Word[],
  at: number,
  taken: ReadonlySet<number>,
): Description | undefined {
  const first = words[at]!
  if (!first.word || !DETERMINERS.has(first.lower) || first.possessive) return undefined
  let head = -1
  let owner = -1
  for (let i = at + 1; i < at + MAX_WORDS; i++) {
    const word = words[i]
    if (word === undefined || word.sentence !== first.sentence || DETERMINERS.has(word.lower)) break
    if (!word.word) {
      if (word.text === '-' && !word.spaced) continue
      break
    }
    if (taken.has(i)) {
      head = -1
      continue
    }
    if (ENDS.test(word.lower)) break
    if (nounType(headWord(words, i)) !== undefined) head = i
    if (word.possessive) {
      // “the club's director”; of “the club's best year” the club is left
      if (head === i) owner = i
      head = -1
    }
  }
  if (head < 0) head = owner
  if (head < 0) return undefined
  const noun = headWord(words, head)
  return { from: at, to: head + 1, head: noun, ...nounType(noun)! }
}

/** The noun at `at` with what a hyphen ties to it: “46-year-old”, “co-founder”. */
export function headWord(words: readonly Word[], at: number): string {
  let from = at
  while (
    from >= 2 &&
    at - from < MAX_WORDS &&
    words[from - 1]!.text === '-' &&
    !words[from - 1]!.spaced &&
    !words[from]!.spaced
  )
    from -= 2
  return words
    .slice(from, at + 1)
    .map(word => (word.word ? word.lower : word.text))
    .join('')
}
