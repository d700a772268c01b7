import { CLOSED_WORDS } from '../../../lexicon/en/closed-words.js'
import { ORGANISATION_NOUNS } from '../../../lexicon/en/organisations.js'
import { PERSON_NOUNS } from '../../../lexicon/en/people.js'
import { PLACE_NOUNS } from '../../../lexicon/en/places.js'
import { EVENT_NOUNS, WORK_NOUNS } from '../../../lexicon/en/things.js'
import { type Ground, type Item, itemBy } from './ground.js'
import { isPersonHead } from './heads.js'
import type { Noun } from './nouns.js'

/** What stands beside a noun phrase between commas or in brackets: "Ada Fenn, 61, the director of Beacon, who …". */
export interface Beside {
  /** Item indexes of the noun phrases that say the same again, in order. */
  readonly nouns: readonly number[]
  /** Item indexes of ages. */
  readonly ages: readonly number[]
  /** Item index of the sign that closes it all, or of the phrase itself where nothing stands beside it. */
  readonly last: number
}

/** A comma, or a dash that does its work. */
const isComma = (lower: string) => lower === ',' || lower === '–' || lower === '—'
const AGE = /^(?:1?\d?\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/
const FINITE = new Set('died resigned retired married said added died lived worked'.split(' '))
const isParticiple = (lower: string) => /(?:ed|ing)$/.test(lower) && !FINITE.has(lower)
const MAX_SEGMENT = 24
const PREPOSITIONS = new Set('of at from in for with on to and'.split(' '))
/** Behind a name the others belong to the verb: "founded Beacon with Jo Marsh, a friend". */
const OF_NAMES = new Set('of at from in'.split(' '))
const RELATIVES = new Set(
  'who whom which where born based known formerly from both all of held led written drawn built set made run sung'.split(
    ' ',
  ),
)

/** What stands beside the noun phrase at item `at`. Looks at a bounded number of items. */
export function besideOf(ground: Ground, at: number): Beside {
  const nouns: number[] = []
  const ages: number[] = []
  let last = at
  let next = skipComplements(ground, at)
  const bracket = ground.items[next]
  if (bracket?.lower === '(' && bracket.sentence === ground.items[at]!.sentence) {
    const close = itemBy(ground, next, 2)
    if (close?.lower === ')') {
      if (ground.items[next + 1]!.kind === 'value' && isAge(ground, next + 1)) ages.push(next + 1)
      else if (isRoleAlone(ground.items[next + 1]!)) nouns.push(next + 1) // "Ann Marlow (chair)"
      last = next + 2
      next += 3
    }
  }
  for (let round = 0; round < 5; round++) {
    const sign = ground.items[next]
    if (sign === undefined || sign.sentence !== ground.items[at]!.sentence || !isComma(sign.lower))
      break
    const first = itemBy(ground, next, 1)
    if (first === undefined) break
    let end = next + 2
    // "Slade, then head of the port authority,"
    const then =
      THEN.test(first.lower) &&
      itemBy(ground, next, 2)?.kind === 'noun' &&
      ground.items[at]!.noun!.name !== undefined &&
      saysAgain(ground, at, next + 2)
    if (then) {
      nouns.push(next + 2)
      end = skipComplements(ground, next + 2)
    } else if (first.kind === 'value' && isAge(ground, next + 1)) ages.push(next + 1)
    else if (first.lower === 'aged' && itemBy(ground, next, 2)?.kind === 'value') {
      ages.push(next + 2)
      end = next + 3
    } else if (first.noun?.determiner === 'whose') {
      end = endOfWhose(ground, next + 1)
      if (end < 0) break
    } else if (first.kind === 'noun' && saysAgain(ground, at, next + 1)) {
      nouns.push(next + 1)
      end = skipComplements(ground, next + 1)
    } else if (first.kind === 'word' && RELATIVES.has(first.lower)) {
      end = nextComma(ground, next + 1)
      if (end < 0) break
    } else if (first.kind === 'word' && isParticiple(first.lower)) {
      // what stands behind "…, founded by Fenn," is no more of the phrase before it
      const comma = nextComma(ground, next + 1)
      if (comma >= 0) last = comma
      break
    } else break
    const close = ground.items[end]
    if (close === undefined || !isComma(close.lower)) {
      last = end
      break
    }
    last = end
    next = end
  }
  return { nouns, ages, last }
}

/** The comma that ends the clause of the noun at `at`: “whose son Jo, 19, died in May,”: what stands beside the son is in it. */
function endOfWhose(ground: Ground, at: number): number {
  const comma = nextComma(ground, at)
  if (comma !== at + 1) return comma
  const closing = nextComma(ground, comma + 1)
  return closing < 0 ? closing : nextComma(ground, closing + 1)
}

/** Words before what someone was or is at a time. */
const THEN = /^(?:then|now|once|formerly|previously|currently|lately|also|later)$/

/** "chair", "treasurer": a word for an office that nothing opens. */
const isRoleAlone = ({ noun }: Item): boolean =>
  noun !== undefined &&
  noun.name === undefined &&
  noun.determiner === '' &&
  noun.possessor === undefined &&
  isPersonHead(noun.words.at(-1)?.lower ?? '')

/** An age, or a bare number that can be one ("her son, 7,"). */
export function isAge({ items, story }: Ground, at: number): boolean {
  const { type, start, end } = story.values[items[at]!.value!]!
  // "Dorn, four times mayor"
  const next = items[at + 1]
  if (type === 'number' && next?.sentence === items[at]!.sentence && next.kind !== 'sign')
    return false
  return type === 'age' || (type === 'number' && AGE.test(story.text.slice(start, end)))
}

function nextComma(ground: Ground, from: number): number {
  for (let k = 1; k < MAX_SEGMENT; k++) {
    const item = itemBy(ground, from, k)
    if (item === undefined) return -1
    if (item.lower === ',') return from + k
  }
  return -1
}

/** The item behind a noun phrase and what hangs on it: "of Beacon", "at the Norland Institute and of …". */
export function skipComplements(ground: Ground, at: number): number {
  let next = at + 1
  const named = ground.items[at]!.noun!.name !== undefined
  for (let round = 0; round < 4; round++) {
    const joint = itemBy(ground, at, next - at)
    const following = itemBy(ground, at, next + 1 - at)
    if (joint?.kind !== 'word' || !(named ? OF_NAMES : PREPOSITIONS).has(joint.lower)) break
    if (following?.kind === 'value' && joint.lower !== 'and' && !named) next += 2
    else if (isPlain(following) && /^(?:of|for)$/.test(joint.lower) && round === 0) {
      next += 2 // "head of communications"
      while (next < at + 6 && isPlain(itemBy(ground, at, next - at))) next++
      if (itemBy(ground, at, next - at)?.noun?.name !== undefined) next++ // "frontman of indie band The Tin Larks"
    } else if (following?.kind !== 'noun') break
    else if (joint.lower === 'and' && !isTitleOnly(following.noun!)) break
    else next += 2
  }
  return next
}

const isPlain = (item: Item | undefined) => item?.kind === 'word' && !CLOSED_WORDS.has(item.lower)

const isTitleOnly = (noun: Noun) =>
  noun.name === undefined && noun.determiner === '' && noun.possessor === undefined

/**
 * Is the noun phrase at `other`, behind a comma, another word for the one at `at`? One of the two is a name and the
 * other a trade, an office, a relation; they are not known to be two ("Ada Fenn, her husband and …").
 */
function saysAgain(ground: Ground, at: number, other: number): boolean {
  const a = ground.items[at]!.noun!
  const b = ground.items[other]!.noun!
  if (a.pronoun || b.pronoun || b.determiner === 'whose') return false
  const named = a.name !== undefined ? a : b
  const common = named === a ? b : a
  if (named.name === undefined || common.name !== undefined) return false
  if (named.type !== 'person') return isThingAgain(ground, named, common, other)
  if (common === a && named.words.length > 0 && named.determiner === '') return false
  const head = common.words.at(-1)?.lower ?? ''
  if (!isPersonHead(head) && !PERSON_NOUNS.has(head) && common.type !== 'person') return false
  if (common.possessor?.entity !== undefined && common.possessor.entity === named.entity)
    return false
  if (!agree(ground, named, common)) return false
  if (common === a) return closes(ground, other, true)
  // "will marry Castellan, host the awards": a verb
  if (common.determiner === '' && itemBy(ground, other, 1)?.kind === 'noun') return false
  if (/^(?:a|an|one)$/.test(common.determiner) || common.determiner === '')
    return !isList(ground, other)
  return closes(ground, other, false)
}

/** "her third hotel", "the stadium": of places, which come in chains, only what is somebody's or opened by an article. */
const isVenue = ({ determiner, possessor }: Noun, head: string): boolean =>
  PLACE_NOUNS.has(head) && (determiner !== '' || possessor !== undefined)

/** Is "the musical" behind a comma another word for Lanternfish, a work? */
function isThingAgain(ground: Ground, named: Noun, common: Noun, other: number): boolean {
  if (named.type === 'group') return false
  if (common.entity !== undefined && common.entity === named.entity) return true
  const head = common.words.at(-1)?.lower ?? ''
  const fits =
    named.type === 'work'
      ? WORK_NOUNS.has(head)
      : named.type === 'organisation'
        ? ORGANISATION_NOUNS.has(head)
        : named.type === 'place'
          ? isVenue(common, head)
          : EVENT_NOUNS.has(head)
  if (!fits || !agree(ground, named, common)) return false
  return !isList(ground, other)
}

/** May the two be one? They are of one entity, or the description is of none that is met elsewhere. */
export function agree(ground: Ground, named: Noun, common: Noun): boolean {
  if (common.entity === undefined || named.entity === undefined) return true
  if (common.entity === named.entity) return true
  return ground.story.entities[common.entity]!.mentions.length === 1
}

const CLOSERS = new Set('who whose whom which and but where'.split(' '))

/** Does the apposition at item `other` end there, as one does: at a comma, a stop, a relative clause? */
function closes(ground: Ground, other: number, nameLast: boolean): boolean {
  const end = skipComplements(ground, other)
  const item = itemBy(ground, other, end - other)
  if (item === undefined) return true
  if (item.kind === 'sign') return !isList(ground, other)
  if (nameLast)
    return item.kind === 'word' && /^(?:who|has|is|was|said|told|says)$/.test(item.lower)
  return item.kind === 'word' && CLOSERS.has(item.lower) && !isList(ground, other)
}

/** Does a list go on behind it: "…, a nurse, a porter and …"? */
function isList(ground: Ground, other: number): boolean {
  const end = skipComplements(ground, other)
  const sign = itemBy(ground, other, end - other)
  const next: Item | undefined = itemBy(ground, other, end + 1 - other)
  const joint = itemBy(ground, other, end + 2 - other)
  return (
    sign?.lower === ',' &&
    next?.kind === 'noun' &&
    next.noun!.determiner === ground.items[other]!.noun!.determiner &&
    next.noun!.name === undefined &&
    next.noun!.determiner !== '' &&
    joint?.lower === 'and' &&
    itemBy(ground, other, end + 3 - other)?.kind === 'noun'
  )
}
