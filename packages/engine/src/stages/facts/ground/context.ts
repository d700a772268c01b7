import type { Beside } from './appositions.js'
import { agree } from './appositions.js'
import { findGround, type Ground } from './ground.js'
import { findPredications, type Predication } from './predications.js'
import { antecedent, findBeside, type Owners } from './subject.js'
import type { FactStory } from './units.js'

/** The ground with what stands beside each noun phrase, and who is said to be what: what a rule is given. */
export interface Context {
  readonly ground: Ground
  readonly beside: ReadonlyMap<number, Beside>
  readonly owners: Owners
  readonly predications: readonly Predication[]
}

/** Reads a story's ground for the rules. Linear in the text. */
export function findContext(story: FactStory): Context {
  const bare = findGround(story)
  const { beside, owners } = findBeside(bare)
  const ground = withWhose(named(bare, beside), owners)
  return { ground, beside, owners, predications: findPredications(ground, beside, owners) }
}

/** A description beside a name is of the name's entity: "her manager, Jo Marsh," is Jo Marsh throughout. */
function named(ground: Ground, beside: ReadonlyMap<number, Beside>): Ground {
  const items = [...ground.items]
  for (const [at, { nouns }] of beside) {
    for (const other of nouns) {
      const [one, two] = [items[at]!.noun!, items[other]!.noun!]
      const [name, common, place] = one.name !== undefined ? [one, two, other] : [two, one, at]
      if (name.entity === undefined || common.name !== undefined || !agree(ground, name, common))
        continue
      items[place] = {
        ...items[place]!,
        noun: { ...common, entity: name.entity, type: name.type },
      }
    }
  }
  return { ...ground, items }
}

/** "whose father" is the father of the one before: the possessor is filled in. */
function withWhose(ground: Ground, owners: Owners): Ground {
  const items = [...ground.items]
  for (const at of ground.nouns) {
    const noun = items[at]!.noun!
    if (noun.determiner !== 'whose' || noun.possessor !== undefined) continue
    const owner = antecedent(ground, owners, at)
    if (owner !== undefined)
      items[at] = { ...items[at]!, noun: { ...noun, possessor: items[owner]!.noun! } }
  }
  return { ...ground, items }
}
