import { KINSHIP } from '../../lexicon/en/people.js'
import type { EntityType } from '../../record.js'
import type { Chain } from './chains.js'
import { agrees, join, newChain } from './chains.js'
import { nameContext, titleOf } from './name-context.js'
import {
  firstName,
  isTail,
  type NameParts,
  parseName,
  samePerson,
  shortForms,
  surname,
} from './name-parts.js'
import type { Mention } from './types.js'
import { type Word, wordsOf } from './words.js'

const MAX_CANDIDATES = 24
/** Within how many characters a name counts as said a moment ago. */
const NEAR = 400
const SURE = 0.97
const ONE_OF_SEVERAL = 0.6
const MARRIED = 0.8

/** What the linking of names works on. */
interface Names {
  readonly text: string
  readonly words: readonly Word[]
  readonly mentions: readonly Mention[]
  readonly chainOf: Map<number, Chain>
}

/**
 * Joins the names of a story: full names first, then, once `learn` had a look at those, their short forms.
 * Returns the chains in the order in which they were begun.
 */
export function linkNames(names: Names, learn: () => void): Chain[] {
  const { text, words, mentions, chainOf } = names
  const chains: Chain[] = []
  const byForm = new Map<string, Chain[]>()
  const parts = new Map<number, NameParts>()
  for (const [index, mention] of mentions.entries())
    if (mention.form === 'name') parts.set(index, parseName(text.slice(mention.start, mention.end)))

  const file = (chain: Chain) => {
    for (const form of forms(chain)) {
      const list = byForm.get(form)
      if (list === undefined) byForm.set(form, [chain])
      else if (list.length < MAX_CANDIDATES && !list.includes(chain)) list.push(chain)
    }
  }
  const start = (index: number) => {
    const { type, start, end } = mentions[index]!
    const chain = newChain(type, text.slice(start, end), parts.get(index)!, type === 'group')
    chains.push(chain)
    file(chain)
    return chain
  }
  const take = (chain: Chain, index: number, sure: number) => {
    const { start, end, type } = mentions[index]!
    const name = parts.get(index)!
    if (isFuller(name, chain.name!)) {
      chain.name = name
      chain.text = text.slice(start, end)
      file(chain)
    }
    if (chain.type === 'other') chain.type = type
    chain.names++
    join(chain, index, sure, chainOf)
    const context = nameContext(words, ...wordsOf(words, mentions[index]!))
    for (const role of context.roles) chain.roles.add(role)
    if (context.age !== undefined) chain.ages.add(context.age)
    if (chain.gender === undefined || chain.gender.basis === 'pronoun')
      chain.gender = context.gender ?? chain.gender
  }

  for (const [index, name] of parts) {
    if (name.words.length < 2) continue
    const { age } = nameContext(words, ...wordsOf(words, mentions[index]!))
    const known = sameName(name, mentions[index]!.type, byForm)
    const same = known.filter(chain => ageAgrees(chain, age))
    const isExact = (chain: Chain) => chain.name!.words.join(' ') === name.words.join(' ')
    const aged = age === undefined ? undefined : same.find(c => isExact(c) && c.ages.has(age))
    const exact = aged ?? same.find(isExact)
    // two of one name
    const twins = known.filter(isExact).length > (same.some(isExact) ? 1 : 0)
    const doubtful = (same.length > 1 && exact === undefined) || (twins && aged === undefined)
    const sure = doubtful ? ONE_OF_SEVERAL : SURE
    take(exact ?? same.at(-1) ?? start(index), index, sure)
  }
  learn()
  const spouses = findSpouses(names)
  const titles = new Map<string, Set<string>>()
  for (const [index, { words: own }] of parts) {
    const gender = titleOf(words, wordsOf(words, mentions[index]!)[0])?.gender
    const [word] = own
    if (gender === undefined || word === undefined || own.length > 1) continue
    titles.set(word, (titles.get(word) ?? new Set()).add(gender))
  }
  const last = new Map<Chain, number>()
  const heard = new Map<Chain, Set<string>>()
  for (const [index, name] of parts) {
    if (name.words.length < 2) {
      const spouse = spouseFor(index, name)
      const candidates =
        spouse === undefined ? untitled(index, shortFor(index, name, names, byForm)) : [spouse]
      // “Otto” was not called Dorn yet: “Dorn” is Saskia Dorn
      const called = candidates.filter(one => heard.get(one)?.has(name.words[0] ?? ''))
      const pool = primary(called.length > 0 ? called : candidates)
      const chain = choose(pool, index, mentions, last) ?? start(index)
      const sure = spouse !== undefined ? MARRIED : pool.length > 1 ? ONE_OF_SEVERAL : SURE
      take(chain, index, sure)
    }
    const chain = chainOf.get(index)!
    last.set(chain, index)
    const words = heard.get(chain) ?? new Set()
    for (const word of name.words) words.add(word)
    heard.set(chain, words)
  }
  return chains

  /** “Mrs Crask” where Crask's wife was spoken of: she, by whatever name. */
  function spouseFor(index: number, name: NameParts): Chain | undefined {
    const [from] = wordsOf(words, mentions[index]!)
    const title = titleOf(words, from)
    const spouse = title && spouses.get(`${title.gender} ${name.words[0]}`)
    if (title === undefined || spouse === undefined || spouse.at > mentions[index]!.start)
      return undefined
    // one who bears the title elsewhere is meant here too
    const bearers = byForm.get(name.words[0]!) ?? []
    const isKnown = bearers.some(
      ({ gender }) => gender?.value === title.gender && gender.basis === 'title',
    )
    // “Mr Petrov” is the father only where the one named so before is a child
    if (spouse.parent && !bearers.some(isChild)) return undefined
    if (isKnown && spouse.chain === undefined) return undefined
    const named = spouse.name === undefined ? undefined : chainOf.get(spouse.name)
    if (named?.type === 'other') named.type = 'person'
    spouse.chain ??= named?.type === 'person' ? named : titled(index, title.start)
    return spouse.chain
  }

  /** “Finch”, where Susan Finch came in as the wife of one who was named Finch before: he. */
  function primary(candidates: Chain[]): Chain[] {
    if (candidates.length < 2) return candidates
    const own = candidates.filter(
      ({ roles }) => ![...roles].some(role => Object.hasOwn(KINSHIP, role)),
    )
    const isFirst = (one: Chain) =>
      candidates.every(
        other => Math.min(...one.mentions.keys()) <= Math.min(...other.mentions.keys()),
      )
    return own.length === 1 && isFirst(own[0]!) ? own : candidates
  }

  /** Where one of two is “Mrs Crask”, “Crask” is the other. */
  function untitled(index: number, candidates: Chain[]): Chain[] {
    const [from] = wordsOf(words, mentions[index]!)
    const genders = titles.get(parts.get(index)!.words[0]!)
    if (candidates.length < 2 || genders?.size !== 1) return candidates
    if (titleOf(words, from) !== undefined) {
      const married = candidates.filter(({ roles }) => MARRIAGE.some(noun => roles.has(noun)))
      return married.length > 0 ? married : candidates
    }
    const others = candidates.filter(({ gender }) => !genders.has(gender?.value ?? ''))
    return others.length > 0 ? others : candidates
  }

  function titled(index: number, from: number): Chain {
    const { type, end } = mentions[index]!
    const chain = newChain(type, text.slice(from, end), parts.get(index)!)
    chains.push(chain)
    return chain
  }
}

interface Spouse {
  /** Where the story speaks of her or him. */
  readonly at: number
  /** The mention that names her or him. */
  readonly name: number | undefined
  /** A father or mother, not a husband or wife. */
  readonly parent: boolean
  chain?: Chain
}

/** “Crask's wife, Nora”, “Lund and his husband”: by gender and the other's surname. */
function findSpouses({ words, mentions }: Names): Map<string, Spouse> {
  const found = new Map<string, Spouse>()
  const startingAt = new Map<number, number>()
  const endingAt = new Map<number, number>()
  mentions.forEach((mention, index) => {
    if (mention.form !== 'name') return
    startingAt.set(mention.start, index)
    endingAt.set(mention.end, index)
  })
  let surnameBefore: string | undefined
  words.forEach((word, i) => {
    if (endingAt.has(word.bareEnd)) {
      const { type } = mentions[endingAt.get(word.bareEnd)!]!
      if (type === 'person') surnameBefore = word.lower
    }
    const gender = SPOUSES[word.lower] ?? PARENTS[word.lower]
    const owner = words[i - 1]
    if (gender === undefined || word.possessive || owner === undefined) return
    if (surnameBefore === undefined || owner.sentence !== word.sentence) return
    const parent = word.lower in PARENTS
    const own = gender === 'female' ? 'his' : 'her'
    const isOwn = parent ? /^(?:his|her|their)$/.test(owner.lower) : owner.lower === own
    if (!isOwn && !(owner.possessive && endingAt.has(owner.bareEnd))) return
    const next = words[i + 1]?.text === ',' ? words[i + 2] : words[i + 1]
    const key = `${gender} ${surnameBefore}`
    const name = next === undefined ? undefined : startingAt.get(next.start)
    if (found.get(key)?.name === undefined) found.set(key, { at: word.start, name, parent })
  })
  return found
}

const MARRIAGE = ['wife', 'husband', 'widow', 'widower']

const SPOUSES: Readonly<Record<string, 'female' | 'male' | undefined>> = Object.assign(
  Object.create(null),
  { wife: 'female', widow: 'female', husband: 'male', widower: 'male' },
)

const PARENTS: Readonly<Record<string, 'female' | 'male' | undefined>> = Object.assign(
  Object.create(null),
  { father: 'male', dad: 'male', mother: 'female', mum: 'female', mom: 'female' },
)

const isChild = ({ ages }: Chain) => [...ages].some(age => Number(age) < 16)

/** A father and a son may have one name; a story that spans a birthday may give two ages. */
const ageAgrees = (chain: Chain, age: string | undefined) =>
  age === undefined ||
  chain.ages.size === 0 ||
  [...chain.ages].some(other => Math.abs(Number(other) - Number(age)) <= 1)

/** The chains that have this full name, or another full form of it. */
function sameName(
  name: NameParts,
  type: EntityType,
  byForm: ReadonlyMap<string, Chain[]>,
): Chain[] {
  const full = name.words.join(' ')
  const isPerson = type === 'person'
  return (byForm.get(isPerson ? surname(name) : full) ?? []).filter(chain => {
    const other = chain.name!
    if (other.words.join(' ') === full) return other.suffix === name.suffix
    return isPerson && chain.type === 'person' && samePerson(other, name)
  })
}

/** The chains that a name of one word may be short for. */
function shortFor(
  index: number,
  name: NameParts,
  { words, mentions }: Names,
  byForm: ReadonlyMap<string, Chain[]>,
): Chain[] {
  const [word] = name.words
  if (word === undefined) return []
  const { type } = mentions[index]!
  const [from, to] = wordsOf(words, mentions[index]!)
  const context = nameContext(words, from, to)
  const titled = context.gender?.basis === 'title' ? context.gender.value : undefined
  const all = (byForm.get(word) ?? []).filter(
    chain => agrees(chain, titled) && fits(chain, word, words[from - 1]?.lower === 'the'),
  )
  const same = all.filter(chain => chain.type === type)
  const pool =
    same.length > 0
      ? same
      : type === 'place'
        ? []
        : all.filter(
            chain => type !== 'person' || chain.type === 'other' || chain.type === 'person',
          )
  const exact = pool.filter(
    chain => chain.name!.words.length === 1 && chain.name!.words[0] === word,
  )
  // plain “Johann” is hardly who was only ever called Johann II
  const isPlain = ({ name: other }: Chain) => other!.suffix === undefined || other!.words.length > 1
  const persons = pool.filter(chain => chain.type === 'person')
  const plain = name.suffix === undefined ? persons.filter(isPlain) : persons
  const article = words[from - 1]?.lower === 'the' && !words[to - 1]!.lower.endsWith('s')
  const people = article ? [] : plain.length > 0 ? plain : persons
  const bySurname = people.filter(chain => surname(chain.name!) === word)
  if (name.suffix !== undefined || bySurname.length > 1) return namesakes(name, bySurname)
  if (bySurname.length > 0) return bySurname
  if (people.length > 0) return people
  return exact.length > 0 ? exact : pool
}

/**
 * Of people of one surname those whom a short form can mean: “Penn Jr” is no other than a Penn Jr; plain “Penn” is no Penn
 * Jr where another Penn of the same first name has no such suffix.
 */
function namesakes(name: NameParts, people: readonly Chain[]): Chain[] {
  if (name.suffix !== undefined) return people.filter(one => one.name!.suffix === name.suffix)
  return people.filter(
    one =>
      one.name!.suffix === undefined ||
      !people.some(
        ({ name: other }) =>
          other!.suffix === undefined && firstName(other!) === firstName(one.name!),
      ),
  )
}

/** “the Post” for the Harrow Post, “Harrow” for Harrow Holdings, “SEC”. */
function fits(chain: Chain, word: string, definite: boolean): boolean {
  if (chain.type === 'person') return true
  const { words, initials } = chain.name!
  if (words.length === 1 || initials === word || initials === word.replaceAll(/[^\p{L}]/gu, ''))
    return true
  return words[0] === word || ((definite || TEAMS.has(word)) && words.at(-1) === word)
}

/** What a club is called for short without an article. */
const TEAMS = new Set(
  'rovers united city athletic albion wanderers town county rangers wednesday villa thistle academical rovers'.split(
    ' ',
  ),
)

/** The one last named before the mention, if that was a moment ago; else the one named most. */
function choose(
  candidates: readonly Chain[],
  index: number,
  mentions: readonly Mention[],
  last: ReadonlyMap<Chain, number>,
): Chain | undefined {
  const seen = candidates.filter(chain => last.has(chain))
  if (candidates.length < 2 || seen.length === 0) return candidates[0]
  const recent = seen.reduce((a, b) => (last.get(b)! > last.get(a)! ? b : a))
  const most = seen.reduce((a, b) => (b.names > a.names ? b : a))
  const near = mentions[index]!.start - mentions[last.get(recent)!]!.start < NEAR
  return near && most.names < 3 * recent.names ? recent : most
}

function isFuller(name: NameParts, than: NameParts): boolean {
  if (name.words.length !== than.words.length) return name.words.length > than.words.length
  return (
    (firstName(name)?.length ?? 0) > (firstName(than)?.length ?? 0) &&
    isTail(than.words.slice(1), name.words)
  )
}

/** What a chain may be looked up by. */
function forms(chain: Chain): string[] {
  const name = chain.name!
  const full = name.words.join(' ')
  if (chain.type === 'person') return [full, ...shortForms(name)]
  return [
    full,
    name.words[0] ?? '',
    name.words.at(-1) ?? '',
    ...(name.initials === undefined ? [] : [name.initials]),
  ]
}
