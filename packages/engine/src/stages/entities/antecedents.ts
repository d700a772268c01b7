import type { PronounForm } from '../../lexicon/en/pronouns.js'
import { agrees, type Chain } from './chains.js'
import type { Place, Step } from './trail.js'

/** What a pronoun was found to stand for. */
export interface Antecedent {
  readonly chain: Chain
  readonly sure: number
}

const WINDOW = 48
const MAX_PARAGRAPHS = 4

/**
 * Whom a pronoun of the third person stands for: of those it agrees with and that were mentioned of late, the one
 * that scores best for nearness, for being what the sentence is about, and for having spoken last.
 */
export function findAntecedent(
  form: PronounForm,
  place: Place,
  trail: readonly Step[],
  excluded: ReadonlySet<Chain>,
): Antecedent | undefined {
  const scores = new Map<Chain, number>()
  for (let i = trail.length - 1; i >= Math.max(0, trail.length - WINDOW); i--) {
    const step = trail[i]!
    if (place.paragraph - step.paragraph > MAX_PARAGRAPHS) break
    if (excluded.has(step.chain) || !fits(form, step.chain)) continue
    // a name of which nothing is known is a person only if it speaks
    if (form.gender !== undefined && step.chain.type === 'other' && !step.source) continue
    const score = scoreOf(form, place, step)
    if (score > (scores.get(step.chain) ?? Number.NEGATIVE_INFINITY)) scores.set(step.chain, score)
  }
  const ranked = [...scores]
    .map(([chain, score]) => ({ chain, score: score + 0.8 * Math.log2(1 + chain.names) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = ranked
  if (best === undefined) return undefined
  return { chain: best.chain, sure: sureness(best.score, second?.score) }
}

function fits(form: PronounForm, chain: Chain): boolean {
  const unknown = chain.type === 'other' && chain.names > 0
  if (form.thing) return !chain.plural && chain.type !== 'person' && chain.type !== 'group'
  if (form.plural)
    return chain.plural || unknown || chain.type === 'group' || chain.type === 'organisation'
  return (chain.type === 'person' || unknown) && !chain.plural && agrees(chain, form.gender)
}

function scoreOf(form: PronounForm, place: Place, step: Step): number {
  const sentences = Math.min(place.sentence - step.sentence, 6)
  let score = 8 - 1.6 * sentences
  if (step.paragraph === place.paragraph) score += 1.5
  if (step.subject) score += 2
  if (step.source) score += 1.5
  if (step.possessive) score -= 1
  if (step.asker) score -= 6
  if (step.marked && !place.marked) score -= 4
  if (form.gender !== undefined && step.chain.gender?.value === form.gender) score += 3.2
  if (step.chain.type === 'other') score -= 4
  if (form.gender !== undefined && !step.source && isFaint(step.chain)) score -= 1.5
  if (form.plural && step.chain.type === 'organisation') score -= 1.5
  if (form.thing && step.chain.type === 'place') score -= 1.5
  if (form.thing && step.chain.type === 'other' && !step.subject) score -= 1.5
  return score
}

/** Named once, and nothing said of whoever or whatever it is. */
const isFaint = (chain: Chain) =>
  chain.names === 1 && chain.roles.size === 0 && chain.gender === undefined && chain.ages.size === 0

const sureness = (best: number, second: number | undefined) =>
  second === undefined ? 0.86 : Math.min(0.86, Math.max(0.4, 0.55 + 0.06 * (best - second)))
