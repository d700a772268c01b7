import type { Profile } from './profile.js'
import { type Weighed, weigh } from './weigh.js'

/** From here on the machine joins; from CANDIDATE on it asks an editor. */
export const JOIN = 0.99
export const CANDIDATE = 0.3
/** So much of what the name's known bearers have in the archive must be theirs. */
const SHARE = 0.99

export interface Likely<T> {
  readonly one: T
  /** How likely it is the same, 0 to 1. */
  readonly score: number
  readonly says: readonly string[]
}

export interface Decision<T> {
  /** Who it is; null where nobody is likely enough. */
  readonly join: Likely<T> | null
  /** Who it may be, the likeliest first; where it was joined, nobody. */
  readonly candidates: readonly Likely<T>[]
}

const SHOWN = 3

/**
 * Who of those with the same name a mention is, if any. Each is as likely as the evidence makes it against the
 * expected number of namesakes that the archive does not know, and against the others that it knows, each of these by how often
 * it is told of. Nothing but the name is never enough.
 */
export function decide<T extends { readonly profile: Profile }>(
  mention: Profile,
  all: readonly T[],
  namesakes: number,
  { isCopy = () => false }: { isCopy?: (one: T) => boolean } = {},
): Decision<T> {
  const weighed = all.map(one => ({ one, ...weighWith(mention, one.profile, isCopy(one)) }))
  const possible = weighed.filter(({ apart }) => apart === null)
  const total = possible.reduce((sum, { one, times }) => sum + share(one.profile, times), 0)
  const ranked = possible
    .map(({ one, times, evidence, context }) => {
      const odds = oddsOf(times, namesakes, one.profile.mentions)
      const own = share(one.profile, times) / total
      const score = odds / (1 + odds)
      return {
        one,
        score: own < SHARE ? score * own : score,
        context,
        says: sayEvidence(evidence, namesakes),
      }
    })
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]
  if (best && best.score >= JOIN && best.context)
    return { join: { one: best.one, score: best.score, says: best.says }, candidates: [] }
  const candidates = ranked
    .filter(({ score }) => score >= CANDIDATE)
    .slice(0, SHOWN)
    .map(({ one, score, says }) => ({ one, score: Math.min(score, JOIN), says }))
  return { join: null, candidates }
}

/** A story's copy elsewhere tells of the same people. */
function weighWith(a: Profile, b: Profile, copy: boolean): Weighed {
  const weighed = weigh(a, b)
  if (!copy) return weighed
  return {
    ...weighed,
    times: weighed.times * 1000,
    context: true,
    evidence: [...weighed.evidence, { says: 'copies of one story', times: 1000 }],
  }
}

const share = ({ mentions }: Profile, times: number) => Math.max(1, mentions) * times

/** Who is told of often is told of again, but a name is not proved by numbers: only the logarithm counts. */
export const oddsOf = (times: number, namesakes: number, mentions: number): number =>
  (times * (1 + Math.log2(Math.max(1, mentions)))) / namesakes

/** The evidence in words, the name's rarity first. */
export function sayEvidence(evidence: Weighed['evidence'], namesakes: number): string[] {
  return [
    namesakes < 0.02
      ? 'a rare name'
      : namesakes < 0.5
        ? 'a name that others may bear'
        : 'a name that several bear',
    ...evidence
      .toSorted((a, b) => Math.abs(Math.log(b.times)) - Math.abs(Math.log(a.times)))
      .map(({ says, times }) => (times < 1 ? `against it: ${says}` : says)),
  ]
}
