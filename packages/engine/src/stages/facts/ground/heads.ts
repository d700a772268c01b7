import { CLOSED_WORDS, DETERMINERS } from '../../../lexicon/en/closed-words.js'
import { KIN_MODIFIERS, KIN_NOUNS, KIN_PLURALS } from '../../../lexicon/en/kinship.js'
import { ORGANISATION_NOUNS } from '../../../lexicon/en/organisations.js'
import { PERSON_NOUNS } from '../../../lexicon/en/people.js'
import { MEMBER_NOUNS, ROLE_MODIFIERS } from '../../../lexicon/en/roles.js'
import { EVENT_NOUNS, WORK_NOUNS } from '../../../lexicon/en/things.js'
import type { Mention } from '../../entities/types.js'
import { isAgent, isRoleNoun, oneOf } from './role-nouns.js'
import type { Unit } from './units.js'

/** What a phrase is read with: the units, and what the mentions among them refer to. */
export interface Reading {
  readonly units: readonly Unit[]
  readonly mentions: readonly Mention[]
  /** The entity of each mention; -1 where it has none. */
  readonly entityOf: Int32Array
  /** For each unit: 1 where its word heads a phrase about a person, 2 where it does not, 0 until it is asked. */
  readonly heads: Uint8Array
}

/** Does the word of unit `at` head a phrase about a person? Asked often, found once. */
export function isHeadAt({ units, heads }: Reading, at: number): boolean {
  if (heads[at] === 0) {
    const { lower } = units[at]!
    heads[at] = lower.length > 1 && !CLOSED_WORDS.has(lower) && isPersonHead(lower) ? 1 : 2
  }
  return heads[at] === 1
}

/** Forms of address that are no role: they stand before a name and say nothing more. */
const COURTESY = new Set(
  'mr mrs ms miss mx dr sir dame lord lady mme herr monsieur madame'.split(' '),
)
const MAX_DESCRIBED = 5
const BARE_HEADS = new Set('winner winners runner-up finalist survivor graduate native'.split(' '))

/** A word that heads a phrase about a person without an article: "president", "son". */
export const isPersonHead = (lower: string): boolean =>
  isRoleNoun(lower) ||
  isRoleNoun(oneOf(lower)) ||
  MEMBER_NOUNS.has(lower) ||
  BARE_HEADS.has(lower) ||
  KIN_NOUNS.has(lower) ||
  Object.hasOwn(KIN_PLURALS, lower)

/** A word that heads a phrase about a thing with a name, once an article opens it: "the payments company Tallow". */
const isThingHead = (lower: string): boolean =>
  WORK_NOUNS.has(lower) || EVENT_NOUNS.has(lower) || ORGANISATION_NOUNS.has(lower)

/** A word that stands before such a head. */
export const isModifier = (lower: string): boolean =>
  ROLE_MODIFIERS.has(lower) || KIN_MODIFIERS.has(lower)

/** Can a phrase begin at all here? Most words cannot: asked first, since it is asked of each. */
export function mayBegin(reading: Reading, at: number): boolean {
  const { kind, lower, opens } = reading.units[at]!
  if (kind === 'name' || kind === 'pronoun' || opens.length > 0) return true
  if (kind === 'sign') return false
  if (kind === 'value') return lower.includes('-')
  return (
    DETERMINERS.has(lower) ||
    lower === 'whose' ||
    COURTESY.has(lower) ||
    isHeadAt(reading, at) ||
    isModifier(lower) ||
    mayModify(reading, at)
  )
}

const PLAIN_VERBS = new Set(
  'sign eye axe sack hail name back want land seal blast slam thank praise honour honor mourn remember welcome greet tell ask meet see love hate join support follow call bring keep bury jail free face play cast star'.split(
    ' ',
  ),
)
const VERBAL = /(?:ed|ing|ly|[^su]s)$/

/** May an unknown word at `at` go with the trade and name behind it: "bus driver Ada Fenn"? No verb may. */
export function mayModify(reading: Reading, at: number): boolean {
  const { units } = reading
  const { lower, possessive, sentence } = units[at]!
  if (possessive || VERBAL.test(lower) || lower.length < 3 || PLAIN_VERBS.has(lower)) return false
  for (let i = at + 1; i <= at + 3; i++) {
    const next = units[i]
    if (next === undefined || next.sentence !== sentence) return false
    if (next.kind === 'name') return i > at + 1
    if (next.kind !== 'word' || (!isHeadAt(reading, i) && !isModifier(next.lower))) return false
  }
  return false
}

/** May the name at `at` end the phrase before it: a person's behind a trade, any other's behind a thing? */
export function suits({ units, mentions }: Reading, at: number): boolean {
  const head = units[at - 1]!.lower
  const person = mentions[units[at]!.mention!]!.type === 'person'
  if (head === '.' || COURTESY.has(head)) return true
  // “the shipping line Kestrel”: a thing heard as one, directly before a name of its kind
  if (!person && isDescribedAs({ units, mentions }, at, mentions[units[at]!.mention!]!.type))
    return true
  return isPersonHead(head) || (person ? isAgent(head) : isThingHead(head))
}

/** Does a description of this type, opened by an article, end at the unit before `at`? */
function isDescribedAs(
  { units, mentions }: Pick<Reading, 'units' | 'mentions'>,
  at: number,
  type: Mention['type'],
): boolean {
  const { end, sentence } = units[at - 1]!
  for (let i = at - 2; i >= Math.max(0, at - MAX_DESCRIBED); i--) {
    if (units[i]!.sentence !== sentence || units[i]!.kind === 'sign') return false
    for (const index of units[i]!.opens)
      if (mentions[index]!.end === end)
        return mentions[index]!.type === type || mentions[index]!.type === 'other'
  }
  return false
}

/** How many units before a name are its form of address: "Mrs", "Mr."; 0 where none is. */
export function addresses({ units }: Reading, at: number): number {
  if (!COURTESY.has(units[at]!.lower)) return 0
  if (units[at + 1]?.kind === 'name') return 1
  return units[at + 1]?.lower === '.' && units[at + 2]?.kind === 'name' ? 2 : 0
}

/** Once an article opens a phrase, does the word at `at` end it? "the film", "a friend", not "the school" of "the school friend". */
export function isHeadHere({ units }: Reading, at: number): boolean {
  const { lower } = units[at]!
  if (PERSON_NOUNS.has(lower)) return true
  return isThingHead(lower) && !PERSON_NOUNS.has(units[at + 1]?.lower ?? '')
}

/** Is a word in -ed a verb, by what follows: "the guests included the mayor"? */
export function isVerbHere({ units }: Reading, at: number): boolean {
  const next = units[at + 1]
  if (!units[at]!.lower.endsWith('ed') || next === undefined) return false
  return (
    next.kind === 'name' ||
    next.kind === 'pronoun' ||
    (next.kind === 'word' && (CLOSED_WORDS.has(next.lower) || DETERMINERS.has(next.lower)))
  )
}

/** Does the name at `at` go with words behind it ("Beacon president Ola Berg")? Then it is no person's. */
export function goesBefore(reading: Reading, at: number): boolean {
  const { units, mentions } = reading
  if (mentions[units[at]!.mention!]!.type === 'person') return false
  for (let i = at + 1; i < units.length && i <= at + 5; i++) {
    const unit = units[i]!
    if (unit.sentence !== units[at]!.sentence || unit.kind !== 'word') return false
    if (isHeadAt(reading, i)) return true
    if (!isModifier(unit.lower) || unit.possessive) return false
  }
  return false
}
