import { ROLE_NOUNS } from '../../lexicon/en/roles.js'
import { EVENT_NOUNS } from '../../lexicon/en/things.js'
import { isPersonNoun } from './nouns.js'
import type { Word } from './words.js'

/** Trades that are first names as well. */
const FIRST_NAMES = new Set(
  'mason hunter taylor carter parker archer cooper tyler chandler spencer porter sawyer prince duke earl baron page deacon dean judge major marshal king queen bishop pope cook miller turner baker fisher gardener shepherd clerk constable sailor'.split(
    ' ',
  ),
)

/**
 * Where a person's name begins once the trade that opens its sentence is left out: “Vet Rowena Marsh said”, “Wardens Hal
 * and Peg Marsh”. Not where it may be a first name (“Mason Greenwood Lund”), nor where no two words would stay behind one
 * trade (“Potter Lund”).
 */
export function withoutTrade(words: readonly Word[], from: number, to: number): number {
  const { lower, first } = words[from]!
  if (!first || to - from < 2 || FIRST_NAMES.has(lower)) return from
  const several = lower.endsWith('s') && isTrade(lower.slice(0, -1))
  return several || (to - from > 2 && isTrade(lower)) ? from + 1 : from
}

const ADDRESS =
  /^(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Prof|Professor|Rev|Revd|Sir|Dame|Hon|Cllrs?|Councillors?|Supt|Insp|Sgt|Det|DC|DS|DI|DCI|PC|Sens?|Reps?|Gov|Capt|Cpl|Lt|Col|Maj|Gen|Adm|Brig|Cdr|Cmdr)$/

/** Where a person's name begins once its form of address is left out: “Cllr | Ada Fenn”, “Dr. | Fenn”; never all of it. */
export function withoutAddress(words: readonly Word[], from: number, to: number): number {
  let at = from
  while (at < to - 1 && ADDRESS.test(words[at]!.text)) at += words[at + 1]!.text === '.' ? 2 : 1
  return at < to && words[at]!.word ? at : from
}

/** Where a name begins once the day before it is left out: “Thursday's Harrow Awards”. */
export function withoutDay(words: readonly Word[], from: number, to: number): number {
  const { lower, possessive } = words[from]!
  return possessive && to - from > 1 && /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(lower)
    ? from + 1
    : from
}

/**
 * Is the one word `from` that opens a sentence before a trade and a name a name itself? The model must be sure of it:
 * “Beacon president Ola Berg”, but “Netball captain Ada Fenn”.
 */
export function isOnlyCapital(
  words: readonly Word[],
  from: number,
  to: number,
  sure: number,
): boolean {
  return (
    sure < SURE &&
    to - from === 1 &&
    words[from]!.first &&
    words[to]?.word === true &&
    !words[to]!.capital &&
    isTrade(words[to]!.lower)
  )
}

const SURE = 0.6

const isTrade = (lower: string) => ROLE_NOUNS.has(lower) || isPersonNoun(lower)

const PRIZES = new Set(
  'prize award awards medal trophy shield plate stakes open round olympics games'.split(' '),
)

/**
 * Where a name ends once the noun with a capital behind it is taken in that makes it an event's or a prize's: “Hayloft |
 * Festival”, “Larkspur | Prize”. Not across a possessive (“Lund's Festival”) or a comma.
 */
export function withEventNoun(words: readonly Word[], to: number): number {
  const last = words[to - 1]!
  const next = words[to]
  return next?.word === true &&
    next.capital &&
    next.sentence === last.sentence &&
    !last.possessive &&
    (PRIZES.has(next.lower) || EVENT_NOUNS.has(next.lower))
    ? to + 1
    : to
}

/** Where a name ends once the court that it is the name of is taken in: “Kelling | crown court”; `to` where none is. */
export function withCourt(words: readonly Word[], to: number): number {
  const [last, kind, court] = [words[to - 1]!, words[to], words[to + 1]]
  return kind !== undefined &&
    court?.lower === 'court' &&
    court.sentence === last.sentence &&
    !last.possessive &&
    /^(?:crown|county|high|magistrates|sheriff|family|youth|district)$/.test(kind.lower)
    ? to + 2
    : to
}
