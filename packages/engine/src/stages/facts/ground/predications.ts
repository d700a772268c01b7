import { CLOSED_WORDS } from '../../../lexicon/en/closed-words.js'
import { agree, type Beside, skipComplements } from './appositions.js'
import { coordinatedAfter } from './coordinated.js'
import { type Ground, itemBy, placesOf } from './ground.js'
import type { Noun } from './nouns.js'
import { isRoleNoun, oneOf } from './role-nouns.js'
import { type Owners, subjectOf } from './subject.js'
import { verbGroup } from './verbs.js'

/** Someone is said to be what a noun phrase says. */
export interface Predication {
  /** Item index of who. */
  readonly subject: number
  /** Item index of the phrase; the same as `subject` where it stands before the name ("actor Jo Marsh"). */
  readonly noun: number
  readonly by: 'before' | 'beside' | 'verb'
  /** The phrase before "and" whose possessor it shares ("Beacon's founder" for "and president"). */
  readonly shared?: Noun
  /** The possessor within the phrase of which it is said: "Mayor Chidi Farrow" in "Mayor Chidi Farrow's son". */
  readonly inner?: Noun
}

const COPULAS = 'is was became becomes remains remained been'.split(' ')
const SERVING =
  'served serves serving works worked working acts acted acting continues continued'.split(' ')
const TAKING_OVER =
  'succeeded succeeds succeeding replaced replaces replacing joined joins took takes'.split(' ')
const BETWEEN =
  /^(?:also|now|still|once|then|currently|previously|formerly|himself|herself|already)$/
const PARTS = /^(?:plays|played|playing|play|portrays|portrayed|as)$/

/**
 * Who is said to be what: before a name ("the actor and director Jo Marsh"), beside one ("Ola Berg, president of
 * Beacon,"), or by a verb ("Berg was head of lending", "worked as a nurse") that is neither negated nor only possible.
 */
export function findPredications(
  ground: Ground,
  beside: ReadonlyMap<number, Beside>,
  owners: Owners,
): Predication[] {
  const found: Predication[] = []
  for (const at of ground.nouns) {
    const noun = ground.items[at]!.noun!
    if (noun.name !== undefined && noun.words.length > 0 && !isPart(ground, at)) {
      found.push({ subject: at, noun: at, by: 'before' })
      if (isPlural(noun))
        for (const one of coordinatedAfter(ground, beside, at).slice(1))
          found.push({ subject: one, noun: at, by: 'before' })
      for (const other of titlesBefore(ground, at))
        found.push({ subject: at, noun: other, by: 'before' })
    }
    // "two welders, Mohan Beckles and Terje Ulvang, died"
    for (const one of namesBehind(ground, beside, at))
      found.push({ subject: one, noun: at, by: 'beside' })
    for (let inner = noun.possessor; inner !== undefined; inner = inner.possessor)
      if (inner.name !== undefined && inner.words.length > 0)
        found.push({ subject: at, noun: at, by: 'before', inner })
    for (const other of beside.get(at)?.nouns ?? []) {
      const [named, common] = noun.name !== undefined ? [at, other] : [other, at]
      if (!agree(ground, ground.items[named]!.noun!, ground.items[common]!.noun!)) continue
      const shared = sharedWith(ground, common)
      found.push({ subject: named, noun: common, by: 'beside', ...(shared && { shared }) })
      push(named, common, 'beside')
    }
  }
  for (const at of placesOf(ground, COPULAS)) {
    const between = itemBy(ground, at, 1)
    if (between?.kind === 'word' && BETWEEN.test(between.lower)) byVerb(at, at + 2)
    else byVerb(at, at + 1)
  }
  for (const at of placesOf(ground, SERVING))
    if (itemBy(ground, at, 1)?.lower === 'as') byVerb(at, at + 2)
  // "succeeds Jo Marsh as chair", "took over as manager"
  for (const at of placesOf(ground, TAKING_OVER)) {
    const object = itemBy(ground, at, 1)
    const as = object?.kind === 'noun' ? (beside.get(at + 1)?.last ?? at + 2) : at + 2
    const joint = itemBy(ground, at, as - at)?.lower === ',' ? as + 1 : as
    if (object !== undefined && itemBy(ground, at, joint - at)?.lower === 'as')
      byVerb(at, joint + 1)
  }
  // "As director of Beacon, Ada Fenn …", "spent nine years as night manager of the Regal"
  for (const at of placesOf(ground, ['as'])) {
    const title = itemBy(ground, at, 1)?.noun
    if (title === undefined || title.name !== undefined || title.determiner === 'a') continue
    const { from } = ground.sentences[ground.items[at]!.sentence]!
    if (at === from) {
      const comma = skipComplements(ground, at + 1)
      const who = itemBy(ground, at, comma + 1 - at)?.noun
      if (
        itemBy(ground, at, comma - at)?.lower === ',' &&
        who?.type === 'person' &&
        !who.possessive
      )
        found.push({ subject: comma + 1, noun: at + 1, by: 'verb' })
    } else if (
      itemBy(ground, at, -1)?.kind === 'value' ||
      /^(?:years|months|seasons)$/.test(itemBy(ground, at, -1)?.lower ?? '')
    ) {
      for (let k = 2; k <= 4; k++)
        if (/^(?:spent|spends)$/.test(itemBy(ground, at, -k)?.lower ?? '')) said(at - k, at + 1)
    }
  }
  // "the Labour MP for Orm Ada Fenn", "head of recruitment Ada Fenn"
  for (const at of ground.nouns) {
    const title = titleAlong(ground, at)
    if (title !== undefined) found.push({ subject: at, noun: title, by: 'beside' })
  }
  // "with the Duke of Hallan as its patron"
  for (const at of placesOf(ground, ['as'])) {
    const [before, next] = [itemBy(ground, at, -1), itemBy(ground, at, 1)]
    if (itemBy(ground, at, -2)?.lower !== 'with' || before?.noun?.name === undefined) continue
    if (next?.kind === 'noun' && next.noun!.name === undefined)
      found.push({ subject: at - 1, noun: at + 1, by: 'verb' })
  }
  return found

  function byVerb(verb: number, at: number): void {
    const item = itemBy(ground, verb, at - verb)
    if (item?.kind !== 'noun' || item.noun!.name !== undefined || item.noun!.possessive) return
    said(verb, at)
  }

  function said(verb: number, at: number): void {
    const group = verbGroup(ground, verb)
    if (!group.real) return
    const subject = subjectOf(ground, owners, group.from)
    if (subject === undefined) return
    found.push({ subject, noun: at, by: 'verb' })
    push(subject, at, 'verb')
  }

  function isOf(at: number): boolean {
    return /^(?:of|to|at)$/.test(itemBy(ground, at, 1)?.lower ?? '')
  }

  /** The phrases that "and" ties to the one at `at`: "founder and president", "a writer and a mother". */
  function push(subject: number, at: number, by: Predication['by']): void {
    const shared = ground.items[at]!.noun!
    let joint = at + 1
    for (let round = 0; round < 3; round++) {
      const preposition = itemBy(ground, at, joint - at)
      const of = itemBy(ground, at, joint + 1 - at)
      if (
        preposition?.kind === 'word' &&
        /^(?:of|at|for)$/.test(preposition.lower) &&
        of?.kind === 'noun'
      )
        joint += 2
      if (itemBy(ground, at, joint - at)?.lower !== 'and') return
      const next = itemBy(ground, at, joint + 1 - at)?.noun
      if (next === undefined || next.name !== undefined || next.possessor !== undefined) return
      const again = by === 'verb' && isOf(joint + 1) && /^(?:a|an|the)$/.test(next.determiner)
      if (
        next.determiner !== '' &&
        !again &&
        (by === 'beside' || next.determiner !== shared.determiner)
      )
        return
      found.push({ subject, noun: joint + 1, by, shared })
      joint += 2
    }
  }
}

/** "… the MP for Orm Ada Fenn": the title that stands before the person's name at `at`, with what it is of between. */
function titleAlong(ground: Ground, at: number): number | undefined {
  const { noun } = ground.items[at]!
  if (noun!.type !== 'person' || noun!.name === undefined || noun!.words.length > 0)
    return undefined
  for (let k = 1; k <= 3; k++) {
    const item = itemBy(ground, at, -k)
    if (item === undefined || item.kind === 'sign' || item.kind === 'value') return undefined
    if (k > 1 && /^(?:of|for)$/.test(item.lower)) {
      const title = itemBy(ground, at, -k - 1)
      const { words, name } = title?.noun ?? { words: [], name: undefined }
      return name === undefined && isRoleNoun(words.at(-1)?.lower ?? '') ? at - k - 1 : undefined
    }
    if (
      item.kind === 'noun'
        ? k > 1 ||
          item.noun!.possessive ||
          item.noun!.name === undefined ||
          item.noun!.type === 'person'
        : CLOSED_WORDS.has(item.lower)
    )
      return undefined
  }
  return undefined
}

/** The names behind a trade of several: "two welders, Mohan Beckles and Terje Ulvang". Item indexes; none where it is not so. */
export function namesBehind(
  ground: Ground,
  beside: ReadonlyMap<number, Beside>,
  at: number,
): readonly number[] {
  const noun = ground.items[at]!.noun!
  if (noun.name !== undefined || !isPlural(noun) || itemBy(ground, at, 1)?.lower !== ',') return []
  if (itemBy(ground, at, 2)?.noun?.name === undefined) return []
  const names = coordinatedAfter(ground, beside, at + 2)
  return names.length > 1 ? names : []
}

/** "welders", "the actors": a trade of several. */
function isPlural({ words }: Noun): boolean {
  const head = words.at(-1)?.lower ?? ''
  return !isRoleNoun(head) && isRoleNoun(oneOf(head))
}

/** Titles that "and" ties to the one before a name: "the actor and director Jo Marsh" gives "the actor". */
function titlesBefore(ground: Ground, at: number): number[] {
  const found: number[] = []
  if (ground.items[at]!.noun!.determiner !== '') return found // "a nurse and the actor Jo Marsh" are two
  let joint = at - 1
  for (let round = 0; round < 4; round++) {
    const sign = itemBy(ground, at, joint - at)?.lower
    if (sign !== 'and' && (sign !== ',' || found.length === 0)) break
    const { noun } = itemBy(ground, at, joint - 1 - at) ?? {}
    if (noun === undefined || noun.name !== undefined || noun.pronoun || noun.possessive) break
    if (noun.words.length === 0) break
    found.push(joint - 1)
    if (noun.determiner !== '') break
    joint -= 2
  }
  return found
}

function sharedWith(ground: Ground, at: number): Noun | undefined {
  const { determiner, possessor } = ground.items[at]!.noun!
  if (itemBy(ground, at, -1)?.lower !== 'and' || determiner !== '' || possessor !== undefined)
    return undefined
  const before = itemBy(ground, at, -2)?.noun
  return before?.name === undefined && !before?.pronoun ? before : undefined
}

/** A part in a work: "plays Inspector Crane" makes nobody an inspector. */
const isPart = (ground: Ground, at: number) => PARTS.test(itemBy(ground, at, -1)?.lower ?? '')
