import { AUXILIARIES, BE, CLOSED_WORDS } from '../../lexicon/en/closed-words.js'
import { ORGANISATION_NOUNS } from '../../lexicon/en/organisations.js'
import { GENDERED_PEOPLE, KINSHIP } from '../../lexicon/en/people.js'
import { COURTESY, GENDERED_OFFICES, OFFICES, ROLE_SYNONYMS } from '../../lexicon/en/titles.js'
import { headWord } from './descriptions.js'
import { isPersonNoun } from './nouns.js'
import { postNominalRoles, postNominalsEnd } from './post-nominals.js'
import type { Entity } from './types.js'
import type { Word } from './words.js'

/** What the words around a name say of whoever bears it. */
export interface NameContext {
  readonly roles: readonly string[]
  readonly age?: string
  readonly gender?: NonNullable<Entity['gender']>
}

const ENDS_APPOSITION =
  /^(?:of|for|in|at|to|from|with|on|who|which|that|said|says|was|is|had|has|by|as)$/

/** The title and role before the name `from`..`to`, the age and the apposition after it. */
export function nameContext(words: readonly Word[], from: number, to: number): NameContext {
  const roles: string[] = []
  let gender: NameContext['gender']
  let age: string | undefined
  const note = (noun: string, isTitle: boolean) => {
    if (/^\d+-year-old$/.test(noun)) age ??= noun.split('-')[0]!
    else roles.push(noun)
    gender ??= genderOf(noun, isTitle)
  }
  for (const noun of nounsBefore(words, from)) {
    note(noun.word, noun.title)
    if (noun.compound !== undefined) roles.push(noun.compound)
  }
  const end = postNominalsEnd(words, to)
  roles.push(...postNominalRoles(words, to, end))
  const after = apposition(words, end)
  age = after.age ?? age
  for (const noun of after.nouns) note(noun, false)
  return { roles, ...(age !== undefined && { age }), ...(gender !== undefined && { gender }) }
}

/** The gender that a title or a noun tells. */
export function genderOf(noun: string, isTitle: boolean): NameContext['gender'] {
  const courtesy = isTitle ? (COURTESY[noun] ?? GENDERED_OFFICES[noun]) : undefined
  if (courtesy !== undefined) return { value: courtesy, basis: 'title' }
  const kin = KINSHIP[noun]
  if (kin !== undefined) return { value: kin, basis: 'kinship' }
  const people = GENDERED_PEOPLE[noun]
  return people === undefined ? undefined : { value: people, basis: 'title' }
}

/** “Mrs”, “Sir” directly before a name, and whom it tells of. */
export function titleOf(
  words: readonly Word[],
  from: number,
): { gender: 'female' | 'male'; start: number } | undefined {
  const word = words[words[from - 1]?.text === '.' ? from - 2 : from - 1]
  if (word?.capital !== true || !Object.hasOwn(COURTESY, word.lower)) return undefined
  const gender = COURTESY[word.lower]
  return gender === undefined ? undefined : { gender, start: word.start }
}

interface Noun {
  readonly word: string
  readonly title: boolean
  readonly compound?: string | undefined
}

/** “finance minister”, “first minister”: the noun with the word before it, if that says more. */
export function compound(words: readonly Word[], at: number): string | undefined {
  const before = words[at - 1]
  if (before?.word !== true || before.possessive || PLAIN.test(before.lower)) return undefined
  return `${before.lower} ${words[at]!.lower}`
}

const PLAIN =
  /^(?:the|a|an|his|her|its|their|our|my|this|that|former|current|new|late|and|of|by|to|said|says|with)$/

/** Titles and nouns directly before a name: “former club president”, “The judge,”. */
function nounsBefore(words: readonly Word[], from: number): Noun[] {
  const found: Noun[] = []
  let at = from - 1
  if (words[at]?.text === ',') {
    at--
    if (words[at] === undefined || words[at]!.capital || !isPersonNoun(words[at]!.lower))
      return found
  }
  for (let steps = 0; at >= 0 && steps < 6; at--, steps++) {
    const word = words[at]!
    if (word.paragraph !== words[from]!.paragraph) break
    if (!word.word) {
      if (word.text === '.' || word.text === '-') continue
      // “his wife, the singer Ana”
      if (word.text === ',' && Object.hasOwn(KINSHIP, words[at - 1]?.lower ?? '')) continue
      break
    }
    if (word.possessive) break
    const title = word.capital || found.length === 0
    const noun = headWord(words, at)
    if (title && Object.hasOwn(COURTESY, word.lower)) found.push({ word: word.lower, title: true })
    else if (word.capital && Object.hasOwn(OFFICES, word.lower)) {
      found.push({ word: OFFICES[word.lower]!, title: true, compound: compound(words, at) })
      if (Object.hasOwn(GENDERED_OFFICES, word.lower)) found.push({ word: word.lower, title: true })
    } else if (isPersonNoun(noun) || /^\d+-year-old$/.test(noun))
      found.push({ word: noun, title: false, compound: compound(words, at) })
    else break
  }
  return found
}

/** “founder and chief executive” goes on behind “and”, and behind no other small word. */
const isClosed = (lower: string) => lower !== 'and' && CLOSED_WORDS.has(lower)

/** “, 46, the club's founder and chief executive,” after a name. */
function apposition(words: readonly Word[], to: number): { age?: string; nouns: string[] } {
  const nouns: string[] = []
  let age: string | undefined
  let at = to
  for (let part = 0; part < 2 && words[at]?.text === ','; part++) {
    at++
    const next = words[at + 1]
    const isEnd = next?.word !== true || next.paragraph !== words[to]!.paragraph
    if (/^\d{1,3}$/.test(words[at]?.text ?? '') && isEnd) {
      age = words[at]!.text
      at++
      continue
    }
    for (let steps = 0; steps < 10; steps++, at++) {
      const word = words[at]
      if (word === undefined || word.paragraph !== words[to]!.paragraph) break
      if (!word.word && word.text !== '-') break
      if (steps > 0 && (ENDS_APPOSITION.test(word.lower) || isClosed(word.lower))) break
      // “Fenn, will join the board”, “Fenn, voted against the club”: what follows is a verb
      if (steps === 0 && (AUXILIARIES.has(word.lower) || BE.has(word.lower))) break
      if (steps === 0 && /^(?:and|who|whose|which|but|said|says)$/.test(word.lower)) break
      // “…, sold the studio”: a verb and its object
      if (steps === 1 && nouns.length === 0 && /^(?:the|a|an|his|her|its|their)$/.test(word.lower))
        break
      if (word.possessive || !word.word) continue
      const noun = headWord(words, at)
      if (isPersonNoun(noun) || ORGANISATION_NOUNS.has(noun))
        nouns.push(noun, compound(words, at) ?? noun)
    }
    // “, his son, 49,”
    if (
      age === undefined &&
      words[at]?.text === ',' &&
      /^\d{1,3}$/.test(words[at + 1]?.text ?? '') &&
      words[at + 1]!.paragraph === words[to]!.paragraph &&
      /^[,.;)]$/.test(words[at + 2]?.text ?? ',')
    )
      age = words[at + 1]!.text
    break
  }
  return { nouns, ...(age !== undefined && { age }) }
}

/** Does one who is called `role` answer to the description `noun`? */
export const answersTo = (role: string, noun: string): boolean =>
  role === noun || (OFFICES[noun] ?? noun) === role || ROLE_SYNONYMS[role]?.includes(noun) === true
