import { CLOSED_WORDS } from '../../../lexicon/en/closed-words.js'
import { KIN_NOUNS } from '../../../lexicon/en/kinship.js'
import { type Beside, besideOf } from './appositions.js'
import { type Ground, itemBy } from './ground.js'

/** For each sign that closes appositions, the noun phrase beside which they stand (item indexes). */
export type Owners = ReadonlyMap<number, number>

const REACH = 40
const isKin = (lower: string) => KIN_NOUNS.has(lower)

/** What stands beside each noun phrase that is an entity, and the way back from the closing signs. */
export function findBeside(ground: Ground): {
  beside: ReadonlyMap<number, Beside>
  owners: Owners
} {
  const beside = new Map<number, Beside>()
  const owners = new Map<number, number>()
  for (const at of ground.nouns) {
    const found = besideOf(ground, at)
    if (found.last === at) continue
    beside.set(at, found)
    // the first owner is the outer one
    if (!owners.has(found.last)) owners.set(found.last, at)
  }
  return { beside, owners }
}

/**
 * The noun phrase (item index) that is the subject of the verb whose group begins at item `from`, or undefined.
 * "Fenn died", "Fenn, 61, the director of Beacon, died", "the director of Beacon died" (the director), "Fenn, who died",
 * "Fenn left Beacon and founded …" (Fenn). A phrase's other subjects ("Fenn and Marsh founded") are `coordinated`'s.
 */
export function subjectOf(ground: Ground, owners: Owners, from: number): number | undefined {
  let at = from - 1
  for (let step = 0; step < REACH; step++) {
    const item = itemBy(ground, from, at - from)
    if (item === undefined) return undefined
    if (item.kind === 'noun') return headOf(ground, at)
    if (item.kind === 'value') {
      const before = itemBy(ground, from, at - 1 - from)
      at -= before?.kind === 'word' && /^(?:in|on|at|since|by)$/.test(before.lower) ? 2 : 1
      continue
    }
    if (/^(?:who|which|that|whom)$/.test(item.lower)) return antecedent(ground, owners, at)
    // "before co-founding Beacon"
    if (/^(?:before|after|by|for|while|since)$/.test(item.lower))
      return /ing$/.test(ground.items[from]!.lower) ? clauseSubject(ground, owners, at) : undefined
    // notices: "Ada Fenn, nurse; married …; died …"
    if (item.lower === ';') return firstOf(ground, at)
    if (/^[,)–—]$/.test(item.lower)) {
      const owner = owners.get(at)
      if (owner !== undefined) return headOf(ground, owner)
      const before = itemBy(ground, from, at - 1 - from)
      if (before?.kind === 'value' || before?.kind === 'noun')
        return clauseSubject(ground, owners, at)
      return undefined
    }
    if (
      item.lower === 'and' ||
      item.lower === 'but' ||
      item.lower === 'or' ||
      item.lower === 'then'
    ) {
      return clauseSubject(ground, owners, at)
    }
    if (item.kind !== 'word') return undefined
    const plain = plainComplement(ground, at)
    return plain === undefined ? behindRelative(ground, owners, at) : headOf(ground, plain)
  }
  return undefined
}

/** "The prize for best newcomer | was": the noun on which plain words hang by a preposition. */
function plainComplement(ground: Ground, at: number): number | undefined {
  for (let k = 0; k <= 4; k++) {
    const item = itemBy(ground, at, -k)
    if (item?.kind !== 'word') return undefined
    if (/^(?:of|for|in|at|with|on|from)$/.test(item.lower) && k > 0)
      return itemBy(ground, at, -k - 1)?.kind === 'noun' ? at - k - 1 : undefined
    if (CLOSED_WORDS.has(item.lower)) return undefined
  }
  return undefined
}

/** "a boy who cannot be named | was charged": the antecedent of the relative clause that ends at item `at`. */
function behindRelative(ground: Ground, owners: Owners, at: number): number | undefined {
  for (let k = 0; k <= 8; k++) {
    const item = itemBy(ground, at, -k)
    if (item === undefined || item.kind === 'sign') return undefined
    if (item.lower === 'who') return antecedent(ground, owners, at - k)
  }
  return undefined
}

/** The sentence's first phrase, where it is a person's name. */
function firstOf(ground: Ground, at: number): number | undefined {
  const { from } = ground.sentences[ground.items[at]!.sentence]!
  const { noun } = ground.items[from]!
  return noun?.name !== undefined && noun.type === 'person' ? from : undefined
}

/** The noun that "of Beacon", "from Ardesk" hang on. */
export function headOf(ground: Ground, at: number): number {
  let head = at
  for (let round = 0; round < 4; round++) {
    // "the heirs of Count Orsay": a title that is read as a word
    const titled =
      itemBy(ground, head, -1)?.kind === 'word' &&
      itemBy(ground, head, -1)!.capital &&
      itemBy(ground, head, -2)?.lower === 'of'
    if (titled) head--
    const joint = itemBy(ground, head, -1)
    const noun = itemBy(ground, head, -2)
    if (titled && noun?.kind !== 'noun') return at
    if (noun?.kind !== 'noun' || joint?.kind !== 'word') break
    if (!/^(?:of|from|at|for|in|with)$/.test(joint.lower)) break
    // "Fenn said in Ardesk Marsh died" never comes with a name on both sides and a person last
    if (joint.lower !== 'of' && ground.items[head]!.noun!.type === 'person') break
    head -= 2
  }
  return head
}

/** What a relative pronoun at item `at` goes with. */
export function antecedent(ground: Ground, owners: Owners, at: number): number | undefined {
  const { lower, noun: whose } = ground.items[at]!
  const person = lower === 'who' || (whose !== undefined && isKin(lower))
  let back = at - 1
  const before = itemBy(ground, at, -1)
  if (before?.lower === ',' || before?.lower === ')') {
    const named = itemBy(ground, at, back - 1 - at)?.noun
    const owner = named?.name !== undefined && person ? undefined : owners.get(back)
    if (owner !== undefined) return owner
    back--
  }
  let noun = itemBy(ground, at, back - at)
  if (noun?.kind !== 'noun') return undefined
  if (person) {
    for (let round = 0; round < 4; round++) {
      if (noun.noun!.type === 'person' || noun.noun!.type === 'group') break
      const joint = itemBy(ground, back, -1)
      const outer = itemBy(ground, back, -2)
      if (joint?.kind !== 'word' || outer?.kind !== 'noun') break
      if (!/^(?:of|from|at|for|in|with|on)$/.test(joint.lower)) break
      noun = outer
      back -= 2
    }
    if (
      noun.noun!.type !== 'person' &&
      noun.noun!.type !== 'group' &&
      noun.noun!.entity === undefined
    )
      return ownerBeside(ground, back)
  }
  return noun.noun!.entity === undefined ? (ownerBeside(ground, back) ?? back) : back
}

/** The name beside which the noun at `at` stands behind a comma. */
function ownerBeside(ground: Ground, at: number): number | undefined {
  const comma = itemBy(ground, at, -1)
  const owner = itemBy(ground, at, -2)
  return comma?.lower === ',' && owner?.kind === 'noun' && owner.noun!.name !== undefined
    ? at - 2
    : undefined
}

/** "which Fenn and Marsh founded and | sold": the relative pronoun at item `at` is the object, its neighbour the subject. */
function relativeSubject(ground: Ground, at: number, limit: number): number | undefined {
  if (ground.items[at]!.lower !== 'which') return undefined
  let last = at + 1
  if (itemBy(ground, at, 1)?.kind !== 'noun' || ground.items[last]!.noun!.possessive)
    return undefined
  while (
    last + 2 < limit &&
    itemBy(ground, at, last + 1 - at)?.lower === 'and' &&
    itemBy(ground, at, last + 2 - at)?.kind === 'noun'
  )
    last += 2
  return itemBy(ground, at, last + 1 - at)?.kind === 'word' && last + 1 < limit ? last : undefined
}

const BOUNDARY = new Set('; : “ ” " that when while because although though if'.split(' '))

/** The subject of the clause in which item `at` stands: its first noun phrase that no preposition opens. */
export function clauseSubject(ground: Ground, owners: Owners, at: number): number | undefined {
  let start = at
  for (let k = 1; k < REACH; k++) {
    const item = itemBy(ground, at, -k)
    if (item === undefined || BOUNDARY.has(item.lower)) break
    if (item.lower === 'who' || item.lower === 'which')
      return relativeSubject(ground, at - k, at) ?? antecedent(ground, owners, at - k)
    if (item.lower === 'but' && k > 1) break
    start = at - k
  }
  for (let i = start; i < at; i++) {
    const item = ground.items[i]!
    if (item.kind !== 'noun' || item.noun!.possessive) continue
    const before = itemBy(ground, i, -1)
    if (
      i > start &&
      before?.kind === 'word' &&
      /^(?:in|on|at|from|for|with|to|of|by|after|before|since|as)$/.test(before.lower)
    )
      continue
    return i
  }
  return undefined
}
