import { GROUP_NOUNS, KINSHIP } from '../../lexicon/en/people.js'
import { ROLE_NOUNS } from '../../lexicon/en/roles.js'
import { EVENT_NOUNS, WORK_NOUNS } from '../../lexicon/en/things.js'
import type { EntityType } from '../../record.js'
import { isPersonNoun, thingType } from './nouns.js'
import type { Word } from './words.js'

const OPENS =
  /^(?:the|a|an|his|her|its|their|my|our|this|that|another|first|second|third|new|latest)$/
const REACH = 5
const MAX_APPOSITION = 8
/** What may stand behind a noun in a row with it, so that the noun ends its phrase. */
const CLOSES =
  /^(?:of|in|at|on|by|for|from|with|about|to|and|or|but|as|after|before|since|until|during|when|while|which|that|who|whose|where|has|had|is|was|will|led|made|written|set|run|built)$/
/** The last word of a name that is an event's or a prize's. */
const EVENT_ENDS =
  /^(?:awards?|prize|festival|regatta|marathon|cup|championships?|tournament|gala|olympics|carnival|derby|open)$/
/** “…, written by Ada Fenn” */
const MAKING =
  /^(?:written|directed|composed|choreographed|danced|narrated|illustrated|penned|sung)$/
/** What only a body has: “Polvo's managing director”. */
const CORPORATE =
  /^(?:(?:chief (?:executive|financial|operating)|managing director|finance director|(?:chairman|chairwoman|founder|shareholders?|shareholding|headquarters|subsidiary) ))/
const BANDS = new Set('band duo trio quartet quintet rapper group'.split(' '))

/**
 * What the words beside the name in words `from` up to `to` say that it is; undefined where they say nothing.
 *
 * - a noun before it: “the charity Second Wind”, “her novel Salt”, “the lo-fi duo Pale Ham”, “law firm Lund Berg”
 * - an apposition behind it: “Lanternfish, the musical written by …”, “Brell, a start-up”
 * - a relation before it: “her son Jo”, “Lund's granddaughter, Ana,”; or behind it: “Ana's son”
 * - a person's trade before it: “the film-maker Ettore Galli”
 * - a trade behind it and a name: “Harrow Pikes goaltender Jo Marsh”
 * - a participle behind it: “Lanternfish, written by …”
 * - its last word: “County Sports Awards”
 * - a result by itself: “Carnford Rovers 1-2 Port Lessing”
 * - “the town of Selwick”, “Church Lane, Ashpole,”
 *
 * Not: “the company Ada Fenn founded” (a verb follows), “Salt, the label and …” (a list), “the club said Fenn”.
 */
export function toldType(words: readonly Word[], from: number, to: number): EntityType | undefined {
  if (to - from > 1 && EVENT_ENDS.test(words[to - 1]!.lower)) return 'event'
  if (isInResult(words, from, to)) return 'organisation'
  return before(words, from, to) ?? behind(words, from, to)
}

/** One of two names with a score between that are a paragraph of their own. */
function isInResult(words: readonly Word[], from: number, to: number): boolean {
  const { paragraph } = words[from]!
  const isScore = (at: number) =>
    /^\d{1,3}$/.test(words[at]?.text ?? '') &&
    /^[-–]$/.test(words[at + 1]?.text ?? '') &&
    /^\d{1,3}$/.test(words[at + 2]?.text ?? '') &&
    words[at + 2]!.paragraph === paragraph
  const opens = words[from - 1]?.paragraph !== paragraph
  const closes = words[to]?.paragraph !== paragraph
  if (opens === closes) return false
  const [first, last] = opens ? [to + 3, to + 3 + MAX_CLUB] : [from - 3 - MAX_CLUB, from - 3]
  if (!isScore(opens ? to : from - 3)) return false
  const other = words.slice(Math.max(0, first), Math.max(0, last))
  return other
    .filter(word => word.paragraph === paragraph)
    .every(({ word, capital }) => word && capital)
}

const MAX_CLUB = 4

function before(words: readonly Word[], from: number, to: number): EntityType | undefined {
  const sentence = words[from]!.sentence
  let at = from - 1
  // “her opera, The Salt Tax”, “her hotel, the Periscope”
  if (words[at]?.lower === 'the') at--
  const comma = words[at]?.text === ','
  if (comma) at--
  const noun = words[at]
  if (noun?.word !== true || noun.sentence !== sentence || noun.capital !== noun.first)
    return undefined
  if (noun.possessive) return undefined
  if (noun.lower === 'of')
    return /^(?:town|city|village|island|county|borough|suburb)$/.test(words[at - 1]?.lower ?? '')
      ? 'place'
      : undefined
  const next = words[to]
  // “, Ledger, dropped”: between commas, or at the end
  if (comma && next?.word === true && next.sentence === sentence) return undefined
  if (Object.hasOwn(KINSHIP, noun.lower)) return opens(words, at) ? 'person' : undefined
  const type = nounOf(compoundAt(words, at))
  if (type === undefined && !comma && isPerson(words, at))
    return isClosed(words, to) && opens(words, at) && !isToldTo(words, at) ? 'person' : undefined
  if (type === undefined || (type === 'place' && !comma)) return undefined
  // “the company Ada Fenn founded”, “the film Ada Fenn is making”
  if (next?.word === true && next.sentence === sentence && !CLOSES.test(next.lower))
    return undefined
  return BANDS.has(noun.lower) || opens(words, at) ? type : undefined
}

/**
 * Do the words say that what was heard as a person is a place: “Church Lane, Ashpole,” behind a place (`afterPlace`: the
 * name before is one, and ends at the comma), “outside Hexby”? Not: “in Orm, Ada Fenn said”.
 */
export function isToldPlace(
  words: readonly Word[],
  from: number,
  to: number,
  afterPlace: boolean,
): boolean {
  const { sentence } = words[from]!
  const before = words[from - 1]
  if (before === undefined || before.sentence !== sentence || words[to - 1]!.possessive)
    return false
  const next = words[to]
  const closed = next === undefined || next.sentence !== sentence || !next.word
  // “in Orm, Fenn, 61, said”
  const aged = next?.text === ',' && /^\d+$/.test(words[to + 1]?.text ?? '')
  if (afterPlace) return closed && !aged && to - from === 1
  return /^(?:in|near|outside|born)$/.test(before.lower) && !before.capital && to - from === 1
}

/** Does an article or a possessor open the phrase that ends at `at`, or does the sentence begin with it? */
function opens(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const word = words[i]!
    if (word.sentence !== words[at]!.sentence) return true
    if (!word.word && word.text !== '-') return false
    if (word.possessive || OPENS.test(word.lower)) return true
    if (CLOSES.test(word.lower)) return false
    if (word.first) return true
  }
  return words[at]!.first
}

function behind(words: readonly Word[], from: number, to: number): EntityType | undefined {
  const { sentence } = words[from]!
  const inside = (i: number) => words[i]?.sentence === sentence
  const next = words[to]
  if (next === undefined || !inside(to)) return undefined
  if (words[to - 1]!.possessive) {
    if (Object.hasOwn(KINSHIP, next.lower)) return 'person'
    const two = `${next.lower} ${words[to + 1]?.lower}`
    return inside(to + 1) && CORPORATE.test(two) ? 'organisation' : undefined
  }
  const isAdjective = to - from === 1 && /(?:[aeiln]an|ese|ish)$/.test(words[from]!.lower)
  if (next.word)
    return !isAdjective && ROLE_NOUNS.has(next.lower) && words[to + 1]?.capital && inside(to + 1)
      ? 'organisation'
      : undefined
  if (next.text !== ',') return undefined
  const first = words[to + 1]
  if (first?.word !== true || !inside(to + 1)) return undefined
  if (MAKING.test(first.lower) && words[to + 2]?.lower === 'by') return 'work'
  if (!OPENS.test(first.lower)) return undefined
  for (let i = to + 2; i < to + 2 + MAX_APPOSITION && inside(i); i++) {
    const word = words[i]!
    const after = words[i + 1]
    if (!word.word && word.text !== '-') return undefined
    if (CLOSES.test(word.lower) || word.possessive) return undefined
    const ended =
      after === undefined ||
      after.sentence !== sentence ||
      (after.word
        ? CLOSES.test(after.lower) || /(?:ed|ing)$/.test(after.lower)
        : after.text !== '-')
    if (!ended) continue
    if (/^(?:and|or)$/.test(after?.lower ?? '')) return undefined
    if (isPersonNoun(word.lower) || ROLE_NOUNS.has(word.lower)) return undefined
    return nounOf(compoundAt(words, i))
  }
  return undefined
}

/** Trades that firms have as well: “the builder Lund Berg”, “the winner, Harrow Pikes”. */
const FIRMS_TOO = new Set(
  (
    'publisher developer operator broadcaster owner co-owner maker retailer brewer promoter distributor sponsor regulator leader ' +
    'host winner champion runner-up finalist agent auctioneer builder consultant organiser organizer accountant broker banker grocer ' +
    'jeweller baker lender insurer employer supplier partner rival challenger contractor carrier manufacturer adviser advisor ' +
    'backer investor buyer seller bidder creditor producer co-producer tailor printer caterer architect designer miner trader ' +
    'founder creator chief spokesperson opponent visitor guest holder'
  ).split(' '),
)

/** Does the noun at `at` name what only a person is: “the drummer”, “the film-maker”? */
function isPerson(words: readonly Word[], at: number): boolean {
  const noun = compoundAt(words, at).replace('film-maker', 'filmmaker')
  return (isPersonNoun(noun) || ROLE_NOUNS.has(noun)) && !FIRMS_TOO.has(noun)
}

/** Ends the name at `to` as a subject or an object does, with nothing that could hang on it? */
function isClosed(words: readonly Word[], to: number): boolean {
  const next = words[to]
  return (
    next?.word !== true ||
    next.sentence !== words[to - 1]!.sentence ||
    CLOSES.test(next.lower) ||
    /^(?:said|says|.+ed)$/.test(next.lower)
  )
}

/** “told the judge Brell had …”: what is told begins with the name. */
function isToldTo(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--)
    if (
      /^(?:told|tell|tells|telling|warned|assured|informed|reminded|asked)$/.test(words[i]!.lower)
    )
      return true
  return false
}

/** “start-up”: the word with the one that a hyphen ties before it. */
const compoundAt = (words: readonly Word[], at: number): string =>
  words[at - 1]?.text === '-' && !words[at]!.spaced
    ? `${words[at - 2]?.lower}-${words[at]!.lower}`
    : words[at]!.lower

function nounOf(noun: string): EntityType | undefined {
  if (BANDS.has(noun)) return 'group'
  if (WORK_NOUNS.has(noun)) return 'work'
  if (EVENT_NOUNS.has(noun)) return 'event'
  if (GROUP_NOUNS.has(noun)) return undefined
  return thingType(noun) ?? FIRMS[noun]
}

/** Firms and venues that no stage of speakers takes for speakers. */
const FIRMS: Readonly<Record<string, EntityType | undefined>> = {
  hotel: 'place',
  restaurant: 'organisation',
  gallery: 'organisation',
  orchestra: 'organisation',
  choir: 'organisation',
  brewery: 'organisation',
  brewer: 'organisation',
  insurer: 'organisation',
}
