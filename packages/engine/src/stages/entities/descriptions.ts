import { CLOSED_WORDS } from '../../lexicon/en/closed-words.js'
import { ORGANISATION_NOUNS } from '../../lexicon/en/organisations.js'
import { GROUP_NOUNS } from '../../lexicon/en/people.js'
import { ROLE_NOUNS } from '../../lexicon/en/roles.js'
import { EVENT_NOUNS } from '../../lexicon/en/things.js'
import type { HeardNoun } from '../../models/names.js'
import type { EntityType } from '../../record.js'
import { isPersonNoun, nounType, thingType } from './nouns.js'
import { singular, type Word, wordAt } from './words.js'

/** A noun phrase that refers without a name: words `from` up to `to`, the last of which is its head. */
export interface Description {
  readonly from: number
  readonly to: number
  readonly type: EntityType
}

const DETERMINERS = new Set(
  'the a an his her its their my our your whose this that these those one another some several many other two three four five six seven eight nine ten both all each every any no'.split(
    ' ',
  ),
)
/** What stands before a noun phrase and in none. */
const STOPS =
  /^(?:of|for|in|at|to|from|with|on|by|as|and|or|but|who|that|which|if|when|than|while|is|was|are|were|be|been|has|had|have|do|does|did|will|would|can|could|may|might|must|said|says|told|tell|not|under|over|into|after|before|between|among|against|about|through|during|because|since|like|near|off|out|up|down)$/
const MAX_WORDS = 7
/** What the lexicon does not know as a noun for people or things is described only where the model is sure. */
const SURE = 0.5
const SURELY = 0.8

/**
 * “the director”, “another Vardian host”, “her sister”, “Lund's brother”: the nouns that the model heard as heads, each
 * with what stands before it up to its determiner. Without a determiner only several (“police”, “residents”) are one.
 * Of nouns in a row the last is the head (“the jury prize”); what hyphens tie is one (“his ex-wife”).
 */
export function findDescriptions(
  words: readonly Word[],
  nouns: readonly HeardNoun[],
  taken: ReadonlySet<number>,
): Description[] {
  const heads = headsOf(words, nouns, taken)
  const found: Description[] = []
  let last = -1
  for (const { at, type } of heads) {
    const from = beginOf(words, at, last, taken)
    last = at
    if (from !== undefined) found.push({ from, to: at + 1, type })
    else if (isBare(words, at, taken))
      found.push({ from: compoundStart(words, at), to: at + 1, type })
  }
  return found
}

interface DescriptionHead {
  /** Index of its word; of a compound the last. */
  readonly at: number
  readonly type: EntityType
}

/** The heard nouns that are heads, in order. */
function headsOf(
  words: readonly Word[],
  nouns: readonly HeardNoun[],
  taken: ReadonlySet<number>,
): DescriptionHead[] {
  const types = new Map<number, EntityType>()
  const ends = new Set<number>()
  for (const noun of nouns) {
    const first = wordAt(words, noun.start)
    if (first >= words.length || taken.has(first)) continue
    const alone = compoundEnd(words, first)
    const at = rowEnd(words, alone, taken)
    if (mayBeHead(words, first, alone)) ends.add(alone)
    if (noun.sure < SURE && !isKnown(headWord(words, at))) continue
    if (!taken.has(at) && mayBeHead(words, first, at)) types.set(at, typeOf(words, at, noun))
  }
  const isModifier = (at: number) => {
    const { possessive, lower, sentence } = words[at]!
    const next = words[at + 1]
    return (
      !possessive &&
      !lower.endsWith('s') &&
      next?.sentence === sentence &&
      ends.has(compoundEnd(words, at + 1))
    )
  }
  return [...types].flatMap(([at, type]) => (isModifier(at) ? [] : [{ at, type }]))
}

/** No number and no small word; behind a noun for people only another such (“wife” and no verb in “his wife taught”). */
function mayBeHead(words: readonly Word[], first: number, at: number): boolean {
  const noun = headWord(words, at)
  if (nounType(noun) !== undefined) return true
  if (!/^\p{L}/u.test(words[at]!.text) || CLOSED_WORDS.has(noun)) return false
  if (isUnheardName(words, first)) return false
  const before = words[first - 1]
  // “Aaron's devastated”: he is
  if (before?.possessive && before.capital && /ed$/.test(noun)) return false
  return before?.word !== true || before.possessive || !isPersonNoun(before.lower)
}

/** What makes a party a feast. */
const FEASTS =
  /^(?:victory|birthday|garden|dinner|launch|christmas|farewell|leaving|engagement|wedding|tea|drinks|cocktail|pool|house|street|lavish)$/

const isKnown = (noun: string): boolean =>
  nounType(noun) !== undefined || thingType(noun) !== undefined

/**
 * What a description refers to. One noun for people refers to a person, several to a group: the model does not tell the
 * two apart, and what it heard as a group is a person where it is surely one. A noun for a thing that the model has no
 * word for is what the lexicon takes it for.
 */
function typeOf(words: readonly Word[], at: number, { type, sure }: HeardNoun): EntityType {
  const noun = headWord(words, at)
  const known = nounType(noun)?.type
  if (known === 'person' || known === 'group') return known
  const isPeople = type === 'person' || type === 'group'
  const thing = thingType(noun)
  // “the party” is a body or a feast
  if (EVENT_NOUNS.has(noun) && ORGANISATION_NOUNS.has(noun)) {
    if (FEASTS.test(words[at - 1]?.lower ?? '')) return 'event'
    if (type !== 'organisation' || sure < SURE) return 'other'
  }
  if (thing !== undefined && (type === 'other' || isPeople)) return thing
  if (!isPeople) return type
  if (GROUP_NOUNS.has(noun) || noun.endsWith('s')) return 'group'
  return type === 'person' || sure > SURELY || ROLE_NOUNS.has(noun) ? 'person' : 'group'
}

/** “his sister Line”: a word with a capital behind a noun is a name, be it heard as one or not. */
function isUnheardName(words: readonly Word[], at: number): boolean {
  const { capital, first, lower } = words[at]!
  const before = words[at - 1]
  return (
    capital &&
    !first &&
    before?.word === true &&
    !before.capital &&
    nounType(before.lower) !== undefined &&
    nounType(lower) === undefined
  )
}

/** Index of the determiner or possessor that the noun phrase begins with; undefined if there is none near. */
function beginOf(
  words: readonly Word[],
  head: number,
  /** The head before. */
  last: number,
  taken: ReadonlySet<number>,
): number | undefined {
  for (let i = compoundStart(words, head) - 1; i >= Math.max(0, head - MAX_WORDS); i--) {
    const word = words[i]!
    if (word.sentence !== words[head]!.sentence) return undefined
    if (i === last && !word.possessive) return undefined
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
  return beginOf(words, at, -1, taken) ?? at
}

/** “Police said”, “residents of the town”; not “actor Jo Marsh”, not “in office”. */
function isBare(words: readonly Word[], at: number, taken: ReadonlySet<number>): boolean {
  const word = words[at]!
  if (taken.has(at + 1) || (words[at + 1]?.text === ',' && taken.has(at + 2) && !word.first))
    return false
  return (
    nounType(word.lower)?.plural === true ||
    (word.lower.endsWith('s') &&
      (ROLE_NOUNS.has(singular(word.lower)) || EVENT_NOUNS.has(word.lower)))
  )
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

/** Where a compound ends that `at` is a part of: “ex-wife”, “brother-in-law”. */
function compoundEnd(words: readonly Word[], at: number): number {
  let end = at
  while (
    end + 2 < words.length &&
    end - at < MAX_WORDS &&
    words[end + 1]!.text === '-' &&
    !words[end + 1]!.spaced &&
    !words[end + 2]!.spaced &&
    words[end + 2]!.word
  )
    end += 2
  return end
}

/** “a press conference”, “a school friend” of which the model heard the first noun: a noun behind one in the singular is the head. */
function rowEnd(words: readonly Word[], at: number, taken: ReadonlySet<number>): number {
  const [noun, next] = [words[at]!, words[at + 1]]
  if (noun.possessive || /[^s]s$/.test(noun.lower) || taken.has(at) || taken.has(at + 1)) return at
  if (next?.word !== true || next.sentence !== noun.sentence || next.capital) return at
  if (next.lower.endsWith('s') || words[at + 2]?.text === '-') return at
  const person = isPersonNoun(noun.lower)
  const known = nounType(next.lower)
  const kind = known?.type ?? thingType(next.lower)
  if (kind === undefined || known?.plural === true) return at
  return !person || kind === 'person' || kind === 'organisation' ? at + 1 : at
}

/** The noun at `at` with what a hyphen ties to it: “46-year-old”, “co-founder”. */
export const headWord = (words: readonly Word[], at: number): string =>
  words
    .slice(compoundStart(words, at), at + 1)
    .map(word => (word.word ? word.lower : word.text))
    .join('')
