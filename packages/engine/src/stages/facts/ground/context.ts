import type { Beside } from './appositions.js'
import { agree } from './appositions.js'
import { findGround, type Ground } from './ground.js'
import { findPredications, type Predication } from './predications.js'
import { findBeside, type Owners } from './subject.js'
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
  const ground = named(bare, beside)
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
