const TITLES = new Set(
  (
    'a an the mr mrs ms miss dr prof professor president vice sen senator sens rep reps representative gov governor ' +
    'secretary former ambassador gen general judge justice sir lady lord pm prime minister chief director king queen ' +
    'prince pope'
  ).split(' '),
)

/** Someone that a quote is rightly attributed to. */
export interface Person {
  readonly name: string
  readonly aliases: readonly string[]
}

/** A name without case, punctuation, possessive and the titles before it; a title alone stays. */
export function plainName(name: string): string {
  const words = name
    .replace(/[’']s(?![\p{L}\p{N}_])/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\s&-]/gu, ' ')
    .split(/\s+/)
    .filter(word => word !== '')
  while (words.length > 1 && TITLES.has(words[0]!)) words.shift()
  return words.join(' ')
}

/** Plain form → the canonical names that it is a form of. */
export type NameOwners = ReadonlyMap<string, ReadonlySet<string>>

export function nameOwners(people: Iterable<Person>): NameOwners {
  const owners = new Map<string, Set<string>>()
  for (const { name, aliases } of people) {
    for (const form of aliases) {
      const plain = plainName(form)
      owners.set(plain, (owners.get(plain) ?? new Set()).add(name))
    }
  }
  return owners
}

/**
 * Does `answer` name this person? Yes for the name, an alias, a part of the name that fits no other owner, or the
 * name with up to four words more ("Sen. Tom Carper of Delaware"). No for a form that only others own.
 */
export function isPerson(answer: string, person: Person, owners: NameOwners): boolean {
  const given = plainName(answer)
  const name = plainName(person.name)
  if (given === '') return false
  if (given === name) return true
  if (person.aliases.some(alias => plainName(alias) === given)) return true
  const owning = owners.get(given)
  if (owning && !owning.has(person.name)) return false
  const words = given.split(' ')
  const nameWords = name.split(' ')
  if (isPart(words, nameWords)) {
    const fits = (other: string) =>
      plainName(other) !== name && isWithin(words, plainName(other).split(' '))
    return ![...owners.values()].some(names => [...names].some(fits))
  }
  return nameWords.length >= 2 && isWithin(nameWords, words) && words.length - nameWords.length <= 4
}

/** Words of the name, fewer than all, that begin or end as the name does. */
const isPart = (words: readonly string[], name: readonly string[]): boolean =>
  isWithin(words, name) &&
  new Set(words).size < new Set(name).size &&
  (words.at(-1) === name.at(-1) || words[0] === name[0])

const isWithin = (words: readonly string[], all: readonly string[]): boolean =>
  words.every(word => all.includes(word))
