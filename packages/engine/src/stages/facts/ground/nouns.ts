import { CLOSED_WORDS, DETERMINERS } from '../../../lexicon/en/closed-words.js'
import type { EntityType } from '../../../record.js'
import type { Span } from '../../../span.js'
import {
  addresses,
  goesBefore,
  isHeadAt,
  isHeadHere,
  isModifier,
  isVerbHere,
  mayBegin,
  mayModify,
  type Reading,
  suits,
} from './heads.js'
import { isAgent } from './role-nouns.js'
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

const NO_UNITS: readonly Unit[] = []
const MAX_UNITS = 14

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
        (isOwned(reading, at, words, possessor) ||
          ((known === at || (open && isAgent(words.at(-1)!.lower))) &&
            !goesBefore(reading, at) &&
            suits(reading, at)))
      ) {
        name = unit
        at++
        known = at
        possessive = unit.possessive
        break
      }
      if (!unit.possessive && (goesBefore(reading, at) || isWithin(reading, at, end)))
        names.push(unit)
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
      // “her then husband”
      const then = words.length === 0 && possessor !== undefined && unit.lower === 'then'
      if (CLOSED_WORDS.has(unit.lower) && !head && !then) break
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

/** "its larger rival Brandywell", "her old club Castle Vale": behind a possessor and words in small letters, a firm's name. */
function isOwned(
  reading: Reading,
  at: number,
  words: readonly Unit[],
  possessor: Noun | undefined,
): boolean {
  const { units, mentions } = reading
  return (
    possessor?.pronoun === true &&
    words.length <= 3 &&
    words.every(({ capital, lower }) => !capital && lower.length > 2) &&
    mentions[units[at]!.mention!]!.type === 'organisation' &&
    !/(?:ed|ing|ly|[^s]s)$/.test(words.at(-1)!.lower) &&
    !goesBefore(reading, at)
  )
}

/** “the Lords debate”: does a description go on behind the name, which is no person's? */
const isWithin = ({ units, mentions }: Reading, at: number, end: number): boolean =>
  units[at]!.end < end &&
  units[at + 1]?.kind === 'word' &&
  mentions[units[at]!.mention!]!.type !== 'person'

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
