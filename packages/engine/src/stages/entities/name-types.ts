import { SUFFIXES } from '../../lexicon/en/names.js'
import {
  ORGANISATION_HEADS,
  ORGANISATION_NOUNS,
  ORGANISATION_WORDS,
} from '../../lexicon/en/organisations.js'
import { GENDERED_PEOPLE, KINSHIP, PERSON_NOUNS } from '../../lexicon/en/people.js'
import { PLACE_BEGINNINGS, PLACE_PREPOSITIONS, PLACE_WORDS } from '../../lexicon/en/places.js'
import type { EntityType } from '../../record.js'
import { isTitle, type Name } from './names.js'
import { singular, type Word } from './words.js'

interface Evidence {
  person: number
  organisation: number
  place: number
  group: number
}

const none = (): Evidence => ({ person: 0, organisation: 0, place: 0, group: 0 })

/**
 * What each name refers to, by the words it is made of and the words around all its uses; a part of a longer
 * person's name counts as that person's. Without evidence it is `other`.
 */
export function typeNames(words: readonly Word[], names: readonly Name[]): EntityType[] {
  const keys = names.map(name => keyOf(words, name))
  const evidence = new Map<string, Evidence>()
  names.forEach((name, index) => {
    const key = keys[index]!
    const total = evidence.get(key) ?? within(words, name)
    add(total, around(words, name))
    evidence.set(key, total)
  })
  const types = new Map([...evidence].map(([key, total]) => [key, decide(total)]))
  // a part of a person's name, and how much may speak for a firm or a place of that name
  const parts = new Map<string, number>()
  for (const [key, type] of types) {
    const pieces = key.split(' ')
    if (type !== 'person' || pieces.length < 2) continue
    parts.set(lastPart(pieces), 4)
    if (evidence.get(key)!.person > 2 && !parts.has(pieces[0]!)) parts.set(pieces[0]!, 0)
  }
  return keys.map(key => {
    const { person, organisation, place } = evidence.get(key)!
    const allowed = key.includes(' ') ? undefined : parts.get(key)
    return allowed !== undefined && organisation + place <= person + allowed
      ? 'person'
      : types.get(key)!
  })
}

const keyOf = (words: readonly Word[], name: Name) =>
  words
    .slice(name.from, name.to)
    .filter(word => word.word)
    .map(word => word.lower)
    .join(' ')

const lastPart = (pieces: readonly string[]) =>
  SUFFIXES.has(pieces.at(-1)!) && pieces.length > 2 ? pieces.at(-2)! : pieces.at(-1)!

function add(total: Evidence, more: Evidence) {
  total.person += more.person
  total.organisation += more.organisation
  total.place += more.place
  total.group += more.group
}

function decide({ person, organisation, place, group }: Evidence): EntityType {
  const best = Math.max(person, organisation, place, group)
  if (best <= 0) return 'other'
  if (organisation === best) return 'organisation'
  if (place === best) return 'place'
  return person === best ? 'person' : 'group'
}

/** What the name's own words say. */
function within(words: readonly Word[], name: Name): Evidence {
  const evidence = none()
  const own = words.slice(name.from, name.to)
  const parts = own.filter(word => word.word)
  const last = parts.at(-1)!
  if (own.some(word => word.text === '&')) evidence.organisation += 5
  if (parts.some(word => ['of', 'for', 'and'].includes(word.lower))) evidence.organisation += 4
  if (parts.length > 1 && ORGANISATION_WORDS.has(last.lower)) evidence.organisation += 5
  else if (parts.slice(1).some(word => ORGANISATION_WORDS.has(word.lower)))
    evidence.organisation += 3
  if (ORGANISATION_HEADS.has(parts[0]!.lower) && parts.length > 1) evidence.organisation += 1
  if (parts.length > 1 && (PLACE_WORDS.has(last.lower) || PLACE_BEGINNINGS.has(parts[0]!.lower)))
    evidence.place += 3
  const isShortCaps = last.caps && last.text.length <= 4 && !SUFFIXES.has(last.lower)
  if (parts.length > 1 && isShortCaps && !parts[0]!.caps) evidence.organisation += 3
  if (parts.length === 1 && last.caps && last.text.length <= 6) evidence.organisation += 2
  if (
    own.some((word, i) => word.text === '.' && /^\p{Lu}$/u.test(own[i - 1]!.text)) &&
    parts.length > 2
  )
    evidence.person += 3
  if (/^(?:U\.S|U\.K|U\.N|E\.U)\.?$/.test(own.map(word => word.text).join(''))) evidence.place += 4
  if (parts.length === 1 && last.lower.endsWith('s') && PERSON_NOUNS.has(singular(last.lower)))
    evidence.group += 6
  if (parts.length >= 2 && parts.length <= 4) evidence.person += 2
  return evidence
}

/** What stands around one use of the name. */
function around(words: readonly Word[], name: Name): Evidence {
  const evidence = none()
  const before = words[name.from - 1]
  const titled = before?.text === '.' ? words[name.from - 2] : before
  const after = words[name.to]
  const next = words[name.to + 1]
  const same = (word: Word | undefined) =>
    word !== undefined && word.paragraph === words[name.from]!.paragraph
  if (same(titled) && isTitle(titled!)) evidence.person += 6
  else if (same(before) && isPersonNoun(before!.lower)) evidence.person += 4
  if (same(before) && before!.lower === 'the') evidence.organisation += 3
  if (same(before) && PLACE_PREPOSITIONS.has(before!.lower)) evidence.place += 2
  if (same(before) && before!.lower === 'from') evidence.place += 1
  const possessive = words[name.to - 1]!.possessive
  if (same(after) && possessive) {
    if (Object.hasOwn(KINSHIP, after!.lower)) evidence.person += 4
  } else if (same(after) && after!.text === ',') {
    if (
      same(next) &&
      /^\d{1,3}$/.test(next!.text) &&
      [',', '.'].includes(words[name.to + 2]?.text ?? '')
    )
      evidence.person += 6
    if (same(next) && ['who', 'whose', 'whom'].includes(next!.lower)) evidence.person += 4
    if (same(next) && appositionNoun(words, name.to + 1) === 'person') evidence.person += 4
    if (same(next) && appositionNoun(words, name.to + 1) === 'organisation')
      evidence.organisation += 4
  } else if (same(after)) {
    if (['who', 'whose', 'himself', 'herself'].includes(after!.lower)) evidence.person += 4
    if (ORGANISATION_NOUNS.has(after!.lower) && !after!.capital) evidence.organisation += 1
    if (
      /^(?:said|says|told|added|replied|recalled|joked|laughed|thinks|believes|tweeted)$/.test(
        after!.lower,
      )
    )
      evidence.person += 1
  }
  return evidence
}

export const isPersonNoun = (lower: string): boolean =>
  PERSON_NOUNS.has(lower) || Object.hasOwn(KINSHIP, lower) || Object.hasOwn(GENDERED_PEOPLE, lower)

/** The kind of noun in what follows a comma, up to the next sign: “, the club's chief executive,”. */
function appositionNoun(
  words: readonly Word[],
  from: number,
): 'person' | 'organisation' | undefined {
  for (let i = from; i < from + 9; i++) {
    const word = words[i]
    if (
      word === undefined ||
      (!word.word && word.text !== '-') ||
      word.sentence !== words[from]!.sentence
    )
      return undefined
    if (word.possessive || (word.capital && i > from)) continue
    if (i > from && /^(?:of|for|in|at|to|from|with|on|and|said|was|is|had|has)$/.test(word.lower))
      return undefined
    if (isPersonNoun(word.lower)) return 'person'
    if (ORGANISATION_NOUNS.has(word.lower)) return 'organisation'
  }
  return undefined
}
