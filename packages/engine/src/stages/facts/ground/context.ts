import type { Beside } from './appositions.js'
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
  const ground = findGround(story)
  const { beside, owners } = findBeside(ground)
  return { ground, beside, owners, predications: findPredications(ground, beside, owners) }
}
