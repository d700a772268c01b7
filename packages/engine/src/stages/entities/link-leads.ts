import { GENDERED_PEOPLE } from '../../lexicon/en/people.js'
import { agrees, type Chain, join } from './chains.js'
import { bodiesIn } from './link-descriptions.js'
import { answersTo } from './name-context.js'
import type { Place } from './trail.js'
import type { Mention } from './types.js'
import { type Word, wordsOf } from './words.js'

/** A headline, a line below it, a byline and the first paragraph. */
const LEAD = 4
/** Within how many paragraphs the name follows. */
const FOLLOWS = 8
const SURE = 0.7
/** “his wife”: whose relative it is leads to her, not what she is. */
const OWNED = /^(?:his|her|its|their|my|our|your|whose|another|other|no|any|every|each)$/

/**
 * “A New York judge rejected …” over “Justice Ada Fenn wrote”: one whom a headline or lead only describes is the one named
 * soon after who is the only one called so.
 *
 * Not: two judges with names; a man, a woman; of another age, gender or club; “his lawyer”.
 */
export function linkLeads(
  {
    words,
    mentions,
    places,
  }: {
    readonly words: readonly Word[]
    readonly mentions: readonly Mention[]
    readonly places: readonly Place[]
  },
  chainOf: Map<number, Chain>,
): void {
  const firsts = new Map<Chain, number>()
  for (const [index, chain] of [...chainOf].sort(([a], [b]) => a - b))
    if (!firsts.has(chain)) firsts.set(chain, index)
  const named = [...firsts].filter(([{ type, names }]) => type === 'person' && names > 0)
  for (const [chain, first] of firsts) {
    const place = places[first]!
    if (place.paragraph >= LEAD) break
    if (chain.type !== 'person' || chain.names > 0 || chain.plural || place.marked) continue
    if (mentions[first]!.form !== 'description') continue
    const [from, to] = wordsOf(words, mentions[first]!)
    const own = words.slice(from, to)
    if (OWNED.test(own[0]!.lower) || own.slice(0, -1).some(word => word.possessive)) continue
    const nouns = [...chain.roles].filter(noun => !Object.hasOwn(GENDERED_PEOPLE, noun))
    const bodies = bodiesIn(own)
    const isCalled = (other: Chain) =>
      [...other.roles].some(role => nouns.some(noun => answersTo(role, noun)))
    const called = named.filter(([other]) => isCalled(other))
    const [only] = called
    if (only === undefined || called.length > 1) continue
    const [other, at] = only
    const far = places[at]!.paragraph - place.paragraph
    if (at < first || far > FOLLOWS || places[at]!.marked) continue
    if (!agrees(other, chain.gender?.value) || !sameAge(chain, other)) continue
    if (bodies.length > 0 && other.bodies.size > 0 && !bodies.some(body => other.bodies.has(body)))
      continue
    other.gender ??= chain.gender
    for (const [mention, sure] of chain.mentions) join(other, mention, SURE * sure, chainOf)
  }
}

const sameAge = (a: Chain, b: Chain): boolean =>
  a.ages.size === 0 || b.ages.size === 0 || [...a.ages].some(age => b.ages.has(age))
