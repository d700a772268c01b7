import { DOCUMENT_NOUNS } from '../../lexicon/en/organisations.js'
import { DEMONYM, EPITHETS } from '../../lexicon/en/people.js'
import { PRONOUNS } from '../../lexicon/en/pronouns.js'
import type { EntityType } from '../../record.js'
import type { Antecedent } from './antecedents.js'
import { agrees, type Chain } from './chains.js'
import { answersTo, compound, genderOf } from './name-context.js'
import { isPersonNoun, nounType, thingType } from './nouns.js'
import { headNoun } from './source-heads.js'
import type { Place, Step } from './trail.js'
import { singular, type Word } from './words.js'

/** A description as its words have it. */
export interface Described {
  readonly noun: string
  /** Its words in lower case, the article left out: the same words are taken for the same people. */
  readonly key: string
  /** The noun with the word before it: “first minister”. */
  readonly compound: string | undefined
  readonly definite: boolean
  readonly possessive: boolean
  readonly plural: boolean
  /** What it is of follows: “the director of the play”. */
  readonly complement: boolean
  /** Words of the names in it: “Rovers” of “the Rovers coach”. */
  readonly bodies: readonly string[]
}

const ARTICLE = /^(?:the|this|that|these|those|a|an|another|one|some)$/
const INDEFINITE = /^(?:a|an|another|one|some|several|many|other)$/

/** Takes the description in words `from` up to `to` apart. */
export function describe(words: readonly Word[], from: number, to: number): Described {
  const noun = headNoun(words, { from, to })
  const own = words.slice(from, to)
  const first = own[0]!.lower
  const possessive =
    PRONOUNS[first]?.possessive === true || own.slice(0, -1).some(word => word.possessive)
  const rest = ARTICLE.test(first) ? own.slice(1) : own
  return {
    noun,
    compound: own.length > 1 ? compoundOf(own, noun) : undefined,
    key: rest.map(word => word.lower).join(' '),
    // “MINISTER:” in a transcript is the minister
    definite:
      /^(?:the|this|that|these|those)$/.test(first) ||
      possessive ||
      (own.length === 1 && nounType(noun)?.plural === false),
    possessive,
    bodies: bodiesIn(own),
    complement: words[to]?.lower === 'of',
    plural:
      nounType(noun)?.plural ??
      (noun.endsWith('s') && !noun.endsWith('ss') && !INDEFINITE.test(first)),
  }
}

/** Words with a capital inside a description, but for its first. */
export const bodiesIn = (own: readonly Word[]): string[] =>
  own.slice(1).flatMap(word => (word.capital ? [word.lower] : []))

const isOfAnother = (chain: Chain, bodies: readonly string[]) =>
  bodies.length > 0 && chain.bodies.size > 0 && !bodies.some(body => chain.bodies.has(body))

function compoundOf(own: readonly Word[], noun: string): string | undefined {
  const at = own.findLastIndex(word => word.lower === noun)
  return at > 0 ? compound(own, at) : undefined
}

const WINDOW = 200

/** Whom a description goes back to; nobody if it brings in someone new. */
export function findDescribed(
  described: Described,
  type: EntityType,
  place: Place,
  trail: readonly Step[],
): Antecedent | undefined {
  const { noun, definite, plural } = described
  if (!definite) return undefined
  const age = /^(\d+)-year-old$/.exec(noun)?.[1]
  const gender = genderOf(noun, false)?.value
  const found: Chain[] = []
  // “the painter” in “the painter's widow” is not she
  const holder = trail.at(-1)?.word === place.word ? trail.at(-1)!.chain : undefined
  const seen = new Set<Chain>(holder === undefined ? [] : [holder])
  for (let i = trail.length - 1; i >= Math.max(0, trail.length - WINDOW) && found.length < 3; i--) {
    const { chain } = trail[i]!
    if (seen.has(chain)) continue
    seen.add(chain)
    if (chain.plural && !plural) continue
    if (type !== 'other' && chain.type !== 'other' && !alike(type, chain.type)) continue
    const isMatch = age === undefined ? hasRole(chain, noun, plural) : chain.ages.has(age)
    if (isMatch && agrees(chain, gender) && !isOfAnother(chain, described.bodies)) found.push(chain)
  }
  const exact = found.filter(
    chain => described.compound !== undefined && chain.roles.has(described.compound),
  )
  if (exact.length > 0) return { chain: exact[0]!, sure: exact.length === 1 ? 0.85 : 0.6 }
  if (found.length > 0) return { chain: found[0]!, sure: found.length === 1 ? 0.8 : 0.6 }
  if (plural || described.possessive || described.complement) return undefined
  if (age !== undefined || EPITHETS.has(noun) || DEMONYM.test(noun)) {
    const fits = (chain: Chain) =>
      chain !== holder &&
      chain.type === 'person' &&
      chain.names > 0 &&
      (age === undefined || chain.ages.size === 0) &&
      !isOtherwise(chain.roles, noun) &&
      agrees(chain, gender)
    const near = justBefore(place, trail)
    if (near.size > 1 && [...near].filter(fits).length > 1) return undefined
    const [only] = near
    return near.size === 1 && fits(only!)
      ? { chain: only!, sure: 0.65 }
      : salient(place, trail, fits)
  }
  const kind = thingType(noun)
  if (kind === 'organisation' && ONE_OF_MANY.test(noun)) return undefined
  return (
    kind &&
    salient(
      place,
      trail,
      ({ type, names, called }) => type === kind && names > 0 && !isOther(called, noun),
    )
  )
}

/** Bodies that are hardly the firm or club which the story is about: “the watchdog” beside a firm is another. */
const ONE_OF_MANY =
  /^(?:watchdog|regulator|union|government|council|court|tribunal|committee|commission|inquiry|ministry|department|force|army|navy|military|parliament|senate|congress|embassy|pac|party|site|website|page|bank|newspaper|paper|magazine|city|nation|country|state)$/
const FILM =
  /^(?:film|movie|picture|thriller|comedy|drama|documentary|musical|short|feature|debut)$/
const SONG = /^(?:song|single|track)$/
const BOOK = /^(?:book|novel|memoir|autobiography|biography|debut)$/

/** Is a work that is called something else hardly called so too: “the song” of a play? */
function isOther(called: ReadonlySet<string>, noun: string): boolean {
  const kinds = [FILM, SONG, BOOK]
  const own = kinds.find(kind => kind.test(noun))
  const told = [...called].filter(one => thingType(one) === 'work')
  return told.length > 0 && !told.some(one => one === noun || own?.test(one) === true)
}

const PEOPLE: ReadonlySet<EntityType> = new Set(['person', 'group', 'organisation'])

/** Could something of the one type be called by a noun of the other? “The team” may be a group. */
const alike = (a: EntityType, b: EntityType) => a === b || (PEOPLE.has(a) && PEOPLE.has(b))

function hasRole(chain: Chain, noun: string, plural: boolean): boolean {
  if (chain.names > 0 && chain.type !== 'person' && isPersonNoun(noun)) return false
  for (const role of chain.roles) {
    if (answersTo(role, noun)) return true
    if (plural && singular(role) === singular(noun) && chain.plural) return true
  }
  if (DOCUMENT_NOUNS.has(noun)) return false
  return chain.type !== 'person' && chain.name?.words.includes(noun) === true
}

const PLAYERS =
  /^(?:player|footballer|striker|forward|midfielder|defender|goalkeeper|keeper|winger|bowler|batsman|batter|captain|skipper|prop|athlete|teenager)$/
const STAFF =
  /^(?:manager|coach|boss|owner|chairman|chairwoman|referee|umpire|president|secretary|agent|physio|director|chief executive|spokesman|spokeswoman)$/

const CANDIDATES =
  /^(?:nominee|candidate|politician|lawmaker|senator|congressman|congresswoman|republican|democrat|tory)$/
const JUDGES = /^(?:judge|justice|magistrate|coroner|prosecutor|barrister|referee)$/

/** Does what someone is called rule out that “the striker” is meant: the manager, the owner? */
const isOtherwise = (roles: ReadonlySet<string>, noun: string): boolean => {
  const ruledOut = PLAYERS.test(noun) ? STAFF : CANDIDATES.test(noun) ? JUDGES : undefined
  return ruledOut !== undefined && [...roles].some(role => ruledOut.test(role))
}

/**
 * The people of the sentence before and of this one, outside quotation marks: “Only Dobbs resisted. The 41-year-old …” is he;
 * of two, “Lindqvist had left Obasi out. The striker …”, either may be.
 */
function justBefore(place: Place, trail: readonly Step[]): ReadonlySet<Chain> {
  const found = new Set<Chain>()
  for (let i = trail.length - 1; i >= 0 && place.sentence - trail[i]!.sentence <= 1; i--) {
    const step = trail[i]!
    if (step.paragraph === place.paragraph && !step.marked && step.chain.type === 'person')
      found.add(step.chain)
  }
  return found
}

/** The one of a kind that this and the last two paragraphs are about, if there is one. */
function salient(
  place: Place,
  trail: readonly Step[],
  isKind: (chain: Chain) => boolean,
): Antecedent | undefined {
  const scores = new Map<Chain, number>()
  for (let i = trail.length - 1; i >= Math.max(0, trail.length - 60); i--) {
    const step = trail[i]!
    if (place.paragraph - step.paragraph > 3) break
    if (step.marked || !isKind(step.chain)) continue
    const score = (step.subject ? 2 : 1) / (1 + place.paragraph - step.paragraph)
    scores.set(
      step.chain,
      (scores.get(step.chain) ?? 0.3 * Math.log2(1 + step.chain.names)) + score,
    )
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1])
  // of two as near the one is a guess
  if (best === undefined || best[1] <= 1.6 * (second?.[1] ?? 0)) return undefined
  return { chain: best[0], sure: second === undefined ? 0.65 : 0.55 }
}
