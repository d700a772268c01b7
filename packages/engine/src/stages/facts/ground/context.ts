import type { Beside } from './appositions.js'
import { findGround, type Ground } from './ground.js'
import { findBeside, type Owners } from './subject.js'
import type { FactStory } from './units.js'

/** The ground with what stands beside each noun phrase: what a rule is given. */
export interface Context {
  readonly ground: Ground
  readonly beside: ReadonlyMap<number, Beside>
  readonly owners: Owners
}

/** Reads a story's ground for the rules. Linear in the text. */
export function findContext(story: FactStory): Context {
  const ground = findGround(story)
  return { ground, ...findBeside(ground) }
}
