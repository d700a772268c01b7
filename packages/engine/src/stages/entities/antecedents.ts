import type { PronounForm } from '../../lexicon/en/pronouns.js'
import type { AntecedentWeights } from '../../models/runtime.js'
import { type Candidate, type Context, featuresOf, kindOf } from './antecedent-features.js'
import { agrees, type Chain } from './chains.js'
import type { Place, Step } from './trail.js'

/** What a pronoun was found to stand for. */
export interface Antecedent {
  readonly chain: Chain
  readonly sure: number
}

/** A pronoun with those it may stand for: what is decided, and what training learns from. */
export interface Choice {
  readonly form: PronounForm
  readonly place: Place
  readonly candidates: readonly Candidate[]
  readonly context: Context
}

const WINDOW = 60
const MAX_PARAGRAPHS = 5

/** Everyone and everything that was mentioned of late and agrees with the pronoun, the latest first. */
export function findCandidates(
  form: PronounForm,
  place: Place,
  trail: readonly Step[],
  excluded: ReadonlySet<Chain>,
): Candidate[] {
  const found = new Map<Chain, { -readonly [K in keyof Candidate]: Candidate[K] }>()
  for (let i = trail.length - 1; i >= Math.max(0, trail.length - WINDOW); i--) {
    const step = trail[i]!
    if (place.paragraph - step.paragraph > MAX_PARAGRAPHS) break
    const { chain } = step
    if (excluded.has(chain) || !fits(form, chain)) continue
    // a name of which nothing is known is a person only if it speaks
    if (form.gender !== undefined && chain.type === 'other' && !step.source) continue
    const plain = step.marked ? undefined : step
    const salience = salienceOf(place, step)
    const known = found.get(chain)
    if (known === undefined)
      found.set(chain, {
        chain,
        last: step,
        plain,
        salience,
        count: 1,
        subjects: Number(step.subject),
        rank: found.size,
      })
    else {
      known.plain ??= plain
      known.salience = Math.max(known.salience, salience)
      known.count++
      known.subjects += Number(step.subject)
    }
  }
  return [...found.values()]
}

/**
 * Whom a pronoun of the third person stands for, and how sure that is: a softmax over the candidates and nobody, by
 * weights that `training/antecedents.py` learnt on chains marked by people.
 */
export function findAntecedent(
  { form, place, candidates, context }: Choice,
  weights: AntecedentWeights,
): Antecedent | undefined {
  const { features, nobody } = weights[kindOf(form)]
  const scores = candidates.map(candidate =>
    featuresOf(form, place, candidate, context).reduce((sum, x, k) => sum + x * features[k]!, 0),
  )
  const most = Math.max(nobody, ...scores)
  const parts = scores.map(score => Math.exp(score - most))
  const total = parts.reduce((sum, part) => sum + part, Math.exp(nobody - most))
  const likeliest = parts.indexOf(Math.max(...parts))
  const best = likeliest < 0 ? -1 : (speakingOn(place, candidates, context, likeliest) ?? likeliest)
  if (best < 0 || scores[likeliest]! < nobody) return undefined
  return { chain: candidates[best]!.chain, sure: parts[best]! / total }
}

/**
 * “…,” said Hart. “…,” she told the court: who spoke last in the paragraph speaks on, be her gender told or not, where
 * the likeliest is not spoken of there.
 */
function speakingOn(
  place: Place,
  candidates: readonly Candidate[],
  { speaker, source }: Context,
  likeliest: number,
): number | undefined {
  if (!source || candidates[likeliest]!.plain?.paragraph === place.paragraph) return undefined
  const at = candidates.findIndex(({ chain }) => chain === speaker)
  const plain = candidates[at]?.plain
  return plain?.source === true && plain.paragraph === place.paragraph ? at : undefined
}

/** How much a mention offers itself, by its distance and by what it is in its sentence. */
function salienceOf(place: Place, step: Step): number {
  let salience = 8 - 1.6 * Math.min(place.sentence - step.sentence, 6)
  if (step.paragraph === place.paragraph) salience += 1.5
  if (step.subject) salience += 2
  if (step.source) salience += 1.5
  if (step.possessive) salience -= 1
  if (step.asker) salience -= 6
  if (step.marked && !place.marked) salience -= 4
  return salience
}

function fits(form: PronounForm, chain: Chain): boolean {
  const unknown = chain.type === 'other' && chain.names > 0
  if (form.thing) return !chain.plural && chain.type !== 'person' && chain.type !== 'group'
  if (form.plural)
    return chain.plural || unknown || chain.type === 'group' || chain.type === 'organisation'
  return (chain.type === 'person' || unknown) && !chain.plural && agrees(chain, form.gender)
}
