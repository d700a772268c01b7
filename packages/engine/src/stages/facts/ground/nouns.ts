import { CLOSED_WORDS, DETERMINERS } from '../../../lexicon/en/closed-words.js'
import { KIN_MODIFIERS, KIN_NOUNS, KIN_PLURALS } from '../../../lexicon/en/kinship.js'
import { ORGANISATION_NOUNS } from '../../../lexicon/en/organisations.js'
import { PERSON_NOUNS } from '../../../lexicon/en/people.js'
import { MEMBER_NOUNS, ROLE_MODIFIERS } from '../../../lexicon/en/roles.js'
import { EVENT_NOUNS, WORK_NOUNS } from '../../../lexicon/en/things.js'
import type { EntityType } from '../../../record.js'
import type { Span } from '../../../span.js'
import type { Mention } from '../../entities/types.js'
import { isAgent, isRoleNoun, oneOf } from './role-nouns.js'
import type { Unit } from './units.js'

/**
 * A noun phrase without what follows it: "his late actress wife Mara Lind" has a possessor (his), the words
 * "late actress wife" and a name; "Beacon president" has an organisation before its words.
 */
export interface Noun extends Span {
  /** Indexes into the units: from, and up to but not including. */
  readonly from: number
  readonly to: number
  /** The entity it stands for: its name's, else its description's. */
  readonly entity: number | undefined
  readonly type: EntityType | undefined
  readonly name: Unit | undefined
  readonly pronoun: boolean
  /** The common words, without determiner, names, and values. */
  readonly words: readonly Unit[]
  /** "the", "a", …; "whose"; empty where none opens the phrase. */
  readonly determiner: string
  readonly possessor: Noun | undefined
  /** Names between that go with the words ("Beacon" in "former Beacon president"). */
  readonly names: readonly Unit[]
  /** Values between ("the 46-year-old director"). */
  readonly values: readonly Unit[]
  /** It ends in a possessive: what follows is its own. */
  readonly possessive: boolean
}

/** What a phrase is read with: the units, and what the mentions among them refer to. */
export interface Reading {
  readonly units: readonly Unit[]
  readonly mentions: readonly Mention[]
  /** The entity of each mention; -1 where it has none. */
  readonly entityOf: Int32Array
  /** For each unit: 1 where its word heads a phrase about a person, 2 where it does not, 0 until it is asked. */
  readonly heads: Uint8Array
}

function isHeadAt({ units, heads }: Reading, at: number): boolean {
  if (heads[at] === 0) {
    const { lower } = units[at]!
    heads[at] = lower.length > 1 && !CLOSED_WORDS.has(lower) && isPersonHead(lower) ? 1 : 2
  }
  return heads[at] === 1
}

const NO_UNITS: readonly Unit[] = []
const MAX_UNITS = 14

/** Forms of address that are no role: they stand before a name and say nothing more. */
const COURTESY = new Set(
  'mr mrs ms miss mx dr sir dame lord lady mme herr monsieur madame'.split(' '),
)
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

const isModifier = (lower: string): boolean => ROLE_MODIFIERS.has(lower) || KIN_MODIFIERS.has(lower)

/** The noun phrase that begins at unit `at`, or undefined. Looks at a bounded number of units. */
export function nounAt(reading: Reading, at: number): Noun | undefined {
  if (!mayBegin(reading, at)) return undefined
  let possessor: Noun | undefined
  let from = at
  for (let depth = 0; depth < 4; depth++) {
    const part = partAt(reading, from, at, possessor)
    if (part === undefined) return possessor
    if (!part.possessive) return part
    possessor = part
    from = part.to
  }
  return possessor
}

/** Can a phrase begin at all here? Most words cannot: asked first, since it is asked of each. */
function mayBegin(reading: Reading, at: number): boolean {
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

/** One part, up to a possessive: "the film's", then "director Ada Fenn". */
function partAt(
  reading: Reading,
  from: number,
  start: number,
  possessor: Noun | undefined,
): Noun | undefined {
  const { units } = reading
  const first = units[from]
  if (first === undefined) return undefined
  const limit = Math.min(units.length, from + MAX_UNITS)
  const inside = (i: number) => i < limit && units[i]!.sentence === first.sentence
  if (first.kind === 'pronoun')
    return possessor === undefined
      ? noun(reading, from + 1, start, { possessive: first.possessive })
      : undefined
  let at = from
  let determiner = ''
  if (possessor === undefined && first.kind === 'word') {
    if (DETERMINERS.has(first.lower) || first.lower === 'whose') {
      determiner = first.lower
      at++
    }
  }
  const described = first.opens.length > 0
  const open = determiner !== '' || possessor !== undefined || described
  const end = described ? reading.mentions[first.opens[0]!]!.end : 0
  const words: Unit[] = []
  const names: Unit[] = []
  const values: Unit[] = []
  let name: Unit | undefined
  let possessive = false
  let known = -1 // behind the last word that can be a head
  while (inside(at)) {
    const unit = units[at]!
    if (unit.kind === 'value') {
      // an age or a count within the phrase; a date or an amount ends it
      if (words.length > 0 && !unit.lower.includes('-')) break
      if (!open && !unit.lower.includes('-')) break
      values.push(unit)
      if (unit.lower.endsWith('old')) known = at + 1
    } else if (unit.kind === 'name') {
      if (
        words.length > 0 &&
        (known === at || (open && isAgent(words.at(-1)!.lower))) &&
        !goesBefore(reading, at) &&
        suits(reading, at)
      ) {
        name = unit
        at++
        known = at
        possessive = unit.possessive
        break
      }
      if (!unit.possessive && goesBefore(reading, at)) names.push(unit)
      else if (words.length === 0 && possessor?.pronoun) break
      else if (words.length === 0 || open) {
        if (words.length > 0 && unit.start >= end && (known === at || !unit.possessive)) break
        name = unit
        at++
        known = at
        possessive = unit.possessive
        break
      } else break
    } else if (unit.kind === 'word' && addresses(reading, at) > 0) {
      at += addresses(reading, at)
      if (known < 0 || words.length === 0) {
        name = units[at]!
        at++
        known = at
        possessive = name.possessive
        break
      }
      known = at
      continue
    } else if (unit.kind === 'word') {
      const head = isHeadAt(reading, at)
      if (CLOSED_WORDS.has(unit.lower) && !head) break
      if (DETERMINERS.has(unit.lower) && unit.end > end) break
      if (words.length > 0 && unit.end > end && isVerbHere(reading, at)) break
      if (!open && !head && !isModifier(unit.lower) && !mayModify(reading, at)) break
      words.push(unit)
      if (head || unit.end === end || (open && isHeadHere(reading, at))) known = at + 1
      if (unit.possessive) {
        known = at + 1
        possessive = true
        at++
        break
      }
    } else break
    at++
  }
  if (known < 0) {
    if (!open || words.length === 0 || (determiner === '' && !described && possessor === undefined))
      return undefined
    known = at
  }
  if (known <= from + (determiner === '' ? 0 : 1) && name === undefined) return undefined
  const last = units[known - 1]!
  const kept = (list: readonly Unit[]) =>
    list.length === 0 || list.at(-1)!.end <= last.end
      ? list
      : list.filter(unit => unit.end <= last.end)
  return noun(reading, known, start, {
    words: kept(words),
    names: kept(names),
    values: kept(values),
    determiner,
    possessive,
    name,
    possessor,
  })
}

const PLAIN_VERBS = new Set(
  'sign eye axe sack hail name back want land seal blast slam thank praise honour honor mourn remember welcome greet tell ask meet see love hate join support follow call bring keep bury jail free face play cast star'.split(
    ' ',
  ),
)
const VERBAL = /(?:ed|ing|ly|[^su]s)$/

/** May an unknown word at `at` go with the trade and name behind it: "bus driver Ada Fenn"? No verb may. */
function mayModify(reading: Reading, at: number): boolean {
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
function suits({ units, mentions }: Reading, at: number): boolean {
  const head = units[at - 1]!.lower
  const person = mentions[units[at]!.mention!]!.type === 'person'
  if (head === '.' || COURTESY.has(head)) return true
  return isPersonHead(head) || (person ? isAgent(head) : isThingHead(head))
}

/** How many units before a name are its form of address: "Mrs", "Mr."; 0 where none is. */
function addresses({ units }: Reading, at: number): number {
  if (!COURTESY.has(units[at]!.lower)) return 0
  if (units[at + 1]?.kind === 'name') return 1
  return units[at + 1]?.lower === '.' && units[at + 2]?.kind === 'name' ? 2 : 0
}

/** Once an article opens a phrase, does the word at `at` end it? "the film", "a friend", not "the school" of "the school friend". */
function isHeadHere({ units }: Reading, at: number): boolean {
  const { lower } = units[at]!
  if (PERSON_NOUNS.has(lower)) return true
  return isThingHead(lower) && !PERSON_NOUNS.has(units[at + 1]?.lower ?? '')
}

/** Is a word in -ed a verb, by what follows: "the guests included the mayor"? */
function isVerbHere({ units }: Reading, at: number): boolean {
  const next = units[at + 1]
  if (!units[at]!.lower.endsWith('ed') || next === undefined) return false
  return (
    next.kind === 'name' ||
    next.kind === 'pronoun' ||
    (next.kind === 'word' && (CLOSED_WORDS.has(next.lower) || DETERMINERS.has(next.lower)))
  )
}

/** Does the name at `at` go with words behind it ("Beacon president Ola Berg")? Then it is no person's. */
function goesBefore(reading: Reading, at: number): boolean {
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

function noun(
  { units, mentions, entityOf }: Reading,
  to: number,
  start: number,
  parts: Partial<Noun>,
): Noun {
  const last = units[to - 1]!
  const named = parts.name ?? (last.kind === 'pronoun' ? last : undefined)
  let mention = named?.mention
  if (mention === undefined) {
    // the shortest description that begins first and holds the head: a longer one only adds what follows ("of Beacon")
    for (let u = start; u < to && mention === undefined; u++)
      for (const index of units[u]!.opens) if (mentions[index]!.end >= last.end) mention = index
  }
  const entity = mention === undefined ? -1 : entityOf[mention]!
  return {
    words: parts.words ?? NO_UNITS,
    names: parts.names ?? NO_UNITS,
    values: parts.values ?? NO_UNITS,
    determiner: parts.determiner ?? '',
    possessive: parts.possessive ?? false,
    name: parts.name,
    possessor: parts.possessor,
    pronoun: last.kind === 'pronoun',
    from: start,
    to,
    start: units[start]!.start,
    end: last.end,
    entity: entity < 0 ? undefined : entity,
    type: mention === undefined ? undefined : mentions[mention]!.type,
  }
}
