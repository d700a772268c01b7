import type { EntityType } from '../../record.js'
import type { NameParts } from './name-parts.js'
import type { Entity } from './types.js'

/** An entity while it is being put together. */
export interface Chain {
  type: EntityType
  /** None for one who is only described. */
  name: NameParts | undefined
  /** The fullest form so far. */
  text: string
  plural: boolean
  /** Mentions by index, and how sure it is that they belong. */
  readonly mentions: Map<number, number>
  /** How many of them are names. */
  names: number
  /** What the text calls it: nouns of titles, appositions and descriptions. */
  readonly roles: Set<string>
  /** Of a thing with a name: the nouns that stand beside it, “play” of “her play Ash Wednesday”. */
  readonly called: Set<string>
  /** Words of the names in its roles: “Hallin” of “the Hallin manager”. */
  readonly bodies: Set<string>
  ages: Set<string>
  gender: Entity['gender']
}

export const newChain = (
  type: EntityType,
  text: string,
  name?: NameParts,
  plural = false,
): Chain => ({
  type,
  name,
  text,
  plural,
  mentions: new Map(),
  names: 0,
  roles: new Set(),
  called: new Set(),
  bodies: new Set(),
  ages: new Set(),
  gender: undefined,
})

/** Adds a mention; the chain of each mention is kept in `chainOf`. */
export function join(
  chain: Chain,
  mention: number,
  sure: number,
  chainOf: Map<number, Chain>,
): void {
  chain.mentions.set(mention, sure)
  chainOf.set(mention, chain)
}

/** Could the chain be a person of this gender? Unknown gender agrees with both. */
export const agrees = (chain: Chain, gender: 'female' | 'male' | 'other' | undefined): boolean =>
  gender === undefined || chain.gender === undefined || chain.gender.value === gender
