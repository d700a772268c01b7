import { DOCUMENT_NOUNS, ORGANISATION_NOUNS } from '../../lexicon/en/organisations.js'
import {
  DEMONYM,
  GENDERED_PEOPLE,
  GROUP_NOUNS,
  KINSHIP,
  PERSON_NOUNS,
} from '../../lexicon/en/people.js'
import { PLACE_NOUNS } from '../../lexicon/en/places.js'
import { EVENT_NOUNS, WORK_NOUNS } from '../../lexicon/en/things.js'
import { COURTESY, OFFICES } from '../../lexicon/en/titles.js'
import type { EntityType } from '../../record.js'
import { singular, type Word } from './words.js'

/** A noun for a person: “director”, “wife”, “woman”. */
export const isPersonNoun = (lower: string): boolean =>
  PERSON_NOUNS.has(lower) || Object.hasOwn(KINSHIP, lower) || Object.hasOwn(GENDERED_PEOPLE, lower)

/** Mr, Sen, Judge, Prime Minister …, by the word alone. */
export const isTitle = (word: Word): boolean =>
  word.capital && (Object.hasOwn(COURTESY, word.lower) || Object.hasOwn(OFFICES, word.lower))

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

/** What kind of thing with a name a noun takes up: “the company”, “the city”, “the film”, “the match”. */
export function thingType(noun: string): EntityType | undefined {
  if (ORGANISATION_NOUNS.has(noun)) return 'organisation'
  if (PLACE_NOUNS.has(noun)) return 'place'
  return WORK_NOUNS.has(noun) ? 'work' : EVENT_NOUNS.has(noun) ? 'event' : undefined
}
