import { CLOSED_WORDS } from '../../../lexicon/en/closed-words.js'
import { KIN_MODIFIERS, KIN_NOUNS } from '../../../lexicon/en/kinship.js'
import { ROLE_MODIFIERS } from '../../../lexicon/en/roles.js'
import type { Argument } from '../types.js'
import { type Ground, itemBy, typeOf } from './ground.js'
import type { Noun } from './nouns.js'
import { isAgent, isRoleNoun, oneOf } from './role-nouns.js'
import type { Unit } from './units.js'

/** A role as a noun phrase says it. */
export interface Title {
  readonly title: Argument
  readonly organisation?: Argument
  readonly work?: Argument
  /** Item index of the last word that says it. */
  readonly last: number
}

const JOINTS = new Set('of at for with to'.split(' '))

/**
 * The trade or office that the noun phrase at item `at` names, with the organisation or work that it is of: "former
 * Beacon president", "the film's director", "head of lending at Bancroft", "his actress wife" (actress). Undefined for
 * one that names none ("his wife", "the victim").
 */
export function titleAt(
  ground: Ground,
  at: number,
  shared?: Noun,
  noun: Noun = ground.items[at]!.noun!,
  by?: 'before' | 'beside' | 'verb',
): Title | undefined {
  const words = titleWords(noun, by !== 'verb')
  if (words.length === 0 && noun.words.at(-1)?.lower === 'partner')
    return partnerIn(ground, at, noun)
  if (words.length === 0) return undefined
  if (words.at(-1)!.lower === 'chief' && itemBy(ground, at, -1)?.lower === 'in') return undefined
  let title = words.map(unit => ground.story.text.slice(unit.start, unit.end)).join(' ')
  const head = words.at(-1)!.lower
  if (head === 'stars' && noun.names.length > 0) return undefined // "Night Train stars Jo Marsh"
  if (!isRoleNoun(head) && isRoleNoun(oneOf(head)))
    title = title.slice(0, -head.length) + oneOf(title.slice(-head.length))
  let last = at
  let of: { organisation?: Argument; work?: Argument } = {}
  const named = noun.names[0]
  if (named !== undefined) {
    const entity = ground.entityOf[named.mention!]!
    if (entity >= 0 && !isDemonym(ground, named)) of = ownerOf(ground, entity)
  }
  const owner = noun.possessor ?? shared?.possessor
  if (owner !== undefined && isEmpty(of)) of = ofNoun(ground, owner)
  // "editor in chief"
  const chief = itemBy(ground, at, 2)
  if (
    itemBy(ground, at, 1)?.lower === 'in' &&
    chief?.lower === 'chief' &&
    noun.name === undefined
  ) {
    title += ' in chief'
    last = at + 2
  }
  if (noun.name === undefined) {
    const body = last === at && isEmpty(of) ? bodyBehind(ground, at) : undefined
    const field = last === at && body === undefined ? fieldBehind(ground, at) : undefined
    if (body !== undefined) {
      of = ofNoun(ground, ground.items[body]!.noun!)
      last = body
    } else if (field !== undefined) {
      title += ` of ${field.words}`
      last = field.last
    }
    const joint = itemBy(ground, at, last + 1 - at)
    const next = itemBy(ground, at, last + 2 - at)
    const plain = next?.kind === 'noun' && isPlain(next.noun!) ? next : undefined
    if (joint?.lower === 'of' && plain !== undefined && last === at) {
      title += ` of ${ground.story.text.slice(plain.start, plain.end)}` // "chief of staff"
      last += 2
    } else if (
      joint?.kind === 'word' &&
      JOINTS.has(joint.lower) &&
      next?.kind === 'noun' &&
      isEmpty(of)
    ) {
      // "Polvo's managing director for northern Europe": what it is for is no body
      const scope = joint.lower === 'for' && noun.possessor !== undefined
      if (!scope) of = ofNoun(ground, next.noun!)
      if (!isEmpty(of)) last += 2
    } else if (joint?.lower === 'and' && isEmpty(of) && owner === undefined && OFFICE.test(head)) {
      // "founder and patron of Little Boats"
      const body = itemBy(ground, at, last + 4 - at)?.noun
      const two = next?.noun?.name === undefined && next?.noun?.determiner === '' ? next.lower : ''
      if (
        OFFICE.test(two) &&
        /^(?:of|at)$/.test(itemBy(ground, at, last + 3 - at)?.lower ?? '') &&
        body
      )
        of = ofNoun(ground, body)
    }
  } else if (by === 'before' && isEmpty(of)) {
    // "chairman Edwin Stoll of the retailer Kappa"
    const body = itemBy(ground, at, 1)?.lower === 'of' ? itemBy(ground, at, 2)?.noun : undefined
    if (
      body?.entity !== undefined &&
      typeOf(ground, body.entity) === 'organisation' &&
      !body.possessive
    )
      of = { organisation: { entity: body.entity } }
  }
  if (by === 'verb' && isEmpty(of)) {
    const which = whichBefore(ground, at)
    const body = which === undefined ? undefined : ground.items[which]!.noun!
    if (body !== undefined) of = ofNoun(ground, body)
  }
  return { title: { text: title }, ...of, last }
}

const OFFICE =
  /^(?:(?:co-)?founder|chairman|chairwoman|chair|executive|president|owner|director|editor|secretary|treasurer|head|manager|captain|coach|curator|conductor|publisher|patron|leader)$/

const REACH = 8

/** "the group, of which she had been a member": item index of the body before "of which". */
export function whichBefore(ground: Ground, at: number): number | undefined {
  for (let k = 1; k <= REACH; k++) {
    const item = itemBy(ground, at, -k)
    if (item === undefined || item.kind === 'sign') return undefined
    if (item.lower !== 'which' || itemBy(ground, at, -k - 1)?.lower !== 'of') continue
    const back = itemBy(ground, at, -k - 2)?.lower === ',' ? at - k - 3 : at - k - 2
    return itemBy(ground, at, back - at)?.kind === 'noun' ? back : undefined
  }
  return undefined
}

/** "whose partner Lotte Brix" of a firm: a partner in work, which is an office. */
function partnerIn(ground: Ground, at: number, noun: Noun): Title | undefined {
  const { possessor, words } = noun
  if (possessor?.entity === undefined || typeOf(ground, possessor.entity) !== 'organisation')
    return undefined
  const from = words.findIndex(word => ROLE_MODIFIERS.has(word.lower) && word.lower !== 'first')
  const title = ground.story.text.slice(words.at(from)!.start, words.at(-1)!.end)
  return { title: { text: title }, organisation: { entity: possessor.entity }, last: at }
}

/** "the Norlandian cyclist": an adjective of a place is nobody's organisation. */
const isDemonym = ({ story }: Ground, { mention, lower }: Unit): boolean =>
  story.mentions[mention!]!.type === 'place' && /(?:[aeiln]an|ese|ish)$/.test(lower)

const isEmpty = (of: object) => Object.keys(of).length === 0

/** Only common words, in small letters, that nothing opens: "staff". */
const isPlain = ({ name, names, values, determiner, possessor, pronoun, words }: Noun): boolean =>
  name === undefined &&
  names.length + values.length === 0 &&
  determiner === '' &&
  possessor === undefined &&
  !pronoun &&
  words.length === 1 &&
  !words[0]!.capital

/** "frontman of indie band The Tin Larks": the body that ends the words behind "of". */
function bodyBehind(ground: Ground, at: number): number | undefined {
  if (itemBy(ground, at, 1)?.lower !== 'of') return undefined
  for (let k = 2; k <= 5; k++) {
    const item = itemBy(ground, at, k)
    if (item?.kind === 'noun')
      return k > 2 &&
        item.noun!.name !== undefined &&
        /^(?:organisation|group)$/.test(item.noun!.type ?? '')
        ? at + k
        : undefined
    if (item?.kind !== 'word' || CLOSED_WORDS.has(item.lower)) return undefined
  }
  return undefined
}

/** "head of lending": the plain words behind "of". */
function fieldBehind(ground: Ground, at: number): { words: string; last: number } | undefined {
  if (itemBy(ground, at, 1)?.lower !== 'of') return undefined
  let last = at + 1
  for (let k = 2; k <= 5; k++) {
    const item = itemBy(ground, at, k)
    const joined = item?.lower === 'and' && k > 2 && itemBy(ground, at, k + 1)?.kind === 'word'
    // "professor of marine biology"
    if (item?.kind === 'noun' && k > 2 && isPlain(item.noun!) && !isRoleNoun(item.lower)) {
      last = at + k
      break
    }
    if (
      item?.kind !== 'word' ||
      (!joined && /^(?:at|for|in|with|and|who|to|from|on|said|is|was|has)$/.test(item.lower))
    )
      break
    last = at + k
  }
  if (last === at + 1) return undefined
  const { items, story } = ground
  return { words: story.text.slice(items[at + 2]!.start, items[last]!.end), last }
}

/** The words of a phrase that are a title: up to its last noun for a trade or office, relations left out. */
export function titleWords(
  { words, determiner, possessor, name }: Noun,
  agents = true,
): readonly Unit[] {
  const open = agents && (determiner !== '' || possessor !== undefined || name !== undefined)
  const isRole = (lower: string) =>
    isRoleNoun(lower) || isRoleNoun(oneOf(lower)) || (open && isAgent(lower))

  let to = words.length
  while (to > 0 && KIN_NOUNS.has(words[to - 1]!.lower)) to--
  const kin = to < words.length
  while (to > 0 && !isRole(words[to - 1]!.lower)) {
    if (!kin && !/^(?:general|elect|designate|emeritus)$/.test(words[to - 1]!.lower)) return []
    if (to < 2) return []
    if (kin) return []
    if (isRole(words[to - 2]!.lower)) break
    to--
  }
  let from = 0
  while (
    from < to - 1 &&
    (kin || KIN_MODIFIERS.has(words[from]!.lower)) &&
    !ROLE_MODIFIERS.has(words[from]!.lower) &&
    !isRoleNoun(words[from]!.lower)
  )
    from++
  while (from < to - 1 && words[from]!.lower === 'late') from++
  return words.slice(from, to)
}

/** What a title is of, by a noun phrase: an entity, or the words of something undescribed. */
function ofNoun(ground: Ground, noun: Noun): { organisation?: Argument; work?: Argument } {
  if (noun.entity !== undefined) return ownerOf(ground, noun.entity)
  if (noun.pronoun || noun.words.length === 0 || noun.determiner === 'whose') return {}
  const first = noun.words[0]!
  const last = noun.words.at(-1)!
  if (KIN_NOUNS.has(last.lower) || isRoleNoun(last.lower)) return {}
  return { organisation: { text: ground.story.text.slice(first.start, last.end) } }
}

function ownerOf(ground: Ground, entity: number): { organisation?: Argument; work?: Argument } {
  const type = typeOf(ground, entity)
  if (type === 'work') return { work: { entity } }
  return type === 'person' ? {} : { organisation: { entity } }
}
